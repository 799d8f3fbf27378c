"""KeptSettings: what the office says of itself, in its store, and what a new store begins with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.clock import Clock
from app.models.system import SettingEntry
from app.models.unit import Unit
from app.services import options
from app.services.records import Records
from app.services.scribe import Scribe
from app.settings import OfficeSettings, from_json, to_json
from app.store import schema
from app.store.store import Store

_KEY = "office"


class KeptSettings:
    """The settings, the office's own unit that is called by them, and the shipped options."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._is_new = False

    def founded(self) -> OfficeSettings:
        """Reads the settings; a new store gets the shipped options and the office's own unit."""
        with self._store.reading() as session:
            text = session.execute(select(SettingEntry.value).where(SettingEntry.key == _KEY)).scalar()
            seeding = options.seed_needed(session)
        if text is not None and not seeding:
            return from_json(text)
        settings = from_json(text) if text else OfficeSettings()
        if self._store.writable:
            with self._store.writing() as session:
                self._plant(session, settings)
            self._is_new = text is None
        return settings

    def start_over(self) -> OfficeSettings:
        """Makes the store as new; whoever asks has put a copy of the file aside."""
        from app.store import clearing

        settings = OfficeSettings()
        with self._store.writing() as session:
            clearing.clear(session)
            self._plant(session, settings)
        return settings

    def note_extension(self, by: str) -> None:
        """What a newer program added to the file gets its line in the change log, once.

        A store made just now is not asked: what cannot be read of it any more would make it a failure.
        """
        if self._is_new or not self._store.writable:
            return
        with self._store.reading() as session:
            added = schema.unnoted(session.connection())
        if added:
            with self._store.writing() as session:
                Scribe(self._clock, by).note(session, "extend", "store", "", {"added": added})
                session.execute(delete(SettingEntry).where(SettingEntry.key == schema.ADDED))

    def put(
        self, session: Session, settings: OfficeSettings, values: Mapping[str, Any], records: Records
    ) -> None:
        """Keeps changed settings; `values` are those that were changed, for the change log."""
        session.merge(SettingEntry(key=_KEY, value=to_json(settings)))
        _name_unit(session, settings, records)
        Scribe(self._clock, records.by).note(session, "settings", "setting", _KEY, values)

    def _plant(self, session: Session, settings: OfficeSettings) -> None:
        options.seed(session)
        session.merge(SettingEntry(key=_KEY, value=to_json(settings)))
        if session.execute(select(Unit.id).limit(1)).first() is None:
            own = {"name": settings.unit_name, "level": settings.level, "own": True}
            Records(self._store, self._clock, "").add_within(session, "unit", [own])


def _name_unit(session: Session, settings: OfficeSettings, records: Records) -> None:
    """The office's own unit is called as the settings say."""
    own = select(Unit.uuid).where(Unit.own.is_(True), Unit.deleted_at.is_(None)).limit(1)
    uuid = session.execute(own).scalar()
    if uuid is None:
        return
    unit = records.load_within(session, "unit", uuid)
    named = {"name": settings.unit_name, "level": settings.level}
    if any(unit.values[key] != value for key, value in named.items()):
        unit.values |= named
        records.save_within(session, unit)
