"""What tests of the window stand on: one dressed application, always in the default look."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from app.ui.appearance import Appearance
from app.ui.theme import Look

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The screenless platform says what it cannot do (sizes, raising, grabbing); nothing is wrong."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture
def appearance(qapp: QApplication) -> Iterator[Appearance]:
    """The application in 浅色 and 标准, and so again afterwards."""
    qapp.setStyle("Fusion")
    made = Appearance(Look.LIGHT, 10, qapp)
    made.install(qapp)
    yield made
    made.set_look(Look.LIGHT)
    made.set_base(10)


@pytest.fixture(autouse=True)
def gone(qapp: QApplication) -> Iterator[None]:
    """Windows that were closed are deleted, or every later change of look would dress them again."""
    yield
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
