"""`python -m tests.faults`: every suite, whole or within a budget; ends with 1 when anything was bad."""

from __future__ import annotations

import argparse
import re
import sys
import time
from pathlib import Path

from tests.faults import SUITES
from tests.faults.pool import Broken
from tests.faults.runner import Runner, write_table


def main(arguments: list[str]) -> int:
    options = _parsed(arguments)
    names = [options.suite] if options.suite else SUITES
    runner = Runner(options.seed, names)
    if options.case is not None:
        bad = runner.again(options.case)
        print(bad or "good")
        return 1 if bad else 0
    begun = time.monotonic()
    outcomes = runner.run(options.budget)
    if options.write:
        command = " ".join(["python3 dev.py torture", *_without_write(arguments)])
        write_table(outcomes, options.write, command)
    cases, bad_ones = sum(each.run for each in outcomes), sum(len(each.bad) for each in outcomes)
    print(f"seed {options.seed}: {cases:,} cases, {bad_ones} bad, {time.monotonic() - begun:.0f} s")
    return 1 if bad_ones else 0


def _parsed(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py torture", allow_abbrev=False)
    parser.add_argument("--budget", type=_seconds, help="how long, as 90s, 15m or 2h; default: all cases")
    parser.add_argument("--seed", type=int, default=1, help="what chance is drawn from; default 1")
    parser.add_argument("--suite", choices=SUITES, help="only this one")
    parser.add_argument("--case", type=int, help="only this case of the suite, with all it has to say")
    parser.add_argument("--write", type=Path, help="the figures as a table, between the marks of a page")
    options = parser.parse_args(arguments)
    if options.case is not None and not options.suite:
        parser.error("--case needs --suite")
    return options


def _seconds(text: str) -> float:
    found = re.fullmatch(r"(\d+)([smh]?)", text)
    if found is None:
        raise argparse.ArgumentTypeError("a number with s, m or h")
    return int(found[1]) * {"s": 1.0, "": 1.0, "m": 60.0, "h": 3600.0}[found[2]]


def _without_write(arguments: list[str]) -> list[str]:
    kept = list(arguments)
    if "--write" in kept:
        at = kept.index("--write")
        del kept[at : at + 2]
    return [each for each in kept if not each.startswith("--write=")]


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Broken as broken:
        print(broken)
        sys.exit(1)
