"""PreviewWidget: a written file as it will be printed, and the ways to paper and to WPS."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.errors import AppError
from app.ui.print.figure_view import FigureView
from app.ui.print.opening import open_outside, show_in_folder
from app.ui.print.page_places import Fit
from app.ui.print.page_stepper import PageStepper
from app.ui.print.pages import Pages, load_document
from app.ui.print.printing import print_pages, set_paper
from app.ui.theme import Tone
from app.ui.widgets.choice_bar import Option
from app.ui.widgets.folding_bar import FoldingBar
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.segments import Segments
from app.ui.widgets.sheet import Sheet
from app.ui.widgets.strip import Strip

_FITS = (Option("width", "页宽"), Option("page", "整页"), Option("two", "两页"))
_NOTHING = "还没有要打印的文件"


class PreviewWidget(Sheet):
    """Toolbar, one strip for what the pages do not show, and the pages.

    Without `folder_button` where the page around it has such a button itself.
    """

    shown = Signal()
    """Other pages are in sight."""

    def __init__(self, parent: QWidget | None = None, *, folder_button: bool = True) -> None:
        super().__init__(parent, margin=1)
        self._folder_button = folder_button
        self._path: Path | None = None
        self.view = FigureView()
        self.strip = Strip()
        self.strip.clear()
        self.strip.acted.connect(self.open_outside)
        self._build()
        self.view.current_changed.connect(self._show_place)
        self.view.zoom_changed.connect(self._show_fit)
        self.setFocusProxy(self.view)
        self._show_fit()
        self._show_reasons()

    @property
    def path(self) -> Path | None:
        """The file shown, None when pages came without one."""
        return self._path

    @property
    def pages(self) -> Pages | None:
        """The pages shown."""
        return self.view.pages

    def show_file(self, path: Path, *, sheet: str = "") -> None:
        """Show a .docx or .xlsx, or one `sheet` of it; what keeps it from that is said in the strip."""
        self._path = path
        self.strip.clear()
        try:
            pages = load_document(path, sheet)
        except AppError as error:
            self.show_pages(None, path)
            self.strip.show_message(Tone.ERROR, error.message)
            return
        self.show_pages(pages, path)

    def show_pages(self, pages: Pages | None, path: Path | None = None) -> None:
        """Show pages that are read already, or none."""
        self._path = path
        self.strip.clear()
        if pages is not None and pages.omitted:
            text = f"这份文件里有{'、'.join(pages.omitted)}，预览没有画出来，用 WPS 打开看全。"
            self.strip.show_message(Tone.WARN, text, action="用 WPS 打开" if path else "")
        self.view.set_pages(pages)
        self._show_reasons()
        self.shown.emit()

    def print_pages(self) -> None:
        """Ask for a printer and print."""
        pages = self.pages
        if pages is None or not pages.count:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._path.stem if self._path else "")
        set_paper(pages, self.view.current, printer)
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, pages.count)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._try(lambda: self.print_to(printer))
        dialog.deleteLater()

    def print_to(self, printer: QPrinter) -> None:
        """Print without asking; AppError when the printer is not ready."""
        if self.pages is not None:
            print_pages(self.pages, printer)

    def open_outside(self) -> None:
        """Open the file in WPS, or in what the system has for it."""
        path = self._path
        if path is not None:
            self._try(lambda: open_outside(path))

    def show_in_folder(self) -> None:
        """Open the folder the file stands in."""
        path = self._path
        if path is not None:
            self._try(lambda: show_in_folder(path))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.key() == Qt.Key.Key_P:
            self.print_pages()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._print = HintButton("打印", icon="print", hint="Ctrl+P")
        self._open = HintButton("用 WPS 打开", icon="open")
        self._folder = HintButton("打开所在文件夹", icon="folder", parent=self)
        self._folder.setVisible(self._folder_button)
        self._stepper = PageStepper()
        self._smaller = IconButton("zoom-out", "缩小", hint="Ctrl+-")
        self._larger = IconButton("zoom-in", "放大", hint="Ctrl+=")
        self._fits = Segments(_FITS)
        bar = FoldingBar()
        bar.add(self._print)
        bar.add(self._open, fold=2)
        if self._folder_button:
            bar.add(self._folder, fold=1)
        bar.add_overflow(bar.more_button)
        bar.add_stretch()
        bar.add(self._stepper)
        bar.add_gap(10)
        bar.add(self._smaller, fold=3)
        bar.add(self._fits)
        bar.add(self._larger, fold=3)
        self._print.clicked.connect(self.print_pages)
        self._open.clicked.connect(self.open_outside)
        self._folder.clicked.connect(self.show_in_folder)
        self._stepper.stepped.connect(self._step)
        self._smaller.clicked.connect(self._make_smaller)
        self._larger.clicked.connect(self._make_larger)
        self._fits.chosen.connect(self._choose_fit)
        top = QVBoxLayout()
        top.setContentsMargins(10, 6, 10, 6)
        top.setSpacing(6)
        top.addWidget(bar)
        top.addWidget(self.strip)
        self.body.setSpacing(0)
        self.body.addLayout(top)
        self.body.addWidget(self.view, 1)

    def _step(self, step: int) -> None:
        self.view.go_to(self.view.current + step * self.view.fit.across)

    def _make_smaller(self) -> None:
        self.view.zoom(-1)

    def _make_larger(self) -> None:
        self.view.zoom(1)

    def _choose_fit(self, key: str) -> None:
        self.view.set_fit(Fit(key))

    def _show_place(self) -> None:
        pages, current = self.pages, self.view.current
        ready = pages.ready if pages is not None else 0
        last = min(current + self.view.fit.across, ready) - 1
        self._stepper.show_place(current, last, ready, pages is None or pages.complete)

    def _show_fit(self) -> None:
        free = self.view.fit is Fit.FREE
        own = (Option("free", f"{self.view.percent}%", "放大或缩小到的大小"),) if free else ()
        self._fits.set_options((*_FITS, *own))
        self._fits.set_current(self.view.fit.value)
        self._show_place()

    def _show_reasons(self) -> None:
        nothing = "" if self.pages is not None and self.pages.ready else _NOTHING
        for button in (self._print, self._smaller, self._larger):
            button.set_reason(nothing)
        no_file = "" if self._path is not None else _NOTHING
        for tool in (self._open, self._folder):
            tool.set_reason(no_file)

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except AppError as error:
            self.strip.show_message(Tone.ERROR, error.message)
