"""Plainly invented records and figures (示例县) for the Word tests, and how a written file is read back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.oxml.ns import qn
from PIL import Image

from app.exporters.narrative import Facts, Group, TypicalCase
from app.exporters.tables import Ratio
from app.exporters.word import render
from app.exporters.word_draft import draft
from app.exporters.word_record import composed
from app.paths import RESOURCES
from resources.make.docx_blank import Page, Style, build
from resources.make.docx_blocks import paragraph

NOW = datetime(2026, 10, 28, 14, 3)
TEMPLATES = RESOURCES / "templates"
OFFICE = {
    "unit_name": "示例县政协", "mark": "", "meeting_label": "协商在基层", "visit_label": "委员走基层",
    "studio_label": "委员工作室", "kind_label": "协商活动",
}  # fmt: skip
STATUS = {"present": "出席", "leave": "请假", "absent": "缺席"}


def member(name: str, sector: str = "", employer: str = "", status: str = "present") -> dict[str, str]:
    return {
        "name": name,
        "sector": sector,
        "employer": employer,
        "status": status,
        "status_label": STATUS[status],
    }


def people(**counts: int) -> list[dict[str, Any]]:
    labels = {
        "cadres": "镇村干部",
        "masses": "群众代表",
        "office": "政协机关人员",
        "unnamed_city": "未列名市级委员",
    }
    return [{"key": key, "label": labels[key], "number": number} for key, number in counts.items()]


def task(unit: str = "", deadline: str = "", state: str = "", closed_on: str = "") -> dict[str, str]:
    return {"unit": unit, "deadline": deadline, "state": state, "closed_on": closed_on, "assist_units": ""}


MEETING: dict[str, Any] = OFFICE | {
    "title": "石桥村背街小巷照明怎么建怎么管",
    "topic": "石桥村背街小巷照明怎么建怎么管",
    "happened_on": "2026年10月12日",
    "ended_on": "",
    "began_at": "14时30分",
    "finished_at": "16时40分",
    "township": "青山镇",
    "village": "石桥村",
    "place": "石桥村委会会议室",
    "host": "陈志明",
    "recorder": "王秀兰",
    "lead_unit": "",
    "assist_units": "",
    "brand": "院坝协商",
    "focus": "绿美乡村",
    "members": [
        member("周文", "医药卫生界", "县人民医院副院长"),
        member("李䶮", "教育界", "县第二中学教师"),
        member("王强", "科协", "县科协副主席", "leave"),
    ],
    "people": people(cadres=3, masses=12, office=2),
    "headcount": 19,
    "background": "背街小巷共有七条，大部分没有路灯。\n群众夜间出行不便，希望尽快解决。",
    "research": [
        {"on": "2026年9月20日", "way": "入户走访", "people": "周文", "findings": "四条小巷完全没有照明"}
    ],
    "speeches": [
        {"speaker": "周文", "identity": "县人民医院副院长", "points": "卫生室门口这一段要先亮起来。"},
        {"speaker": "张大妈", "identity": "", "points": "坏了找谁修，要先说清楚。"},
    ],
    "opinions": [{"text": "优先改造学校周边", "raised_by": "李䶮"}],
    "dissent": "灯具式样会后再定。",
    "consensus": [
        {"text": "年内安装太阳能路灯38盏", "task": task("县住建局", "2026年12月20日", "办理中")},
        {"text": "管护写进村规民约", "task": task("石桥村委会", "2027年1月10日", "已办结", "2026年10月25日")},
        {"text": "其余列入明年计划", "task": task()},
    ],
    "photos": [{"file": "one", "name": "现场.jpg", "caption": "协商会现场"}],
}  # fmt: skip
VISIT: dict[str, Any] = OFFICE | {
    "title": "医卫界委员到青山镇义诊",
    "name": "医卫界委员到青山镇义诊",
    "campaign": "联系界别群众",
    "happened_on": "2026年10月15日",
    "ended_on": "2026年10月16日",
    "began_at": "",
    "finished_at": "",
    "township": "青山镇",
    "village": "石桥村",
    "place": "村卫生室",
    "host": "石桥村卫生室",
    "linked_kind": "村",
    "ways": "主动走访、义诊义教",
    "audience": "困难群众",
    "recorder": "王秀兰",
    "members": MEETING["members"],
    "people": people(masses=20),
    "headcount": 22,
    "outreach_count": 2,
    "people_served": 66,
    "experts": 0,
    "demands": 8,
    "answered": 0,
    "donation": "0",
    "talks": "",
    "content": "委员们为二十名老人量血压、送药上门。",
    "outcome": "",
    "problems_raised": [
        {
            "text": "慢性病用药配不齐",
            "sort": "医疗",
            "answered": "是",
            "handed_to": "县卫健局",
            "deadline": "2026年11月15日",
            "closed_on": "2026年10月26日",
            "result": "目录增加12种",
        },
    ],
    "photos": [],
}
STUDIO: dict[str, Any] = OFFICE | {
    "title": "十月接待日",
    "topic": "十月接待日",
    "studio": "青山镇委员工作室",
    "studio_lead": "周文",
    "activity_type": "接待日",
    "convener": "周文",
    "recorder": "王秀兰",
    "happened_on": "2026年10月20日",
    "ended_on": "",
    "began_at": "",
    "finished_at": "",
    "township": "青山镇",
    "village": "",
    "place": "镇文化站",
    "members": MEETING["members"][:1],
    "people": people(masses=12),
    "headcount": 13,
    "people_served": 12,
    "opinion_count": 1,
    "summary": "接待群众十二人，逐件登记。",
    "outcome": "当场答复一件。",
    "receptions": [
        {
            "matter": "自来水水压低",
            "sort": "其他",
            "answered": "否",
            "handed_to": "县水务局",
            "deadline": "",
            "closed_on": "",
            "result": "",
        },
    ],
    "photos": [],
}
SAMPLES: tuple[tuple[str, str, Mapping[str, Any]], ...] = (
    ("meeting", "meeting_record", MEETING),
    ("meeting", "sign_in_sheet", MEETING),
    ("meeting", "information_draft", MEETING),
    ("visit", "visit_record", VISIT),
    ("studio_activity", "studio_form", STUDIO),
)


def _n(current: Any, previous: Any = None, ytd: Any = None, last_year: Any = None) -> dict[str, Any]:
    return {"current": current, "previous": previous, "ytd": ytd, "last_year": last_year}


FIGURES: dict[str, dict[str, Any]] = {
    "meetings": _n(12, 13, 118, 10),
    "courtyard_meetings": _n(7, 5, 60, 6),
    "attendance_total": _n(353, 300, 3684, 280),
    "member_attendance": _n(35),
    "mass_attendance": _n(224),
    "consensus": _n(34, 30, 341, 28),
    "suggestions": _n(0),
    "tasks_due": _n(30),
    "tasks_due_closed": _n(21),
    "task_close_rate": _n(Ratio(21, 30)),
    "tasks_closed": _n(18),
    "townships_covered": _n(9),
    "villages_covered": _n(None),
    "visits": _n(18, 18, 160, 20),
    "people_served": _n(986, 900, 9200, 870),
    "donations": _n(Decimal("23500.00")),
    "studios": _n(28),
    "studio_members": _n(180),
    "members_total": _n(210),
    "studio_cover_rate": _n(Ratio(180, 210)),
    "studio_activities": _n(0, 12, 130, 11),
    "researched_meetings": _n(11),
    "overdue_tasks": _n(4),
}
FACTS = Facts(
    FIGURES,
    "示例县政协",
    "2026年10月",
    focus=(Group("普法强基", 4, "law"), Group("移风易俗", 0, "customs"), Group("绿美乡村", 3, "green")),
    townships=(Group("双河镇", 3, "a"), Group("南坪街道", 2, "b"), Group("大河镇", 1, "c")),
    idle=("小河乡", "石门乡"),
    overdue_units=("县住建局",),
    planned=("农贸市场怎么管",),
    case=TypicalCase(
        "助餐点选址", "2026年10月14日", "金桂社区", ("设在旧仓库", "餐费分担"), "目前已开始试运营"
    ),
)
LINES = (("meetings", "协商活动", "场"), ("task_close_rate", "办结率", "%"))


def bare(record: Mapping[str, Any]) -> dict[str, Any]:
    """The record with nothing filled in but what the office says of itself."""
    empty = {key: [] if isinstance(value, list) else "" for key, value in record.items()}
    return empty | OFFICE


def context(kind: str, record: Mapping[str, Any]) -> dict[str, Any]:
    whole = {**record, **composed(kind, record)}
    return whole | draft(kind, whole)


def written(
    template: str | Path, values: Mapping[str, Any], pictures: Mapping[str, Any] | None = None
) -> Document:
    """The document a template gives, opened again."""
    out = BytesIO()
    path = template if isinstance(template, Path) else TEMPLATES / f"{template}.docx"
    render(path, values, out, now=NOW, pictures=pictures or {})
    return docx.Document(out)


def small_template(folder: Path, *paragraphs: str) -> Path:
    """A template of one's own with these paragraphs of text or XML."""
    path = folder / "自己的模板.docx"
    body = "".join(one if one.startswith("<") else paragraph("Normal", one) for one in paragraphs)
    build(path, (Style("Normal", "Normal", "仿宋_GB2312", size=16),), Page(1440, 1440, 1440, 1440), body, "")
    return path


def lines(document: Document) -> list[str]:
    """Every paragraph in the order of the page, those in tables too."""
    found = ["".join(t.text or "" for t in p.iter(qn("w:t"))) for p in document.element.body.iter(qn("w:p"))]
    return [line for line in found if line]


def figures(document: Document) -> list[str]:
    """The texts of the runs of the style Figure."""
    runs = document.element.body.iter(qn("w:r"))
    return [
        "".join(t.text or "" for t in run.iter(qn("w:t")))
        for run in runs
        if (style := run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")) is not None
        and style.get(qn("w:val")) == "Figure"
    ]


def photo(width: int = 400, height: int = 300, colour: str = "steelblue", **options: Any) -> bytes:
    out = BytesIO()
    Image.new(options.pop("mode", "RGB"), (width, height), colour).save(
        out, options.pop("format", "JPEG"), **options
    )
    return out.getvalue()


def said(paragraphs: Sequence[Mapping[str, Any]]) -> list[str]:
    return [one["lead"] + "".join(run["text"] for run in one["runs"]) for one in paragraphs]
