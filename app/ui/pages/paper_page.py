"""PaperPage: a record's documents as they will be printed, chosen by tabs."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog

from app.errors import AppError
from app.models import model_of
from app.services.aggregates import Aggregate
from app.services.documents import document_of
from app.ui.operations import Progress
from app.ui.pages import exporting
from app.ui.pages.framed_page import FramedPage
from app.ui.pages.page import Command
from app.ui.print.preview import PreviewWidget
from app.ui.theme import Tone
from app.ui.widgets.choice_bar import Option
from app.ui.widgets.folding_bar import FoldingBar
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.period_stepper import PeriodStepper
from app.ui.widgets.sheet import label
from app.ui.widgets.strip import Strip
from app.ui.widgets.tabs import Tabs
from app.ui.workplace import Workplace

_COVERED = "群众的姓名写成了张某、李某，号码只印几位。"
_WHOLE = "这一份上姓名和号码是完整的，请妥善保管；已记在修改记录里。"


class PaperPage(FramedPage):
    """Writes the document beside the store's temporary files, lays it out and prints it."""

    title = "打印"
    bottom = 10

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._kind = ""
        self._uuids: tuple[str, ...] = ()
        self._at = 0
        self._shown: Path | None = None
        self._full = False
        self._folder = TemporaryDirectory(prefix="cppcc-ledger-")
        self._build()

    def open(self, **args: Any) -> None:
        """`kind` and `uuids` of records; `name` of the document to begin with."""
        self._kind, self._uuids, self._at = args["kind"], tuple(args["uuids"]), 0
        names = model_of(self._kind).kind.documents
        self._tabs.set_options([Option(name, document_of(name).label) for name in names])
        self._tabs.set_current(args.get("name") or names[0])
        self._full = False
        self._write()

    def refresh(self) -> None:
        if self._uuids and not self._full:  # each whole one is asked for
            self._write()

    def commands(self) -> dict[str, Command]:
        return {"print": self._preview.print_pages, "export": self._save_as}

    def first_focus(self) -> None:
        self._preview.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        back = HintButton("返回", icon="back", hint="Esc", kind="link")
        back.clicked.connect(self.back_requested)
        self._title = label("", "title")
        self._tabs = Tabs([])
        self._tabs.chosen.connect(self._choose)
        save = HintButton("另存一份…", icon="save", hint="Ctrl+E")
        save.clicked.connect(self._save_as)
        bar = FoldingBar()
        bar.add(back)
        bar.add(self._title, stretch=1, least_ems=8)
        self._stepper = PeriodStepper()
        self._stepper.stepped.connect(self._step)
        bar.add(self._stepper)
        bar.add(self._tabs)
        bar.add(save)
        self._strip = Strip()
        self._strip.clear()
        self._strip.acted.connect(self._write_whole)
        self._preview = PreviewWidget()
        self.column.addWidget(bar)
        self.column.addWidget(self._strip)
        self.column.addWidget(self._preview, 1)

    def _choose(self, name: str) -> None:
        self._full = False
        self._write()

    def _write_whole(self) -> None:
        """This one paper with names and numbers whole; the next is covered again."""
        self._full = True
        self._write()

    def _write(self) -> None:
        kind, uuid, name = self._kind, self._uuid, self._tabs.current
        self._title.setText(self._record().title)
        self._stepper.setVisible(len(self._uuids) > 1)
        self._stepper.set_text(f"{self._at + 1} / {len(self._uuids)}")
        documents, folder, full = self._place.office.documents, Path(self._folder.name), self._full

        def work(progress: Progress) -> Path:
            return documents.write(kind, uuid, name, folder, replace=True, full=full)

        self._strip.clear()
        self._place.operations.start(work, self._show, self._refused, writes=full)

    def _show(self, path: Path) -> None:
        self._shown = path
        self._preview.show_file(path)
        self._say_about(path)

    def _refused(self, error: AppError) -> None:
        self._strip.show_message(Tone.ERROR, error.message)

    def _say_about(self, path: Path) -> None:
        """What the paper still lacks and what it does not tell, above it."""
        record = self._record()
        missing = [p.label for p in record.problems if p.level.value == "document" and p.missing]
        lacks = f"还没填{'、'.join(missing)}，打印出来这几处是空的。" if missing else ""
        if self._full:
            self._strip.show_message(Tone.WARN, lacks + _WHOLE)
        elif self._place.office.documents.covers(self._kind, self._uuid, path):
            self._strip.show_message(Tone.WARN if lacks else Tone.PLAIN, lacks + _COVERED, action="写完整的")
        elif lacks:
            self._strip.show_message(Tone.WARN, lacks)

    @property
    def _uuid(self) -> str:
        return self._uuids[self._at]

    def _record(self) -> Aggregate:
        return self._place.office.records.load(self._kind, self._uuid)

    def _step(self, step: int) -> None:
        self._at, self._full = (self._at + step) % len(self._uuids), False
        self._write()

    def _save_as(self) -> None:
        if self._shown is None:
            return
        start = exporting.start_folder(self._place) / self._shown.name
        path, _ = QFileDialog.getSaveFileName(self, "另存一份", str(start), "Word 文档 (*.docx)")
        if path:
            self._place.preferences.set_export_folder(Path(path).parent)
            documents = self._place.office.documents
            kind, uuid, name, full = self._kind, self._uuid, self._tabs.current, self._full

            def work(progress: Progress) -> Path:
                return documents.write(kind, uuid, name, Path(path), full=full)

            self._place.operations.start(work, self._saved, self._refused, writes=full)

    def _saved(self, path: Path) -> None:
        self.say(f"已写到 {path}")
