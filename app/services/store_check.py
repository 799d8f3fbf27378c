"""StoreCheck: whether a store is sound: file, records, change log, attachments, search index."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any

import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from app.clock import SystemClock
from app.errors import AppError
from app.models import RECORDS, Record
from app.models.fields import Values
from app.models.system import Attachment, SearchRow
from app.paths import DataFolder
from app.services.aggregates import content_hash, load_options, to_aggregates
from app.services.chain import verified
from app.services.comparing import Comparing
from app.services.context import OfficeContext
from app.services.indexing import words_of
from app.services.options import Options
from app.store import schema
from app.store.backup.backups import no_step
from app.store.backup.folder import BackupFolder, Step
from app.store.connection import open_connection
from app.store.engine import make_engine
from app.store.failures import in_words
from app.store.opening.condition import Damaged, Part, State, Unopened
from app.store.opening.judging import condition_of
from app.store.opening.search_words import SearchWords
from app.store.opening.soundness import flaws, is_damage
from app.store.private_files import sha256_of
from app.store.store import Store

_CHUNK = 200
_NAMED = 3
_READ = 1 << 30  # bytes of backups that are read through
_UNREADABLE = "里面有读不出来的内容"
_UNANSWERED = "台账现在看不了：磁盘没有应答，或正被别的程序占着。请过一会儿再试。"


@dataclass(slots=True)
class Findings:
    """What was looked at and what is wrong; sound when nothing is. `noted` is no fault of the store."""

    looked: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    noted: list[str] = field(default_factory=list)

    @property
    def is_sound(self) -> bool:
        return not self.wrong


class StoreCheck:
    """Looks, and changes nothing; works beside an open window."""

    def __init__(self, data: DataFolder, key: bytes | None = None, step: Step = no_step) -> None:
        self._data = data
        self._key = key
        self._step = step

    def run(self, *, deep: bool = False) -> Findings:
        """Checks the file; with `deep` all that is in it too. Raises AppError when it cannot be looked at."""
        found = Findings()
        condition = condition_of(self._data, self._key)
        if condition.state is State.ABSENT:
            raise AppError(f"“{self._data.root}”里没有台账文件，可以用 restore 从备份恢复。")
        if condition.part is Part.CONTENT:
            found.wrong.append("文件内容和上次关上时不一样，又不是在这里改的")
        elif condition.state is not State.SOUND and condition.part is not Part.STRUCTURE:
            raise Unopened(condition)
        found.wrong += self._file(deep, torn=condition.part is Part.STRUCTURE)
        found.looked.append("文件结构")
        if deep:
            self._deeply(found)
        return found

    def _deeply(self, found: Findings) -> None:
        """Raises AppError when it is the disk, or somebody else, that does not let it look.

        Of a file in which something is wrong already, whatever SQLite says is about that.
        """
        try:
            self._contents(found)
        except (Damaged, Unopened) as error:
            found.wrong.append(error.message.removesuffix("。"))
        except DBAPIError as error:
            said = in_words(error, saving=False)
            if isinstance(said, AppError) and not isinstance(said, Damaged) and not found.wrong:
                raise said from error
            found.wrong.append(_UNREADABLE)
        except sqlite.Error as error:
            if not is_damage(error) and not found.wrong:
                raise AppError(_UNANSWERED) from error
            found.wrong.append(_UNREADABLE)
        except (ValueError, TypeError, LookupError, AttributeError, AssertionError):
            found.wrong.append(_UNREADABLE)  # values as nobody ever wrote them, kinds that there are none of

    def _file(self, deep: bool, *, torn: bool) -> Sequence[str]:
        """What SQLite finds; of a file known to be `torn` whatever it says is about that."""
        try:
            with closing(open_connection(self._data.store, self._key, write=False)) as connection:
                return flaws(connection, deep=deep)
        except sqlite.Error as error:
            if torn or is_damage(error):
                return (_UNREADABLE,)
            raise AppError(_UNANSWERED) from None

    def _contents(self, found: Findings) -> None:
        if not self._is_current():
            found.wrong.append("台账是别的版本写的，要先打开一次，才能逐条核对")
            return
        store = Store(self._data, key=self._key, write=False, closely=False)
        try:
            with store.reading() as session:  # what a window saves meanwhile is in all of it, or in nothing
                words = self._records(session, found)
                places, lost = _astray(session), words.astray(_raw(session))
            log = verified(store)
            found.looked.append(f"修改记录 {log.rows} 行")
            found.wrong += [] if log.intact else [log.sentence.removesuffix("。")]
            self._files(store, found)
            _tell_of_index(found, places, lost)
        finally:
            store.close()
        self._backups(found)
        self._compare(found)

    def _backups(self, found: Findings) -> None:
        """Whether the newest backups can be read, as many as that takes little time for."""
        folder, read, bad, left = BackupFolder(self._data.backups), 0, [], _READ
        every = folder.all()
        for backup in every:
            if read and backup.size > left:
                break
            self._step(read, len(every), "核对备份")
            left, read = left - backup.size, read + 1
            try:
                whole = sha256_of(folder.file_of(backup)) == backup.sha256
            except OSError:
                whole = False
            bad += [] if whole else [f"第 {backup.number} 号"]
        if every:
            found.looked.append(f"最近 {read} 份备份" if read < len(every) else f"备份 {read} 份")
        if bad:
            found.noted.append(f"{len(bad)} 份备份坏了（{_named(bad)}），请再备份一次")
        damaged = folder.unsound(every[0].held, self._step) if every else {}
        if damaged:
            found.noted.append(f"备份里有 {len(damaged)} 个附件坏了，请用 backup 再备份一次，会补上")

    def _compare(self, found: Findings) -> None:
        """With what backup and journal say: the hash of a record says nothing of all else."""
        try:
            compared = Comparing(self._data, SystemClock(), self._key, self._step).run()
        except OSError as error:
            raise AppError(_UNANSWERED) from error
        if compared is None:
            found.looked.append("没有能对照的备份和流水")
            return
        found.looked.append("和备份、流水对照")
        if compared.behind:
            found.wrong.append(f"流水里有 {compared.behind} 处改动，台账里没有，可以用 rebuild 找回")
        elif compared.differing:
            names = _named(compared.named)
            found.wrong.append(
                f"有 {len(compared.named)} 处内容和备份、流水对不上（{names}），可以用 rebuild 找回"
            )

    def _is_current(self) -> bool:
        """Opening an older store would add to it, and a check changes nothing."""
        engine = make_engine(self._data.store, self._key, write=False)
        try:
            with engine.connect() as connection:
                return schema.is_current(connection)
        finally:
            engine.dispose()

    def _records(self, session: Session, found: Findings) -> SearchWords:
        count, different, words = 0, [], SearchWords()
        context = OfficeContext(session, Options.load(session), SystemClock().today())
        columns = (SearchRow.kind, SearchRow.record_id, SearchRow.id)
        rows = {(kind, record): row for kind, record, row in session.execute(select(*columns))}
        for done, model in enumerate(RECORDS):
            self._step(done, len(RECORDS), f"核对{model.kind.label}")
            for record, values in _all(session, model):
                count += 1
                if record.content_hash != content_hash(model, values):
                    different.append(f"{model.kind.label}{record.number or record.uuid[:8]}")
                if row := rows.get((model.key, record.id)):
                    record.fill(values, context)
                    words.add(row, model.key, words_of(record, values, context.options)[1])
        found.looked.append(f"记录 {count} 条")
        if different:
            found.wrong.append(f"{len(different)} 条记录的内容和存的时候不一样（{_named(different)}）")
        return words

    def _files(self, store: Store, found: Findings) -> None:
        with store.reading() as session:
            rows = session.execute(select(Attachment.sha256, Attachment.name).order_by(Attachment.id)).all()
        names = {row.sha256: row.name for row in reversed(rows)}
        gone = [name for sha, name in names.items() if not store.vault.has(sha)]
        torn = [
            name for sha, name in names.items() if store.vault.has(sha) and not store.vault.is_intact(sha)
        ]
        found.looked.append(f"附件 {len(names)} 个")
        if gone:
            found.wrong.append(f"{len(gone)} 个附件不见了（{_named(gone)}）")
        if torn:
            found.wrong.append(f"{len(torn)} 个附件和存的时候不一样（{_named(torn)}）")


def _astray(session: Session) -> int:
    """How many records and rows of the search index do not belong together."""
    rows = session.execute(select(SearchRow.id, SearchRow.kind, SearchRow.record_id)).all()
    words = set(session.scalars(text("SELECT id FROM search_docsize")))
    living = {
        (model.key, local)
        for model in RECORDS
        for local in session.scalars(select(model.id).where(model.deleted_at.is_(None)))
    }
    indexed = {(kind, local) for _, kind, local in rows}
    return len(indexed ^ living) + len({row[0] for row in rows} ^ words)


def _raw(session: Session) -> Any:
    """The driver's own connection, within the same transaction."""
    return session.connection().connection.driver_connection


def _tell_of_index(found: Findings, places: int, words: int) -> None:
    found.looked.append("查找用的索引")
    if places:
        found.wrong.append(f"查找用的索引有 {places} 处和记录对不上，有的记录会找不到")
    elif words:
        found.wrong.append(f"查找用的索引里有 {words} 个词和记录对不上，用它们会查不准")


def _all(session: Session, model: type[Record]) -> Iterator[tuple[Record, Values]]:
    """Every record of a kind and what it holds, in the bin too, a few at a time."""
    last = 0
    while True:
        part = select(model).where(model.id > last).order_by(model.id).limit(_CHUNK)
        records = session.scalars(part.options(*load_options(model))).all()
        if not records:
            return
        for record, aggregate in zip(records, to_aggregates(session, records), strict=True):
            yield record, aggregate.values
        last = records[-1].id
        session.expunge_all()


def _named(names: Sequence[str]) -> str:
    shown = "、".join(names[:_NAMED])
    return f"{shown} 等" if len(names) > _NAMED else shown
