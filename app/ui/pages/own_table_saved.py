"""SavedList: the ad-hoc tables that were kept, to be opened, renamed, put in order and deleted."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.errors import AppError
from app.services.office import Office
from app.services.saved_reports import Saved
from app.ui.operations import Operations
from app.ui.pages.settings_rows import Row, RowList
from app.ui.theme import Tone
from app.ui.widgets.sheet import label
from app.ui.widgets.themed import Themed

MOST_ROWS = 4
NONE_YET = "还没有存过。排好一张表，按“存成报表”，下个月点一下就有。"


class SavedList(Themed, QWidget):
    """Every change is written at once; a deleted one can be taken back."""

    chosen = Signal(str)
    """Name of the one to show."""
    said = Signal(str)
    refused = Signal(object)

    def __init__(self, office: Office, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self._operations = office, operations
        self._gone: tuple[Saved, int] | None = None
        self._all: tuple[Saved, ...] = ()
        self.caption = label("存下的表", "note")
        self.nothing = label(NONE_YET, "note", wrap=True)
        self.rows = RowList("存下的表", editable=True)
        self.rows.setToolTip("回车打开，F2 改名，Alt+↑ ↓ 换次序，Del 删除")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 6)
        column.setSpacing(2)
        for part in (self.caption, self.nothing):
            part.setContentsMargins(14, 0, 12, 2)
            column.addWidget(part)
        column.addWidget(self.rows)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.rows.chosen.connect(self.chosen)
        self.rows.entered.connect(self._open_current)
        self.rows.itemClicked.connect(self._open_current)
        self.rows.renamed.connect(self._rename)
        self.rows.moved.connect(self._move)

    @property
    def can_undo(self) -> bool:
        return self._gone is not None

    @property
    def has_keyboard(self) -> bool:
        return self.rows.hasFocus() and bool(self.rows.current_key)

    def renew(self, current: str = "") -> None:
        """Read again what there is; `current` is marked."""
        self._all = self._office.saved_reports.all()
        self.rows.setVisible(bool(self._all))
        self.nothing.setVisible(not self._all)
        wanted = [
            Row(
                each.name,
                each.name,
                "要改" if each.problems else "",
                Tone.WARN if each.problems else Tone.PLAIN,
            )
            for each in self._all
        ]
        self.rows.set_rows(wanted, current)
        self.mark(current)
        self.restyle()

    def mark(self, name: str) -> None:
        """Say which one is worked on, silently; "" for none."""
        if name in self.rows.keys:
            self.rows.set_current(name)
            return
        self.rows.blockSignals(True)
        self.rows.setCurrentRow(-1)
        self.rows.blockSignals(False)

    def delete(self) -> None:
        """Take the marked one away."""
        name, saved = self.rows.current_key, self._office.saved_reports
        if name:
            place = self.rows.keys.index(name)
            self._operations.run(lambda: (saved.delete(name), place), self._deleted, self._refuse)

    def undo(self) -> None:
        """Bring back what was deleted last."""
        if self._gone is not None:
            (gone, place), saved = self._gone, self._office.saved_reports
            self._gone = None
            self._operations.run(lambda: saved.restore(gone, place), self._restored, self._refuse)

    def restyle(self) -> None:
        count = min(MOST_ROWS, max(1, self.rows.count()))
        self.rows.setFixedHeight(count * self.theme.row + 2)

    def _open_current(self, *_: object) -> None:
        if self.rows.current_key and not self.rows.is_editing:
            self.chosen.emit(self.rows.current_key)

    def _rename(self, name: str, new: str) -> None:
        saved, reserved = self._office.saved_reports, self._office.report_shelf.reserved()
        self._operations.run(lambda: saved.rename(name, new, reserved=reserved), self._renamed, self._refuse)

    def _move(self, step: int) -> None:
        name, saved = self.rows.current_key, self._office.saved_reports
        if name:
            self._operations.run(lambda: saved.move(name, step), self._moved, self._refuse)

    def _deleted(self, gone: tuple[Saved, int]) -> None:
        self._gone = gone
        self.renew()
        self.said.emit(f"删除了报表“{gone[0].name}”，可以撤销。")

    def _restored(self, name: str) -> None:
        self.renew(name)
        self.said.emit(f"报表“{name}”回来了。")

    def _renamed(self, new: str) -> None:
        self.renew(new)
        self.chosen.emit(new)

    def _moved(self, name: str) -> None:
        self.renew(name)

    def _refuse(self, error: AppError) -> None:
        self.renew(self.rows.current_key)
        self.refused.emit(error)
