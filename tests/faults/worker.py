"""`python -m tests.faults.worker SUITE SEED FOLDER`: everything imported once, then one case after another.

It reads numbers, a line each, and answers with a line of JSON each: what was bad, or null.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from pathlib import Path
from typing import Any

from tests.faults.suite import Suite, fast_numbers, suite_named


def main(name: str, seed: int, folder: Path) -> None:
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what a case prints is no answer
    suite = suite_named(name)
    shared = suite.prepare(folder, seed)
    total = suite.whole or (suite.cases(shared) if suite.cases is not None else suite.fast)
    fast = list(fast_numbers(suite, shared, total, seed))
    _answer(answers, {"cases": total, "fast": fast})
    for line in sys.stdin:
        _answer(answers, {"number": int(line), "bad": _tried(suite, shared, int(line))})


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
    main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
