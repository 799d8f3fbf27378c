"""Options: the editable lists behind every choice; labels change, keys never."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, ClassVar, NamedTuple

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from app.errors import AppError, Unfit
from app.models import RECORDS, Base
from app.models.fields import Field, fields_of, rows_of
from app.models.figure_set import SHIPPED, FigureSet
from app.models.system import OptionEntry, SettingEntry
from app.models.texts import clean_text
from app.models.values import BETWEEN, Many
from app.paths import RESOURCES
from app.services.figure_catalogue import catalogue_of

_SEED_KEY = "options_seed"
_FILE = RESOURCES / "options" / "options.json"


class Option(NamedTuple):
    """One entry as the program sees it."""

    key: str
    label: str
    group: str = ""
    retired: bool = False
    maps_to: str = ""


class Options:
    """All lists of the office, read once per intention; figures with a source are a list too."""

    _newest: ClassVar[tuple[list[tuple[Any, ...]], FigureSet, Options] | None] = None

    def __init__(self, lists: dict[str, tuple[Option, ...]], figures: FigureSet = SHIPPED) -> None:
        # What is put together from other figures is corrected in those.
        counted = [Option(figure.key, figure.label) for figure in figures.values() if not figure.combined]
        gone = [Option(key, label, retired=True) for key, label in figures.unused.items()]
        self._lists = lists | {"figure": (*counted, *gone)}
        self._labels = {(name, o.key): o.label for name, entries in self._lists.items() for o in entries}

    @classmethod
    def load(cls, session: Session, *, own_figures: bool = True) -> Options:
        """All of them in two SELECTs; one without the figures the office made itself.

        Every intention asks for them, and they hardly ever change: what the same rows came to is not put
        together again.
        """
        statement = select(
            OptionEntry.options, OptionEntry.key, OptionEntry.label, OptionEntry.group,
            OptionEntry.retired, OptionEntry.maps_to,
        ).order_by(OptionEntry.options, OptionEntry.position)  # fmt: skip
        rows: list[tuple[Any, ...]] = [tuple(row) for row in session.execute(statement)]
        figures = catalogue_of(session) if own_figures else SHIPPED
        newest = cls._newest
        if newest is None or newest[0] != rows or newest[1] is not figures:
            lists: dict[str, list[Option]] = {}
            for name, *rest in rows:
                lists.setdefault(name, []).append(Option(*rest))
            made = cls({name: tuple(entries) for name, entries in lists.items()}, figures)
            cls._newest = newest = rows, figures, made
        return newest[2]

    def entries(self, name: str, *, retired: bool = False) -> tuple[Option, ...]:
        return tuple(o for o in self._lists.get(name, ()) if retired or not o.retired)

    def label(self, name: str, key: str) -> str:
        """The label of a key; a key nobody knows is shown as it is."""
        return self._labels.get((name, key), key)

    def key(self, name: str, text: str) -> str | None:
        """The key for a key or a label, retired entries included (old records keep theirs)."""
        for option in self._lists.get(name, ()):
            if text in (option.key, option.label):
                return option.key
        return None


def shipped_lists() -> dict[str, tuple[str, tuple[Option, ...]]]:
    """The lists that come with the program: key → (label, entries)."""
    data = json.loads(_FILE.read_text(encoding="utf-8"))
    return {
        item["key"]: (
            item["label"],
            tuple(Option(e["key"], e["label"], e.get("group", "")) for e in item["entries"]),
        )
        for item in data["lists"]
    }


def seed_needed(session: Session) -> bool:
    return (
        session.execute(select(SettingEntry.value).where(SettingEntry.key == _SEED_KEY)).scalar() != _digest()
    )


def seed(session: Session) -> None:
    """Adds shipped entries that are not there; never touches those that are."""
    there = {(o, k) for o, k in session.execute(select(OptionEntry.options, OptionEntry.key))}
    for name, (_, entries) in shipped_lists().items():
        for position, option in enumerate(entries):
            if (name, option.key) not in there:
                session.add(
                    OptionEntry(
                        options=name, key=option.key, label=option.label, position=position,
                        group=option.group, maps_to="", retired=False,
                    )
                )  # fmt: skip
    session.merge(SettingEntry(key=_SEED_KEY, value=_digest()))


def add_entry(session: Session, name: str, label: str, group: str = "") -> str:
    """A new entry at the end of a list (of one group in it); its key is made once and stays."""
    label = _checked_label(session, name, label)
    count = session.execute(select(func.count()).where(OptionEntry.options == name)).scalar() or 0
    key = f"own_{count + 1}"
    session.add(
        OptionEntry(
            options=name, key=key, label=label, position=count, group=group, maps_to="", retired=False
        )
    )
    return key


def rename_entry(session: Session, name: str, key: str, label: str) -> None:
    entry = _entry(session, name, key)
    if entry.label != label:
        entry.label = _checked_label(session, name, label)


def retire_entry(session: Session, name: str, key: str, retired: bool = True) -> None:
    """Takes an entry off the lists offered; records that use it keep it."""
    _entry(session, name, key).retired = retired


def order_entries(session: Session, name: str, keys: Iterable[str]) -> None:
    for position, key in enumerate(keys):
        _entry(session, name, key).position = position


def _entry(session: Session, name: str, key: str) -> OptionEntry:
    found = session.execute(
        select(OptionEntry).where(OptionEntry.options == name, OptionEntry.key == key)
    ).scalar_one_or_none()
    if found is None:
        raise AppError(f"选项里没有“{key}”，请先刷新再改。")
    return found


def _checked_label(session: Session, name: str, label: str) -> str:
    try:
        label = clean_text(label, 1000) or ""
    except Unfit as unfit:
        raise AppError(f"选项的名称里{unfit}。") from None
    if not label or len(label) > 40:
        raise AppError("选项的名称要有 1 到 40 个字，请重填。")
    if name in _several() and BETWEEN.search(label):
        raise AppError("这里一次可以选几个，名称里不能有顿号、逗号和分号，请换个写法。")
    taken = session.execute(
        select(OptionEntry.key).where(
            OptionEntry.options == name, or_(OptionEntry.label == label, OptionEntry.key == label)
        )
    ).first()
    if taken:
        raise AppError(f"已经有“{label}”这个选项，请换个名称；停用的可以重新启用。")
    return label


@cache
def _several() -> frozenset[str]:
    """The lists of which a field takes several entries."""
    return frozenset(spec.value.of for spec in _all_fields(RECORDS) if isinstance(spec.value, Many))


def _all_fields(models: Iterable[type[Base]]) -> Iterator[Field]:
    for model in models:
        yield from fields_of(model)
        yield from _all_fields(rows_of(model, spec) for spec in fields_of(model) if spec.nested)


def _digest() -> str:
    return hashlib.sha256(_FILE.read_bytes()).hexdigest()
