"""Line icons, coloured by the theme and rendered for the size asked."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap

from app.paths import RESOURCES
from app.ui.theme import Theme

FOLDER = RESOURCES / "icons"
LARGE, LARGE_LINE = 40, 2.4
_INK = "currentColor"


@lru_cache(maxsize=128)
def _text(name: str) -> str:
    return (FOLDER / f"{name}.svg").read_text(encoding="utf-8")


def source(name: str, color: str, size: int = 20) -> str:
    """The SVG text of icon `name` in `color`; large pictures keep a thin line. FileNotFoundError if none."""
    text = _text(name).replace(_INK, color)
    if size >= LARGE:
        text = text.replace('stroke-width="1.5"', f'stroke-width="{LARGE_LINE * 20 / size:.2f}"')
    return text


def names() -> tuple[str, ...]:
    """Every icon there is."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.svg")))


@lru_cache(maxsize=512)
def _rendered(name: str, color: str, size: int, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # loaded when the first icon is painted, not with the module

    edge = round(size * ratio)
    picture = QPixmap(edge, edge)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(source(name, color, size).encode())).render(painter, QRectF(0, 0, edge, edge))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def pixmap(name: str, color: QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """Icon `name` in `color`, `size` logical pixels at `ratio` device pixels each; do not paint on it."""
    return _rendered(name, color.name(), size, ratio)


def draw(painter: QPainter, name: str, color: QColor, x: float, y: float, size: int) -> None:
    """Paint icon `name` with its upper left corner at whole pixels near (x, y)."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(round(x), round(y), pixmap(name, color, size, ratio))


def icon(theme: Theme, name: str, role: str = "text2", size: int = 0) -> QIcon:
    """A QIcon for menus and item views in palette colour `role`; make it anew when the theme changes."""
    result = QIcon()
    edge = size or theme.icon
    app = QGuiApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    result.addPixmap(pixmap(name, theme.color(role), edge, ratio), QIcon.Mode.Normal)
    result.addPixmap(pixmap(name, theme.color("disabled"), edge, ratio), QIcon.Mode.Disabled)
    return result


def window_icon() -> QIcon:
    """The program's own icon, for title bar and task bar."""
    result = QIcon()
    for edge in (16, 24, 32, 48, 64, 128):
        result.addPixmap(_rendered("logo", "", edge, 1.0))
    return result
