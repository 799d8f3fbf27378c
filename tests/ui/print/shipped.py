"""The documents whose page counts are stored: the shipped templates filled, and some more of their like."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from app.exporters.word import render
from app.exporters.word_recovery import recovery
from app.exporters.word_report import formal, summary
from app.exporters.word_review import review
from app.exporters.word_table import write_word_table
from app.models import model_of
from app.services.report_text import ReportText
from tests.demo_fixture import demo_office
from tests.exporters.review_samples import FACTS as REVIEW
from tests.exporters.review_samples import WRONG
from tests.exporters.word_samples import FACTS, LINES, NOW, SAMPLES, TEMPLATES, context, photo
from tests.exporters.workbook_samples import filled_report, shipped
from tests.ui.print.lookalikes import LOOKALIKES

_REPEATED = ("speeches", "opinions", "consensus", "members", "problems_raised", "receptions")
_TOLD_AT_LENGTH = ("background", "content", "summary", "outcome", "dissent")
_RECORDED = (("meeting", "meetings"), ("visit", "visits"), ("studio_activity", "studio_activities"))
_DAYS = "2026年10月1日—10月31日"


def shipped_documents(folder: Path) -> dict[str, Path]:
    """Write all documents into the folder; each template filled sparely and at length."""
    found = {f"like_{name}": write(folder / f"like_{name}.docx") for name, write in LOOKALIKES.items()}
    for kind, template, record in SAMPLES:
        for suffix, times in (("", 1), ("_long", 6)):
            values = context(kind, _longer(dict(record), times))
            found[template + suffix] = _filled(folder, template, template + suffix, values)
    month = summary(FACTS, days=_DAYS, issued_on="2026年11月2日", lines=LINES)
    found["monthly_summary"] = _filled(folder, "monthly_summary", "monthly_summary", month)
    attached = ["基层协商工作情况统计表", "协商成果落实清单"]
    year = formal(FACTS, recipient="示例市政协办公室", issued_on="2026年7月2日", attachments=attached)
    found["formal_report"] = _filled(folder, "formal_report", "formal_report", year)
    found["review_sheet"] = _filled(folder, "review_sheet", "review_sheet", review(REVIEW))
    told = replace(REVIEW, checks=(WRONG,) * 9, papers=REVIEW.papers * 10, figures=REVIEW.figures * 3)
    found["review_sheet_long"] = _filled(folder, "review_sheet", "review_sheet_long", review(told))
    code = recovery("示例县政协", "2026年10月28日", ("ACDEF",) * 8)
    found["recovery_code"] = _filled(folder, "recovery_code", "recovery_code", code)
    found["table"] = folder / "table.docx"
    write_word_table(found["table"], filled_report(shipped("X1")), now=NOW)
    return found | _of_the_sample_county(folder)


def _of_the_sample_county(folder: Path) -> dict[str, Path]:
    """Every document of one record of each kind, the month's 小结 and the half-year's 报告."""
    office = demo_office(folder / "data")
    found: dict[str, Path] = {}
    month = office.calendar.parse("2026-09")
    for kind, figure in _RECORDED:
        uuid = office.figures.records(figure, month)[-1].uuid
        for name in model_of(kind).kind.documents:
            target = folder / f"demo_{kind}_{name}.docx"
            found[target.stem] = office.documents.write(kind, uuid, name, target)
    text = ReportText(office.store, office.clock, office.settings, office.figures)
    for key in ("2026-10", "2026H1"):
        period = office.calendar.parse(key)
        path = text.write(period, text.material(period), folder / key)
        found[path.stem] = path
    office.store.close()
    return found


def _filled(folder: Path, template: str, name: str, values: Any) -> Path:
    path = folder / f"{name}.docx"
    render(TEMPLATES / f"{template}.docx", values, path, now=NOW, pictures={"one": photo()})
    return path


def _longer(record: dict[str, Any], times: int) -> dict[str, Any]:
    for key in _REPEATED:
        if key in record:
            record[key] = list(record[key]) * times
    for key in _TOLD_AT_LENGTH:
        if record.get(key):
            record[key] = "\n".join([record[key] * 3] * times)
    return record
