"""FilesEditor: photos and files of a record: added by button, dropped, or pasted."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QRect, QSize, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QWidget

from app.models.fields import Field, Values
from app.services.aggregates import new_uuid
from app.ui.forms.desk import Desk
from app.ui.forms.editor import Editor
from app.ui.forms.fields import enter_step
from app.ui.forms.file_card import FileCard
from app.ui.origins import origins
from app.ui.widgets.hint_button import HintButton

_FILTER = "照片和文件 (*)"


class _AddButton(HintButton):
    """Enter goes on as in every field; Space or the mouse presses it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if enter_step(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


class FilesEditor(Editor):
    """The bytes go into the vault on the writing thread; a record takes them over when it is saved."""

    def __init__(self, spec: Field, desk: Desk, *, cell: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(spec, desk, cell=cell, parent=parent)
        self._value: list[Values] | None = None
        self._cards: list[FileCard] = []
        self._read_only = False
        self.button = _AddButton("添加照片或文件", icon="clip", parent=self)
        self.button.set_tip("也可以拖进来，或用 Ctrl+V 粘贴")
        self.button.clicked.connect(self.choose)
        self.setFocusProxy(self.button)
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fit()

    def value(self) -> list[Values] | None:
        return self._value

    def set_value(self, value: list[Values] | None) -> None:
        self._value = value
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = [self._card(entry) for entry in value or ()]
        self._fit()

    def set_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        self.button.setVisible(not read_only)
        self.setAcceptDrops(not read_only)
        for card in self._cards:
            card.set_read_only(read_only)

    def choose(self) -> None:
        """Ask which files to add."""
        names, _ = QFileDialog.getOpenFileNames(self, "添加照片或文件", origins.folder, _FILTER)
        if names:
            origins.came_from(Path(names[0]))
        self.add([Path(name) for name in names])

    def add(self, paths: Sequence[Path]) -> None:
        """Take files in; they appear when they are safe in the vault."""
        if paths and not self._read_only:
            self.desk.operations.run(partial(self._attach, tuple(paths)), self._attached, writes=False)

    def add_from(self, data: QMimeData) -> bool:
        """Take in what was dropped or pasted; False when there is nothing for us in it."""
        if data.hasUrls() and any(url.isLocalFile() for url in data.urls()):
            self.add([Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()])
            return True
        if data.hasImage():
            self._add_image(QImage(data.imageData()))
            return True
        return False

    def begin(self, text: str | None = None, *, backwards: bool = False) -> None:
        stops = self._stops()
        if stops:
            stops[-1 if backwards else 0].setFocus(Qt.FocusReason.TabFocusReason)

    def step_inside(self, by: int) -> bool:
        stops = self._stops()
        here = next((place for place, stop in enumerate(stops) if stop.hasFocus()), -1)
        if here < 0 or not 0 <= here + by < len(stops):
            return False
        stops[here + by].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def restyle(self) -> None:
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(20), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.add_from(event.mimeData()):
            event.acceptProposedAction()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = enter_step(event)
        if step:
            self.moved.emit(step)
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.add_from(QGuiApplication.clipboard().mimeData())
        else:
            super().keyPressEvent(event)

    def _stops(self) -> list[QWidget]:
        """What takes the keyboard, in the order of the eye."""
        found: list[QWidget] = [stop for card in self._cards for stop in card.stops()]
        return found if self._read_only else [*found, self.button]

    def _attach(self, paths: tuple[Path, ...]) -> list[Values]:
        entries = self.desk.office.records.attach(paths)
        for entry in entries:
            if entry["picture"]:
                self.desk.vault.thumbnail(entry["sha256"])
        return entries

    def _attached(self, entries: list[Values]) -> None:
        known = {entry["sha256"] for entry in self._value or ()}
        fresh = {entry["sha256"]: entry for entry in entries if entry["sha256"] not in known}
        new = [entry | {"uuid": new_uuid()} for entry in fresh.values()]
        if new:
            self._value = [*(self._value or []), *new]
            self._cards += [self._card(entry) for entry in new]
            self._fit()
            self.edited.emit()

    def _add_image(self, image: QImage) -> None:
        folder = Path(tempfile.mkdtemp(prefix="ledger-paste-"))
        path = folder / "粘贴的图片.png"
        if not image.isNull() and image.save(str(path)):
            self.desk.operations.run(partial(self._attach_pasted, path), self._attached, writes=False)

    def _attach_pasted(self, path: Path) -> list[Values]:
        try:
            return self._attach((path,))
        finally:
            path.unlink(missing_ok=True)
            path.parent.rmdir()

    def _card(self, entry: Values) -> FileCard:
        card = FileCard(entry, self)
        card.removed.connect(partial(self._remove, card))
        card.captioned.connect(partial(self._caption, card))
        card.moved.connect(self.moved)
        card.set_read_only(self._read_only)
        if entry["picture"]:
            picture = self.desk.vault.thumbnail(entry["sha256"])
            if picture is not None:
                card.show_picture(picture)
        card.show()
        return card

    def _remove(self, card: FileCard) -> None:
        place = self._cards.index(card)
        self._cards.remove(card)
        card.hide()
        card.deleteLater()
        self._value = [entry for index, entry in enumerate(self._value or ()) if index != place]
        self._fit()
        if self._cards:
            self._cards[min(place, len(self._cards) - 1)].begin()
        else:
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _caption(self, card: FileCard, text: str) -> None:
        place = self._cards.index(card)
        entries = list(self._value or [])
        entries[place] = entries[place] | {"caption": text.strip() or None}
        self._value = entries
        self.edited.emit()

    def _fit(self) -> None:
        """Cards from left to right, as many to a row as there is room, the button last."""
        gap, x, y, tall = 10, 0, 0, 0
        parts: list[QWidget] = [*self._cards, *([self.button] if not self.button.isHidden() else [])]
        for part in parts:
            size = part.sizeHint()
            if x and x + size.width() > self.width():
                x, y, tall = 0, y + tall + gap, 0
            tall = max(tall, size.height())
            top = y + max(0, (tall - size.height()) // 2) if part is self.button else y
            part.setGeometry(QRect(QPoint(x, top), size))
            x += size.width() + gap
        self.setFixedHeight(max(y + tall, self.theme.control))
