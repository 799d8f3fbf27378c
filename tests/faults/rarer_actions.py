"""What an office does once a month, or once in five years: each fault is tried on it too."""

from __future__ import annotations

import shutil
from contextlib import suppress
from datetime import date
from pathlib import Path

from app.errors import AppError
from app.models.periods import Period
from app.services import terms
from app.services.backup_restoring import BackupRestoring
from app.services.passwords import key_of
from app.store.backup.backup import Reason
from app.store.password.keyring import Keyring
from app.store.password.switch import Switch
from app.store.place.moving import Moving
from tests.faults.actions import (
    OP,
    attached,
    full_desk,
    meeting,
    nothing,
    prepare_papers,
    prepare_sending,
    send,
    visits,
)
from tests.faults.desk import CODE, ENCRYPTED, NEW_CODE, OTHER_PASSWORD, PLAIN, Action, Desk
from tests.office import small_office
from tests.store.cheap import CHEAP, DAY

COLLEAGUE = "李建国"
OTHER_KEY = bytes(reversed(range(32)))


def _october(desk: Desk) -> Period:
    return desk.office.calendar.month(2026, 10)


# what is written


def _save_report(desk: Desk) -> None:
    desk.office.saved_reports.save(desk.office.own_tables.usual("meeting").named("局长要的表"))


def _edited(desk: Desk) -> None:
    record = meeting(desk)
    record.values |= {"topic": "改了题目的会", "opinions": []}
    desk.office.records.save(record)


def _bring_back(desk: Desk) -> None:
    desk.office.history.restore("meeting", desk.notes["meeting"], 1, operation=OP)


def _begin_term(desk: Desk) -> None:
    staying = [row.uuid for row in terms.serving(desk.office)][:6]
    terms.begin(desk.office, "十二届", date(2026, 11, 20), staying)


def _submitted(desk: Desk) -> None:
    prepare_papers(desk)
    desk.office.month_end.submit(_october(desk))


def _reopen(desk: Desk) -> None:
    desk.office.month_end.reopen(_october(desk), "少报了一场")


def _write_papers(desk: Desk) -> None:
    desk.office.reports.export(_october(desk), desk.out, keep=False)


# who gets in


def _change_password(desk: Desk) -> None:
    assert desk.key is not None
    desk.passwords.change(desk.key, "王秀兰", OTHER_PASSWORD)


def _clerks(desk: Desk) -> tuple[str, ...]:
    """As the dialog shows them to whoever tries again; none where nobody can read them."""
    with suppress(AppError):
        access = desk.passwords.access()
        return () if access is None else access.names
    return ()


def _add_colleague(desk: Desk) -> None:
    if COLLEAGUE not in _clerks(desk):
        assert desk.key is not None
        desk.passwords.add(desk.key, COLLEAGUE, OTHER_PASSWORD)


def _two_clerks(desk: Desk) -> None:
    """A colleague, and a backup whose list knows both."""
    _add_colleague(desk)
    desk.office.backups.make(Reason.ASKED)


def _remove_colleague(desk: Desk) -> None:
    clerks = _clerks(desk)
    if not clerks or COLLEAGUE in clerks:
        desk.passwords.remove(COLLEAGUE)


def _renew_code(desk: Desk) -> None:
    assert desk.key is not None
    desk.passwords.renew_code(desk.key, NEW_CODE)


def _backed_up(desk: Desk) -> None:
    desk.office.backups.make(Reason.ASKED)


def _lose_keyring(desk: Desk) -> None:
    desk.data.keyring.unlink()


def _open_by_code(desk: Desk) -> None:
    desk.key = desk.passwords.recover(str(CODE))
    with desk.opened():
        pass


# where it lies, and what comes from elsewhere


def _move(desk: Desk) -> None:
    Moving(type(desk.data)(desk.place / "台账"), desk.clock, desk.key).run(desk.new_home)


def _from_elsewhere(desk: Desk) -> None:
    """A backup that another computer made of the same office, under another key."""
    attached(desk)
    elsewhere = Desk(desk.inbox / "另一台", OTHER_KEY)
    small_office(elsewhere.data.root).store.close()
    keyring = Keyring.new(OTHER_KEY, "示例县政协", COLLEAGUE, OTHER_PASSWORD, NEW_CODE, DAY, CHEAP)
    Switch(elsewhere.data, None, OTHER_KEY, keyring).run(lambda *_: None)
    with elsewhere.opened() as office:
        office.change_settings({"phone": "0938-1111111"})
        backup = office.backups.make(Reason.ASKED)
    desk.notes["backup"] = str((elsewhere.data.backups / f"{backup.name}.db").relative_to(desk.place))


def _restore_from_elsewhere(desk: Desk) -> None:
    def ask(keyring: Keyring) -> bytes:
        return key_of(keyring, OTHER_PASSWORD)

    file = desk.place / Path(desk.notes["backup"])
    BackupRestoring(desk.data, desk.clock, desk.key, ask).restore(file)


def _among_others(desk: Desk) -> None:
    """A first backup here, where the second disk has those of an older computer."""
    prepare_sending(desk)
    send(desk)
    for name in ("甲", "乙"):
        desk.office.change_settings({"clerk": name})
        desk.office.backups.make(Reason.ASKED)
        send(desk)
    shutil.rmtree(desk.data.backups)
    desk.office.backups.make(Reason.ASKED)


RARER_ACTIONS: tuple[Action, ...] = (
    Action("change password", nothing, _change_password, opened=False, at=ENCRYPTED),
    Action("add password", _backed_up, _add_colleague, opened=False, at=ENCRYPTED),
    Action("remove password", _two_clerks, _remove_colleague, opened=False, at=ENCRYPTED),
    Action("renew code", _backed_up, _renew_code, opened=False, at=ENCRYPTED),
    Action(
        "open by code", _backed_up, _open_by_code, opened=False, writes=False, begins=_lose_keyring,
        repeatable=True, at=ENCRYPTED,
    ),
    Action("save report", nothing, _save_report, at=PLAIN),
    Action("bring back a version", _edited, _bring_back, at=PLAIN),
    Action("begin a term", nothing, _begin_term, at=PLAIN),
    Action("reopen", _submitted, _reopen, at=PLAIN),
    Action("send beside others", _among_others, send, writes=False, repeatable=True, at=PLAIN),
    Action("write papers", visits, _write_papers, writes=False, papers=3, at=PLAIN),
    Action("move", full_desk, _move, opened=False, at=ENCRYPTED),
    Action("restore from elsewhere", _from_elsewhere, _restore_from_elsewhere, opened=False, at=ENCRYPTED),
)  # fmt: skip
"""Each small, and at the one desk where most of it happens: a whole run is to stay within the hour."""
