"""Tables that are not record kinds: options, settings, numbers, files, change log, search rows and more"""

from __future__ import annotations

from sqlalchemy import Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class OptionEntry(Base):
    """One entry of an option list (选项); the key is permanent, a used entry is retired, never deleted."""

    __tablename__ = "option_entry"
    __table_args__ = (UniqueConstraint("options", "key"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    options: Mapped[str] = mapped_column(String(40), index=True)
    key: Mapped[str] = mapped_column(String(40))
    label: Mapped[str] = mapped_column(String(40))
    position: Mapped[int] = mapped_column(Integer)
    group: Mapped[str] = mapped_column(String(40), default="")
    maps_to: Mapped[str] = mapped_column(String(40), default="")
    started_on: Mapped[str | None] = mapped_column(String(10))
    ended_on: Mapped[str | None] = mapped_column(String(10))
    retired: Mapped[bool] = mapped_column(default=False)


class SettingEntry(Base):
    """One setting of the office, as JSON."""

    __tablename__ = "setting"
    key: Mapped[str] = mapped_column(String(40), primary_key=True)
    value: Mapped[str] = mapped_column(Text)


class SavedReport(Base):
    """An ad-hoc table that was kept: its name and what it is made of, as JSON."""

    __tablename__ = "saved_report"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(40), unique=True)
    definition: Mapped[str] = mapped_column(Text)
    position: Mapped[int] = mapped_column(Integer)


class ParagraphEntry(Base):
    """What the office wrote itself for a section of a period's report.

    `taken_from` is the period whose text it is, word for word; `chosen` the uuid of the meeting told as
    典型案例.
    """

    __tablename__ = "paragraph"
    __table_args__ = (UniqueConstraint("period", "section"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    period: Mapped[str] = mapped_column(String(24), index=True)
    section: Mapped[str] = mapped_column(String(20))
    text: Mapped[str] = mapped_column(Text, default="")
    taken_from: Mapped[str] = mapped_column(String(24), default="")
    chosen: Mapped[str] = mapped_column(String(32), default="")
    at: Mapped[str] = mapped_column(String(32))
    by: Mapped[str] = mapped_column(String(40))


class Sequence(Base):
    """The last number given out per unit, kind and year; numbers are never reused."""

    __tablename__ = "sequence"
    __table_args__ = (UniqueConstraint("unit", "kind", "year"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    unit: Mapped[str] = mapped_column(String(32))
    kind: Mapped[str] = mapped_column(String(40))
    year: Mapped[int] = mapped_column(Integer)
    last: Mapped[int] = mapped_column(Integer)


class Attachment(Base):
    """A photo or file of a record; the bytes lie beside the store under their SHA-256."""

    __tablename__ = "attachment"
    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(String(32), unique=True)
    owner: Mapped[str] = mapped_column(String(32), index=True)
    position: Mapped[int] = mapped_column(Integer)
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    name: Mapped[str] = mapped_column(String(200))
    size: Mapped[int] = mapped_column(Integer)
    caption: Mapped[str | None] = mapped_column(String(100))
    picture: Mapped[bool] = mapped_column(default=False)


class Change(Base):
    """One intention that was carried out; the rows are chained by hash, so that tampering shows."""

    __tablename__ = "change"
    id: Mapped[int] = mapped_column(primary_key=True)
    operation: Mapped[str] = mapped_column(String(32), unique=True)
    at: Mapped[str] = mapped_column(String(32))
    by: Mapped[str] = mapped_column(String(40))
    action: Mapped[str] = mapped_column(String(20))
    kind: Mapped[str] = mapped_column(String(40))
    record: Mapped[str] = mapped_column(String(32), index=True)
    revision: Mapped[int] = mapped_column(Integer)
    data: Mapped[str] = mapped_column(Text)
    chain: Mapped[str] = mapped_column(String(64))


class Alias(Base):
    """A uuid that was merged into another; every look-up honours it."""

    __tablename__ = "alias"
    old: Mapped[str] = mapped_column(String(32), primary_key=True)
    new: Mapped[str] = mapped_column(String(32))


class SearchRow(Base):
    """What a row of the search index stands for; its id begins with the day, so that newest come first."""

    __tablename__ = "search_row"
    __table_args__ = (UniqueConstraint("kind", "record_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(40))
    record_id: Mapped[int] = mapped_column(Integer)
    uuid: Mapped[str] = mapped_column(String(32), index=True)


class FigureEntry(Base):
    """One figure of the office's own (自定指标), as JSON; its key stays, it is retired, not deleted."""

    __tablename__ = "figure_entry"
    key: Mapped[str] = mapped_column(String(40), primary_key=True)
    data: Mapped[str] = mapped_column(Text)
    retired: Mapped[bool] = mapped_column(default=False)
    position: Mapped[int] = mapped_column(Integer)
