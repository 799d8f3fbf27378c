"""Values of a worksheet as their formats show them."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal

import pytest

from app.ui.print.number_format import shown


@pytest.mark.parametrize(
    ("value", "pattern", "text"),
    [
        (None, "General", ""),
        (12, "General", "12"),
        (12.0, "General", "12"),
        (0.1 + 0.2, "General", "0.3"),
        (-3, "General", "-3"),
        (12.5, "0", "13"),
        (Decimal("2.5"), "0", "3"),
        (0.615, "0%", "62%"),
        (0.6154, "0.0%", "61.5%"),
        (1234567, "#,##0", "1,234,567"),
        (1234.5, "#,##0.00", "1,234.50"),
        (-1234.5, "#,##0.00;[Red]-#,##0.00", "-1,234.50"),
        (0, "0;-0;—", "—"),
        (3.10, "0.0#", "3.1"),
        (0.5, "#.##", ".5"),
        (7, "000", "007"),
        (12, '0"场"', "12场"),
        (12, '"共"0\\件', "共12件"),
        (23500, "0.00,", "23.50"),
        (-0.2, "0", "0"),
        ("文字", "@", "文字"),
        (12, "@", "12"),
        (True, "General", "TRUE"),
        (date(2026, 10, 8), "yyyy-mm-dd", "2026-10-08"),
        (datetime(2026, 10, 8, 14, 5), 'yyyy"年"m"月"d"日"', "2026年10月8日"),
        (datetime(2026, 10, 8, 14, 5), "yyyy/m/d h:mm", "2026/10/8 14:05"),
        (datetime(2026, 10, 8, 14, 5), "h:mm AM/PM", "2:05 PM"),
        (datetime(2026, 10, 8, 14, 5, 9), "mm:ss", "05:09"),
        (date(2026, 10, 8), "[$-804]m月d日 aaa", "10月8日 周四"),
        (date(2026, 10, 8), "General", "2026-10-08"),
        (time(9, 30), "h:mm", "9:30"),
    ],
)
def test_shown(value: object, pattern: str, text: str) -> None:
    assert shown(value, pattern) == text
