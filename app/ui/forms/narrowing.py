"""Narrowing: what one choice says about another: a village brings its township, which may drop a village."""

from __future__ import annotations

from typing import Any

from app.ui.forms.draft import Draft
from app.ui.forms.form_sheet import FormSheet
from app.ui.forms.ref_editor import RefEditor


def follow(draft: Draft, sheet: FormSheet, key: str) -> None:
    """A person changed the field of this key: bring along what it lies in, drop what does not lie in it."""
    values, editor = draft.values, sheet.editors.get(key)
    if not isinstance(editor, RefEditor):
        return
    near = editor.spec.narrowed_by
    if near and values.get(key) is not None and values.get(near) is None:
        within = editor.within()
        if within is not None:
            put_shown(draft, sheet, near, within)
    for other in sheet.editors.values():
        if isinstance(other, RefEditor) and other.spec.narrowed_by == key:
            chosen, wanted = values.get(other.spec.key), values.get(key)
            if chosen is not None and wanted is not None and other.within() not in (None, wanted):
                put_shown(draft, sheet, other.spec.key, None)


def put_shown(draft: Draft, sheet: FormSheet, key: str, value: Any) -> None:
    """Fill a field in by program, where it can be seen."""
    draft.put(key, value)
    editor = sheet.editors.get(key)
    if editor is not None and not editor.composing:
        editor.set_value(value)
