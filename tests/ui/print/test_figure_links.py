"""The numbers of a report lead to their records on screen, and leave no trace on paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout
from pytestqt.qtbot import QtBot

from app.services.figures import Figures
from app.services.office import Office
from app.services.report_text import ReportText
from app.ui.appearance import Appearance
from app.ui.pages.page import Page, PageLink
from app.ui.pages.paper_figures import PaperFigures
from app.ui.palette import LIGHT
from app.ui.print.pages import load_document
from app.ui.print.preview import PreviewWidget
from tests.office import small_office

HELD = (("2026-09-03", "永兴街道"), ("2026-10-12", "永兴街道"), ("2026-10-13", "青山镇"))


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = small_office(tmp_path / "data")
    made.records.add("meeting", [
        {"happened_on": day, "topic": f"议题 {day}", "township": township, "brand": "grassroots",
         "host": "周文", "members": ["陈志明"], "people": {"masses": 10}}
        for day, township in HELD
    ])  # fmt: skip
    yield made
    made.store.close()


@pytest.fixture
def paper(office: Office, tmp_path: Path) -> Path:
    figures: Figures = office.figures
    text = ReportText(office.store, office.clock, office.settings, figures)
    period = office.calendar.parse("2026-10")
    return text.write(period, text.material(period), tmp_path)


class Desk(Page):
    """A page with a preview, and what it asked for."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.links: list[PageLink] = []
        self.preview = PreviewWidget()
        QVBoxLayout(self).addWidget(self.preview)
        PaperFigures(office, self.preview, self)
        self.open_requested.connect(self.links.append)


@pytest.fixture
def desk(office: Office, paper: Path, appearance: Appearance, qtbot: QtBot) -> Desk:
    made = Desk(office)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    with qtbot.waitActive(made):
        made.show()
    made.preview.show_file(paper)
    made.preview.view.setFocus()
    assert made.preview.pages is not None
    assert made.preview.pages.count
    return made


def runs(desk: Desk) -> list[dict[str, str]]:
    pages = desk.preview.pages
    assert pages is not None
    assert pages.figures is not None
    return [{key: str(value) for key, value in run.items()} for run in pages.figures.runs]


def test_every_figure_has_its_place_and_stands_where_it_is_read(desk: Desk) -> None:
    pages = desk.preview.pages
    assert pages is not None
    found = [figure for page in range(pages.count) for _, figure in pages.spots(page)]
    assert set(found) == set(range(len(runs(desk))))
    place, first = pages.spots(0)[0]
    assert runs(desk)[first]["text"] == "2"
    assert 10 < place.height() < 25
    assert 4 < place.width() < 20


def test_f8_goes_from_number_to_number_and_enter_opens_the_records(desk: Desk, office: Office) -> None:
    view = desk.preview.view
    QTest.keyClick(view, Qt.Key.Key_F8)
    assert "协商" in desk.status_text
    QTest.keyClick(view, Qt.Key.Key_Return)
    link = desk.links[0]
    assert (link.page, link.args["figure"], link.args["period"]) == ("figure", "meetings", "2026-10")
    said = runs(desk)[view.figure]["text"]
    behind = office.figures.records("meetings", office.calendar.parse(link.args["period"]))
    assert len(behind) == int(said) == 2
    QTest.keyClick(view, Qt.Key.Key_F8)
    assert view.figure == 1
    QTest.keyClick(view, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert view.figure == 0
    QTest.keyClick(view, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert view.figure == 0


def test_the_running_total_and_a_township_open_their_own_records(desk: Desk, office: Office) -> None:
    wanted = {"ytd": "2026-01-01..2026-10-31", "last_year": "2025-10", "previous": "2026-09"}
    tips = desk.preview.view._figures.tips
    for place, run in enumerate(runs(desk)):
        desk.links.clear()
        desk.preview.view.figure_requested.emit(place)
        args = desk.links[0].args
        first = run["span"].replace("/", "-").split("-")[0]
        assert args["period"] == wanted.get(first, "2026-10"), run
        assert (args.get("by", ""), args.get("group", "")) == tuple(run["group"].partition(":")[::2])
        assert "口径：" in tips[place]


def test_a_click_opens_and_the_mouse_says_so_before(desk: Desk) -> None:
    view = desk.preview.view
    pages = desk.preview.pages
    assert pages is not None
    place, figure = pages.spots(0)[0]
    view.reveal(0, place)
    corner = view._places.pages[0].topLeft()
    bars = QPoint(view.horizontalScrollBar().value(), view.verticalScrollBar().value())
    point = (place.center() * view.scale).toPoint() + corner - bars
    QTest.mouseMove(view.viewport(), point)
    assert view.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert desk.links[0].args["figure"] == runs(desk)[figure]["figure"]
    QTest.mouseMove(view.viewport(), QPoint(3, 3))
    assert view.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor


def has_ink(image: QImage, colour: str) -> bool:
    return any(
        image.pixelColor(x, y).name() == colour.lower()
        for y in range(image.height())
        for x in range(0, image.width(), 2)
    )


def test_the_dots_are_on_screen_and_not_on_paper(desk: Desk) -> None:
    view, pages = desk.preview.view, desk.preview.pages
    assert pages is not None
    image = QImage(600, 800, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    pages.paint(painter, 0)
    painter.end()
    assert not has_ink(image, LIGHT.accent)
    view.reveal(0, pages.spots(0)[0][0])
    assert has_ink(view.grab().toImage(), LIGHT.accent)


def test_a_number_changed_by_hand_leads_nowhere(desk: Desk, paper: Path) -> None:
    package = docx.Document(str(paper))
    changed = next(
        run for paragraph in package.paragraphs for run in paragraph.runs if run.style.style_id == "Figure"
    )
    changed.text = "99"
    package.save(str(paper))
    assert load_document(paper).figures is None
    desk.preview.show_file(paper)
    QTest.keyClick(desk.preview.view, Qt.Key.Key_F8)
    assert desk.preview.view.figure == -1


def test_a_paper_without_figures_is_shown_as_ever(desk: Desk, tmp_path: Path) -> None:
    plain = tmp_path / "通知.docx"
    package = docx.Document()
    package.add_paragraph("十月开会 12 场")
    package.save(str(plain))
    desk.preview.show_file(plain)
    assert desk.preview.pages is not None
    assert desk.preview.pages.figures is None
    assert desk.preview.pages.spots(0) == []
