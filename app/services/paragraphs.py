"""Paragraphs: what an office writes itself in a period's report, kept per period and offered again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.clock import Clock
from app.errors import AppError, Invalid, Level, Problem, Unfit
from app.exporters.narrative import text_of
from app.exporters.narrative_facts import CASE, SECTIONS
from app.models.periods import Period
from app.models.place import Township, Village
from app.models.system import ParagraphEntry
from app.models.texts import clean_text
from app.services.figure_values import Pair, Value
from app.services.figures import Figures
from app.services.period_words import PeriodWords
from app.services.scribe import Scribe
from app.services.text_check import Finding, Known, TextCheck
from app.services.typical_cases import Candidate, candidates, is_candidate
from app.settings import OfficeSettings
from app.store.store import Store

LONGEST = 3000
"""Characters of one section; four of them still make a report and not a book."""


@dataclass(frozen=True, slots=True)
class OwnText:
    """What is kept for a period: its texts by section, which of them were taken over, the chosen case.

    taken_from: section → the earlier period's key; case: uuid of a meeting, "" for the first candidate.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    taken_from: Mapping[str, str] = field(default_factory=dict)
    case: str = ""

    @property
    def paragraphs(self) -> dict[str, list[str]]:
        """Each section's lines."""
        return {section: text.split("\n") for section, text in self.texts.items()}


@dataclass(frozen=True, slots=True)
class Earlier:
    """A text of a period before, to begin with; `label` as in titles: 2026年9月."""

    period: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class ParagraphFinding:
    """A number to look at, in the section `label`."""

    section: str
    label: str
    finding: Finding


class Paragraphs:
    """Keeps own paragraphs; every change is checked whole and has its line in the change log."""

    def __init__(
        self, store: Store, clock: Clock, settings: OfficeSettings, figures: Figures, by: str
    ) -> None:
        self._store = store
        self._clock = clock
        self._settings = settings
        self._figures = figures
        self._scribe = Scribe(clock, by)

    def of(self, period: Period) -> OwnText:
        """What is written for a period; sections without text are left out."""
        with self._store.reading() as session:
            return own_text(session, period)

    def save(self, period: Period, section: str, text: str) -> OwnText:
        """Keeps one section; see `save_all`."""
        return self.save_all(period, {section: text})

    def save_all(self, period: Period, texts: Mapping[str, str], case: str | None = None) -> OwnText:
        """Keeps several sections and, unless None, the chosen case; "" gives back to the counted sentences.

        Raises Invalid with every text that cannot be kept, AppError for a meeting that cannot be told.
        """
        cleaned = _cleaned(texts)
        with self._store.writing() as session:
            done = {
                section: text
                for section, text in cleaned.items()
                if self._put(session, period, section, text)
            }
            if case is not None and self._choose(session, period, case):
                done["case_chosen"] = case
            if done:
                self._scribe.note(session, "paragraphs", "paragraph", period.key, done)
            return own_text(session, period)

    def candidates(self, period: Period) -> list[Candidate]:
        """The period's meetings, the one told by itself first."""
        with self._store.reading() as session:
            return candidates(session, period)

    def earlier(self, period: Period, section: str) -> Earlier | None:
        """The newest text written for a period before, of the same length where there is one."""
        with self._store.reading() as session:
            return self._earlier(session, period, section)

    def counted(self, period: Period) -> dict[str, str]:
        """What the report says in each section where the office writes nothing."""
        from app.exporters.narrative import Narrative
        from app.services.report_text import ReportText

        text = ReportText(self._store, self._clock, self._settings, self._figures)
        narrative = Narrative(text.material(period).facts)
        return {key: "\n".join(text_of(one) for one in narrative.counted(key)) for key in SECTIONS}

    def write_preview(self, period: Period, folder: Path) -> Path:
        """The period's Word text as it would be written now, in a folder that is not the clerk's."""
        from app.services.report_text import ReportText

        text = ReportText(self._store, self._clock, self._settings, self._figures)
        return text.write(period, text.material(period), folder)

    def check(self, period: Period) -> TextCheck:
        """What texts of a period are held against; taken from the store once."""
        with self._store.reading() as session:
            spans = self._figures.spans(period) | {"previous": self._figures.calendar.previous(period)}
            catalogue = self._figures.catalogue
            values = self._figures.evaluate(list(catalogue), spans)
            known = [
                Known(
                    key, figure.label, figure.unit,
                    {span: _plain(values.total(key, span)) for span in spans}, figure.aliases,
                )
                for key, figure in catalogue.items()
            ]  # fmt: skip
            places = [
                name
                for model in (Township, Village)
                for name in session.scalars(select(model.name).where(model.deleted_at.is_(None)))
                if name
            ]
        return TextCheck(
            tuple(known), PeriodWords.of(period, self._figures.calendar).spans(period), tuple(places)
        )

    def findings(self, period: Period) -> list[ParagraphFinding]:
        """Numbers in the period's own paragraphs that differ from the figures or match none of them."""
        texts = self.of(period).texts
        if not texts:
            return []
        check = self.check(period)
        return [
            ParagraphFinding(section, label, finding)
            for section, label in SECTIONS.items()
            for finding in check.findings(texts.get(section, ""))
        ]

    def _put(self, session: Session, period: Period, section: str, text: str) -> bool:
        """Whether this changes what is kept."""
        entry = _entry(session, period, section)
        if text == (entry.text if entry else ""):
            return False
        earlier = self._earlier(session, period, section) if text else None
        entry = self._signed(session, entry, period, section)
        entry.text = text
        entry.taken_from = earlier.period if earlier is not None and earlier.text == text else ""
        _drop_empty(session, entry)
        return True

    def _choose(self, session: Session, period: Period, uuid: str) -> bool:
        if uuid and not is_candidate(session, period, uuid):
            raise AppError("这场协商活动不在这一期里，或者还没有登记完，不能作典型案例。请另选一场。")
        entry = _entry(session, period, CASE)
        if uuid == (entry.chosen if entry else ""):
            return False
        entry = self._signed(session, entry, period, CASE)
        entry.chosen = uuid
        _drop_empty(session, entry)
        return True

    def _signed(
        self, session: Session, entry: ParagraphEntry | None, period: Period, section: str
    ) -> ParagraphEntry:
        """The entry, a new one where there is none, with who changes it and when."""
        at, by = self._scribe.now, self._scribe.by
        if entry is None:
            entry = ParagraphEntry(
                period=period.key, section=section, text="", taken_from="", chosen="", at=at, by=by
            )
            session.add(entry)
        entry.at, entry.by = at, by
        return entry

    def _earlier(self, session: Session, period: Period, section: str) -> Earlier | None:
        statement = select(ParagraphEntry.period, ParagraphEntry.text)
        statement = statement.where(ParagraphEntry.section == section, ParagraphEntry.text != "")
        best: tuple[bool, Period] | None = None
        found: Earlier | None = None
        for key, text in session.execute(statement):
            other = self._figures.calendar.parse(key)
            if other.end >= period.end or key == period.key:
                continue
            rank = (other.span is period.span, other)
            if best is None or (rank[0], other.end) > (best[0], best[1].end):
                best, found = rank, Earlier(key, other.label, text)
        return found


def own_text(session: Session, period: Period) -> OwnText:
    """What is kept for a period, inside a session."""
    rows = session.scalars(select(ParagraphEntry).where(ParagraphEntry.period == period.key)).all()
    return OwnText(
        {row.section: row.text for row in rows if row.text},
        {row.section: row.taken_from for row in rows if row.taken_from},
        next((row.chosen for row in rows if row.chosen), ""),
    )


def _entry(session: Session, period: Period, section: str) -> ParagraphEntry | None:
    statement = select(ParagraphEntry).where(ParagraphEntry.period == period.key)
    return session.scalars(statement.where(ParagraphEntry.section == section)).first()


def _drop_empty(session: Session, entry: ParagraphEntry) -> None:
    session.flush()
    if not (entry.text or entry.chosen):
        session.delete(entry)
        session.flush()


def _cleaned(texts: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    problems: list[Problem] = []
    for section, text in texts.items():
        if section not in SECTIONS:
            raise AppError(f"报告里没有“{section[:20]}”这一段，可以写的是{'、'.join(SECTIONS.values())}。")
        try:
            found[section] = clean_text(text, LONGEST, lines=True) or ""
        except Unfit as unfit:
            problems.append(Problem((section,), SECTIONS[section], f"{unfit}", Level.SAVE))
    if problems:
        raise Invalid(problems)
    return found


def _plain(value: Value) -> Decimal | None:
    """A ratio in per cent, exactly; None where there is nothing to divide by."""
    if not isinstance(value, Pair):
        return Decimal(value)
    if not value.denominator:
        return None
    return Decimal(value.numerator) * 100 / Decimal(value.denominator)
