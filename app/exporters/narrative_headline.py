"""Headline: how many there were this period, with what was reported late or put right said beside it."""

from __future__ import annotations

from app.exporters.narrative_facts import Facts, Group
from app.exporters.narrative_text import LATE, OCCURRED, Run, Sentences, joined, number, shown, words

_EARLIER = "以前各期"


class Headline:
    """本期 is what happened in it and 补报更正净额 (domain.md §0); where that is not 0 the text says so."""

    def __init__(self, facts: Facts, say: Sentences) -> None:
        self._facts = facts
        self._say = say

    def held(self, figure: str, start: str, what: str, unit: str) -> list[Run]:
        """本月，全县开展协商活动12场（其中补报9月2场） without a full stop; none where there is nothing."""
        found = self._say.clause(f"{start}{what}{{{figure}}}{unit}")
        return [*found, *self._late(figure, unit)] if found else []

    def nothing(self, figure: str, start: str, what: str, unit: str) -> list[Run]:
        """What is said when the period's number is 0 or below: that there was none, or what took it away."""
        now, late = self._say.value(figure), self._say.size(figure, LATE)
        if now is None or self._say.size(figure) > 0 or (late >= 0 and now != 0):
            return []
        none = [words(f"{self._facts.now}没有{what}")]
        if late >= 0:
            return [*none, words("。")]
        happened = self._say.clause(f"{start}{what}{{{figure}:{OCCURRED}}}{unit}")
        taken = [words(f"更正{_EARLIER}，减去"), number(shown(-late, figure), figure, LATE), words(unit)]
        return [*(happened or none), words("；"), *taken, words("。")]

    def _late(self, figure: str, unit: str) -> list[Run]:
        late = self._say.size(figure, LATE)
        if late < 0:
            taken = number(shown(-late, figure), figure, LATE)
            return [words(f"（已减去{_EARLIER}更正的"), taken, words(f"{unit}）")]
        if not 0 < late <= self._say.size(figure):
            return []
        months = self._months(figure)
        if late == self._say.size(figure):
            names = "、".join(month.label for month in months)
            return [words(f"（都是补报{names or _EARLIER}的）")]
        told = [
            [words(month.label), number(str(month.number), figure, LATE, f"month:{month.key}"), words(unit)]
            for month in months
        ]
        whole = [words(_EARLIER), number(shown(late, figure), figure, LATE), words(unit)]
        return [words("（其中补报"), *joined(told or [whole], "、"), words("）")]

    def _months(self, figure: str) -> list[Group]:
        """The months that were reported late; none where some were put right too and only the sum is true."""
        months = [month for month in self._facts.late.get(figure, ()) if month.number]
        is_whole = sum(month.number for month in months) == self._say.size(figure, LATE)
        return months if is_whole and all(month.number > 0 for month in months) else []
