"""Runner: the suites one after the other, within a budget, and what they found."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults import SUITES
from tests.faults.pool import Pool, Verdict
from tests.faults.suite import Suite, suite_named

WIDTH = 2  # processes
BEGIN, END = "<!-- torture -->", "<!-- /torture -->"


@dataclass
class Outcome:
    """What one suite came to."""

    suite: Suite
    seed: int
    total: int = 0
    run: int = 0
    seconds: float = 0.0
    bad: list[Verdict] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    @property
    def line(self) -> str:
        share = f"{self.run:,} cases" if self.run == self.total else f"{self.run:,} of {self.total:,} cases"
        rate = self.run / self.seconds if self.seconds else 0.0
        return f"{self.suite.name:<12} {share:<26} {len(self.bad)} bad   {self.seconds:.0f} s   {rate:.1f}/s"

    @property
    def told(self) -> str:
        """What each bad case found and the command that repeats it."""
        words = [f"{self.repeating(verdict)}\n    {verdict.bad}" for verdict in self.bad]
        return "\n".join([*words, *self.complaints])

    def repeating(self, verdict: Verdict) -> str:
        """The command that runs one case again."""
        parts = f"--seed {self.seed} --suite {self.suite.name} --case {verdict.number}"
        return f"python3 dev.py torture {parts}"


class Runner:
    """Runs suites over two processes; the same seed gives the same cases in the same order."""

    def __init__(self, seed: int = 1, names: Sequence[str] = SUITES) -> None:
        self.seed = seed
        self._suites = [suite_named(name) for name in names]

    def run(self, budget: float | None = None) -> list[Outcome]:
        """All suites; with a budget in seconds each has its share, and what it leaves is the others'."""
        begun, outcomes = time.monotonic(), []
        for place, suite in enumerate(self._suites):
            until = None
            if budget is not None:
                weights = sum(each.weight for each in self._suites[place:])
                left = max(0.0, begun + budget - time.monotonic())
                until = time.monotonic() + left * suite.weight / weights
            outcome = self._one(suite, until)
            print(outcome.line, flush=True)
            for verdict in outcome.bad:
                print(f"    {outcome.repeating(verdict)}\n        {verdict.bad}", flush=True)
            outcomes.append(outcome)
        return outcomes

    def again(self, number: int) -> str | None:
        """One case of the one suite, with all it has to say."""
        (suite,) = self._suites
        with self._pool(suite, "one", 1) as pool:
            pool.begin()
            verdicts = list(pool.run([number]))
            for complaint in pool.said():
                print(complaint)
        return verdicts[0].bad

    def fast(self, part: int = 0, parts: int = 1) -> Outcome:
        """The fast share of the one suite, or every `parts`-th case of it, in one process."""
        (suite,) = self._suites
        outcome, begun = Outcome(suite, self.seed), time.monotonic()
        with self._pool(suite, "fast", 1) as pool:
            pool.begin()
            self._judge(pool, pool.numbers[part::parts], None, outcome)
        outcome.seconds = time.monotonic() - begun
        return outcome

    def _one(self, suite: Suite, until: float | None) -> Outcome:
        outcome, begun = Outcome(suite, self.seed), time.monotonic()
        with self._pool(suite, "all", WIDTH) as pool:
            pool.begin()
            self._judge(pool, pool.numbers, until, outcome)
        outcome.seconds = time.monotonic() - begun
        return outcome

    def _judge(self, pool: Pool, numbers: Sequence[int], until: float | None, outcome: Outcome) -> None:
        outcome.total = len(pool.numbers)
        for verdict in pool.run(numbers, until):
            outcome.run += 1
            if verdict.bad is not None:
                outcome.bad.append(verdict)
        outcome.bad.sort()
        outcome.complaints = pool.said()

    def _pool(self, suite: Suite, share: str, width: int) -> Pool:
        if not suite.faulty_calls:
            return Pool(suite, self.seed, share, width=width)
        from tests.faults.shim import built

        return Pool(suite, self.seed, share, width=width, shim=built())


def write_table(outcomes: Sequence[Outcome], file: Path, command: str) -> None:
    """The figures as Markdown: between the marks of a page that has them, else as a page of their own.

    Rows of suites that were not run this time stay; each row names the command that made it.
    """
    page = file.read_text(encoding="utf-8") if file.exists() else ""
    marked = re.compile(f"{BEGIN}.*?{END}", re.DOTALL)
    there = marked.search(page)
    rows = dict(re.findall(r"^\| (\w+) (\|.*)$", there[0] if there else "", re.MULTILINE))
    for each in outcomes:
        count = f"{each.run:,}" if each.run == each.total else f"{each.run:,} of {each.total:,}"
        figures = f"{count} | {len(each.bad)} | {each.seconds:.0f}"
        rows[each.suite.name] = f"| {each.suite.what} | {figures} | `{command}` |"
    head = ["| suite | what is tried | cases | bad | seconds | command |", "|---|---|--:|--:|--:|---|"]
    order = [*SUITES, *sorted(rows.keys() - {*SUITES, "suite"})]
    body = [f"| {name} {rows[name]}" for name in order if name in rows]
    table = "\n".join([BEGIN, *head, *body, END])
    page = marked.sub(lambda _: table, page) if there else table + "\n"
    file.write_text(page, encoding="utf-8")
