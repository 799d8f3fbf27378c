"""Masks: enough to know one's own, too little for a stranger."""

from __future__ import annotations

import pytest

from app.models import model_of
from app.models.fields import field_of, rows_of
from app.services.masking import is_sensitive, masked, masked_name, masked_number, masked_text


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("13812341234", "138****1234"),
        ("0871-1234567", "0871-***4567"),
        ("087112345678", "087*****5678"),
        ("8123456", "812*3456"),
        ("12345", "*****"),
        ("", ""),
    ],
)
def test_numbers(number: str, shown: str) -> None:
    assert masked_number(number) == shown


def test_names() -> None:
    assert [masked_name(name) for name in ("李", "李娜", "欧阳秀珍")] == ["李*", "李*", "欧***"]


def test_text_keeps_everything_but_numbers_of_people() -> None:
    plain = "编号 XS-2026-0001，20261012，金额 1234567890123"
    text = f"电话13812341234，座机 0871-7654321，证530102196001011234，{plain}"
    assert masked_text(text) == f"电话138****1234，座机 0871-***4321，证530102************，{plain}"


def test_which_fields_are_sensitive() -> None:
    activity = model_of("studio_activity")
    reception = rows_of(activity, field_of(activity, "receptions"))
    assert [spec.key for spec in reception.__fields__ if is_sensitive(spec)] == ["visitor", "phone"]
    assert is_sensitive(field_of(model_of("studio"), "phone"))
    person = model_of("person")
    assert masked(field_of(person, "address"), "永兴街道果园巷 8 号") == "永兴街****"
    assert masked(field_of(person, "expertise"), "水利，13812341234") == "水利，138****1234"
