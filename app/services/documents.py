"""Documents: the Word papers of one record, written from its values and a template the office may change."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.clock import Clock
from app.errors import AppError
from app.exporters.files import safe_name, unique_path
from app.exporters.word import render
from app.exporters.word_draft import draft
from app.exporters.word_record import composed
from app.models import RECORDS
from app.models.days import printed
from app.paths import RESOURCES, is_folder
from app.services.aggregates import Aggregate
from app.services.covering import Covering
from app.services.disclosure import Disclosure
from app.services.document_values import DocumentValues
from app.services.records import Records
from app.settings import OfficeSettings
from app.store.store import Store


@dataclass(frozen=True, slots=True)
class Document:
    """One sort of paper; `key` is also the name of its template."""

    key: str
    label: str

    @property
    def template(self) -> str:
        return f"{self.key}.docx"

    @property
    def kinds(self) -> tuple[str, ...]:
        """The record kinds it is printed of."""
        return tuple(model.key for model in RECORDS if self.key in model.kind.documents)


DOCUMENTS: tuple[Document, ...] = (
    Document("meeting_record", "会议记录"),
    Document("sign_in_sheet", "签到表"),
    Document("visit_record", "走访记录表"),
    Document("studio_form", "活动登记表"),
    Document("information_draft", "信息稿"),
)


def document_of(name: str) -> Document:
    """The document by key or label; raises AppError."""
    for document in DOCUMENTS:
        if name in (document.key, document.label):
            return document
    known = "、".join(document.label for document in DOCUMENTS)
    raise AppError(f"没有“{name[:20]}”这种文书，可用：{known}。")


class Documents:
    """Writes a record's papers; every file is new, none is written over unless asked for."""

    def __init__(
        self, store: Store, clock: Clock, settings: OfficeSettings, records: Records, disclosure: Disclosure
    ) -> None:
        self._store = store
        self._clock = clock
        self._settings = settings
        self._records = records
        self._disclosure = disclosure

    def write(
        self, kind: str, uuid: str, name: str | None, target: Path, *,
        replace: bool = False, full: bool = False,
    ) -> Path:  # fmt: skip
        """Writes one document and returns its path; raises AppError.

        `name` is a document's key or label, None the kind's first. A folder as `target` gets the usual file
        name. An existing file stays and the new one is called -第2次, unless `replace`. With `full` numbers
        and names of citizens stand in it whole, and the change log says who wanted that.
        """
        aggregate = self._records.load(kind, uuid)
        document = _chosen(aggregate, name)
        if full:
            self._disclosure.note(f"{aggregate.number} {document.label}".strip(), 1)
        return self.written(aggregate, document, target, replace=replace, full=full)

    def written(
        self, aggregate: Aggregate, document: Document, target: Path, *,
        replace: bool = False, full: bool = False,
    ) -> Path:  # fmt: skip
        """As `write`; whoever asks for it in `full` has noted that."""
        context = self.context(aggregate, full=full)
        if is_folder(target):
            wanted = f"{context['file_stem']}{document.label}.docx"
            path = target / safe_name(wanted) if replace else unique_path(target, wanted)
        else:
            path = target if target.suffix.lower() == ".docx" else target.with_name(f"{target.name}.docx")
        pictures = {photo["file"]: self._store.vault.picture(photo["file"]) for photo in context["photos"]}
        return render(
            self.template(document), context, path,
            now=self._clock.now(), pictures=pictures, replace=replace,
        )  # fmt: skip

    def covers(self, kind: str, uuid: str, path: Path) -> bool:
        """Whether a paper that was written of a record says 张某 or 138****5678 somewhere."""
        aggregate = self._records.load(kind, uuid)
        said = Covering(aggregate.model, aggregate.values).said
        if not said:
            return False
        with zipfile.ZipFile(path) as parts:
            text = parts.read("word/document.xml").decode("utf-8")
        return any(each in text for each in said)

    def template(self, document: Document) -> Path:
        """The office's own template where it has one, else the shipped one."""
        own = self._store.folder.templates / document.template
        return own if own.is_file() else RESOURCES / "templates" / document.template

    def context(self, aggregate: Aggregate, *, full: bool = False) -> dict[str, Any]:
        """Everything a template may name: the record's fields, what follows from them, the office."""
        covering = Covering(aggregate.model, aggregate.values, full=full)
        with self._store.reading() as session:
            values = DocumentValues(self._records.context(session), covering)
            found = values.of(aggregate.model, aggregate.values)
        whole = {**found, **self._office(), **_identity(aggregate, covering)}
        day, title = found.get(aggregate.model.kind.day) or "", whole["title"]
        whole |= composed(aggregate.kind, whole)
        whole |= draft(aggregate.kind, whole)
        # 示例县政协2026年10月12日背街小巷照明改造, for 会议记录.docx behind it
        return whole | {"file_stem": f"{self._settings.unit_name}{day}{title}"}

    def _office(self) -> dict[str, str]:
        s = self._settings
        return {
            "unit_name": s.unit_name,
            "unit_full_name": s.unit_full_name,
            "city_name": s.city_name,
            "area": s.area,
            "meeting_label": s.meeting_label,
            "visit_label": s.visit_label,
            "studio_label": s.studio_label,
            "clerk": s.clerk,
            "reviewer": s.reviewer,
            "printed_on": printed(self._clock.today()),
            "mark": s.mark,
        }


def _identity(aggregate: Aggregate, covering: Covering) -> dict[str, str]:
    kind, title = aggregate.model.kind, covering.text(aggregate.title)
    return {"number": aggregate.number, "title": title, "kind_label": kind.label}


def _chosen(aggregate: Aggregate, name: str | None) -> Document:
    """The document asked for, when it is one of this kind's."""
    kind = aggregate.model.kind
    if not kind.documents:
        raise AppError(f"{kind.label}没有要打印的文书。")
    document = document_of(name or kind.documents[0])
    if document.key not in kind.documents:
        known = "、".join(document_of(key).label for key in kind.documents)
        raise AppError(f"{kind.label}没有{document.label}，可用：{known}。")
    return document
