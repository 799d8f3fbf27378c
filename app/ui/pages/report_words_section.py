"""WordsSection: one section of the report that the office writes itself, and what there is to say of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.errors import Level, Problem
from app.services.paragraphs import Earlier
from app.services.text_check import Finding, TextCheck, Verdict
from app.ui.forms.fields import BlockField
from app.ui.forms.problem_line import ProblemLine
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.sheet import label
from app.ui.widgets.themed import Themed, mark

LEAST_LINES, MOST_LINES = 3, 14
_NAMED = 6  # numbers nobody could check that are named one by one


class WordsSection(Themed, QWidget):
    """Heading and state, the text, what it can be begun with, and what its numbers are said to be."""

    edited = Signal()
    """A person changed the text."""
    left = Signal()
    """The keyboard went elsewhere: what there is to say is said by now."""
    entered = Signal()
    """The keyboard came to the text."""

    def __init__(self, key: str, title: str, beside: QWidget | None = None) -> None:
        super().__init__()
        self.key, self.title = key, title
        self._kept = ""
        self._earlier: Earlier | None = None
        self._counted = ""
        self._check: TextCheck | None = None
        self._findings: list[Finding] = []
        self.block = BlockField(self, least=LEAST_LINES, most=MOST_LINES)
        self.block.setAccessibleName(title)
        self._state = label("", "note")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.take = HintButton("", icon="copy", kind="link")
        self.begin = HintButton("从自动写的改起", icon="edit", kind="link")
        self._build(beside)
        self.block.typed.connect(self._typed)
        self.block.left.connect(self._leave)
        self.block.entered.connect(self.entered)
        self.take.clicked.connect(self._take_earlier)
        self.begin.clicked.connect(self._take_counted)

    @property
    def text(self) -> str:
        return self.block.toPlainText()

    @property
    def is_altered(self) -> bool:
        """Whether something here is not saved."""
        return self.text.strip() != self._kept

    @property
    def findings(self) -> list[Finding]:
        """The numbers pointed out under the text."""
        return self._findings

    def show_kept(
        self, text: str, earlier: Earlier | None, counted: str, check: TextCheck, *, anew: bool
    ) -> None:
        """Show what is kept; unless `anew`, a text that is being changed stays."""
        stays = self.is_altered and not anew
        self._kept, self._earlier, self._counted, self._check = text, earlier, counted, check
        if not stays and self.text.strip() != text:
            self.block.set_text(text)
        self.judge()

    def put(self, text: str) -> None:
        """Show by program what was typed and not saved."""
        self.block.set_text(text)
        self.judge()

    def keep(self, text: str) -> None:
        """This was saved; what was typed since then is still to be saved."""
        self._kept = text.strip()
        self._explain()

    def refuse(self, sentence: str) -> None:
        """Say why the text could not be kept."""
        self._clear_lines()
        self._lines.addWidget(ProblemLine(Problem((self.key,), self.title, sentence, Level.SAVE)))
        self.block.set_marks("invalid", self.is_altered)

    def judge(self) -> None:
        """Hold the numbers against the figures, and say what came of it."""
        self._findings = self._check.findings(self.text) if self._check is not None else []
        differing = [one for one in self._findings if one.verdict is Verdict.DIFFERS]
        unknown = list(dict.fromkeys(one.written for one in self._findings if one not in differing))
        self._clear_lines()
        for finding in differing:
            self._lines.addWidget(ProblemLine(Problem((self.key,), self.title, finding.text, Level.DOUBT)))
        if unknown:
            more = "等" if len(unknown) > _NAMED else ""
            words = f"没有核对的数：{'、'.join(unknown[:_NAMED])}{more}"
            note = label(words, "note", wrap=True)
            note.setContentsMargins(0, 3, 0, 0)
            self._lines.addWidget(note)
        self._explain()

    def select(self, finding: Finding) -> None:
        """Give the keyboard to the text, with a number of it chosen."""
        self.block.setFocus(Qt.FocusReason.OtherFocusReason)
        cursor = self.block.textCursor()
        start, end = (_units(self.text, place) for place in (finding.start, finding.end))
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.block.setTextCursor(cursor)

    def _build(self, beside: QWidget | None) -> None:
        heading = QHBoxLayout()
        heading.setSpacing(9)
        heading.addWidget(label(self.title, "section"))
        heading.addWidget(self._state)
        heading.addStretch(1)
        offers = QHBoxLayout()
        offers.setSpacing(14)
        offers.addWidget(self.take)
        offers.addWidget(self.begin)
        offers.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(heading)
        if beside is not None:
            column.addWidget(beside)
        column.addWidget(self.block)
        column.addLayout(self._lines)
        column.addLayout(offers)

    def _explain(self) -> None:
        """Say what the text is, and offer what it can be begun with."""
        text = self.text.strip()
        earlier = self._earlier
        is_taken = earlier is not None and bool(text) and text == earlier.text
        if not text:
            words = "空着就印自动写的"
        elif is_taken and earlier is not None:
            words = f"沿用{earlier.label}写的，还没有改"
        else:
            words = "改过，还没有保存" if self.is_altered else "自己写的"
        self._state.setText(words)
        mark(self._state, tone="warn" if is_taken else None)
        self.take.setVisible(earlier is not None and not is_taken)
        if earlier is not None:
            self.take.set_label(f"沿用{earlier.label}写的")
        self.begin.setVisible(not text and bool(self._counted))
        differs = any(one.verdict is Verdict.DIFFERS for one in self._findings)
        self.block.set_marks("doubtful" if differs else "", self.is_altered)

    def _clear_lines(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()

    def _typed(self) -> None:
        self._explain()
        self.edited.emit()

    def _leave(self) -> None:
        self.judge()
        self.left.emit()

    def _take_earlier(self) -> None:
        if self._earlier is not None:
            self._put(self._earlier.text)

    def _take_counted(self) -> None:
        self._put(self._counted)

    def _put(self, text: str) -> None:
        """In place of what is there; Ctrl+Z brings that back."""
        self.block.selectAll()
        self.block.insertPlainText(text)
        self.block.setFocus(Qt.FocusReason.OtherFocusReason)
        self.judge()


def _units(text: str, place: int) -> int:
    """A place in a Python text as Qt counts it, where a rare character is two."""
    return len(text[:place].encode("utf-16-le")) // 2
