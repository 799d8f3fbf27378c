"""EvidenceDialog: puts the proof of a month, or of one activity, into a folder the clerk chooses."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QWidget

from app.errors import AppError
from app.models.periods import Period
from app.services.evidence import KINDS, Package
from app.ui.dialogs.dialog import Dialog
from app.ui.operations import Progress
from app.ui.pages.exporting import start_folder
from app.ui.theme import Tone
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.period_stepper import PeriodStepper
from app.ui.widgets.sheet import label, rule
from app.ui.widgets.strip import Strip
from app.ui.workplace import Workplace

TITLE = "佐证材料包"
_HOLDS = (
    "每次活动一个文件夹，装记录、签到表、信息稿、照片和附件，最上面有一张目录，写明还缺什么。"
    "群众的姓名写成张某、李某，电话不放进去。"
)


class EvidenceDialog(Dialog):
    """First what and where, then how far, then the way to the folder; 取消 stops and leaves nothing."""

    def __init__(
        self, place: Workplace, parent: QWidget | None = None, *,
        period: Period | None = None, event: tuple[str, str, str] | None = None,
    ) -> None:  # fmt: skip
        """`event` is kind, uuid and title of one activity; without it a month is asked for."""
        super().__init__(TITLE, parent, width_ems=46)
        self._place = place
        self._event = event
        self._period = period or place.office.months.first()
        self._folder = start_folder(place)
        self._progress: Progress | None = None
        self._package: Package | None = None
        self.make = self.add_button("装进文件夹", kind="primary")
        self.stop = self.add_button("取消", hint="Esc")
        self._lay_out()
        self.make.clicked.connect(self._act)
        self.stop.clicked.connect(self.reject)
        self._show_what()
        self._fit()
        self.make.setFocus()

    def reject(self) -> None:
        """Stops a run that is under way; puts the dialog away otherwise."""
        if self._progress is not None:
            self._progress.cancel()
            self.stop.set_busy("正在停…")
        else:
            super().reject()

    def _lay_out(self) -> None:
        self.stepper = PeriodStepper()
        self.stepper.stepped.connect(self._step)
        self.stepper.setVisible(self._event is None)
        self._what = label("", "section", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.stepper)
        head.addWidget(self._what, 1)
        self.body.addLayout(head)
        self._counts = label("", "body", wrap=True)
        self.body.addWidget(self._counts)
        self.body.addWidget(label(_HOLDS, "label", wrap=True))
        self.whole = QCheckBox("写完整的姓名和电话（会记进修改记录）")
        self.body.addWidget(self.whole)
        self.body.addWidget(rule())
        self._where = label("", "body", wrap=True)
        self.choose = HintButton("换个文件夹…", icon="folder")
        self.choose.clicked.connect(self._choose)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label("放到", "label"))
        row.addWidget(self._where, 1)
        row.addWidget(self.choose)
        self.body.addLayout(row)
        self.message = Strip()
        self.body.addWidget(self.message)

    def _show_what(self) -> None:
        self._where.setText(str(self._folder))
        if self._event is not None:
            self._what.setText(self._event[2])
            self._counts.hide()
            return
        self.stepper.set_text(self._period.label)
        counts = Counter(kind for kind, _ in self._place.office.evidence.of_month(self._period))
        parts = (
            f"{model.kind.label} {counts[model.key]} {model.kind.measure}"
            for model in KINDS
            if counts[model.key]
        )
        none = f"{self._period.label}没有已登记的活动"
        self._counts.setText("、".join(parts) or none)
        self.make.set_reason("" if counts else none)

    def _step(self, step: int) -> None:
        calendar = self._place.office.calendar
        self._period = calendar.next(self._period) if step > 0 else calendar.previous(self._period)
        self.message.clear()
        self._show_what()

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "放到哪个文件夹", str(self._folder))
        if chosen:
            self._folder = Path(chosen)
            self._place.preferences.set_export_folder(self._folder)
            self._show_what()

    def _act(self) -> None:
        if self._package is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._package.folder)))
            self.accept()
        elif self._progress is None:
            self._begin()

    def _begin(self) -> None:
        evidence, folder = self._place.office.evidence, self._folder
        period, event, full = self._period, self._event, self.whole.isChecked()

        def work(progress: Progress) -> Package:
            if event is not None:
                return evidence.event(event[0], event[1], folder, progress.step, full=full)
            return evidence.month(period, folder, progress.step, full=full)

        self.message.clear()
        self._set_running("正在装…")
        start = self._place.operations.start
        self._progress = start(
            work, self._finished, self._refused, ended=self._ended, stepped=self._stepped, writes=full
        )  # fmt: skip

    def _stepped(self, done: int, total: int, text: str) -> None:
        self.make.set_busy(f"正在装 {min(done + 1, total)} / {total}…")
        self._tell(Tone.PLAIN, text, closable=False)

    def _finished(self, package: Package) -> None:
        self._package = package
        lacking = f"，{package.lacking} 次还缺材料，见目录" if package.lacking else ""
        words = f"装好了：{len(package.papers)} 次活动，{package.files} 个文件{lacking}。"
        self._where.setText(str(package.folder))
        self._tell(Tone.OK, words, closable=False)

    def _refused(self, error: AppError) -> None:
        self._tell(Tone.ERROR, error.message)

    def _ended(self) -> None:
        stopped = self._progress is not None and self._progress.cancelled and self._package is None
        self._progress = None
        self._set_running("")
        self.stop.set_busy("")
        if stopped:
            self._tell(Tone.PLAIN, "停下了，没有留下文件。")
        if self._package is not None:
            self.make.set_label("打开所在文件夹", icon="open")
            self.stop.set_label("关上")
            for part in (self.stepper, self.choose, self.whole):
                part.setEnabled(False)
            self.choose.set_reason("已经装好了")
            self.make.setFocus()

    def _tell(self, tone: Tone, text: str, *, closable: bool = True) -> None:
        self.message.show_message(tone, text, closable=closable)
        self._fit()

    def _fit(self) -> None:
        """As high as its words: wrapped labels ask for more lines than a layout leaves them."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(self.width(), layout.heightForWidth(self.width()))

    def _set_running(self, words: str) -> None:
        self.make.set_busy(words)
        self.stepper.setEnabled(not words)
        self.choose.setEnabled(not words)
        self.whole.setEnabled(not words)


def gather(place: Workplace, parent: QWidget, *, event: tuple[str, str, str] | None = None) -> None:
    """Ask, do it, and tell where it is; returns when the dialog is put away."""
    dialog = EvidenceDialog(place, parent, event=event)
    dialog.exec()
    dialog.deleteLater()
