"""What an ad-hoc table can be narrowed by, as the panel of conditions takes it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import partial

from app.errors import Unfit, quoted
from app.models import model_of
from app.models.days import first, last, parse_day
from app.models.fields import Field
from app.models.people import Membership
from app.models.values import Choice, Count, DayValue, Flag, Money, RefTo
from app.services.list_query import Entry
from app.services.list_tables import STATUS, UNFILLED
from app.services.office import Office
from app.services.own_table import OwnTable
from app.services.own_table_check import GROUP_LABELS, NARROWED_BY
from app.services.own_table_fields import (
    HAS,
    IN,
    IS,
    LEAST,
    WITHOUT_VALUE,
    conditions_for,
    op_word,
    ops_of,
    unit_of,
)
from app.services.own_table_words import NOT_FILLED, STATES
from app.services.picking import Picking
from app.ui.pages.own_table_condition import KEYS, NOTHING, TEXT, Subject, Way
from app.ui.widgets.choice_bar import Option

Options = Callable[[], Sequence[Option]]
_MOST_MEMBERS = 3000


def subjects(office: Office, table: OwnTable) -> list[Subject]:
    """The fields of the table's kind, or the few things figures can be narrowed by."""
    if not table.of_records:
        return _of_figures(office, table)
    return [_subject(office, table.kind, spec) for spec in conditions_for(model_of(table.kind))]


def _of_figures(office: Office, table: OwnTable) -> list[Subject]:
    found = []
    options = office.options()
    for key in NARROWED_BY:
        if key != table.by:
            entries = [Option(each.key, each.label) for each in options.entries(key)]
            way = Way(IN, "是", single=True)
            found.append(Subject(key, GROUP_LABELS[key], (way,), partial(list, entries)))
    return found


def _subject(office: Office, kind: str, spec: Field) -> Subject:
    ways = tuple(_way(office, spec, op) for op in ops_of(spec))
    return Subject(spec.key, spec.label, ways, _options(office, kind, spec))


def _way(office: Office, spec: Field, op: str) -> Way:
    word = op_word(spec, op)
    if op in WITHOUT_VALUE:
        return Way(op, word, NOTHING)
    if op == IS:
        return Way(op, word, KEYS, single=True, read=_flag)
    if spec.key == STATUS or spec.shape == "members" or isinstance(spec.value, Choice | RefTo):
        return Way(op, word)
    if isinstance(spec.value, DayValue):
        return Way(op, word, TEXT, read=partial(_day, office, op == LEAST), hint="10.12 或 20261012")
    if isinstance(spec.value, Money):
        return Way(op, word, TEXT, read=_money, hint="元")
    if isinstance(spec.value, Count):
        return Way(op, word, TEXT, read=_count, hint=unit_of(spec) or "填数")
    return Way(op, word, TEXT, read=_words, hint="填几个字" if op == HAS else "")


def _options(office: Office, kind: str, spec: Field) -> Options:
    if spec.key == STATUS:
        return lambda: [Option(key, words) for key, words in STATES.items()]
    if isinstance(spec.value, Flag):
        return lambda: [Option("1", "是"), Option("0", "否")]
    if spec.shape == "members":
        return partial(_members, office)
    if isinstance(spec.value, Choice | RefTo):
        return lambda: [*_entries(office.listing.choices(kind, spec.key)), Option(UNFILLED, NOT_FILLED)]
    return tuple


def _members(office: Office) -> list[Option]:
    rows = Picking(office.store, office.clock).records(Membership.key, limit=_MOST_MEMBERS)
    return [Option(row.ref.uuid, f"{row.ref.label}　{row.note}".rstrip()) for row in rows]


def _entries(entries: Sequence[Entry]) -> list[Option]:
    return [Option(entry.key, entry.text) for entry in entries]


def _flag(key: str) -> bool:
    return key == "1"


def _words(text: str) -> str:
    if not text.strip():
        raise Unfit("请填要找的字")
    return text.strip()


def _count(text: str) -> int:
    return int(_number(text, r"-?\d{1,9}"))


def _money(text: str) -> str:
    return _number(text, r"\d{1,9}(\.\d{1,2})?")


def _number(text: str, shape: str) -> str:
    plain = unicodedata.normalize("NFKC", text).strip().replace(",", "")
    if not re.fullmatch(shape, plain):
        raise Unfit(f"{quoted(text)}不是数，请只填数字" if plain else "请填一个数")
    return plain


def _day(office: Office, begins: bool, text: str) -> str:
    day = parse_day(text, office.clock.today())
    return (first(day) if begins else last(day)).isoformat()
