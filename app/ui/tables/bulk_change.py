"""BulkChange: asks which field of a list's chosen records is to say what, and has it done."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.ui.forms.desk import Desk
from app.ui.tables.bin_strip import BinStrip
from app.ui.tables.list_view import ListView
from app.ui.workplace import Workplace


class BulkChange(QObject):
    """批量修改: what became of it stands in the strip, and so does the way back."""

    def __init__(self, place: Workplace, view: ListView, strip: BinStrip) -> None:
        super().__init__(view)
        self._place, self._view, self._strip = place, view, strip
        strip.again_requested.connect(self._ask_again)

    def ask(self, key: str = "") -> None:
        """Ask about the ticked records, beginning at a field; nothing is done when nobody answers."""
        from app.ui.dialogs.bulk_edit import BulkDialog

        uuids, kind = self._view.chosen_uuids(), self._view.query.kind
        if not uuids:
            return
        desk = Desk(self._place.office, self._place.operations)
        dialog = BulkDialog(desk, kind, uuids, key, self._view.window())
        agreed = bool(dialog.exec())
        chosen, value = dialog.key, dialog.value
        dialog.deleteLater()
        self._view.table.setFocus()  # not back to its button: an arrow leads from there to 删除
        if agreed:
            self._strip.change(kind, uuids, chosen, value)

    def _ask_again(self, key: str) -> None:
        self.ask(key)
