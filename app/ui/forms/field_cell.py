"""FieldCell: one field (or a date with its times) with what is wrong with it below."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.errors import Level, Problem
from app.models.base import Base
from app.models.fields import Field
from app.models.values import Time
from app.ui.forms.desk import Desk
from app.ui.forms.editor import Editor
from app.ui.forms.editors import make_editor
from app.ui.forms.problem_line import ProblemLine, tone_of
from app.ui.theme import Tone
from app.ui.widgets.sheet import label
from app.ui.widgets.themed import Themed

MOST_LINES = 4


class FieldCell(Themed, QWidget):
    """Editors side by side, problems under them; the row of the form grows."""

    edited = Signal(str)
    """A person changed the field of this key."""
    moved = Signal(int)
    undoable = Signal(object)
    grown = Signal()
    """Another height is needed."""

    def __init__(self, specs: Sequence[Field], model: type[Base], desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.specs = tuple(specs)
        self.editors: dict[str, Editor] = {}
        self._lines: list[ProblemLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(6)
        for place, spec in enumerate(self.specs):
            if place and isinstance(spec.value, Time) and isinstance(self.specs[place - 1].value, Time):
                row.addWidget(label("至", "label"))
            editor = make_editor(spec, model, desk, parent=self)
            editor.edited.connect(partial(self.edited.emit, spec.key))
            editor.moved.connect(self.moved)
            editor.undoable.connect(self.undoable)
            editor.grown.connect(self.grown)
            editor.setToolTip(spec.label if len(self.specs) > 1 else "")
            self.editors[spec.key] = editor
            row.addWidget(editor, 0, Qt.AlignmentFlag.AlignTop)
        if all(editor.ems is not None or not self._fills(editor) for editor in self.editors.values()):
            row.addStretch(1)
        self._column.addLayout(row)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.restyle()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say what is wrong, under the editors and inside them; paths begin at the field."""
        for spec in self.specs:
            own = [problem for problem in problems if problem.path[0] == spec.key]
            self.editors[spec.key].show_problems([(problem.path[1:], problem) for problem in own])
        self._say(problems)

    def set_marks(self, problems: Sequence[Problem], altered: set[str]) -> None:
        """Tints and bars of the editors."""
        for key, editor in self.editors.items():
            own = [problem for problem in problems if key in problem.path[:1]]
            tones = {tone_of(problem) for problem in own}
            state = "invalid" if Tone.ERROR in tones else "doubtful" if tones else ""
            editor.set_marks(state, key in altered)

    def settle(self) -> None:
        """Take the height that the content needs now, not in a moment."""
        self._column.activate()

    def restyle(self) -> None:
        for editor in self.editors.values():
            if editor.ems is not None:
                editor.setFixedWidth(self.theme.px(editor.ems))

    @staticmethod
    def _fills(editor: Editor) -> bool:
        fixed = editor.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Fixed
        return not fixed

    def _say(self, problems: Sequence[Problem]) -> None:
        said = list(dict.fromkeys(problem.text for problem in problems))
        kept = [next(problem for problem in problems if problem.text == text) for text in said[:MOST_LINES]]
        if len(said) > MOST_LINES:
            rest = f"还有 {len(said) - MOST_LINES} 处"
            kept.append(Problem((), "", rest, Level.COUNT))
        grown = len(kept) != len(self._lines) or any(
            line.text != problem.text for line, problem in zip(self._lines, kept, strict=False)
        )
        while len(self._lines) > len(kept):
            line = self._lines.pop()
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        for place, problem in enumerate(kept):
            if place < len(self._lines):
                self._lines[place].say(problem)
            else:
                line = ProblemLine(problem, self)
                self._lines.append(line)
                self._column.addWidget(line)
        if grown:
            self.grown.emit()
