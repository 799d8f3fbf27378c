"""What a record's documents say that no single field does: when, where, who was there, what was agreed.

A record comes in as plain printed values by field key: texts, whole numbers, lists of rows; "" is not filled.
`members` are rows of name, sector, employer, status (key), status_label; `people` rows of key, label, number.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from app.exporters.word_text import ended
from app.models.activity import PRESENT, UNNAMED

Plain = Mapping[str, Any]
ROWS: Final = 25  # of one page of the sign-in sheet
MOST_SHEETS: Final = 20
MOST_PHOTOS: Final = 6
OBSERVING: Final = ("media", "office")  # roles that sit in without taking part
_NUMERALS: Final = "一二三四五六七八九十"
_ENDINGS: Final = ("镇", "乡", "村", "街道", "社区")
_NAMED: Final = 8  # up to so many members stand with sector and office
_OFFICE: Final = 15  # characters one line of the sheet holds
_SHEETS: Final = {"meeting": ("协商议事会议", "会议议题"), "visit": ("走访活动", "活动名称")}


def composed(kind: str, record: Plain) -> dict[str, Any]:
    """Everything the templates name beyond the record's own fields."""
    added: dict[str, Any] = {
        "when": when(record),
        "where": where(record),
        "attending": attending(record),
        "observing": _counts(record, inside=OBSERVING) or ("无" if member_count(record) else ""),
        "absent": _absent(record),
        "members_text": members_text(record),
        "others_text": _counts(record),
        "results_text": _results(record),
        "problems": _problems(record),
        "photos": list(record.get("photos") or ())[:MOST_PHOTOS],
        "sheets": sheets(record),
    }
    return added | _minutes(record) | _sheet_words(kind, record)


def when(record: Plain) -> str:
    """2026年10月12日14时30分至16时40分, 2026年10月12日—13日, or what of it is known."""
    start, end = str(record.get("happened_on") or ""), str(record.get("ended_on") or "")
    began, finished = record.get("began_at") or "", record.get("finished_at") or ""
    if end and end != start:
        return f"{start}{began}至{_without_common(end, start)}{finished}"
    if began and finished:
        return f"{start}{began}至{finished}"
    return f"{start}{began}"


def where(record: Plain) -> str:
    """乡镇, 村 and 地点 in one, each named once."""
    place = str(record.get("place") or "")
    township = str(record.get("township") or "")
    if township and township in place:
        return place  # it says itself where it is
    for key in ("village", "township"):
        place = _put_before(str(record.get(key) or ""), place)
    return place


def present(record: Plain) -> list[str]:
    """Names of the members who were there."""
    return [str(one["name"]) for one in record.get("members") or () if one["status"] == PRESENT]


def member_count(record: Plain) -> int:
    """委员人次: named and present, plus those not named (domain.md §0)."""
    unnamed = (
        int(one["number"]) for one in record.get("people") or () if str(one["key"]).startswith(UNNAMED)
    )
    return len(present(record)) + sum(unnamed)


def attending(record: Plain) -> str:
    """Members by name, the others by role, the total; one a line."""
    names, members = present(record), member_count(record)
    lines = []
    if members:
        rest = members - len(names)
        named = "：" + "、".join(names) + (f"，另有未列名委员{rest}人" if rest else "") if names else ""
        lines.append(f"委员{members}人{named}。")
    others = _counts(record, outside=OBSERVING)
    if others:
        lines.append(f"{others}。")
    total = record.get("headcount") or len(names) + sum(one["number"] for one in record.get("people") or ())
    observing = sum(one["number"] for one in record.get("people") or () if one["key"] in OBSERVING)
    if total and (lines or observing):
        lines.append(f"合计{total}人" + (f"（含列席{observing}人）。" if observing else "。"))
    return "\n".join(lines)


def members_text(record: Plain) -> str:
    """Members with sector and office, or by name and number when they are many."""
    there = [one for one in record.get("members") or () if one["status"] == PRESENT]
    rest = member_count(record) - len(there)
    if len(there) > _NAMED:
        text = "、".join(str(one["name"]) for one in there) + f"，共{len(there)}人"
    else:
        text = "；".join(_described(one) for one in there)
    more = f"未列名委员{rest}人" if rest > 0 else ""
    return f"{text}，另有{more}" if text and more else text or more


def counted(value: object) -> bool:
    """Whether a number or amount has something to say."""
    return value not in (None, "", "0", 0)


def numerals(parts: Mapping[str, bool]) -> dict[str, str]:
    """一、二、三 … for the parts that are there, "" for the others."""
    left = iter(_NUMERALS)
    return {key: next(left) if there else "" for key, there in parts.items()}


def sheets(record: Plain) -> list[dict[str, Any]]:
    """Pages of the sign-in sheet: the members, then blank lines for all who were or will be there."""
    members = list(record.get("members") or ())
    expected = max(len(members), int(record.get("headcount") or 0), 1)
    pages = min(-(-expected // ROWS), MOST_SHEETS)
    pages = max(pages, -(-len(members) // ROWS))
    rows = [{"number": at + 1, "name": "", "office": ""} for at in range(pages * ROWS)]
    for row, member in zip(rows, members, strict=False):
        row |= {"name": member["name"], "office": _office(member)}
    return [{"rows": rows[at : at + ROWS]} for at in range(0, len(rows), ROWS)]


def _sheet_words(kind: str, record: Plain) -> dict[str, str]:
    studio = (f"{record.get('studio_label') or ''}活动", "活动主题")
    words, label = _SHEETS.get(
        kind, studio if kind == "studio_activity" else (str(record["kind_label"]), "名称")
    )
    return {"sheet_title": f"{words}签到表", "title_label": label}


def _minutes(record: Plain) -> dict[str, Any]:
    """The parts of a meeting record, and whether it is a form to be filled by hand."""
    consensus = list(record.get("consensus") or ())
    year = _year(record)
    tasks = [
        {"text": one["text"], **_task(one["task"], year)} for one in consensus if one["task"].get("unit")
    ]
    research = "\n".join(_trip(one) for one in record.get("research") or ())
    parts = {
        "background": bool(record.get("background") or research),
        "speeches": bool(record.get("speeches")),
        "opinions": bool(record.get("opinions")),
        "consensus": bool(consensus),
        "tasks": bool(tasks),
        "others": bool(record.get("dissent")),
    }
    by_hand = not any(parts.values())
    return {
        "tasks": tasks or [dict.fromkeys(("text", "unit", "deadline", "state"), "")] * 3,
        "research_text": research,
        "by_hand": int(by_hand),
        "numeral": numerals(dict.fromkeys(parts, True) if by_hand else parts),
    }


def _task(task: Plain, year: str) -> dict[str, str]:
    """A row of the table; dates of the meeting's own year say no year, the column is narrow."""
    unit, assist = str(task["unit"]), task.get("assist_units") or ""
    deadline, closed = _brief(task, "deadline", year), _brief(task, "closed_on", year)
    return {
        "unit": f"{unit}\n协办：{assist}" if assist else unit,
        "deadline": deadline,
        "state": "\n".join(one for one in (str(task.get("state") or ""), closed) if one),
    }


def _year(record: Plain) -> str:
    head, mark, _ = str(record.get("happened_on") or "").partition("年")
    return head + mark


def _brief(row: Plain, key: str, year: str) -> str:
    """A printed date without the record's own year, for narrow columns."""
    return str(row.get(key) or "").removeprefix(year)


def _trip(trip: Plain) -> str:
    """会前调研 in one sentence or two."""
    head = "，".join(str(trip[key]) for key in ("on", "way") if trip.get(key))
    people = f"，参加人：{trip['people']}" if trip.get("people") else ""
    findings = ended(str(trip.get("findings") or ""))
    return f"会前调研：{head}{people}。" + findings if head or people else findings


def _absent(record: Plain) -> str:
    away = [one for one in record.get("members") or () if one["status"] != PRESENT]
    if not away:
        return "无" if present(record) else ""
    return "、".join(f"{one['name']}（{one['status_label']}）" for one in away)


def _described(member: Plain) -> str:
    about = "，".join(str(member[key]) for key in ("sector", "employer") if member.get(key))
    return f"{member['name']}（{about}）" if about else str(member["name"])


def _office(member: Plain) -> str:
    """What fits in one line: the office, else the sector."""
    employer, sector = str(member.get("employer") or ""), str(member.get("sector") or "")
    if employer and len(employer) <= _OFFICE:
        return employer
    return sector or (employer[: _OFFICE - 1] + "…" if employer else "")


def _counts(record: Plain, inside: Sequence[str] = (), outside: Sequence[str] = ()) -> str:
    """镇村干部5人、群众代表12人: roles with somebody in them, members not named left out."""
    chosen = (
        f"{one['label']}{one['number']}人"
        for one in record.get("people") or ()
        if one["number"]
        and not str(one["key"]).startswith(UNNAMED)
        and (not inside or one["key"] in inside)
        and one["key"] not in outside
    )
    return "、".join(chosen)


def _results(record: Plain) -> str:
    known = (("experts", "联系专家{}名"), ("talks", "宣讲{}场"), ("donation", "捐款捐物折合{}元"))
    return "，".join(text.format(record[key]) for key, text in known if counted(record.get(key)))


def _problems(record: Plain) -> list[dict[str, str]]:
    """Problems of a visit or matters of a reception day; who raised them is never printed."""
    rows = record.get("problems_raised") or record.get("receptions") or ()
    year = _year(record)
    return [
        {
            "text": str(one.get("text") or one.get("matter") or ""),
            "answered": str(one.get("answered") or ""),
            "handed_to": "\n".join(
                _brief(one, key, year) for key in ("handed_to", "deadline") if one.get(key)
            ),
            "result": _result(one, year),
        }
        for one in rows
    ]


def _result(row: Plain, year: str) -> str:
    closed = f"{_brief(row, 'closed_on', year)}办结" if row.get("closed_on") else ""
    return "，".join(one for one in (str(row.get("result") or ""), closed) if one)


def _put_before(area: str, place: str) -> str:
    """大河镇 before 镇文化站 is 大河镇文化站; an area that is named already is not named again."""
    if area in place:
        return place
    shared = next((size for size in (2, 1) if place.startswith(area[-size:]) and area[-size:] in _ENDINGS), 0)
    return area + place[shared:]


def _without_common(end: str, start: str) -> str:
    """A date without the year (and month) it shares with the one before it."""
    for mark in ("月", "年"):
        head = end[: end.find(mark) + 1]
        if head and start.startswith(head) and end != head:
            return end[len(head) :]
    return end
