"""What is somebody's own leaves the program by no way unless it was asked for, and then the log says so."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from app.models import RECORDS, Record
from app.models.activity import Activity
from app.models.base import Base
from app.models.fields import Field, Values, fields_of, rows_of
from app.models.personal import IdentityNumber, Phone, SpeakerName
from app.models.system import Change
from app.models.values import Code, Text
from app.services.aggregates import Aggregate
from app.services.catalog import shown, shown_lines
from app.services.evidence import KINDS
from app.services.finding import find
from app.services.ledger import Ledger
from app.services.ledger_rows import LedgerRows
from app.services.list_columns import columns_of, more_columns_of
from app.services.list_query import Query
from app.services.office import Office
from app.services.options import Options
from app.services.own_table import OwnTable
from app.services.own_table_fields import fields_for
from tests.office import small_office
from tests.services.whole_records import Whole

NUMBERS = ("13900007777", "530102199003070024")
NAME, PLACE = "欧阳鹳翎", "鹳翎巷 8 号"
CANARIES = (*NUMBERS, NAME, PLACE)
PERSONAL_WORDS = ("电话", "手机", "身份证", "住址", "通讯地址", "来访人", "发言人", "提出人")


def is_own(spec: Field) -> bool:
    return spec.private or isinstance(spec.value, SpeakerName)


def owned(model: type[Base]) -> Iterator[Field]:
    """The fields of a kind and of its rows that hold what is somebody's own."""
    for spec in fields_of(model):
        if spec.nested:
            yield from owned(rows_of(model, spec))
        elif is_own(spec):
            yield spec


HOLDERS = [model for model in RECORDS if any(owned(model))]
each_holder = pytest.mark.parametrize("model", HOLDERS, ids=lambda model: model.key)


def canary(spec: Field) -> str:
    match spec.value:
        case Phone():
            return NUMBERS[0]
        case IdentityNumber():
            return NUMBERS[1]
    return PLACE if spec.label == "通讯地址" else NAME


def planted(model: type[Base], values: Values) -> Values:
    """The values with canaries in everything that is somebody's own, and where it was typed besides."""
    found = dict(values)
    for spec in fields_of(model):
        value = values.get(spec.key)
        if spec.nested and value:
            rows = [
                planted(rows_of(model, spec), row) for row in (value if spec.shape == "children" else [value])
            ]
            found[spec.key] = rows if spec.shape == "children" else rows[0]
        elif is_own(spec):
            found[spec.key] = canary(spec)
        elif spec.key == "identity":
            found[spec.key] = "永兴街道居民"
        elif spec.shape == "long_text" and isinstance(value, str):
            found[spec.key] = f"{value}\n电话 {NUMBERS[0]}，身份证 {NUMBERS[1]}"
    return found


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    made = small_office(tmp_path_factory.mktemp("个人信息") / "数据")
    made.change_settings({"id_numbers": True})
    yield made
    made.store.close()


@pytest.fixture(scope="module")
def records(office: Office, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Aggregate]:
    whole = Whole(office, tmp_path_factory.mktemp("附件"))
    found = {}
    for model in HOLDERS:
        values = planted(model, whole.values(model, 0))
        found[model.key] = office.records.save(office.records.new(model.key, **values))
    return found


Way = Callable[[Office, Aggregate, Path, bool], str]


def listed(office: Office, record: Aggregate, folder: Path, full: bool) -> str:
    """The cells of its list, every column shown."""
    model = record.model
    ids = office.listing.find(query(record)).ids
    keys = [spec.key for spec in (*columns_of(model), *more_columns_of(model))]
    return repr(office.listing.rows(record.kind, ids, keys, full=full))


def query(record: Aggregate) -> Query:
    return Query(record.kind, among=(record.uuid,))


def sheet(office: Office, record: Aggregate, folder: Path, full: bool) -> str:
    """Excel of the list."""
    return inside(office.list_export.write(query(record), folder, full=full))


def own_table(office: Office, record: Aggregate, folder: Path, full: bool) -> str:
    """An ad-hoc table of everything: on the screen, as Excel and as Word."""
    keys = tuple(spec.key for spec in fields_for(record.model))[:12]
    personal = tuple(spec.key for spec in fields_for(record.model) if spec.private)
    table = OwnTable(kind=record.kind, fields=tuple(dict.fromkeys((*personal, *keys))))
    result = office.own_tables.run(table, None)
    said = repr(result) + repr(office.own_tables.lines(result, full=full))
    for ending in (".xlsx", ".docx"):
        said += inside(office.own_tables.write_into(table, None, folder, ending, full=full))
    return said


def papers(office: Office, record: Aggregate, folder: Path, full: bool) -> str:
    """Every Word paper, and what an office's own template could name."""
    if not record.model.kind.documents:
        return ""
    said = repr(office.documents.context(record, full=full))
    for name in record.model.kind.documents:
        said += inside(office.documents.write(record.kind, record.uuid, name, folder, full=full))
    return said


def evidence(office: Office, record: Aggregate, folder: Path, full: bool) -> str:
    """The folder of evidence with its list."""
    if record.model not in KINDS:
        return ""
    made = office.evidence.event(record.kind, record.uuid, folder, full=full)
    return "".join(path.name + inside(path) for path in made.folder.rglob("*"))


def told(office: Office, record: Aggregate, folder: Path, full: bool) -> str:
    """What the command line shows and lists."""
    aggregate = office.records.load(record.kind, record.uuid)
    said = json.dumps(shown(aggregate, full=full), ensure_ascii=False)
    with office.store.reading() as session:
        said += "\n".join(shown_lines(aggregate, office.records.context(session), full=full))
    return said + json.dumps(office.listing.as_json(query(record), full=full), ensure_ascii=False)


WAYS: tuple[Way, ...] = (listed, sheet, own_table, papers, evidence, told)


def inside(path: Path) -> str:
    """All parts of a package as text, and the name of the file; a plain file as it is."""
    if not zipfile.is_zipfile(path):
        return path.name
    with zipfile.ZipFile(path) as parts:
        return path.name + "".join(parts.read(name).decode("utf-8", "ignore") for name in parts.namelist())


@each_holder
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_nothing_goes_out_unless_asked_for(
    office: Office, records: dict[str, Aggregate], model: type[Record], way: Way, tmp_path: Path
) -> None:
    before = len(lines(office))
    said = way(office, records[model.key], tmp_path, False)
    assert not [each for each in CANARIES if each in said]
    assert len(lines(office)) == before


@each_holder
def test_what_is_asked_for_goes_out_and_the_log_says_so(
    office: Office, records: dict[str, Aggregate], model: type[Record], tmp_path: Path
) -> None:
    before = len(lines(office))
    said = "".join(way(office, records[model.key], tmp_path, True) for way in WAYS)
    for spec in owned(model):
        assert canary(spec) in said, spec.label
    noted = lines(office)[before:]
    assert noted
    for line in noted:
        data = json.loads(line.data)
        assert line.by == "王秀兰"
        assert data["what"]
        assert data["records"] >= 1
        assert not [each for each in CANARIES if each in line.data]
    assert "看了完整的号码和姓名" in office.log.latest(1)[0].sentence


def lines(office: Office) -> list[Change]:
    with office.store.reading() as session:
        return list(session.scalars(select(Change).where(Change.kind == "disclosure").order_by(Change.id)))


@each_holder
def test_change_log_and_search_mask_it(
    office: Office, records: dict[str, Aggregate], model: type[Record]
) -> None:
    record = records[model.key]
    said = repr(office.history.of(record.uuid))
    assert not [spec.label for spec in owned(model) if spec.private and canary(spec) in said]
    said += repr(office.log.latest(20))
    said += repr(find(office.store, record.number)) + repr(find(office.store, NUMBERS[0]))
    assert not [each for each in NUMBERS if each in said]


def test_tables_of_an_offices_own_layout_name_nobody(office: Office, records: dict[str, Aggregate]) -> None:
    period, today = office.calendar.month(2026, 10), office.clock.today()
    with office.store.writing() as session:  # what the samples lack does not matter here
        session.execute(update(Activity).values(status="registered"))
    with office.store.reading() as session:
        options = Options.load(session)
        seen = 0
        for model in HOLDERS:
            record = records[model.key]
            keys = [spec.key for spec in fields_of(model)]
            local = office.listing.find(query(record)).ids
            ledger = Ledger(session, options, model.key, local)
            said = repr([ledger.cell(row, key) for row in ledger.rows for key in keys if ledger.has(key)])
            for spec in fields_of(model):
                if spec.nested and model.kind.day:
                    row = rows_of(model, spec)
                    path, names = f"{model.key}.{spec.key}", [each.key for each in fields_of(row)]
                    rows: list[dict[str, Any]] = LedgerRows(
                        session, options, path, names, period, "", today
                    ).rows
                    seen += len(rows)
                    said += repr(rows)
            assert not [each for each in CANARIES if each in said], model.key
    assert seen >= 3


def test_whoever_speaks_for_an_office_is_named(office: Office, tmp_path: Path) -> None:
    speeches = [
        {"speaker": "陈志明", "points": "要快"},
        {"speaker": "上官云", "identity": "县住建局局长", "points": "要稳"},
        {"speaker": "司徒小芳", "identity": "永兴街道居民", "points": "要好"},
    ]
    opinions = [{"text": "装路灯", "raised_by": who} for who in ("群众代表", "司徒小芳", "上官云")]
    meeting = {"happened_on": "2026-10-12", "topic": "路灯", "members": ["陈志明"]}
    [saved] = office.records.add(
        "meeting", [meeting | {"speeches": speeches, "opinions": opinions}], draft=True
    )
    context = office.documents.context(saved)
    assert [one["speaker"] for one in context["speeches"]] == ["陈志明", "上官云", "司徒某"]
    assert [one["raised_by"] for one in context["opinions"]] == ["群众代表", "司徒某", "上官云"]


def test_every_field_that_sounds_personal_is_declared_so() -> None:
    for model in RECORDS:
        for spec in every(model):
            if isinstance(spec.value, Text | Code) and any(word in spec.label for word in PERSONAL_WORDS):
                assert is_own(spec), (model.key, spec.label)


def every(model: type[Base]) -> Iterator[Field]:
    for spec in fields_of(model):
        yield from every(rows_of(model, spec)) if spec.nested else [spec]


def test_identity_numbers_are_off_until_the_office_wants_them(tmp_path: Path) -> None:
    office = small_office(tmp_path / "数据")
    with pytest.raises(Exception, match="到设置里打开"):
        office.records.add("person", [{"name": "某人", "id_number": NUMBERS[1]}])
    office.change_settings({"id_numbers": True})
    [person] = office.records.add("person", [{"name": "某人", "id_number": NUMBERS[1]}])
    office.change_settings({"id_numbers": False})
    kept = office.records.load("person", person.uuid)
    kept.values["expertise"] = "水利"
    office.records.save(kept)
    assert office.records.load("person", person.uuid).values["id_number"] == NUMBERS[1]
    assert "身份证号" not in inside(office.list_export.write(Query("person"), tmp_path, full=True))
    assert all(not spec.setting for model in RECORDS for spec in fields_for(model))
    numbers = office.id_numbers
    assert numbers.count == 1
    assert numbers.remove() == 1
    assert numbers.count == 0
    assert office.records.load("person", person.uuid).values["id_number"] is None
    office.store.close()
