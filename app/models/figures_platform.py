"""The figures of platforms, demonstration sites, and the cases sent up (domain.md §3.1)."""

from __future__ import annotations

from typing import Any

from app.models.figure import Distinct, Figure, Plus, Where

_SENT_UP = ("city", "province", "nation", "compiled")


def _platforms(key: str, label: str, rule: str, *aliases: str, **options: Any) -> Figure:
    return Figure(
        key, label, "个", "platform", options.pop("dated_by", "opened_on"), rule,
        nature="stock", until="closed_on", aliases=aliases, **options,
    )  # fmt: skip


def _of_level(key: str, level: str, label: str, name: str, *aliases: str) -> Figure:
    rule = f"期末在用、层级是{name}的协商平台"
    return _platforms(key, label, rule, *aliases, where=(Where("level", "=", level),))


def _demo(key: str, level: str, label: str, *aliases: str) -> Figure:
    where = (Where("demo", "is", True), Where("demo_level", "=", level))
    rule = f"期末在用、到期末已命名的{label}；一个只算在它的级别里"
    return _platforms(key, label, rule, *aliases, where=where, dated_by="named_on")


def _cases(key: str, label: str, unit: str, rule: str, *aliases: str, **options: Any) -> Figure:
    dated_by = options.pop("dated_by", "reported_on")
    return Figure(
        key, label, unit, options.pop("source", "case_info"), dated_by, rule, aliases=aliases, **options
    )


def _of_sort(key: str, sort: str, label: str, unit: str, *aliases: str) -> Figure:
    rule = f"报送日期在期内、类型是{label}的，一件算一{unit}；后来晋级的另算"
    return _cases(key, label, unit, rule, *aliases, where=(Where("sort", "=", sort),))


def _promoted(key: str, sort: str, label: str, name: str) -> Figure:
    rule = f"晋级日期在期内、升为{name}的"
    where = (Where("sort", "=", sort),)
    return _cases(key, label, "篇", rule, source="case_info.promotions", dated_by="on", where=where)


def _adopted(key: str, keys: tuple[str, ...], label: str, rule: str, *aliases: str) -> Figure:
    where = (Where("adopted", "in", keys),)
    return _cases(key, label, "件", rule, *aliases, dated_by="adopted_on", where=where)


def _articles(key: str, level: str, label: str, name: str, *aliases: str) -> Figure:
    rule = f"刊发日期在期内、媒体层级是{name}的信息案例"
    where = (Where("media_level", "=", level),)
    return _cases(key, label, "篇", rule, *aliases, dated_by="published_on", where=where)


PLATFORMS = (
    _platforms(
        "platforms", "协商平台", "期末在用的协商平台，各层级都算",
        "协商平台数", "协商议事平台", "协商议事室", "协商场所", "协商室",
    ),
    _of_level("platforms_county", "county", "县级平台", "县级", "县级协商平台"),
    _of_level(
        "platforms_township", "township", "乡镇平台", "乡镇（街道）", "乡级平台", "乡镇协商平台",
        "乡级协商平台",
    ),
    _of_level("platforms_village", "village", "村级平台", "村（社区）", "村级协商平台", "村（社区）协商平台"),
    _of_level("platforms_enterprise", "enterprise", "企业平台", "企业园区", "企业议事室", "企业协商平台"),
    Figure(
        "platforms_used", "用过的平台", "个", "meeting", "happened_on",
        "期内开展过协商活动的平台，一个只算一次；没选协商平台的协商活动不算", Distinct("platform_id"),
        aliases=("开展协商的平台",),
    ),
    _platforms(
        "demo_sites", "示范点", "期末在用、到期末已命名的示范点",
        "示范点数", "协商示范点", where=(Where("demo", "is", True),), dated_by="named_on",
    ),
    _demo("demo_sites_county", "county", "县级示范点", "县级协商示范点"),
    _demo("demo_sites_city", "city", "市级示范点", "市级协商示范点"),
    _demo("demo_sites_province", "province", "省级示范点", "省级协商示范点"),
)  # fmt: skip

CASES = (
    _cases(
        "cases_total", "信息和案例", "件", "报送日期在期内的信息、案例和材料，各种类型都算",
        "信息案例", "报送信息和案例",
    ),
    _of_sort("dynamic_info", "dynamic", "工作动态信息", "条", "动态信息", "工作信息", "报送动态信息"),
    _of_sort("typical_cases", "typical", "典型案例", "篇", "典型案例数", "报送典型案例"),
    _of_sort("quality_cases", "quality", "精品案例", "篇", "精品案例数", "报送精品案例"),
    _of_sort("innovation_cases", "innovation", "创新案例", "篇", "创新案例数"),
    _of_sort("experience_cases", "experience", "经验材料", "篇", "经验材料数"),
    _promoted("typical_promoted", "typical", "升为典型案例", "典型案例"),
    _promoted("quality_promoted", "quality", "升为精品案例", "精品案例"),
    Figure(
        "quality_total", "精品案例合计", "篇", "", "", "报送时就是精品案例的，加期内升为精品案例的",
        Plus(("quality_cases", "quality_promoted")), aliases=("精品案例（含晋级）",),
    ),
    _adopted(
        "cases_adopted", _SENT_UP, "信息案例采用", "采用日期在期内，市、省、全国采用和入选汇编的", "采用件数"
    ),
    _adopted("cases_adopted_city", ("city",), "市采用", "采用日期在期内、采用情况是市采用的", "市政协采用"),
    _adopted(
        "cases_adopted_province", ("province",), "省采用", "采用日期在期内、采用情况是省采用的", "省政协采用"
    ),
    _adopted(
        "cases_adopted_nation", ("nation",), "全国采用", "采用日期在期内、采用情况是全国采用的",
        "全国政协采用"
    ),
    _adopted(
        "cases_compiled", ("compiled",), "入选汇编", "采用日期在期内、采用情况是入选汇编的", "入选省汇编",
    ),
    _adopted(
        "cases_praised", ("praised",), "表扬通报", "采用日期在期内、采用情况是获表扬通报的", "获表扬通报",
    ),
    _cases(
        "cases_exchanged", "会议交流", "次", "会议交流日期在期内的信息案例，各级会议都算", "会议交流次数",
        dated_by="exchanged_on",
    ),
    _cases(
        "cases_exchanged_province", "省政协会议交流", "次", "会议交流日期在期内、交流级别是省级的信息案例",
        "省政协会议交流次数", "省级会议交流", dated_by="exchanged_on",
        where=(Where("exchange_level", "=", "province"),),
    ),
    _cases(
        "articles", "媒体刊发", "篇", "刊发日期在期内的信息案例，各级媒体都算",
        "媒体刊发篇数", "刊播稿件", "刊发稿件", dated_by="published_on",
    ),
    _articles("articles_county", "county", "县级媒体刊发", "县级"),
    _articles("articles_city", "city", "市级媒体刊发", "市级"),
    _articles("articles_province", "province", "省级媒体刊发", "省级"),
    _articles("articles_nation", "nation", "中央媒体刊发", "全国"),
)  # fmt: skip

PLATFORM_FIGURES: tuple[Figure, ...] = (*PLATFORMS, *CASES)
