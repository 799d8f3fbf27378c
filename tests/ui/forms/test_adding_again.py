"""Somebody registered from a form whose save nobody heard of: trying again makes nobody twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from app.models.context import Ref
from app.models.fields import field_of
from app.models.people import Membership, Person
from app.services.office import Office
from app.ui.forms.desk import Desk
from app.ui.forms.new_member import NewMemberDialog
from app.ui.forms.pick_editor import NewName
from app.ui.forms.ref_editor import RefEditor
from app.ui.operations import Operations
from tests.office import small_office
from tests.store.flaky import Disk

NAME = "孙悟空"


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk.under(monkeypatch)


@pytest.fixture
def office(disk: Disk, tmp_path: Path) -> Iterator[Office]:
    made = small_office(tmp_path)
    made.change_settings({"phone": "0871"})  # the first change is preceded by others than its own
    yield made
    disk.gone = False
    made.store.close()


def people(office: Office) -> list[str]:
    with office.store.reading() as session:
        return [name for name in session.scalars(select(Person.name).order_by(Person.id)) if "孙" in name]


def unheard(disk: Disk, operations: Operations, take: Callable[[], object], *, took_place: bool) -> None:
    """Something is saved, and nobody can look whether it was."""
    disk.gone_when_failed = True
    setattr(disk, "fail_after_commit" if took_place else "fail_before_commit", "disk I/O error")
    take()
    operations.wait()
    assert disk.failed == 1
    disk.gone = disk.gone_when_failed = False


@pytest.fixture
def dialog(desk: Desk, qtbot: object) -> Iterator[NewMemberDialog]:
    made = NewMemberDialog(desk, NAME)
    made.editor("sector").take("religion")  # type: ignore[attr-defined]
    yield made
    made.deleteLater()


@pytest.fixture
def registered(dialog: NewMemberDialog) -> list[Ref]:
    """Everybody the dialog says it has registered."""
    found: list[Ref] = []
    dialog.registered.connect(found.append)
    return found


@pytest.mark.parametrize("took_place", [True, False])
def test_a_new_member_is_one(
    office: Office, disk: Disk, operations: Operations, dialog: NewMemberDialog, registered: list[Ref],
    took_place: bool,
) -> None:  # fmt: skip
    unheard(disk, operations, dialog._save.click, took_place=took_place)
    dialog._save.click()
    operations.wait()
    assert people(office) == [NAME]
    [ref] = registered
    assert office.records.load("membership", ref.uuid).values["person"].label == NAME


@pytest.mark.parametrize("took_place", [True, False])
def test_what_was_typed_since_is_in_the_one_there_is(
    office: Office, disk: Disk, operations: Operations, dialog: NewMemberDialog, registered: list[Ref],
    took_place: bool,
) -> None:  # fmt: skip
    unheard(disk, operations, dialog._save.click, took_place=took_place)
    dialog.editor("name").set_value("孙行者")
    dialog.editor("name").edited.emit()
    dialog.editor("sector").take("culture")  # type: ignore[attr-defined]
    dialog._save.click()
    operations.wait()
    assert people(office) == ["孙行者"]
    member = office.records.load("membership", registered[0].uuid).values
    assert (member["person"].label, member["sector"]) == ("孙行者", "culture")


def test_what_is_held_of_a_try_leads_to_the_same_person(
    office: Office, disk: Disk, desk: Desk, operations: Operations, dialog: NewMemberDialog
) -> None:
    held: list[dict[str, object]] = []
    dialog.typed.connect(held.append)
    unheard(disk, operations, dialog._save.click, took_place=True)
    again = NewMemberDialog(desk, NAME, held=held[-1])
    again._save.click()
    operations.wait()
    again.deleteLater()
    assert people(office) == [NAME]


@pytest.mark.parametrize("took_place", [True, False])
def test_a_new_name_is_one(
    office: Office, disk: Disk, operations: Operations, desk: Desk, qtbot: object, took_place: bool
) -> None:
    editor = RefEditor(field_of(Membership, "person"), desk, model=Membership)
    unheard(disk, operations, lambda: editor.take(NewName(NAME)), took_place=took_place)
    editor.take(NewName(NAME))
    operations.wait()
    assert people(office) == [NAME]
    assert editor.value().label == NAME
    editor.deleteLater()
