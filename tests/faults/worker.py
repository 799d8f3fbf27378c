"""`python -m tests.faults.worker SUITE SEED FOLDER SHARE`: imports once, then runs one case after another.

It reads numbers, a line each, and answers with a line of JSON each: what was bad, or null. SHARE is what will
be asked for, all cases, the fast ones or one, so that no more is prepared.
"""

from __future__ import annotations

import gc
import json
import logging
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.faults.suite import Suite, spread, suite_named
from tests.warm import keep_warm


def main(name: str, seed: int, folder: Path, share: str) -> None:
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what a case prints is no answer
    logging.disable(logging.CRITICAL)  # faults are the rule here
    keep_warm()
    gc.set_threshold(100_000, 20, 100)  # as tests/conftest.py does
    suite = suite_named(name)
    shared = suite.prepare(folder, seed)
    _answer(answers, {"numbers": _numbers(suite, shared, seed, share)})
    for line in sys.stdin:
        _answer(answers, {"number": int(line), "bad": _tried(suite, shared, int(line))})


def _numbers(suite: Suite, shared: Any, seed: int, share: str) -> Sequence[int]:
    """The cases of the share, in the order in which to run them."""
    if share == "one":
        return []
    if share == "fast" and suite.sample is not None:
        return list(suite.sample(shared))
    total = suite.whole or (suite.cases(shared) if suite.cases is not None else suite.fast)
    return spread(total, seed)[: suite.fast if share == "fast" else total]


def _answer(answers: Any, found: dict[str, Any]) -> None:
    answers.write(json.dumps(found, ensure_ascii=False) + "\n")
    answers.flush()


def _tried(suite: Suite, shared: Any, number: int) -> str | None:
    try:
        return suite.case(shared, number)
    except Exception as error:
        traceback.print_exc()
        return f"the case itself broke off: {type(error).__name__}: {error}"


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]), sys.argv[4])
