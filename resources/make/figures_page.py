"""Writes docs/figures.md, what every indicator counts, from the catalogue.

    python -m resources.make.figures_page

The page says what the declarations say; a test compares the two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from app.models.checks import REPORTED, rules_of
from app.models.figure import THROUGH, Figure, Plus, Ratio
from app.models.figure_set import SHIPPED
from app.services.figure_query import can_group, is_additive
from app.services.figure_sources import FigureSource, source_of
from app.services.figures import GROUPINGS
from app.services.given import adds_over_time
from resources.make.published import PUBLISHED, Published

FILE = Path(__file__).resolve().parents[2] / "docs" / "figures.md"
PAGES = {"meeting": "协商在基层", "visit": "委员走基层", "studio": "委员工作室", "members": "委员"}
GROUPS = {
    "unit": "填报单位", "township": "乡镇", "sector": "界别", "studio": "工作室", "member": "委员",
    "month": "月份", "brand": "品牌", "focus": "五项重点",
}  # fmt: skip
_HEAD = """# 指标口径

这一页由指标目录写成（`python -m resources.make.figures_page`），说的和程序里算的是同一份声明。
软件里把鼠标停在一个数上，看到的也是这里的口径；点开任何一个数，都能看到是哪些记录。

## 都一样的规则

- 只算**已登记**的记录；草稿和删除的不算。
- 场、次、件、项、条、篇数的是记录；人次是相加，同一人来几次算几次；人、名按人去重的都写明了“只算一次”。
- 没填是空，不当 0；没有数据来源的列不出现。
- **发生数**按日期归期：本期 = 期内发生数 + 补报更正净额，累计 = 上期累计 + 本期。只知道月份的日期归那个月。
- **期末数**看期末那一天有多少，各月不能相加，没有累计。
- **比率**由两个数相除，最后一处四舍五入到一位小数；分母为 0 的写“—”。
- 分组时，归不进哪一行的在“未填”里，按乡镇分的还有“县本级”（有数才出现）。
- **能相加**的分组，各行相加等于合计；不能相加的（去重的人、乡镇等），合计是不分组的真数。
- 调整数（期初数、手工调整）和记录一样计入，能打开。合起来的数和比率不单独调整，调整它的组成。
- 联合活动只在计数单位算一场；一场协商只算一个主品牌。
"""


def page() -> str:
    """The whole page as text."""
    return "\n".join([_HEAD, *_figures(), *_published()])


def _figures() -> Iterator[str]:
    for key, title in PAGES.items():
        own = [figure for figure in SHIPPED.values() if figure.page == key]
        yield f"## {title}（{len(own)} 个）\n"
        for figure in own:
            yield f"### {figure.label}（{figure.unit}）\n"
            yield f"{figure.rule}。\n"
            yield from (f"- {name}：{words}" for name, words in _facts(figure) if words)
            yield f"- 代号：`{figure.key}`\n"


def _facts(figure: Figure) -> Iterator[tuple[str, str]]:
    yield "从哪里来", _origin(figure)
    yield "按哪个日期", _dated(figure)
    yield "性质", _nature(figure)
    groups = [by for by in GROUPINGS if can_group(figure, by, SHIPPED)]
    added = [by for by in groups if is_additive(figure, by, SHIPPED)]
    yield "可按什么分", _names(GROUPS[by] for by in groups)
    yield "能否相加", _added(groups, added)
    yield "参加的核对", "；".join(_checks(figure))
    yield "也叫", _names(figure.aliases)


def _origin(figure: Figure) -> str:
    if figure.combined:
        between = " ÷ " if isinstance(figure.measure, Ratio) else " + "
        return between.join(SHIPPED[part].label for part in figure.combined)
    return _source(figure).label


def _dated(figure: Figure) -> str:
    if figure.combined:
        return "各组成自己的日期"
    source = _source(figure)
    words = _column(source, figure.dated_by)
    words = words if source.is_rows else f"{source.label}的{words}"
    if figure.nature != "stock":
        return words
    return f"{words}不晚于期末" + (
        f"，{_column(source, figure.until)}不早于期末或没填" if figure.until else ""
    )


def _nature(figure: Figure) -> str:
    if isinstance(figure.measure, Ratio):
        return "比率"
    if isinstance(figure.measure, Plus):
        return "发生数，几个数相加"
    if figure.nature == "stock":
        return "期末数"
    as_of_end = any(where.value == THROUGH for where in figure.where)
    return "发生数，办没办结看期末" if as_of_end else "发生数"


def _added(groups: list[str], added: list[str]) -> str:
    if not added:
        return "都不能相加"
    if added == groups:
        return "都能相加"
    rest = _names(GROUPS[by] for by in groups if by not in added)
    return f"按{_names(GROUPS[by] for by in added)}能相加；按{rest}不能"


def _checks(figure: Figure) -> Iterator[str]:
    for rule in rules_of(figure.key):
        yield f"{rule.left_name} {rule.relation} {rule.right_name}"
    if figure.key in REPORTED:
        if is_additive(figure, "township", SHIPPED):
            yield "各乡镇相加 ＝ 合计"
        if is_additive(figure, "month", SHIPPED):
            yield "各月相加 ＝ 合计"
        if adds_over_time(figure, SHIPPED):
            yield "上期累计 + 本期 ＝ 累计"


def _source(figure: Figure) -> FigureSource:
    found = source_of(figure.source)
    assert found is not None, figure.key
    return found


def _column(source: FigureSource, column: str) -> str:
    return next(field.words for field in source.fields if field.column == column)


def _names(names: Iterable[str]) -> str:
    return "、".join(names)


def _published() -> Iterator[str]:
    answered = [each for each in PUBLISHED if each.figures and not each.missing]
    partly = [each for each in PUBLISHED if each.figures and each.missing]
    out = [each for each in PUBLISHED if not each.figures]
    yield "## 各地公布的指标，用哪个数\n"
    yield "各地公开材料里公布过的指标和县级常报的列，逐条对到上面的指标。行是领域资料 §3.1 的行号。\n"
    yield f"### 都算得出（{len(answered)} 条）\n"
    yield from _table(
        ("行", "公布的指标", "公布的数", "谁公布的", "用哪个指标", "说明"), map(_answered, answered)
    )
    yield f"### 只算得出一部分（{len(partly)} 条）\n"
    yield from _table(
        ("行", "公布的指标", "公布的数", "谁公布的", "用哪个指标", "说明", "算不出的和原因"),
        ((*_answered(each), each.missing) for each in partly),
    )
    yield f"### 算不出（{len(out)} 条）\n"
    yield from _table(
        ("行", "公布的指标", "公布的数", "谁公布的", "原因"),
        ((each.row, each.what, each.said, each.by, each.missing) for each in out),
    )


def _answered(each: Published) -> tuple[str, ...]:
    return (
        each.row,
        each.what,
        each.said,
        each.by,
        _names(SHIPPED[key].label for key in each.figures),
        each.how,
    )


def _table(headings: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(headings)} |"
    yield "|" + "---|" * len(headings)
    yield from (f"| {' | '.join(row)} |" for row in rows)
    yield ""


def main() -> None:
    FILE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
