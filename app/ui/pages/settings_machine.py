"""What belongs to this machine: how the window looks, where the data lie, the way out of the samples."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from app.clock import Clock
from app.errors import AppError
from app.paths import DataFolder, documents_folder
from app.services import backup_words
from app.store.backup.backup import moment_of
from app.ui.appearance import Appearance
from app.ui.forms.fields import LineField
from app.ui.menus import LOOKS
from app.ui.pages.settings_field import Remark
from app.ui.pages.settings_section import FieldGrid, Section
from app.ui.preferences import Preferences
from app.ui.theme import BASE_SIZES, Look
from app.ui.widgets.choice_bar import Option
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.segments import Segments
from app.ui.widgets.sheet import label

SIZES = tuple(zip(BASE_SIZES, ("标准", "大", "特大"), strict=True))


class LookSection(Section):
    """外观: takes effect at once and is remembered for this machine."""

    key = "look"

    def __init__(
        self, appearance: Appearance, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__("外观", "马上生效，只管这台电脑", parent)
        self._appearance, self._preferences = appearance, preferences
        self.looks = Segments([Option(look.value, text) for look, text in LOOKS])
        self.sizes = Segments([Option(str(size), f"{text} {size}") for size, text in SIZES])
        self.looks.setAccessibleDescription("外观")
        self.sizes.setAccessibleDescription("字号")
        grid = self.add_grid()
        grid.add_named("外观", self.looks)
        words = "屏幕看不清字时用高对比；跟随系统时，系统换深色，这里也换。"
        grid.add_below(label(words, "note", wrap=True))
        grid.add_named("字号", self.sizes)
        words = "在哪一页都能用 Ctrl+= 放大，Ctrl+- 缩小，Ctrl+0 还原。"
        grid.add_below(label(words, "note", wrap=True))
        self.body.addStretch(1)
        self.looks.chosen.connect(self._choose_look)
        self.sizes.chosen.connect(self._choose_size)
        appearance.changed.connect(self.refresh)
        self.refresh()

    def refresh(self, _theme: object = None) -> None:
        self.looks.set_current(self._appearance.look.value)
        self.sizes.set_current(str(self._appearance.base_pt))

    def first_focus(self) -> None:
        self.looks.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_look(self, key: str) -> None:
        self._appearance.set_look(Look(key))
        self._preferences.take(self._appearance)

    def _choose_size(self, key: str) -> None:
        self._appearance.set_base(int(key))
        self._preferences.take(self._appearance)


class FolderSection(Section):
    """备份和文件夹: where everything lies, to be looked at, copied away or brought back."""

    key = "folder"

    def __init__(
        self,
        folder: DataFolder,
        preferences: Preferences,
        make_ready: Callable[[Path], Path],
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("备份和文件夹", "记录、照片、备份都在这里，不上网", parent)
        self._preferences, self._make_ready, self._clock = preferences, make_ready, clock
        self._paths: dict[str, LineField] = {}
        self.buttons: dict[str, HintButton] = {}
        self._remark = Remark()
        grid = self.add_grid()
        places: tuple[tuple[str, str, Callable[[], Path]], ...] = (
            ("data", "台账", lambda: folder.root),
            ("backups", "备份", lambda: folder.backups),
            ("exports", "导出", self._exports),
        )
        self._places = {key: place for key, _, place in places}
        for key, words, _ in places:
            self._paths[key], self.buttons[key] = LineField(), HintButton("打开")
            self._paths[key].setReadOnly(True)
            self._paths[key].setAccessibleName(f"{words}文件夹")
            self.buttons[key].clicked.connect(partial(self._open, key))
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(self._paths[key], 1)
            row.addWidget(self.buttons[key])
            if key == "backups":
                self.backup, self.restore = HintButton("马上备份"), HintButton("从备份恢复…")
                self.backup.clicked.connect(self.backup_requested)
                self.restore.clicked.connect(self.restore_requested)
                row.addWidget(self.backup)
                row.addWidget(self.restore)
            grid.add_named(words, line, stretched=True)
            if key == "backups":
                self._add_second(grid)
        words = "换电脑时，退出程序，把整个台账文件夹拷过去。程序开着的时候不要拷，也不要改里面的文件。"
        grid.add_below(label(words, "note", wrap=True))
        grid.add_below(self._remark)
        self.body.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        second = self._preferences.backup_folder
        self.second.setText("还没有选" if second is None else str(second))
        self.second.setCursorPosition(0)
        self.forget.setVisible(second is not None)
        self.copied.setText("" if second is None else self._copied_words())
        self.copied.setVisible(second is not None)
        for key, place in self._places.items():
            path = place()
            self._paths[key].setText(str(path))
            self._paths[key].setCursorPosition(0)
            self.buttons[key].set_reason("" if path.is_dir() else "还没有这个文件夹，用到时会建")

    def first_focus(self) -> None:
        self.buttons["data"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_second(self, grid: FieldGrid) -> None:
        self.second, self.choose, self.forget = LineField(), HintButton("选…"), HintButton("不用")
        self.second.setReadOnly(True)
        self.second.setAccessibleName("另一处备份")
        self.choose.clicked.connect(self._choose_second)
        self.forget.clicked.connect(self._forget_second)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.second, 1)
        row.addWidget(self.choose)
        row.addWidget(self.forget)
        self.copied = label("", "note", wrap=True)
        grid.add_named("另一处备份", line, stretched=True)
        grid.add_below(self.copied)
        words = "选别的磁盘或 U 盘，每次备份都再拷一份到那里；没插上时不耽误用，插上后补。"
        grid.add_below(label(words, "note", wrap=True))

    def _copied_words(self) -> str:
        at = moment_of(self._preferences.backup_copied)
        if at is None:
            return "这台电脑还没有往那里拷过。"
        return f"那里最近的一份：{backup_words.when(at, self._clock.now())}。"

    def _choose_second(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "备份再拷到哪里", str(Path.home()))
        if not chosen:
            return
        try:
            self._preferences.set_backup_folder(self._make_ready(Path(chosen)))
            self._remark.say("")
            self.done.emit("选好了，以后每次备份都拷一份过去；现在就要，点“马上备份”")
        except AppError as error:
            self._remark.say(error.message)
        self.refresh()

    def _forget_second(self) -> None:
        self._preferences.set_backup_folder(None)
        self.refresh()

    def _exports(self) -> Path:
        return self._preferences.export_folder or documents_folder()

    def _open(self, key: str) -> None:
        path = self._places[key]()
        opened = QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        self._remark.say("" if opened else "这台电脑没有能打开文件夹的程序，请照上面的路径去找。")


class DemoSection(Section):
    """示例数据: what it is and the way out; only in a store that holds it."""

    key = "demo"
    leave_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("示例数据", "", parent)
        words = (
            "现在打开的是示例县：单位、人名、地名和数都是编的，标题栏和导出的文件上都写着“示例数据”。"
            "可以随便改，随便试。离开后开始用自己的台账，示例数据不会带过去。"
        )
        self.body.addWidget(label(words, "body", wrap=True))
        self.button = HintButton("离开示例数据…")
        self.button.clicked.connect(self.leave_requested)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addStretch(1)

    def first_focus(self) -> None:
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)
