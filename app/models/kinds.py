"""Kind: the facts of a record kind that hold for the whole of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """One record kind (domain.md §2).

    label: what clerks call it; aliases: other words for it that are understood where one is typed;
    code: the letters inside its numbers; measure: what one of them counts as;
    page: the navigation entry whose tab it is; title: key of the field that names a record;
    day: key of the date that puts a record into a period ("" for registers, which have none);
    documents: names of the Word documents it prints; same_if: keys that make two records likely the same;
    groups: sections of the form in the order a clerk thinks, with "选填" ones named in `optional`.
    """

    label: str
    code: str
    measure: str = "条"
    page: str = ""
    title: str = "name"
    day: str = ""
    documents: tuple[str, ...] = ()
    same_if: tuple[str, ...] = ()
    groups: tuple[str, ...] = ("基本情况", "备注和附件")
    optional: tuple[str, ...] = ()
    short: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def noun(self) -> str:
        """The short word for buttons: 新增走访."""
        return self.short or self.label
