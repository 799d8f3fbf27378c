"""Makes the QApplication: style, language, fonts and the look chosen last."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from app.ui import icons
from app.ui.appearance import Appearance
from app.ui.theme import Look

NAME = "政协履职台账"
_WORDS = (
    ("丢弃", "不保存"),
    ("撤消", "撤销"),
    ("左方向", "←"),
    ("右方向", "→"),
    ("上方向", "↑"),
    ("下方向", "↓"),
)


class Translator(QTranslator):
    """Qt's own Chinese, with the words clerks know in place of some of its own."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        """Qt's translation of `source`, its words exchanged; "" when there is none."""
        text = super().translate(context, source, disambiguation, n)
        for theirs, ours in _WORDS:
            text = text.replace(theirs, ours)
        return text


def make_application(
    arguments: Sequence[str] = (), *, look: Look = Look.LIGHT, base_pt: int | None = None
) -> tuple[QApplication, Appearance]:
    """The application, dressed; `base_pt` None chooses by the height of the screen."""
    app = QApplication(["cppcc-ledger", "-style", "Fusion", *arguments])
    app.setApplicationName("cppcc-ledger")
    app.setApplicationDisplayName("")
    app.setDesktopFileName("cppcc-ledger")
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    speak_chinese(app)
    app.setWindowIcon(icons.window_icon())
    appearance = Appearance(look, base_pt, app)
    appearance.install(app)
    return app, appearance


def speak_chinese(app: QApplication) -> Translator | None:
    """Load Qt's Chinese; None when its file is not there."""
    translator = Translator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if not translator.load("qtbase_zh_CN", folder):
        return None
    app.installTranslator(translator)
    return translator
