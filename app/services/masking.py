"""Masking: which fields are shown in part, and how."""

from __future__ import annotations

from app.models.fields import Field
from app.models.masks import masked_name, masked_number, masked_text

__all__ = ["is_sensitive", "masked", "masked_name", "masked_number", "masked_text"]


def is_sensitive(spec: Field) -> bool:
    """Whether a field holds what is shown in full only to whoever opens the record."""
    return spec.private


def masked(spec: Field, text: str) -> str:
    """The text of a field as it may be shown anywhere: 138****1234, 李**, otherwise without numbers."""
    if spec.private and spec.value is not None:
        return spec.value.covered(text) if text else ""
    return masked_text(text)
