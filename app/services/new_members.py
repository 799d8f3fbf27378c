"""New members: a person and his membership registered as one intention, once however often it is tried."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.models import Record
from app.models.context import Ref
from app.models.fields import Values
from app.models.people import Membership, Person
from app.services.aggregates import Aggregate, plain, same
from app.services.change_log import carried_out
from app.services.records import Records
from app.store.store import Store


def register(
    store: Store, records: Records, name: str, own: Values, operations: tuple[str, str], reason: str = ""
) -> Aggregate:
    """The membership with the values `own`; `operations` are the ids of person and membership.

    Given again after a try that took place after all, what differs from it is changed. Raises AppError.
    """
    with store.writing() as session:
        person = _put(session, records, Person, {"name": name}, operations[0])
        session.flush()
        own = own | {"person": Ref(person.uuid, person.title)}
        return _put(session, records, Membership, own, operations[1], reason)


def _put(
    session: Session, records: Records, model: type[Record], own: Values, operation: str, reason: str = ""
) -> Aggregate:
    is_there = carried_out(session, operation) is not None
    raw = {key: value for key, value in plain(model, own).items() if key in own and value is not None}
    found = records.add_within(session, model.key, [raw], reason=reason, operation=operation)[0]
    if is_there and not same(found.values | own, found.values, model):
        found.values |= own
        return records.save_within(session, found, reason)
    return found
