"""The preview as a clerk uses it: turning, enlarging, printing, opening outside."""

from __future__ import annotations

import gc
import subprocess
import sys
import weakref
from pathlib import Path

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QDesktopServices, QImage, QPainter, QWheelEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from app.ui.appearance import Appearance
from app.ui.print.page_places import Fit
from app.ui.print.pages import load_document
from app.ui.print.preview import PreviewWidget
from app.ui.theme import Look
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.segments import Segments
from tests.ui.print.layouts import pdf_characters, pdf_page_count
from tests.ui.print.writing import add_text, new_document, picture, saved


@pytest.fixture
def preview(appearance: Appearance, qtbot: QtBot) -> PreviewWidget:
    made = PreviewWidget()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


def report(folder: Path, pages: int = 3) -> Path:
    document = new_document()
    for at in range(pages * 22):
        add_text(document, f"第{at}行报告")
    return saved(document, folder / "报告.docx")


def button(preview: PreviewWidget, text: str) -> HintButton:
    return next(one for one in preview.findChildren(HintButton) if one.text() == text)


def test_the_first_page_is_shown_over_the_width(preview: PreviewWidget, tmp_path: Path, qtbot: QtBot) -> None:
    preview.show_file(report(tmp_path))
    qtbot.waitUntil(lambda: preview.pages is not None and preview.pages.complete)
    assert preview._stepper.text == "1 / 3 页"
    assert preview.view.fit is Fit.WIDTH
    assert preview.view.horizontalScrollBar().maximum() == 0
    assert not preview.strip.text


def test_a_long_file_grows_page_by_page(preview: PreviewWidget, tmp_path: Path, qtbot: QtBot) -> None:
    preview.show_file(report(tmp_path, 60))
    assert preview.pages is not None
    assert 1 <= preview.pages.ready < 60
    assert "+" in preview._stepper.text
    qtbot.waitUntil(lambda: preview._stepper.text == "1 / 60 页", timeout=10_000)


def test_keys_turn_pages(preview: PreviewWidget, tmp_path: Path, qtbot: QtBot) -> None:
    preview.show_file(report(tmp_path))
    qtbot.waitUntil(lambda: preview.pages is not None and preview.pages.complete)
    view, bar = preview.view, preview.view.verticalScrollBar()
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert bar.value() > 400  # a screen on where pages are as wide as the view
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert preview._stepper.text == "3 / 3 页"
    view.set_fit(Fit.PAGE)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    for text in ("2 / 3 页", "3 / 3 页", "3 / 3 页"):
        qtbot.keyClick(view, Qt.Key.Key_PageDown)
        assert preview._stepper.text == text
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert preview._stepper.text == "2 / 3 页"
    view.set_fit(Fit.TWO)
    view.go_to(0)
    assert preview._stepper.text == "1–2 / 3 页"


def test_pages_are_enlarged_by_wheel_keys_and_segments(
    preview: PreviewWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    preview.show_file(report(tmp_path))
    view = preview.view
    before = view.percent
    turn = QWheelEvent(
        QPointF(50, 50), view.mapToGlobal(QPointF(50, 50)), QPoint(), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), turn)
    assert (view.fit, view.percent) == (Fit.FREE, 100 if before > 101 else 90)
    (segments,) = preview.findChildren(Segments)
    assert segments.options[-1].text == f"{view.percent}%"
    qtbot.keyClick(view, Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    assert view.percent > 90
    qtbot.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert (view.fit, view.percent) == (Fit.WIDTH, before)
    assert [option.text for option in segments.options] == ["页宽", "整页", "两页"]
    segments.setFocus()
    qtbot.keyClick(segments, Qt.Key.Key_Right)
    assert view.fit is Fit.PAGE


def test_what_is_in_sight_stays_when_the_size_changes(
    preview: PreviewWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    preview.show_file(report(tmp_path))
    qtbot.waitUntil(lambda: preview.pages is not None and preview.pages.complete)
    preview.view.go_to(1)
    preview.view.zoom(-1)
    preview.resize(1100, 500)
    assert preview.view.current == 1


@pytest.mark.parametrize("look", list(Look)[:3])
def test_paper_is_white_and_ink_black_in_every_look(
    look: Look, preview: PreviewWidget, appearance: Appearance, tmp_path: Path
) -> None:
    appearance.set_look(look)
    preview.show_file(report(tmp_path, 1))
    shot = preview.view.viewport().grab().toImage()
    assert shot.pixelColor(3, 300) == preview.view.theme.color("desk")
    seen = [shot.pixelColor(x, y) for x in range(120, 400, 3) for y in range(30, 500)]
    assert QColor(Qt.GlobalColor.white) in seen
    assert min(colour.lightness() for colour in seen) < 60


def test_what_is_not_drawn_is_said_and_wps_offered(
    preview: PreviewWidget, tmp_path: Path, opened: list[str]
) -> None:
    document = new_document()
    box = f"<w:r {nsdecls('w')}><w:pict><w:txbxContent><w:p/></w:txbxContent></w:pict></w:r>"
    document.add_paragraph("图")._p.append(parse_xml(box))
    path = saved(document, tmp_path / "图.docx")
    preview.show_file(path)
    assert preview.strip.text == "这份文件里有文本框，预览没有画出来，用 WPS 打开看全。"
    preview.strip.acted.emit()
    assert opened == [str(path)]
    preview.show_file(report(tmp_path, 1))
    assert not preview.strip.text


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the system was asked to open."""
    asked: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: bool(asked.append(url.toLocalFile()) or True)
    )
    return asked


def test_file_and_folder_open_outside(preview: PreviewWidget, tmp_path: Path, opened: list[str]) -> None:
    path = report(tmp_path, 1)
    assert not button(preview, "用 WPS 打开").isEnabled()
    preview.show_file(path)
    button(preview, "用 WPS 打开").click()
    assert opened == [str(path)]
    if sys.platform != "win32":
        button(preview, "打开所在文件夹").click()
        assert opened[1:] == [str(tmp_path)]


def test_the_folder_is_shown_with_the_file_chosen_on_windows(
    preview: PreviewWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(subprocess, "Popen", asked.append)
    path = report(tmp_path, 1)
    preview.show_file(path)
    preview.show_in_folder()
    assert asked == [["explorer", "/select,", str(path)]]


def test_a_file_that_is_gone_is_a_sentence(preview: PreviewWidget, tmp_path: Path) -> None:
    path = report(tmp_path, 1)
    preview.show_file(path)
    path.unlink()
    preview.open_outside()
    assert preview.strip.text == "没有找到“报告.docx”，可能已经移走或改名。"
    preview.show_file(path)
    assert preview.strip.text == "没有找到“报告.docx”，可能已经移走或改名。"
    assert preview._stepper.text == "没有页"
    assert not button(preview, "打印").isEnabled()
    preview.print_pages()  # nothing to print, nothing asked


def printer_to(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_printing_gives_every_page_with_its_text(preview: PreviewWidget, tmp_path: Path) -> None:
    preview.show_file(report(tmp_path))
    preview.print_to(printer_to(tmp_path / "纸.pdf"))
    pdf = (tmp_path / "纸.pdf").read_bytes()
    assert pdf_page_count(pdf) == 3
    assert set("第行报告") <= pdf_characters(pdf)
    assert b"/FontFile" in pdf


def test_a_range_of_pages_is_printed(preview: PreviewWidget, tmp_path: Path) -> None:
    preview.show_file(report(tmp_path))
    printer = printer_to(tmp_path / "纸.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 9)
    preview.print_to(printer)
    assert pdf_page_count((tmp_path / "纸.pdf").read_bytes()) == 2


def test_paper_lies_where_the_page_lies(preview: PreviewWidget, tmp_path: Path) -> None:
    document = new_document()
    section = document.sections[0]
    section.page_width, section.page_height = section.page_height, section.page_width
    add_text(document, "横")
    preview.show_file(saved(document, tmp_path / "横.docx"))
    preview.print_to(printer_to(tmp_path / "纸.pdf"))
    assert b"/MediaBox [0 0 842" in (tmp_path / "纸.pdf").read_bytes()


@pytest.mark.parametrize("answer", [QDialog.DialogCode.Accepted, QDialog.DialogCode.Rejected])
def test_ctrl_p_asks_for_the_printer_first(
    answer: QDialog.DialogCode,
    preview: PreviewWidget,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    def choose(dialog: QPrintDialog) -> QDialog.DialogCode:
        dialog.printer().setOutputFileName(str(tmp_path / "纸.pdf"))
        return answer

    monkeypatch.setattr(QPrintDialog, "exec", choose)
    preview.show_file(report(tmp_path))
    preview.view.setFocus()
    qtbot.keyClick(preview.view, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert (tmp_path / "纸.pdf").exists() == (answer == QDialog.DialogCode.Accepted)


def test_a_page_paints_its_picture_and_text_at_any_size(qapp: QApplication, tmp_path: Path) -> None:
    document = new_document()
    add_text(document, "国国国国")
    document.add_paragraph().add_run().add_picture(picture(40, 40, "#336699"))
    pages = load_document(saved(document, tmp_path / "图.docx"))
    for scale in (0.5, 1.0, 3.0):
        image = QImage(round(595 * scale), round(842 * scale), QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        pages.paint(painter, 0, scale)
        painter.end()
        blue = image.pixelColor(round(85 * scale), round(145 * scale))
        assert abs(blue.red() - 0x33) + abs(blue.blue() - 0x99) < 12
        row = round((105 + 0.8 * 28.95 - 6) * scale)
        assert any(
            image.pixelColor(x, row).lightness() < 128 for x in range(round(79 * scale), round(140 * scale))
        )


def test_a_closed_preview_is_released(appearance: Appearance, tmp_path: Path) -> None:
    preview = PreviewWidget()
    preview.show_file(report(tmp_path, 1))
    watch = weakref.ref(preview)
    preview.close()
    del preview
    gc.collect()
    assert watch() is None
