"""BulkDialog: which field of the chosen records is to say what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from app.models import model_of
from app.models.fields import Field
from app.models.values import Choice, RefTo
from app.services.bulk import bulk_fields
from app.ui.appearance import theme
from app.ui.dialogs.dialog import Dialog
from app.ui.forms.desk import Desk
from app.ui.forms.editor import Editor
from app.ui.forms.editors import make_editor
from app.ui.forms.fields import enter_step
from app.ui.widgets.combo_box import ComboBox
from app.ui.widgets.sheet import label

_SHOWN = 4
_CHECKED = "逐条核对，有一条不行就都不改；改了可以撤销。"


class BulkDialog(Dialog):
    """`key` and `value` afterwards; accepted when it is to be done. Begins at the field `key`.

    Nothing typed changes nothing: emptying a field has a link of its own.
    """

    def __init__(
        self, desk: Desk, kind: str, uuids: Sequence[str], key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__("批量修改", parent, width_ems=40)
        self._desk, self._model, self._uuids = desk, model_of(kind), list(uuids)
        self._specs: tuple[Field, ...] = bulk_fields(self._model)
        self.editor: Editor | None = None
        self._emptying = False
        self.field = ComboBox()
        self.field.setAccessibleName("改哪一项")
        for spec in self._specs:
            self.field.addItem(spec.label, spec.key)
        self.go = self.add_button("", kind="primary")
        self.stay = self.add_button("取消", hint="Esc")
        self.empty_link = self.add_link("清空这一项")
        self._lay_out()
        self.field.setCurrentIndex(self.field.findData(key or _usual(self._specs)))
        self.field.currentIndexChanged.connect(self._show_field)
        self.go.clicked.connect(self._take)
        self.stay.clicked.connect(self.reject)
        self.empty_link.clicked.connect(self._empty)
        self._show_field()
        (self.field if not key else self.editor or self.field).setFocus()

    @property
    def key(self) -> str:
        """Key of the field to set."""
        return str(self.field.currentData())

    @property
    def value(self) -> Any:
        """What it is to say; None empties it."""
        return None if self.editor is None or self._emptying else self.editor.value()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes from the field to its value and on to the button, and presses that."""
        if not enter_step(event):
            super().keyPressEvent(event)
        elif self.field.hasFocus() and self.editor is not None:
            self.editor.begin()
        elif self.stay.hasFocus():
            self.reject()
        elif self.go.hasFocus():
            self._take()

    # inside

    def _lay_out(self) -> None:
        count, kind = len(self._uuids), self._model.kind
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        self._now = label("", "label", wrap=True)
        self._place = QHBoxLayout()
        self._place.setContentsMargins(0, 0, 0, 0)
        name = label("改哪一项", "label")
        name.setBuddy(self.field)
        rows: tuple[tuple[QWidget, Any], ...] = (
            (name, self.field), (label("现在", "label"), self._now), (label("改成", "label"), self._place),
        )  # fmt: skip
        for row, (words, part) in enumerate(rows):
            grid.addWidget(words, row, 0, Qt.AlignmentFlag.AlignVCenter)
            add = grid.addLayout if isinstance(part, QHBoxLayout) else grid.addWidget
            add(part, row, 1)
        grid.setColumnStretch(1, 1)
        self._problem = label("", "note", wrap=True)
        self._problem.setProperty("tone", "error")
        self.body.addWidget(label(f"批量修改 {count} {kind.measure}{kind.noun}", "section"))
        self.body.addLayout(grid)
        self.body.addWidget(self._problem)
        self.body.addWidget(label(_CHECKED, "note", wrap=True))

    def _show_field(self, _place: int = 0) -> None:
        """The editor of the chosen field, empty, and what the records say now."""
        spec = self._specs[self.field.currentIndex()]
        if self.editor is not None:
            self.editor.close_list()
            self._place.removeWidget(self.editor)
            self.editor.hide()
            self.editor.deleteLater()
        self.editor = make_editor(spec, self._model, self._desk, parent=self)
        self.editor.setAccessibleName(f"{spec.label}改成")
        self.editor.edited.connect(self._weigh)
        self.editor.moved.connect(self._move)
        if self.editor.ems is not None:
            self.editor.setFixedWidth(theme().px(self.editor.ems))
        self._place.addWidget(self.editor)
        while self._place.count() > 1:
            self._place.takeAt(1)
        if self.editor.ems is not None:
            self._place.addStretch(1)
        self._now.setText(self._said(spec))
        self._weigh()

    def _said(self, spec: Field) -> str:
        """青山镇（8 条）；空（1 条）."""
        found = self._desk.office.bulk.now(self._model.key, self._uuids, spec.key)
        measure = self._model.kind.measure
        nothing = "自动算" if spec.formula else "空"
        words = [f"{text or nothing}（{count} {measure}）" for text, count in found[:_SHOWN]]
        rest = sum(count for _, count in found[_SHOWN:])
        return "；".join(words) + (f"；别的（{rest} {measure}）" if rest else "")

    def _weigh(self) -> None:
        assert self.editor is not None
        unfit = self.editor.unfit
        self._problem.setText(unfit)
        self._problem.setVisible(bool(unfit))
        self.go.set_label(f"修改 {len(self._uuids)} {self._model.kind.measure}")
        nothing = "请先填要改成什么" if self.value is None else ""
        self.go.set_reason("请先改对" if unfit else nothing)
        needed = self._specs[self.field.currentIndex()].needed == "save"
        self.empty_link.set_reason("这一项不能空着" if needed else "")

    def _move(self, by: int) -> None:
        (self.go if by > 0 else self.field).setFocus()

    def _take(self) -> None:
        if self.editor is not None:
            self.editor.finish()
        self._weigh()
        if self.go.isEnabled():
            self.accept()

    def _empty(self) -> None:
        self._emptying = True
        self.accept()


def _usual(specs: Sequence[Field]) -> str:
    """What is most often set for many at once: the first place or choice that a list shows."""
    found = (spec.key for spec in specs if isinstance(spec.value, Choice | RefTo) and spec.listed)
    return next(found, specs[0].key)
