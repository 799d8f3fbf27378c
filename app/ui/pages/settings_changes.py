"""SettingsChanges: what was changed in any section of the settings: kept while unsaved, saved together."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from app.errors import AppError, Invalid, Unfit
from app.services.office import Office
from app.services.unsaved_texts import KeptText, TextKey
from app.settings import OfficeSettings
from app.ui.operations import Operations
from app.ui.pages.settings_field import SettingField
from app.ui.pages.settings_section import Section
from app.ui.text_keeping import TextKeeping

_KEY, _TITLE = TextKey("settings"), "设置里的改动"


class SettingsChanges(QObject):
    """Every change of every section is saved, or none of them."""

    saving = Signal(bool)
    """It is under way, or over."""
    saved = Signal(object)
    """The OfficeSettings as they are now."""
    refused = Signal(str)
    """A sentence about all of it."""
    complained = Signal(str)
    """The section in which the first field that is wrong has just been told so."""

    def __init__(
        self, office: Office, operations: Operations, sections: Mapping[str, Section], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._office, self._operations, self._sections = office, operations, sections
        self._keeping = TextKeeping(office, operations, self._unsaved, self)
        self._keeping.troubled.connect(self.refused)

    @property
    def altered(self) -> list[str]:
        """The keys of the sections in which something is not saved."""
        return [key for key, section in self._sections.items() if section.is_altered]

    def begin(self) -> KeptText | None:
        """Put back what was typed last time and not saved; what is said of it, None when nothing was."""
        kept = self._keeping.begin(_KEY, _TITLE)
        if kept is None:
            return None
        for field in self._fields():
            if field.key in kept.values:
                field.put_unsaved(kept.values[field.key])
        self.note()
        return kept if self.altered else None

    def note(self) -> None:
        """Something was changed."""
        self._keeping.note()

    def save(self) -> None:
        """Send what is changed, or say beside each field why it cannot be taken."""
        values, unfit = {}, {}
        for field in self._fields():
            if field.is_altered:
                try:
                    values[field.key] = field.read()
                except Unfit as error:
                    unfit[field.key] = str(error)
        if unfit:
            self._complain(unfit)
        elif values:
            self.saving.emit(True)
            work = partial(self._office.change_settings, values)
            self._operations.run(work, self._saved, self._refused, ended=self._ended)

    def drop(self) -> None:
        """Go back to what is saved."""
        for field in self._fields():
            field.reset()
        self._keeping.drop()

    def _fields(self) -> list[SettingField]:
        return [field for section in self._sections.values() for field in section.fields]

    def _unsaved(self) -> dict[str, Any]:
        return {field.key: field.raw() for field in self._fields() if field.is_altered}

    def _saved(self, settings: OfficeSettings) -> None:
        for field in self._fields():
            field.settle(getattr(settings, field.key))
            field.complain("")
        self.note()
        self.saved.emit(settings)

    def _refused(self, error: AppError) -> None:
        if isinstance(error, Invalid):
            self._complain({problem.key: problem.text for problem in error.problems})
        else:
            self.refused.emit(error.message)

    def _ended(self) -> None:
        self.saving.emit(False)

    def _complain(self, texts: Mapping[str, str]) -> None:
        """Say beside the fields what is wrong, and go to the first of them."""
        wrong = [field for field in self._fields() if field.key in texts]
        for field in wrong:
            field.complain(texts[field.key])
        for key, section in self._sections.items():
            if wrong and wrong[0] in section.fields:
                self.complained.emit(key)
                wrong[0].setFocus(Qt.FocusReason.OtherFocusReason)
