"""The two sides of 差在哪: which there are to choose from, and what they are called."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from app.models.periods import Period, Span
from app.services.differences import Side
from app.services.months import Months
from app.services.office import Office
from app.services.submitted import Submitted
from app.ui.widgets.combo_box import ComboBox

_WIDTH_EMS = 17
_MONTHS_BACK = 12


@dataclass(frozen=True)
class SideNames:
    """Short names of the sides, 9月 and 10月, or 报送时 and 现在; and the days they begin with."""

    a: str
    b: str
    since_a: str
    since_b: str


def key_of(side: Side) -> str:
    """The way a link names a side: the number of a 报送, or a period as on the command line."""
    return str(side.number) if isinstance(side, Submitted) else side.key


def side_of(key: str, office: Office) -> Side:
    """What a key of `key_of` stands for; raises AppError."""
    if key.isascii() and key.isdigit() and len(key) < len("2026"):
        return office.submissions.get(int(key))
    return office.calendar.parse(key)


def text_of(side: Side) -> str:
    """What a list of sides says: 2026年9月 报送的数（报 3）, 2026年9月 现在的数."""
    if isinstance(side, Submitted):
        back = "" if side.stands else "，已退回"
        return f"{side.period.label} 报送的数（报 {side.number}{back}）"
    return f"{side.label} 现在的数"


def names_of(a: Side, b: Side) -> SideNames:
    """Short names that tell the two apart."""
    first, second = _period(a), _period(b)
    since = (first.start.isoformat(), second.start.isoformat())
    if first.label == second.label:
        both = isinstance(a, Submitted) and isinstance(b, Submitted)
        words = [_state(side, numbered=both) for side in (a, b)]
        return SideNames(words[0], words[1], *since)
    same_year = first.year == second.year and Span.YEAR not in (first.span, second.span)
    words = [each.label.partition("年")[2] if same_year else each.label for each in (first, second)]
    return SideNames(words[0], words[1], *since)


def same_words(a: Side, b: Side) -> tuple[str, str, str]:
    """Title, text and icon for two sides that do not differ."""
    if key_of(a) == key_of(b):
        return "两边选的是同一个", "在上面换一边，再看差在哪。", "info"
    names = names_of(a, b)
    against_now = {names.a, names.b} == {"报送时", "现在"}
    text = "报上去的数，和现在的记录对得上。" if against_now else "一个数也没有差。"
    return f"{names.a}和{names.b}一样", text, "ok"


def usual_sides(office: Office) -> tuple[Side, Side]:
    """A month that went up against what it is now, or else last month against this one."""
    month = _this_month(office)
    previous = office.calendar.previous(month)
    for period in (month, previous):
        sent = office.submissions.active(period)
        if sent is not None:
            return sent, period
    return previous, month


def sides_of(office: Office) -> tuple[Side, ...]:
    """What there is to choose from: the months of a year back as they are now, and every 报送."""
    calendar = office.calendar
    months = [_this_month(office)]
    for _ in range(_MONTHS_BACK):
        months.append(calendar.previous(months[-1]))
    sent = office.submissions.all()
    others = {each.period.key: calendar.parse(each.period.key) for each in sent}
    known = {month.key for month in months}
    return (*months, *sent, *(period for key, period in others.items() if key not in known))


class SideChoice(ComboBox):
    """One side; says when a person chose another."""

    chosen = Signal(str)
    """The key of the side."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._keys: list[str] = []
        self.activated.connect(self._take)

    @property
    def key(self) -> str:
        """The side chosen, "" before there is one."""
        row = self.currentIndex()
        return self._keys[row] if row >= 0 else ""

    def set_sides(self, sides: tuple[Side, ...], chosen: Side) -> None:
        """Offer these, and the chosen one if it is not among them."""
        keys = [key_of(side) for side in sides]
        offered = sides if key_of(chosen) in keys else (*sides, chosen)
        self._keys = [key_of(side) for side in offered]
        self.clear()
        for side in offered:
            self.addItem(text_of(side))
        self.setCurrentIndex(self._keys.index(key_of(chosen)))

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(_WIDTH_EMS), self.theme.control)

    def _take(self, row: int) -> None:
        self.chosen.emit(self._keys[row])


def _this_month(office: Office) -> Period:
    return Months(office.store, office.clock, office.settings, office.figures, office.records).first()


def _period(side: Side) -> Period:
    return side.period if isinstance(side, Submitted) else side


def _state(side: Side, *, numbered: bool) -> str:
    if isinstance(side, Period):
        return "现在"
    return f"报 {side.number}" if numbered else "报送时"
