"""HistoryPage: 修改记录 of one record: its versions, what each changed, and the way back to any of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from app.errors import AppError, NotFound
from app.models import model_of
from app.services.closed import recent_reasons
from app.services.history import Version, What
from app.services.restoring import Restored
from app.ui.change import Change
from app.ui.pages.history_lines import version_line
from app.ui.pages.history_version import VersionView
from app.ui.pages.links import form_link
from app.ui.pages.page import Command
from app.ui.pages.sided_page import SidedPage
from app.ui.pages.submissions_list import TwoLineList
from app.ui.theme import Tone
from app.ui.widgets.elided_label import ElidedLabel
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.folding_bar import FoldingBar
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.sheet import Sheet, label
from app.ui.widgets.status_word import Status, StatusWord
from app.ui.widgets.strip import Strip
from app.ui.workplace import Workplace

DELETED = Status("已删除", Tone.WARN, "trash")
_NOTHING_TO_UNDO = "没有可以撤销的"


class HistoryPage(SidedPage):
    """Versions at the left, newest first; what the chosen one changed at the right."""

    title = "修改记录"
    share, least, most = 0.34, 24, 34

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = place.office
        self._kind = self._uuid = ""
        self._versions: tuple[Version, ...] = ()
        self._undo: int | None = None
        self._wanted = 0
        reasons = partial(recent_reasons, place.office.store)
        self._restoring = Change(place.operations, reasons, self, "恢复")
        self._build()
        self._connect()

    @property
    def versions(self) -> tuple[Version, ...]:
        """All versions, newest first."""
        return self._versions

    @property
    def chosen(self) -> Version | None:
        """The version in sight."""
        return next((each for each in self._versions if f"{each.revision}" == self.list.key), None)

    def open(self, kind: str = "", uuid: str = "", **_rest: Any) -> None:
        """Show the versions of a record, also of one in the bin."""
        if uuid and uuid != self._uuid:
            self._kind, self._uuid = kind, uuid
            self.strip.clear()
            self._set_undo(None)
        self._load()

    def turned_to(self) -> Mapping[str, Any]:
        return {"kind": self._kind, "uuid": self._uuid}

    def refresh(self) -> None:
        self._load()

    def commands(self) -> Mapping[str, Command]:
        return {"undo": _NOTHING_TO_UNDO if self._undo is None else self.undo}

    def first_focus(self) -> None:
        (self.list if self._versions else self.back).setFocus()

    # what a clerk does

    def act(self) -> None:
        """The primary button: back out of the bin, or to the chosen version."""
        if self._is_deleted:
            work = partial(self._office.records.undelete, self._kind, [self._uuid])
            self._restoring.run(work, self._undeleted, self._refused)
        else:
            self.restore()

    def restore(self) -> None:
        """Show what the chosen version would change, and bring it back if that is wanted."""
        from app.ui.dialogs.restore_version import ask_restore

        version = self.chosen
        if version is None or not self.action.isEnabled():
            return
        try:
            preview = self._office.history.preview(self._uuid, version.revision)
        except AppError as error:
            self._refused(error)
            return
        if not preview.alterations:
            self.strip.show_message(Tone.PLAIN, "这一版和现在的一样，不用恢复。")
        elif ask_restore(self.window(), version.revision, preview):
            self._bring_back(version.revision, self._restored)

    def undo(self) -> None:
        """Take back what was brought back here last."""
        if self._undo is not None:
            self._bring_back(self._undo, self._undone)

    def open_record(self) -> None:
        """Ask for the record's form."""
        if not self._is_deleted:
            self.open_requested.emit(form_link(self._kind, self._uuid))

    # putting together

    def _build(self) -> None:
        self.back = IconButton("back", "返回", hint="Esc")
        self.name = ElidedLabel(ink="text2")
        self.status = StatusWord(pill=True)
        self.record_button = HintButton("打开这条", icon="open")
        self.action = HintButton("恢复到这一版…", icon="undo", kind="primary")
        bar = FoldingBar(spacing=8)
        bar.add(self.back)
        bar.add(label(self.title, "title"))
        bar.add_gap(4)
        bar.add(self.name, least_ems=10)
        bar.add(self.status)
        bar.add_stretch()
        bar.add(self.record_button, fold=1)
        bar.add_overflow(bar.more_button)
        bar.add(self.action)
        self.strip = Strip()
        self.list = TwoLineList("各版")
        listed = Sheet(margin=1)
        listed.body.addWidget(self.list)
        self.shown = VersionView()
        self.column.addWidget(bar)
        self.column.addWidget(self.strip)
        self.add_sides(listed, self.shown, EmptyState("history", "没有修改记录"))

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_requested)
        self.record_button.clicked.connect(self.open_record)
        self.action.clicked.connect(self.act)
        self.list.chosen.connect(self._show_chosen)
        self.list.escaped.connect(self.back_requested)
        self.strip.acted.connect(self.undo)

    # showing

    @property
    def _is_deleted(self) -> bool:
        return bool(self._versions) and self._versions[0].what is What.DELETED

    def _load(self) -> None:
        if not self._uuid:
            return
        newest = self._versions[0].revision if self._versions else 0
        try:
            self._versions = self._office.history.of(self._uuid)
        except NotFound as error:
            self._versions = ()
            self.strip.show_message(Tone.WARN, error.message)
        today = self._office.clock.today()
        first = self._versions[0].revision if self._versions else 0
        if self._undo is not None and first != self._undo + 1:
            self._set_undo(None)  # changed since: taking back would undo that too
            self.strip.clear()
        wanted = f"{first}" if first != newest else ""
        self.list.set_things([version_line(each, today) for each in self._versions], wanted)
        noun = model_of(self._kind).kind.label
        self.name.set_text(f"{noun} {self._versions[0].title}" if self._versions else noun)
        self.status.set_status(DELETED if self._is_deleted else None)
        self.record_button.set_reason("先恢复这条，才能打开" if self._is_deleted else "")
        self.show_sides(bool(self._versions))
        self._show_chosen()
        self.say(f"共 {len(self._versions)} 版；↑↓ 看每一版改了什么，Esc 返回")

    def _show_chosen(self, _key: str = "") -> None:
        version = self.chosen
        self._offer_action(version)
        if version is not None:
            self.shown.show_version(version, self._office.clock.today())

    def _offer_action(self, version: Version | None) -> None:
        if self._is_deleted:
            self.action.set_label("恢复这条", icon="undo")
            self.action.set_reason("")
            return
        self.action.set_label("恢复到这一版…", icon="undo")
        if version is None:
            self.action.set_reason("没有可以恢复的")
        elif version.is_newest:
            self.action.set_reason("这一版就是现在的内容")
        else:
            self.action.set_reason("" if version.has_values else "这一版没有改内容，请选它前面的一版")

    # bringing back

    def _bring_back(self, revision: int, done: Callable[[Restored], object]) -> None:
        self._wanted = revision
        work = partial(self._office.history.restore, self._kind, self._uuid, revision)
        self._restoring.run(work, done, self._refused)

    def _restored(self, found: Restored) -> None:
        self._set_undo(found.record.revision - 1)
        text = f"恢复到了第 {self._wanted} 版。"
        tone = Tone.WARN if found.left_out else Tone.OK
        self.strip.show_message(tone, f"{text}{found.sentence}", action="撤销", hint="Ctrl+Z")

    def _undone(self, found: Restored) -> None:
        self._set_undo(None)
        tone = Tone.WARN if found.left_out else Tone.OK
        self.strip.show_message(tone, f"撤销了，内容和恢复以前一样。{found.sentence}")
        self.list.setFocus()

    def _undeleted(self, _count: int) -> None:
        self.strip.show_message(Tone.OK, "恢复了这条，它又在列表里了。")
        self.list.setFocus()

    def _refused(self, error: AppError) -> None:
        self.strip.show_message(Tone.ERROR, error.message)

    def _set_undo(self, revision: int | None) -> None:
        self._undo = revision
        self.commands_changed.emit()
