"""SubmissionsPage: 报送存底, every 报送 as it was sent: its numbers, its files and what it corrected."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QWidget

from app.errors import AppError
from app.services.late_lines import What
from app.services.sent_files import SentFiles
from app.services.submitted import SCAN, SentFile, Submitted
from app.ui.operations import Progress
from app.ui.origins import origins
from app.ui.pages import exporting
from app.ui.pages.diff_entries import Entry
from app.ui.pages.home_links import difference
from app.ui.pages.links import form_link, list_link
from app.ui.pages.page import Command, PageLink
from app.ui.pages.sided_page import SidedPage
from app.ui.pages.submissions_shown import FILES, LATE, NUMBERS, SentView
from app.ui.pages.submissions_side import SubmissionsSide
from app.ui.pages.submissions_words import submission_line
from app.ui.theme import Tone
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.folding_bar import FoldingBar
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.sheet import label
from app.ui.widgets.strip import Strip
from app.ui.workplace import Workplace

_SCANS = "盖章件（*.pdf *.jpg *.jpeg *.png *.bmp *.tif *.tiff *.webp）"
_NO_FILE = "先选一份材料"


class SubmissionsPage(SidedPage):
    """All of them and the chosen one's files at the left, the chosen one at the right."""

    title = "报送存底"
    share, least, most = 0.26, 20, 26

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place, self._office = place, place.office
        self._all: tuple[Submitted, ...] = ()
        self._intact: dict[str, bool] = {}
        self._build()
        self._connect()

    @property
    def chosen(self) -> Submitted | None:
        """The 报送 in sight."""
        return next((each for each in self._all if str(each.number) == self.list.key), None)

    def open(self, number: int = 0, view: str = "", by: str = "", **_rest: Any) -> None:
        """Show a 报送, or the one shown last, or the newest; in a view, its numbers split by a grouping."""
        self.strip.clear()
        if view:
            self.shown.set_view(view)
        if by:
            self.shown.numbers.set_by(by)
        self._load(str(number) if number else "")

    def turned_to(self) -> Mapping[str, Any]:
        number = int(self.list.key) if self.list.key else 0
        return {"number": number, "view": self.shown.view, "by": self.shown.numbers.by}

    def refresh(self) -> None:
        self._load()

    def commands(self) -> Mapping[str, Command]:
        no_file = "" if self.shown.files.file is not None else _NO_FILE
        return {
            "print": no_file or self._print,
            "export": no_file or self.save_as,
        }

    def first_focus(self) -> None:
        (self.list if self._all else self.empty).setFocus()

    def add_scan(self) -> None:
        """Ask for the scan of the stamped sheet and keep it with the chosen one."""
        found = self.chosen
        if found is None:
            return
        name, _ = QFileDialog.getOpenFileName(self, "选盖章件的扫描", origins.folder, _SCANS)
        if name:
            origins.came_from(Path(name))
            self.strip.clear()
            work = partial(self._office.submissions.add_scan, found.number, Path(name))
            self._place.operations.run(work, self._scan_added, self._refused)

    def save_as(self) -> None:
        """Write the file in sight somewhere else, as it was sent."""
        preferences = self._place.preferences
        path = self.shown.files.save_as(exporting.start_folder(self._place))
        if path is not None:
            preferences.set_export_folder(path.parent)
            self.say(f"存好了：{path}")

    def verify(self) -> None:
        """核对: whether the files kept are still those that went up."""
        found, files = self.chosen, SentFiles(self._office.store.vault)
        if found is None or not found.files:
            return

        def work(progress: Progress) -> dict[str, bool]:
            seen = {}
            for place, file in enumerate(found.files):
                progress.step(place, len(found.files), file.name)
                seen[file.uuid] = files.is_intact(file)
            return seen

        self._place.operations.start(work, self._verified)

    # putting together

    def _build(self) -> None:
        self._back = IconButton("back", "返回", hint="Esc")
        self.diff = HintButton("差在哪", icon="search")
        self.save = HintButton("另存为…", icon="save", hint="Ctrl+E")
        self.scan = HintButton("加盖章件…", icon="clip")
        bar = FoldingBar(spacing=8)
        bar.add(self._back)
        bar.add(label(self.title, "title"))
        bar.add_stretch()
        bar.add(self.diff, fold=2)
        bar.add(self.save, fold=1)
        bar.add_overflow(bar.more_button)
        bar.add(self.scan)
        self.strip = Strip()
        self._side = SubmissionsSide()
        self.list, self.papers = self._side.list, self._side.papers
        self.shown = SentView(self._office, self._place.operations)
        self.empty = EmptyState("send")
        for each in (bar, self.strip):
            self.column.addWidget(each)
        self.add_sides(self._side, self.shown, self.empty)

    def _connect(self) -> None:
        self._back.clicked.connect(self.back_requested)
        self.diff.clicked.connect(self._show_diff)
        self.save.clicked.connect(self.save_as)
        self.scan.clicked.connect(self.add_scan)
        self.list.chosen.connect(self._choose)
        self.papers.chosen.connect(self._choose_file)
        self._side.verify_requested.connect(self.verify)
        self.shown.open_requested.connect(self.open_requested)
        self.shown.record_requested.connect(self._open_record)
        self.shown.turned.connect(self._say)
        self.shown.escaped.connect(self.list.setFocus)
        self.papers.escaped.connect(self.list.setFocus)
        self.list.escaped.connect(self.back_requested)
        self.empty.acted.connect(self._act_empty)

    # showing

    def _load(self, key: str = "") -> None:
        self._all = self._office.submissions.all()
        today = self._office.clock.today()
        self.list.set_things([submission_line(each, today) for each in self._all], key)
        self.show_sides(bool(self._all))
        for button in (self.diff, self.save, self.scan):
            button.setVisible(bool(self._all))
        if not self._all:
            self._show_empty()
        elif key and key != self.list.key:
            self.strip.show_message(Tone.WARN, f"没有报 {key}，这里是最近的一次。")
        self._show()

    def _show(self) -> None:
        found = self.chosen
        if found is None:
            return
        self._side.show_files(found, self._intact)
        self.shown.show_submission(found, self._file())
        lacks = found.stands and not any(file.role == SCAN for file in found.files)
        self.scan.set_kind("primary" if lacks else "quiet")
        self._say()

    def _file(self) -> SentFile | None:
        found = self.chosen
        files = () if found is None else found.files
        return next((file for file in files if file.uuid == self.papers.key), None)

    def _say(self) -> None:
        found = self.chosen
        if found is not None:
            words = {
                NUMBERS: "双击数字，或走到数字上按回车，看报送时是哪些记录",
                LATE: "回车打开记录",
                FILES: "这里是报送时的原件，只能看和打印",
            }
            self.say(f"共报送 {len(self._all)} 次；{words[self.shown.view]}")
        self.save.set_reason("" if self.shown.files.file is not None else _NO_FILE)
        self.commands_changed.emit()

    def _show_empty(self) -> None:
        text = "在本月工作里填报、审核、出表，再报送；报上去的数和材料都留在这里。"
        self.empty.say("还没有报送过", text, icon="send")
        self.empty.add_button("month", "去本月工作", icon="month", kind="primary")
        self.say("")

    # what a clerk does

    def _choose(self, _key: str) -> None:
        self.strip.clear()
        self._show()

    def _choose_file(self, _key: str) -> None:
        self.shown.files.show_sent(self._file())
        self.shown.set_view(FILES)

    def _print(self) -> None:
        self.shown.set_view(FILES)
        self.shown.files.print_pages()

    def _show_diff(self) -> None:
        found = self.chosen
        if found is not None:
            self.open_requested.emit(difference(str(found.number), found.period.key))

    def _open_record(self, entry: Entry) -> None:
        if entry.status.text == What.GONE:
            self.open_requested.emit(list_link(entry.kind, deleted=entry.uuid))
            return
        alike = [each.uuid for each in self.shown.late.entries if each.kind == entry.kind]
        self.open_requested.emit(form_link(entry.kind, entry.uuid, alike))

    def _act_empty(self, _key: str) -> None:
        self.open_requested.emit(PageLink("month"))

    def _scan_added(self, found: Submitted) -> None:
        self._load(str(found.number))
        self.papers.set_things(self.papers.things, found.files[-1].uuid)
        self._choose_file("")
        self.say(f"加好了盖章件：{found.files[-1].name}")

    def _refused(self, error: AppError) -> None:
        self.strip.show_message(Tone.ERROR, error.message)

    def _verified(self, seen: dict[str, bool]) -> None:
        self._intact |= seen
        found = self.chosen
        if found is not None:
            self._side.show_files(found, self._intact)
        wrong = sum(not intact for intact in seen.values())
        if wrong:
            words = f"有 {wrong} 份和报送时不一样了，可以从备份里恢复。"
            self.strip.show_message(Tone.ERROR, words)
        self.say(f"核对了 {len(seen)} 份，" + (f"{wrong} 份不一样了" if wrong else "都和报送时一样"))
