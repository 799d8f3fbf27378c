"""A plainly invented month (示例县) before its signatories."""

from __future__ import annotations

from decimal import Decimal

from app.exporters.layout import Format
from app.exporters.tables import Check, FigureLine, Ratio
from app.exporters.word_review import ReviewFacts

AGREES = Check("五项重点", "五项重点场次相加", 7, "院坝协商场次", 7, 0, holds=True)
WRONG = Check("采纳不多于提出", "采纳意见", 9, "意见建议", 8, 1, holds=False, relation="≤")
FACTS = ReviewFacts(
    unit="示例县政协",
    period="2026年10月",
    days="2026年10月1日—10月31日",
    recipient="示例市政协",
    filled_on="2026年11月2日",
    current_label="本期",
    last_year_label="上年同期",
    clerk="王秀兰",
    reviewer="何正云",
    head="",
    figures=(
        FigureLine("协商活动", "场", 12, 118, 10, ""),
        FigureLine("参加协商人次", "人次", 374, 3702, 300, ""),
        FigureLine("办结率", "%", Ratio(1, 3), Ratio(0, 0), None, "", Format("percent", 1)),
        FigureLine("捐款捐物", "元", Decimal("-6100.5"), 0, 0, "", Format("decimal", 2)),
        FigureLine("办实事", "件", 3, 61, 5, ""),
    ),
    checks=(AGREES,),
    remarks=("本期含补报更正：协商活动加 1 场。", ""),
    papers=("工作小结", "统计表"),
)
