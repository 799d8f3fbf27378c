"""WholeStrip: shows numbers of people whole in a list until the page is left; the change log knows of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from app.errors import AppError
from app.models.kinds import Kind
from app.services.office import Office
from app.ui.operations import Operations
from app.ui.tables.model import LedgerModel
from app.ui.theme import Tone
from app.ui.widgets.strip import Strip

_WHOLE = "现在显示的是完整的号码和地址，离开这一页就遮上。这一次已记在修改记录里。"
_NONE_SHOWN = "号码和地址现在是完整的，在“显示列”里勾上要看的；离开这一页就遮上。这一次已记在修改记录里。"


class WholeStrip(Strip):
    """Says so as long as nothing is covered, and covers again."""

    def __init__(
        self, office: Office, operations: Operations, ledger: LedgerModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._office, self._operations, self._ledger = office, operations, ledger
        self.acted.connect(self.cover)

    def uncover(self, kind: Kind) -> None:
        """Show everything, once that is noted."""
        note = partial(self._office.disclosure.note, f"{kind.label}列表", len(self._ledger.ids))
        self._operations.run(note, self._uncovered, self._refused)

    def cover(self) -> None:
        """Show numbers in part again."""
        self._ledger.set_full(False)
        self.clear()

    def _uncovered(self, _result: None) -> None:
        self._ledger.set_full(True)
        shown = any(column.covered for column in self._ledger.columns)
        self.show_message(Tone.WARN, _WHOLE if shown else _NONE_SHOWN, action="现在遮上", closable=False)

    def _refused(self, error: AppError) -> None:
        self.show_message(Tone.ERROR, error.message)
