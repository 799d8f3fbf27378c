"""The information draft (工作动态信息稿): a title and 300 to 600 characters said from one record.

Every sentence stands only when the record has what it says; nothing is made up to fill the page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from app.exporters.word_record import counted, member_count, present, where
from app.exporters.word_text import TOO_SHORT, ended, listed, quoted, shortened
from app.exporters.word_title import ladder

Plain = Mapping[str, Any]
LONGEST: Final = 600
_MOST_NAMES: Final = 3
_AGREED: Final = 240  # characters for all that was agreed


def draft(kind: str, record: Plain) -> dict[str, Any]:
    """headline, title_lines, paragraphs and author for the template."""
    title, pieces = _KINDS.get(kind, _other)(record)
    return {
        "headline": "".join(title),
        "title_lines": ladder(title),
        "paragraphs": _within(pieces),
        "author": str(record.get("recorder") or ""),
    }


class Piece:
    """A paragraph that may be shortened to `least` characters, or left out where `least` is 0."""

    def __init__(self, text: str, least: int = -1, most: int = LONGEST) -> None:
        self.text = text
        self.least = len(text) if least < 0 else least
        self.most = most


def _within(pieces: Sequence[Piece]) -> list[str]:
    """The paragraphs in their order, the optional ones shortened so that all keep to the length."""
    there = [piece for piece in pieces if piece.text]
    room = LONGEST - sum(min(piece.least, len(piece.text)) for piece in there)
    found = []
    for piece in there:
        least = min(piece.least, len(piece.text))
        text = shortened(piece.text, min(piece.most, max(0, room) + least))
        room -= len(text) - least
        if text:
            found.append(text)
    return found


def _meeting(record: Plain) -> tuple[list[str], list[Piece]]:
    unit, topic = record["unit_name"], quoted(record["topic"])
    place = where(record)
    at = f"在{place}" if place else ""
    opening = f"{_day(record)}，{unit}{at}围绕{topic}开展{_meeting_name(record)}。"
    opening += _there(record, "参加协商", f"{record['host']}主持。" if record.get("host") else "")
    title = [unit, "围绕", topic, "开展协商"]
    return title, [
        Piece(opening),
        Piece(_research(record), 0, 120),
        Piece(_flowing(record.get("background")), 0, 220),
        Piece(_speeches(record), 0, 260),
        Piece(_agreed(record)),
        Piece(_carried_out(record)),
    ]


def _visit(record: Plain) -> tuple[list[str], list[Piece]]:
    unit = record["unit_name"]
    campaign = f"“{record['campaign']}”" if record.get("campaign") else ""
    host = str(record.get("host") or "")
    place = where(record) if host in where(record) else where(record) + host
    opening = f"{_day(record)}，{unit}组织委员{f'到{place}' if place else ''}开展{campaign}走访。"
    opening += _there(record, "参加走访", "")
    ways = f"委员们通过{record['ways']}等方式，了解基层情况，听取群众意见。" if record.get("ways") else ""
    title = [unit, f"“{record['visit_label']}”：", str(record["name"])]
    return title, [
        Piece(opening),
        Piece(ways + _served(record), 0),
        Piece(_flowing(record.get("content")), 100, 320),
        Piece(_raised(record, "problems_raised", "text"), 0, 200),
        Piece(_flowing(record.get("outcome")), 0, 140),
    ]


def _studio(record: Plain) -> tuple[list[str], list[Piece]]:
    place = f"在{where(record)}" if where(record) else ""
    opening = f"{_day(record)}，{record['studio']}{place}开展{_activity_name(record)}。"
    opening += _there(record, "参加活动", f"{record['convener']}召集。" if record.get("convener") else "")
    title = [f"{record['studio']}：", str(record["topic"])]
    return title, [
        Piece(opening),
        Piece(_flowing(record.get("summary")), 100, 340),
        Piece(_served(record), 0),
        Piece(_raised(record, "receptions", "matter"), 0, 200),
        Piece(_flowing(record.get("outcome")), 0, 140),
    ]


def _other(record: Plain) -> tuple[list[str], list[Piece]]:
    """A kind without words of its own: its title and its long texts."""
    day = f"{_day(record)}，" if record.get("happened_on") else ""
    opening = Piece(f"{day}{record['unit_name']}开展{quoted(record['title'])}。")
    texts = [Piece(_flowing(text), 0, 300) for text in record.get("texts") or ()]
    return [str(record["unit_name"]), "：", str(record["title"])], [opening, *texts]


_KINDS: Final[Mapping[str, Callable[[Plain], tuple[list[str], list[Piece]]]]] = {
    "meeting": _meeting, "visit": _visit, "studio_activity": _studio,
}  # fmt: skip


def _meeting_name(record: Plain) -> str:
    brand = str(record.get("brand") or "")
    if brand.endswith("协商"):
        return f"{brand}活动"
    return f"“{brand}”协商活动" if brand else "协商活动"


def _activity_name(record: Plain) -> str:
    topic, sort = str(record["topic"]), str(record.get("activity_type") or "")
    if not sort or sort == "其他" or sort in topic:
        return f"{quoted(topic)}活动"
    return f"{sort}活动，主题是{quoted(topic)}"


def _day(record: Plain) -> str:
    """10月12日: news says no year."""
    _, mark, rest = str(record["happened_on"]).partition("年")
    return rest if mark else str(record["happened_on"])


def _there(record: Plain, did: str, led: str) -> str:
    names, members = present(record), member_count(record)
    groups = []
    if names:
        shown = "、".join(names[:_MOST_NAMES])
        groups.append(
            f"政协委员{shown}" + (f"等{members}人" if members > min(len(names), _MOST_NAMES) else "")
        )
    elif members:
        groups.append(f"政协委员{members}人")
    groups += [
        f"{one['label']}{one['number']}人"
        for one in record.get("people") or ()
        if one["number"] and not str(one["key"]).startswith("unnamed_")
    ]
    text = f"{'，'.join(groups)}{did}" if groups else ""
    return f"{text}，{led}" if text and led else led or ended(text)


def _flowing(text: object) -> str:
    """Several lines as running text."""
    return "".join(ended(line) for line in str(text or "").split("\n"))


def _research(record: Plain) -> str:
    trips = list(record.get("research") or ())
    ways = list(dict.fromkeys(str(one["way"]) for one in trips if one.get("way")))
    if not trips:
        return ""
    how = f"，采取{'、'.join(ways)}的方式了解情况" if ways else ""
    found = next((str(one["findings"]) for one in trips if one.get("findings")), "")
    return f"会前开展调研{len(trips)}次{how}。" + _flowing(found)


def _speeches(record: Plain) -> str:
    """Only of those whose standing is known: news names no ordinary citizens."""
    said = []
    known = [one for one in record.get("speeches") or () if one.get("identity")]
    for one in known[:_MOST_NAMES]:
        points = shortened(_flowing(one.get("points")), 90)
        if points:
            said.append(f"{one['speaker']}（{one['identity']}）谈到，{points.rstrip('。')}")
    return f"会上，{'；'.join(said)}。" if said else ""


def _agreed(record: Plain) -> str:
    items = [str(one["text"]) for one in record.get("consensus") or ()]
    items = [shortened(ended(one), max(TOO_SHORT, _AGREED // len(items))) for one in items]
    many = f"达成{len(items)}项共识：" if len(items) > 1 else "达成共识："
    return f"经协商，{many}{listed(items)}" if items else ""


def _carried_out(record: Plain) -> str:
    tasks = [one["task"] for one in record.get("consensus") or () if one["task"].get("unit")]
    units = list(dict.fromkeys(str(one["unit"]) for one in tasks))
    closed = sum(1 for one in tasks if one.get("closed_on"))
    if not units:
        return ""
    shown = "、".join(units[:_MOST_NAMES]) + ("等单位" if len(units) > _MOST_NAMES else "")
    done = f"，目前已办结{closed}件" if closed else ""
    return f"会后，相关事项由{shown}负责办理{done}。"


def _served(record: Plain) -> str:
    known = (
        ("people_served", "服务群众{}人次"), ("demands", "收集意见诉求{}条"),
        ("opinion_count", "收集意见建议{}条"), ("answered", "现场解答{}条"), ("experts", "联系专家{}名"),
        ("talks", "开展宣讲{}场"), ("donation", "捐款捐物折合{}元"),
    )  # fmt: skip
    clauses = [text.format(record[key]) for key, text in known if counted(record.get(key))]
    return f"活动{'，'.join(clauses)}。" if clauses else ""


def _raised(record: Plain, rows: str, key: str) -> str:
    items = [str(one[key]) for one in record.get(rows) or () if one.get(key)]
    text = listed([shortened(ended(item), 60) or item[:40] for item in items[:4]])
    return f"群众反映的事项主要有：{text}" if text else ""
