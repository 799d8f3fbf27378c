"""Pages on a desk: scrolled, enlarged, turned by keyboard; only what is in sight is painted."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from app.ui.print.page_places import FULL_SIZE, GAP, Fit, Places, arranged, fitting, next_scale
from app.ui.print.pages import Pages
from app.ui.widgets.themed import Themed

_POINTS_PER_MM = 72 / 25.4
_SLICE = 0.02  # seconds of laying out between two events
_KEPT = 12  # painted pages that are remembered


class PageView(Themed, QAbstractScrollArea):
    """Shows the pages of one document."""

    current_changed = Signal()
    """Another page is in sight, or more pages are known."""
    zoom_changed = Signal()
    """Pages are shown larger or smaller, or fitted in another way."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: Pages | None = None
        self._fit = Fit.WIDTH
        self._scale = FULL_SIZE
        self._told = (self._fit, 0)
        self._places = Places()
        self._painted: OrderedDict[int, QPixmap] = OrderedDict()
        self._current = 0
        self._worker = QTimer(self)
        self._worker.setInterval(0)
        self._worker.timeout.connect(self._lay_out_more)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("打印预览")
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    @property
    def pages(self) -> Pages | None:
        """What is shown."""
        return self._pages

    @property
    def current(self) -> int:
        """The page in sight, counted from 0."""
        return self._current

    @property
    def fit(self) -> Fit:
        """How pages are fitted into the view."""
        return self._fit

    @property
    def scale(self) -> float:
        """Pixels in a point."""
        return self._scale

    @property
    def percent(self) -> int:
        """How large pages are shown, 100 being their size on paper at 96 dpi."""
        return round(self._scale / FULL_SIZE * 100)

    def set_pages(self, pages: Pages | None) -> None:
        """Show another document from its first page; what is not laid out yet follows."""
        self._pages = pages
        self._current = 0
        self._painted.clear()
        if pages is not None and not pages.ready:
            pages.lay_out(_SLICE)
        self._arrange()
        self.verticalScrollBar().setValue(0)
        self.horizontalScrollBar().setValue(0)
        if pages is not None and not pages.complete:
            self._worker.start()
        else:
            self._worker.stop()
        self.current_changed.emit()

    def set_fit(self, fit: Fit) -> None:
        """Fit pages into the view, now and when its size changes."""
        self._fit = fit
        self._arrange_around()

    def zoom(self, step: int) -> None:
        """The next larger (1) or smaller (-1) size."""
        scale = next_scale(self._scale, step)
        if scale != self._scale:
            self._fit, before, self._scale = Fit.FREE, self._scale, scale
            self._arrange_around(before)

    def go_to(self, index: int) -> None:
        """Bring the top of a page into sight."""
        pages = self._places.pages
        if pages:
            self.verticalScrollBar().setValue(pages[max(0, min(index, len(pages) - 1))].top() - GAP)

    def paint_over(self, painter: QPainter, index: int, corner: QPoint) -> None:
        """What is shown on screen alone, over a page whose paper begins at `corner`; for subclasses."""

    def page_at(self, point: QPoint) -> tuple[int, QPointF] | None:
        """The page at a point of the viewport, and where on it in points; None between pages."""
        where = point + QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        for index, place in enumerate(self._places.pages):
            if place.contains(where):
                return index, self._in_points(QPointF(where - place.topLeft()))
        return None

    def _in_points(self, point: QPointF) -> QPointF:
        return QPointF(point.x() / self._scale, point.y() / self._scale)

    def reveal(self, index: int, place: QRectF) -> None:
        """Scroll as little as needed to have a place on a page (in points) in sight, with room around it."""
        scale, corner = self._scale, self._places.pages[index].topLeft()
        seen = QRectF(place.topLeft() * scale, place.size() * scale).toAlignedRect().translated(corner)
        seen.adjust(-GAP, -2 * GAP, GAP, 2 * GAP)
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setValue(max(min(down.value(), seen.top()), seen.bottom() - self.viewport().height()))
        across.setValue(max(min(across.value(), seen.left()), seen.right() - self.viewport().width()))

    def restyle(self) -> None:
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(50), self.theme.px(40))

    def event(self, event: QEvent) -> bool:
        """Ctrl with +, − and 0 enlarges the page here, not the program's letters."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _zoom_key(event):
            event.accept()
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange_around()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, bar = event.key(), self.verticalScrollBar()
        if _zoom_key(event):
            self._zoom_by_key(event)
        elif key in {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}:
            self._turn(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            bar.setValue(bar.minimum() if key == Qt.Key.Key_Home else bar.maximum())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.theme.color("desk"))
        origin = QPoint(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        for index, place in enumerate(self._places.pages):
            shown = place.translated(origin)
            if shown.intersects(event.rect()):
                painter.drawPixmap(shown.topLeft(), self._page(index, place.size()))
                self.paint_over(painter, index, shown.topLeft())
                painter.setPen(QPen(self.theme.color("border_soft"), 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(shown.adjusted(-1, -1, 0, 0))
        painter.end()

    def _zoom_by_key(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_0:
            self.set_fit(Fit.WIDTH)
        else:
            self.zoom(-1 if event.key() == Qt.Key.Key_Minus else 1)

    def _turn(self, step: int) -> None:
        """A page on where whole pages are seen, else a screen on."""
        if self._fit in {Fit.PAGE, Fit.TWO}:
            self.go_to(self._current + step * self._fit.across)
        else:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + step * (self.viewport().height() - self.theme.px(3)))

    def _page(self, index: int, size: QSize) -> QPixmap:
        """A page as a picture, painted when first seen at this size."""
        ratio = self.devicePixelRatioF()
        known = self._painted.get(index)
        if known is not None:
            self._painted.move_to_end(index)
            return known
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(Qt.GlobalColor.white))
        assert self._pages is not None
        painter = QPainter(picture)
        self._pages.paint(painter, index, self._scale)
        painter.end()
        self._painted[index] = picture
        if len(self._painted) > _KEPT:
            self._painted.popitem(last=False)
        return picture

    def _lay_out_more(self) -> None:
        if self._pages is None or self._pages.complete:
            self._worker.stop()
        else:
            self._pages.lay_out(_SLICE)
        if self._pages is not None and self._pages.complete:
            self._worker.stop()
            self._painted.clear()  # pages may say how many there are
        self._arrange()
        self.current_changed.emit()

    def _arrange_around(self, before: float | None = None) -> None:
        """Place pages anew and keep what is in sight in sight; `before` is the scale until now."""
        bar, current = self.verticalScrollBar(), self._current
        old = self._places.pages[current : current + 1]
        share = (bar.value() - old[0].top()) / max(old[0].height(), 1) if old else 0.0
        self._arrange(before)
        new = self._places.pages[current : current + 1]
        if new:
            bar.setValue(round(new[0].top() + share * new[0].height()) if share > 0 else new[0].top() - GAP)

    def _arrange(self, before: float | None = None) -> None:
        """Find the scale and the place of every page that is laid out."""
        before = before or self._scale
        count = self._pages.ready if self._pages is not None else 0
        sizes = [self._points(index) for index in range(count)]
        room = self.viewport().size()
        self._scale = fitting(sizes, self._fit, room, self._scale)
        self._places = arranged(sizes, self._fit, room, self._scale)
        self._set_ranges(self._places.extent)
        if before != self._scale:
            self._painted.clear()
        if self._told != (self._fit, self.percent):
            self._told = (self._fit, self.percent)
            self.zoom_changed.emit()
        self.viewport().update()

    def _points(self, index: int) -> tuple[float, float]:
        assert self._pages is not None
        width, height = self._pages.page_size_mm(index)
        return width * _POINTS_PER_MM, height * _POINTS_PER_MM

    def _set_ranges(self, size: QSize) -> None:
        room = self.viewport().size()
        for bar, extent, view in (
            (self.verticalScrollBar(), size.height(), room.height()),
            (self.horizontalScrollBar(), size.width(), room.width()),
        ):
            middle = bar is self.horizontalScrollBar() and not bar.maximum()
            bar.setPageStep(view)
            bar.setSingleStep(self.theme.px(3))
            bar.setRange(0, max(0, extent - view))
            if middle:
                bar.setValue(bar.maximum() // 2)

    def _scrolled(self) -> None:
        """The page at the upper third of the view is the current one; at the very end, the last."""
        bar = self.verticalScrollBar()
        current = self._places.at(bar.value() + self.viewport().height() // 3)
        if bar.value() == bar.maximum() > 0:
            current = len(self._places.pages) - 1
        current -= current % self._fit.across
        if current != self._current:
            self._current = current
            self.current_changed.emit()


def _zoom_key(event: QKeyEvent) -> bool:
    keys = {Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_0}
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return control and Qt.Key(event.key()) in keys
