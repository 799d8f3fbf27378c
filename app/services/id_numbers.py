"""IdNumbers: the numbers of identity cards that were entered: how many, and taking them out."""

from __future__ import annotations

from sqlalchemy import func, select

from app.models.people import Person
from app.services.aggregates import new_uuid
from app.services.change_log import in_group
from app.services.records import Records
from app.store.store import Store

_HELD = (Person.id_number.is_not(None), Person.deleted_at.is_(None))


class IdNumbers:
    """With 登记身份证号 off nothing shows them; what was entered before stays until it is taken out."""

    def __init__(self, store: Store, records: Records) -> None:
        self._store = store
        self._records = records

    @property
    def count(self) -> int:
        """How many people have one."""
        with self._store.reading() as session:
            return session.execute(select(func.count(Person.id)).where(*_HELD)).scalar_one()

    def remove(self) -> int:
        """Takes all of them out in one transaction; how many. Raises AppError.

        The change log and older backups keep them: neither is ever rewritten.
        """
        with self._store.writing() as session:
            context, group = self._records.context(session), new_uuid()
            uuids = session.scalars(select(Person.uuid).where(*_HELD).order_by(Person.id)).all()
            for place, uuid in enumerate(uuids):
                person = self._records.load_within(session, Person.key, uuid)
                person.values["id_number"] = None
                operation = group if place == 0 else None
                self._records.put_within(session, context, person, noted=in_group(group), operation=operation)
            self._records.settle(session, "")
        return len(uuids)
