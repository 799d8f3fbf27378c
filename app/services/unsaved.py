"""Unsaved: what is typed into forms and not saved (暂存): kept, offered again, taken back into a form."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.clock import Clock
from app.errors import AppError, NotFound
from app.models import model_of
from app.models.fields import Values, fields_of
from app.models.unit import Unit
from app.services import change_log
from app.services.aggregates import Aggregate, plain, same
from app.services.change_values import values_of
from app.services.records import Records
from app.services.rejoining import rejoined
from app.services.restoring import Restoring
from app.store.store import Store
from app.store.unsaved import TEXT, Document, UnsavedPlace

_WRONG = (ValueError, TypeError, KeyError, AttributeError)
_NAMED = 3
REASON, MEMBER = "reason", "member"
BESIDE = {REASON: "改动的理由", MEMBER: "没登记完的新委员"}
_NOTHING: tuple[Any, ...] = (None, "", [], {})


class State(StrEnum):
    """What became of a record since somebody typed into it and did not save."""

    AS_LEFT = "as left"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class FormKey:
    """One form as it is being typed; `id` is its own, 32 hex digits, so that none takes another's place."""

    kind: str
    id: str

    @property
    def name(self) -> str:
        return f"{self.kind}-{self.id}"


@dataclass(frozen=True, slots=True)
class Typed:
    """What a form holds at one moment.

    `altered` are the keys that differ from what is saved; `unread` what was typed and cannot be read, by
    key, as its editor tells it; `operations` the ids under which it may already have been saved; `beside`
    what was typed into a dialog opened from the form, plain values under one of BESIDE.
    """

    record: Aggregate
    altered: Sequence[str] = ()
    unread: Mapping[str, Any] = field(default_factory=dict)
    operations: Sequence[str] = ()
    beside: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Offer:
    """One form that can be gone on with; `uuid` is "" for a record that was never saved, `at` local time.

    `altered` are the labels of the fields that differ from what is saved.
    """

    key: FormKey
    uuid: str
    title: str
    at: datetime
    by: str
    state: State = State.AS_LEFT
    altered: tuple[str, ...] = ()

    @property
    def fields(self) -> str:
        """会议议题、地点等 5 项; "" for a record that was never saved, of which all is new."""
        if not self.uuid:
            return ""
        more = f"等 {len(self.altered)} 项" if len(self.altered) > _NAMED else ""
        return "、".join(self.altered[:_NAMED]) + more

    @property
    def words(self) -> str:
        """协商活动“充电桩建在哪”（10月28日 14:02）."""
        name = f"“{self.title}”" if self.title else ""
        return f"{model_of(self.key.kind).kind.label}{name}（{self.when}）"

    @property
    def when(self) -> str:
        """10月28日 14:02."""
        return f"{self.at.month}月{self.at.day}日 {self.at:%H:%M}"


@dataclass(frozen=True, slots=True)
class Taken:
    """What goes back into a form: the `values` typed, over `record` as it is in the file, or new.

    `document` is what `put_back` takes.
    """

    record: Aggregate
    values: Values
    unread: Mapping[str, Any]
    left_out: tuple[str, ...]
    document: Document
    beside: Mapping[str, Any] = field(default_factory=dict)

    @property
    def aggregate(self) -> Aggregate:
        """The record as it was being typed."""
        return replace(self.record, values=self.record.values | self.values)

    @property
    def sentence(self) -> str:
        """What could not come back; "" when all did."""
        return f"有的没有恢复：{'；'.join(self.left_out)}。" if self.left_out else ""


class Unsaved:
    """Offers only what still makes sense; `keep` and `drop` may be called on a thread of their own."""

    def __init__(self, store: Store, clock: Clock, records: Records) -> None:
        self._store = store
        self._clock = clock
        self._records = records
        self._place: UnsavedPlace = store.unsaved

    def keep(self, key: FormKey, typed: Typed) -> None:
        """On the disk when this returns, in place of what was kept of this form; raises AppError."""
        record = typed.record
        labels = {spec.key: spec.label for spec in fields_of(record.model)}
        values = plain(record.model, record.values)
        with self._store.reading() as session:
            office = office_of(session)
        self._place.put(
            key.name,
            {
                "office": office, "kind": record.kind, "uuid": record.uuid, "revision": record.revision,
                "title": record.title, "at": self._clock.now().isoformat(timespec="seconds"),
                "by": self._records.by, "values": values, "unread": dict(typed.unread),
                "altered": {name: labels.get(name, name) for name in typed.altered},
                "operations": list(typed.operations), "beside": dict(typed.beside),
                "files": [entry["sha256"] for entry in record.values.get("files") or ()],
            },
        )  # fmt: skip

    def drop(self, key: FormKey) -> Document | None:
        """Saved, or not wanted; the answer brings it back with `put_back`."""
        document = self._place.get(key.name)
        self._place.remove(key.name)
        return document

    def put_back(self, key: FormKey, document: Document) -> None:
        """What `drop` took away is wanted after all."""
        self._place.put(key.name, document)

    def tidy(self) -> None:
        """Once, when the store was opened and nobody types yet."""
        self._place.tidy()

    def all(self) -> list[Offer]:
        """What can be gone on with, the newest first; what turns out to be saved is no longer kept."""
        names = [name for name in self._place.names() if not name.startswith(f"{TEXT}-")]
        if not names:
            return []
        with self._store.reading() as session:
            office = office_of(session)
            found = [self._offer(session, name, office) for name in names]
        return sorted((each for each in found if each), key=lambda offer: offer.at, reverse=True)

    def of(self, kind: str, uuid: str, but: Collection[FormKey] = ()) -> list[Offer]:
        """Those of one record, or of new ones of a kind; `but` are those the form that asks knows of."""
        offers = self.all() if self._place.names() else []
        return [each for each in offers if (each.key.kind, each.uuid) == (kind, uuid) and each.key not in but]

    def take(self, key: FormKey) -> Taken:
        """What was typed, over the record as it is now; raises AppError when that is not possible."""
        document = self._place.get(key.name)
        if document is None:
            raise AppError("这份没保存的内容已经不在了，或者读不出来。台账里的没有改动。")
        try:
            with self._store.reading() as session:
                return self._taken(session, document)
        except _WRONG:
            self._place.put_aside(key.name)
            raise AppError("这份没保存的内容读不出来，放到“暂存”文件夹里了。台账里的没有改动。") from None

    def _offer(self, session: Session, name: str, office: str) -> Offer | None:
        document = self._place.get(name)
        if document is None:
            return None
        try:
            if document["office"] != office:
                raise ValueError("of another office")
            kind, _, own = name.partition("-")
            uuid, revision = _written(session, document)
            title, at, by = document["title"], datetime.fromisoformat(document["at"]), document["by"]
            altered = tuple(str(label) for label in document["altered"].values())
            altered += tuple(BESIDE[name] for name in _beside(document))
            offer = Offer(FormKey(kind, own), uuid, str(title), at, str(by), altered=altered)
            return self._judged(session, offer, document, revision)
        except _WRONG:
            self._place.put_aside(name)
            return None

    def _judged(self, session: Session, offer: Offer, document: Document, revision: int) -> Offer | None:
        try:
            taken = self._taken(session, document)
        except NotFound:
            return replace(offer, state=State.GONE)
        record = taken.record
        is_more = taken.unread or MEMBER in taken.beside
        if offer.uuid and not is_more and _alike(record, taken.aggregate):
            self._place.remove(offer.key.name)
            return None
        return offer if record.revision == revision else replace(offer, state=State.CHANGED)

    def _taken(self, session: Session, document: Document) -> Taken:
        kind, model = document["kind"], model_of(document["kind"])
        uuid, revision = _written(session, document)
        altered: dict[str, str] = document["altered"]
        record = self._records.load_within(session, kind, uuid) if uuid else self._records.new(kind)
        kept = {key: value for key, value in document["values"].items() if not uuid or key in altered}
        values = values_of(model, kept)
        refused = [label for key, label in altered.items() if not _came(model, values, kept, key)]
        if uuid and record.revision != revision:
            values = self._rejoined(session, record, revision, values)
        mended, lost = Restoring(self._store, self._records).mended(
            session, record, replace(record, values=values)
        )
        unread = {key: raw for key, raw in dict(document["unread"]).items() if key in values}
        said = tuple(f"“{label}”换了填法" for label in refused)
        # Only what was typed: a field that nobody touched has what is in the file by now.
        typed = {key: mended[key] for key in values if uuid or mended[key] != record.values.get(key)}
        return Taken(record, typed, unread, (*said, *lost), document, _beside(document))

    def _rejoined(self, session: Session, now: Aggregate, revision: int, typed: Values) -> Values:
        """What was typed over a version that is no longer the newest, with what was saved since."""
        from app.services.history import History  # a start that offers nothing has no need of it

        try:
            base = History(self._store, self._clock, self._records).version_within(
                session, now.uuid, revision
            )
        except AppError:  # a change log without that version
            return typed
        return rejoined(now.model, base.values, typed, now.values)


def office_of(session: Session) -> str:
    """Whose store it is: what was typed for one office is never offered to another."""
    return session.execute(select(Unit.uuid).where(Unit.own.is_(True)).limit(1)).scalar() or ""


def _beside(document: Document) -> dict[str, Any]:
    """What was typed beside the form; a document of an older program has nothing of it."""
    return {name: what for name, what in dict(document.get("beside") or {}).items() if name in BESIDE}


def _written(session: Session, document: Document) -> tuple[str, int]:
    """Record and revision that were typed over, those of a save that nobody heard the end of included."""
    operations = list(document["operations"])
    found = change_log.outcome(session, operations) if operations else None
    return found or (document["uuid"], document["revision"])


def _alike(record: Aggregate, other: Aggregate) -> bool:
    """Whether both say the same; the sector of a member follows from the day, nobody types it."""
    ours, theirs = (
        each.values | {"members": [entry | {"sector": None} for entry in each.values.get("members") or ()]}
        for each in (record, other)
    )
    return same(ours, theirs, record.model)


def _came(model: Any, values: Values, kept: Mapping[str, Any], key: str) -> bool:
    """Whether all that was kept of a field is there again."""
    return key in values and _said(plain(model, values)[key]) == _said(kept.get(key))


def _said(value: Any) -> Any:
    """A plain value without what is empty in it: a row may have gained a field since."""
    if isinstance(value, dict):
        return {key: _said(item) for key, item in value.items() if item not in _NOTHING}
    return [_said(item) for item in value] if isinstance(value, list) else value
