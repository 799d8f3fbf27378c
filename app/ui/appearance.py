"""The theme in force: what the clerk chose, applied to the running program."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.ui import icons, stylesheet
from app.ui.theme import BASE_SIZES, Look, Theme

_PROPERTY = "appearance"
TALL_SCREEN = 1000


class Appearance(QObject):
    """Owns the theme; changing look or size re-dresses every open window without a restart."""

    changed = Signal(object)
    """The new Theme; painted widgets need not connect, they are told by a style change."""

    def __init__(
        self, look: Look = Look.LIGHT, base_pt: int | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._base_pt = base_pt or first_size()
        self._pictures: QTemporaryDir | None = None
        self._theme = self._made()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)

    @property
    def theme(self) -> Theme:
        """The theme in force."""
        return self._theme

    @property
    def look(self) -> Look:
        """What was chosen; SYSTEM stays SYSTEM."""
        return self._look

    @property
    def base_pt(self) -> int:
        """Chosen body size in points."""
        return self._base_pt

    def install(self, app: QApplication) -> None:
        """Dress `app` and make this the appearance its widgets find."""
        app.setProperty(_PROPERTY, self)
        self._dress(app)

    def set_look(self, look: Look) -> None:
        """Choose 浅色, 深色, 高对比 or 跟随系统."""
        self._look = look
        self._renew()

    def set_base(self, points: int) -> None:
        """Choose 标准 10, 大 12 or 特大 14; another number takes the nearest."""
        self._base_pt = min(BASE_SIZES, key=lambda size: abs(size - points))
        self._renew()

    def enlarge(self) -> None:
        """One size up, if there is one."""
        self._step(1)

    def reduce(self) -> None:
        """One size down, if there is one."""
        self._step(-1)

    def reset_size(self) -> None:
        """The size a first start would choose on this screen."""
        self.set_base(first_size())

    def _step(self, by: int) -> None:
        place = BASE_SIZES.index(self._base_pt) + by
        if 0 <= place < len(BASE_SIZES):
            self.set_base(BASE_SIZES[place])

    def _made(self) -> Theme:
        look = self._look
        if look is Look.SYSTEM:
            dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
            look = Look.DARK if dark else Look.LIGHT
        screen = QGuiApplication.primaryScreen()
        return Theme.make(look, self._base_pt, screen.logicalDotsPerInch() if screen else 96.0)

    def _renew(self) -> None:
        theme = self._made()
        if theme == self._theme:
            return
        self._theme = theme
        app = QApplication.instance()
        if isinstance(app, QApplication) and app.property(_PROPERTY) is self:
            self._dress(app)
        self.changed.emit(theme)

    def _dress(self, app: QApplication) -> None:
        app.setPalette(self._theme.palette())
        app.setFont(self._theme.font())
        app.setStyleSheet(stylesheet.sheet(self._theme, self._pictured()))

    def _pictured(self) -> str:
        """Write what a style sheet can only take from files; the folder's path, "" if unwritable."""
        if self._pictures is None:
            self._pictures = QTemporaryDir()
        if not self._pictures.isValid():
            return ""
        folder = Path(self._pictures.path()) / self._theme.look.value
        if not folder.exists():
            folder.mkdir()
            for name, icon, key in stylesheet.PICTURES:
                text = icons.source(icon, self._theme.colors.color(key))
                (folder / f"{name}.svg").write_text(text, encoding="utf-8")
        return folder.as_posix()

    def _follow_system(self) -> None:
        if self._look is Look.SYSTEM:
            self._renew()


def first_size() -> int:
    """Body size for a first start: larger on a screen with room for it."""
    screen = QGuiApplication.primaryScreen()
    return 12 if screen is not None and screen.size().height() >= TALL_SCREEN else 10


def appearance() -> Appearance:
    """The appearance of the running application; one in the default look is installed when there is none."""
    app = cast(QApplication, QApplication.instance())
    found = app.property(_PROPERTY)
    if isinstance(found, Appearance):
        return found
    made = Appearance(base_pt=BASE_SIZES[0], parent=app)
    made.install(app)
    return made


def theme() -> Theme:
    """The theme in force."""
    return appearance().theme
