"""SentView: one 报送 as it was sent: when and by whom, its numbers, its corrections, its files."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.services.late_lines import LateLine
from app.services.office import Office
from app.services.submitted import SentFile, Submitted
from app.ui.operations import Operations, Progress
from app.ui.pages.diff_records import DiffRecords
from app.ui.pages.submissions_files import SentFilesView
from app.ui.pages.submissions_numbers import SentNumbers
from app.ui.pages.submissions_words import late_entries, returned_words, submission_note
from app.ui.theme import Tone
from app.ui.widgets.choice_bar import Option
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.segments import Segments
from app.ui.widgets.sheet import Sheet, label
from app.ui.widgets.strip import Strip

NUMBERS, LATE, FILES = "numbers", "late", "files"
_VIEWS = {NUMBERS: "各项数", LATE: "补报更正", FILES: "材料"}


class SentView(QWidget):
    """What is chosen on the left of 报送存底."""

    open_requested = Signal(object)
    """A PageLink to go to."""
    record_requested = Signal(object)
    """The Entry of a record to open."""
    turned = Signal()
    """Another view is in sight."""
    escaped = Signal()

    def __init__(self, office: Office, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self._operations = office, operations
        self._found: Submitted | None = None
        self._asked = 0
        self._build()

    @property
    def view(self) -> str:
        """NUMBERS, LATE or FILES."""
        return self.segments.current

    def set_view(self, view: str) -> None:
        """Turn to a view."""
        self.segments.set_current(view)
        self._stack.setCurrentIndex(list(_VIEWS).index(view))
        self.turned.emit()

    def show_submission(self, found: Submitted, file: SentFile | None) -> None:
        """Show one in the view in sight, with one of its files."""
        self._found = found
        self._title.setText(f"{found.period.label}  报 {found.number}")
        self._note.setText(submission_note(found))
        back = returned_words(found)
        if back:
            self.strip.show_message(Tone.ERROR, back, closable=False)
        else:
            self.strip.clear()
        with self._office.store.reading():
            labels = self._office.submissions.labels(found.number)
            self.numbers.show_submission(found, labels, self._office.figures.coverage())
        self.files.show_sent(file)
        self._seek_late(found)

    def first_focus(self) -> None:
        """Give the keyboard to the view in sight."""
        if self.view == NUMBERS:
            self.numbers.first_focus()
        elif self.view == LATE and self.late.entries:
            self.late.setFocus()
        elif self.view == FILES:
            self.files.setFocus()
        else:
            self.segments.setFocus()

    # putting together

    def _build(self) -> None:
        self._title, self._note = label("", "section"), label("", "note", wrap=True)
        self.segments = Segments([Option(key, word) for key, word in _VIEWS.items()])
        self.strip = Strip()
        self.numbers = SentNumbers(self._office)
        self.late, self._none = DiffRecords(), EmptyState("ok")
        self.late.setAccessibleName("补报清单和更正清单")
        self.files = SentFilesView(self._office)
        self._late_stack = QStackedWidget()
        for part in (self.late, self._none):
            self._late_stack.addWidget(part)
        late = Sheet(margin=1)
        late.body.addWidget(self._late_stack)
        self._stack = QStackedWidget()
        for view in (self.numbers, late, self.files):
            self._stack.addWidget(view)
        head = QHBoxLayout()
        head.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._note)
        head.addLayout(words, 1)
        head.addWidget(self.segments)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.strip)
        column.addWidget(self._stack, 1)
        self.segments.chosen.connect(self._turn)
        self.numbers.open_requested.connect(self.open_requested)
        self.numbers.escaped.connect(self.escaped)
        self.late.opened.connect(self.record_requested)
        self.late.escaped.connect(self.escaped)

    def _turn(self, view: str) -> None:
        self.set_view(view)

    # 补报清单, 更正清单

    def _seek_late(self, found: Submitted) -> None:
        self._asked += 1
        asked, submissions = self._asked, self._office.submissions

        def work(_: Progress) -> tuple[int, tuple[LateLine, ...]]:
            return asked, submissions.late(found.number)

        self._operations.start(work, self._take_late)

    def _take_late(self, found: tuple[int, tuple[LateLine, ...]]) -> None:
        asked, lines = found
        if asked != self._asked or self._found is None:
            return
        entries = late_entries(lines, self._office.clock.today())
        self.late.set_entries(entries, keep=True)
        self._late_stack.setCurrentIndex(0 if entries else 1)
        if not entries:
            self._none.say(f"{self._found.period.label}报送时没有补报，也没有更正", icon="ok")
        options = [Option(key, word) for key, word in _VIEWS.items()]
        if entries:
            options[1] = Option(LATE, f"{_VIEWS[LATE]} {len(entries)}")
        self.segments.set_options(options)
