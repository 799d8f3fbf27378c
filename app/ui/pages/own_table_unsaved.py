"""TableInWork: an ad-hoc table as it is being put together, kept until it is a report or not wanted."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from app.errors import AppError
from app.services.own_table import OwnTable, from_json
from app.services.unsaved_texts import TextKey
from app.ui.pages.own_table_choices import OwnTableChoices
from app.ui.pages.own_table_head import OwnTableHead
from app.ui.text_keeping import TextKeeping
from app.ui.workplace import Workplace


class TableInWork(QObject):
    """Who goes to another table is done with it; who leaves the program is offered it at the next start."""

    warned = Signal(str)
    """That a table stands there again and is not kept yet, or why it cannot be kept for later."""

    def __init__(
        self, place: Workplace, head: OwnTableHead, choices: OwnTableChoices, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._head, self._choices = head, choices
        self._begun: OwnTable | None = None
        self._keeping = TextKeeping(place.office, place.operations, self._unsaved, self)
        self._keeping.troubled.connect(self.warned)
        head.edit.textEdited.connect(self._typed)
        choices.typing.connect(self._typed)
        choices.changed.connect(self._typed)

    def begin(self, name: str = "") -> OwnTable | None:
        """The table in sight, kept under `name` or under none, is begun; what was made of it and not kept."""
        self._keeping.drop()
        self._keeping.rest()
        self._begun = self._now
        kept = self._keeping.begin(TextKey("own_table", name), self._title)
        try:
            found = None if kept is None else from_json(str(kept.values["table"]))
        except (AppError, KeyError):
            found = None
        if found is None or kept is None or found == self._begun:
            self._keeping.drop()
            return None
        self.warned.emit(kept.sentence)
        return found

    def settle(self, name: str) -> None:
        """The table in sight was kept as a report, or is wanted no more."""
        self._keeping.drop()
        self._keeping.rest()
        self._begun = self._now
        if self._keeping.begin(TextKey("own_table", name), self._title) is not None:
            self._keeping.drop()

    @property
    def _now(self) -> OwnTable:
        return self._choices.typed.named(self._head.name)

    @property
    def _title(self) -> str:
        return f"临时要的表“{self._head.name}”" if self._head.name else "临时要的表"

    def _unsaved(self) -> dict[str, Any]:
        return {} if self._now == self._begun else {"table": self._now.to_json()}

    def _typed(self, *_: object) -> None:
        self._keeping.title = self._title
        self._keeping.note()
