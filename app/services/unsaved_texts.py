"""UnsavedTexts: what is typed into pages and dialogs that are no record's form, and not saved (暂存)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import md5
from typing import Any

from app.clock import Clock
from app.services.unsaved import State, office_of
from app.store.store import Store
from app.store.unsaved import TEXT, Document

_WRONG = (ValueError, TypeError, KeyError, AttributeError)


@dataclass(frozen=True, slots=True)
class TextKey:
    """One page or dialog, and `of` which month or figure it is: one text of it is kept, the last one."""

    place: str
    of: str = ""

    @property
    def name(self) -> str:
        digest = md5(f"{self.place}/{self.of}".encode(), usedforsecurity=False).hexdigest()
        return f"{TEXT}-{digest}"


@dataclass(frozen=True, slots=True)
class KeptText:
    """What stood in one place and was not saved; `title` names the place, `at` is local time."""

    key: TextKey
    title: str
    at: datetime
    by: str
    values: Mapping[str, Any]
    fields: str = ""
    state: State = State.AS_LEFT

    @property
    def when(self) -> str:
        """10月28日 14:02."""
        return f"{self.at.month}月{self.at.day}日 {self.at:%H:%M}"

    @property
    def words(self) -> str:
        """自己写的几段 2026年10月（10月28日 14:02）."""
        return f"{self.title}（{self.when}）"

    @property
    def sentence(self) -> str:
        """What a page says above what came back."""
        return f"上次没来得及保存的（{self.when}）放回来了，还没有保存。"


class UnsavedTexts:
    """`keep` and `drop` may be called on a thread of their own; values are what JSON can hold."""

    def __init__(self, store: Store, clock: Clock, by: str) -> None:
        self._store, self._clock, self._by = store, clock, by

    def keep(self, key: TextKey, title: str, values: Mapping[str, Any]) -> None:
        """On the disk when this returns, in place of what was kept of this place; raises AppError."""
        with self._store.reading() as session:
            office = office_of(session)
        self._store.unsaved.put(
            key.name,
            {
                "office": office, "place": key.place, "of": key.of, "title": title, "by": self._by,
                "at": self._clock.now().isoformat(timespec="seconds"), "values": dict(values),
            },
        )  # fmt: skip

    def drop(self, key: TextKey) -> None:
        """Saved, or not wanted."""
        self._store.unsaved.remove(key.name)

    def take(self, key: TextKey) -> KeptText | None:
        """What was kept of one place, if anything."""
        return self._read(key.name)

    def all(self) -> list[KeptText]:
        """All there is, the newest first."""
        found = [self._read(name) for name in self._store.unsaved.names() if name.startswith(f"{TEXT}-")]
        return sorted((each for each in found if each), key=lambda kept: kept.at, reverse=True)

    def _read(self, name: str) -> KeptText | None:
        document = self._store.unsaved.get(name)
        if document is None:
            return None
        with self._store.reading() as session:
            office = office_of(session)
        try:
            if document["office"] != office:
                raise ValueError("of another office")
            return _kept(document)
        except _WRONG:
            self._store.unsaved.put_aside(name)
            return None


def _kept(document: Document) -> KeptText:
    key = TextKey(str(document["place"]), str(document["of"]))
    at = datetime.fromisoformat(document["at"])
    return KeptText(key, str(document["title"]), at, str(document["by"]), dict(document["values"]))
