"""Whatever the numbers, the report's text is true to them: random facts, read back sentence by sentence."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from app.exporters.narrative import Facts, Group, Narrative, Run
from app.exporters.narrative_text import shown
from app.exporters.tables import Ratio
from app.models.figures import FIGURES
from tests.exporters.word_samples import said

KEYS = [figure.key for figure in FIGURES if figure.nature != "ratio"]
SPANS = ("current", "previous", "ytd", "last_year", "occurred", "late")
COMPARED = (
    ("meetings", "协商活动", "场"),
    ("visits", "走访", "次"),
    ("studio_activities", "工作室活动", "次"),
)

TOLD = (
    *(key for key, *_ in COMPARED), "courtyard_meetings", "attendance_total", "member_attendance",
    "consensus", "tasks_due", "tasks_due_closed", "people_served", "reception_days", "talks",
    "researched_meetings",
)  # fmt: skip

few = st.one_of(st.none(), st.integers(-2, 5), st.integers(1, 40))
many = st.one_of(st.none(), st.integers(0, 99999))
told_numbers = st.fixed_dictionaries(dict.fromkeys(SPANS, few))
numbers = st.fixed_dictionaries(dict.fromkeys(SPANS, many))
ratios = st.builds(Ratio, st.integers(-1, 50), st.integers(0, 50))


@st.composite
def facts(draw: st.DrawFn) -> Facts:
    figures: dict[str, Any] = draw(st.dictionaries(st.sampled_from(KEYS), numbers, max_size=9))
    figures |= draw(st.fixed_dictionaries(dict.fromkeys(TOLD, told_numbers)))
    for values in figures.values():  # the one thing that is always so: 本期 = 发生数 + 补报更正
        if None not in (values["occurred"], values["late"], values["current"]):
            values["current"] = abs(values["occurred"]) + values["late"]
            values["occurred"] = abs(values["occurred"])
    for key in ("task_close_rate", "studio_cover_rate"):
        figures[key] = {"current": draw(st.none() | ratios)}
    townships = sorted(draw(st.lists(st.integers(-1, 3), max_size=9)), reverse=True)
    months = draw(st.lists(st.integers(-2, 4), max_size=3))
    return Facts(
        figures,
        "示例县政协",
        "某月",
        since=draw(st.sampled_from(["今年以来", ""])),
        before=draw(st.sampled_from(["上月", ""])),
        focus=[Group(f"重点{'甲乙丙丁戊'[at]}", n) for at, n in enumerate(draw(_few(5)))],
        townships=[Group(f"{'甲乙丙丁戊己庚辛壬'[at]}镇", n) for at, n in enumerate(townships)],
        idle=["小河乡"] * draw(st.integers(0, 8)),
        late={"meetings": [Group(f"{at + 1}月", n, str(at)) for at, n in enumerate(months)]},
        was_reported=draw(st.booleans()),
    )


def _few(most: int) -> st.SearchStrategy[list[int]]:
    return st.lists(st.integers(-1, 4), max_size=most)


def _text(told: Facts) -> str:
    return "\n".join(
        line for one in Narrative(told).sections() for line in [one["heading"], *said(one["paragraphs"])]
    )


def _runs(told: Facts) -> list[Run]:
    lines = [line for one in Narrative(told).sections() for line in one["paragraphs"]]
    return [run for line in lines for run in line["runs"]]


def sentences_are_whole_and_say_no_nothing(told: Facts) -> None:
    text = _text(told)
    assert not re.search(r"(?<![\d.])0(?![\d.])", text), text
    assert not re.search(r"None|-\d|nan", text), text
    assert not re.search(r"[，；：、。（]{2}|[，；、]\n|（）|“”|^[，；、。]", text, re.MULTILINE), text
    assert all(line[-1] == "。" for line in text.split("\n") if not re.match(r"[一二三四五]、", line)), text


def every_number_is_one_of_the_figures_given(told: Facts) -> None:
    groups = {f"focus:{one.label}": one.number for one in told.focus}
    groups |= {f"township:{one.label}": one.number for one in told.townships}
    groups |= {f"month:{one.key}": one.number for one in told.late["meetings"]}
    for run in _runs(told):
        values = told.figures.get(run["figure"], {})
        if not run["figure"]:
            # names of townships may be counted; every other number belongs to a figure
            assert not re.search(r"\d", re.sub(r"等\d个(乡镇|单位)|(\d月(、|的）|$))", "", run["text"])), run
        elif run["group"]:
            assert run["text"] == str(groups[run["group"]])
        elif "-" in run["span"] or "/" in run["span"]:
            one, other = (int(values[name]) for name in re.split("[-/]", run["span"]))  # type: ignore[arg-type]
            size = Ratio(abs(one - other), other) if "/" in run["span"] else abs(one - other)
            assert run["text"] == shown(size)
        else:
            value = values[run["span"]]
            below = run["span"] == "late" and isinstance(value, int) and value < 0
            assert run["text"] == (shown(-value) if below else shown(value, run["figure"]))  # type: ignore[operator]


def comparing_words_go_the_way_of_the_numbers(told: Facts) -> None:
    text = _text(told)
    for key, noun, unit in COMPARED:
        values = told.figures.get(key, {})
        for label, span in (("上月", "previous"), ("上年同期", "last_year")):
            now, then = values.get("current"), values.get(span)
            near = rf"(?<=[。）\n]){noun}(?:[^。]*，)?"
            if not isinstance(now, int) or not isinstance(then, int) or min(now, then) <= 0:
                assert not re.search(rf"{near}[比与由]{label}", text), text
                continue
            way = _way(re.search(rf"{near}[比与由]{label}(?:（[^）]*）)?([^，。]*)", text), unit)
            expected = "" if label == "上月" and not told.before else _sign(now - then)
            assert way == expected, (text, now, then)


def _way(found: re.Match[str] | None, unit: str) -> str:
    if found is None:
        return ""
    word = re.search(rf"持平|增至|减至|增加\d+{unit}(、增长)?|减少\d+{unit}(、下降)?", found[1])
    assert word, found[0]
    assert ("增长" in found[1]) <= ("增加" in found[1])
    return {"持": "0", "增": "+", "减": "-"}[word[0][0]]


def _sign(difference: int) -> str:
    return "+" if difference > 0 else "-" if difference < 0 else "0"


def a_part_is_never_more_than_its_whole(told: Facts) -> None:
    text = _text(told)
    for whole, part in (
        (r"开展协商活动(\d+)场[^；。]*?其中院坝协商(\d+)场", 1),
        (r"参加协商(\d+)人次，其中委员(\d+)人次", 1),
        (r"开展协商活动(\d+)场（其中补报[^（）]*?(\d+)场[^（）]*）", 1),
        (r"应办事项(\d+)件，已办结(\d+)件", 1),
    ):
        for found in re.finditer(whole, text):
            assert int(found[part]) >= int(found[part + 1]), found[0]
    for found in re.finditer(r"办结率([\d.]+)%", text):
        assert 0 < float(found[1]) <= 100, text


def nothing_is_said_of_meetings_that_were_not_held(told: Facts) -> None:
    text = _text(told)
    held = re.search(r"开展协商活动\d+场", text.split("累计")[0])
    if re.search(rf"(^|。){told.now}没有开展协商活动", text, re.MULTILINE):  # not 小河乡本月没有…
        assert not held
        for word in (
            "会上",
            "协商形成",
            "从五项重点",
            "协商活动较多",
            "党政主职",
            r"覆盖\d",  # 全覆盖 is said of members in studios
            "其中院坝",
            "议题涉及",
        ):
            assert not re.search(word, text), text
    if "没有组织委员走访" in text:
        assert not re.search(r"组织委员走访\d|服务群众\d+人次。走访|开展宣讲|联系专家|现场解答|捐款", text), (
            text
        )
    if "没有开展工作室活动" in text:
        assert not re.search(r"接待日\d|来访事项|接待群众\d+人次，收集", text), text


def running_totals_are_never_below_the_period(told: Facts) -> None:
    text = _text(told)
    for found in re.finditer(r"今年以来累计[^。]*。", text):
        for key, words in (("meetings", r"开展协商活动(\d+)场"), ("visits", r"走访(\d+)次")):
            number = re.search(words, found[0])
            current = told.figures.get(key, {}).get("current")
            if number and isinstance(current, int):
                assert int(number[1]) > current


def of_equal_townships_none_is_left_out_silently(told: Facts) -> None:
    text = _text(told)
    found = re.search(r"(从乡镇（街道）看，|协商活动较多的是)([^。]*)。", text)
    if found is None:
        return
    numbers = {one.label: one.number for one in told.townships if one.number > 0}
    named: dict[str, int] = {}
    least = 0
    for tier in found[2].split("，"):
        size = int(re.search(r"(\d+)场$", tier)[1])  # type: ignore[index]
        same = [name for name, n in numbers.items() if n == size]
        names = re.findall(r".镇", tier.split("等")[0])
        named |= dict.fromkeys(names, size)
        assert set(names) <= set(same)
        assert set(names) == set(same) or f"等{len(same)}个" in tier, text
        assert ("各" in tier) == (len(same) > 1)
        least = size
    rest = [n for n in numbers.values() if n < least]
    assert bool(rest) == (found[1] == "协商活动较多的是"), text


@settings(max_examples=250)
@given(facts())
def test_the_text_is_true_to_its_numbers(told: Facts) -> None:
    for check in (
        sentences_are_whole_and_say_no_nothing,
        every_number_is_one_of_the_figures_given,
        comparing_words_go_the_way_of_the_numbers,
        a_part_is_never_more_than_its_whole,
        nothing_is_said_of_meetings_that_were_not_held,
        running_totals_are_never_below_the_period,
        of_equal_townships_none_is_left_out_silently,
    ):
        check(told)
