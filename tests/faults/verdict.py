"""The verdict after a fault: is all that was promised there, once and whole, and was the truth told."""

from __future__ import annotations

import re
import stat
import traceback
import zipfile
from collections import Counter
from collections.abc import Mapping, Set
from contextlib import closing
from pathlib import Path
from typing import Any

from app.errors import AppError, Unsure
from app.services.backups import SECOND
from app.services.store_check import StoreCheck
from app.store.backup.backup import Backup, Reason
from app.store.backup.folder import BackupFolder, place_of
from app.store.connection import open_connection
from app.store.opening.soundness import flaws
from app.store.password.cipher import is_sealed
from app.store.password.cipher import is_whole as sealed_whole
from app.store.password.keyring_file import KeyringFile
from app.store.private_files import sha256_of
from app.store.unsaved import UnsavedPlace
from app.store.vault import Vault
from tests.faults.desk import CODE, NEW_CODE, OTHER_PASSWORD, Desk
from tests.store.cheap import PASSWORD

State = Mapping[str, Any]

DONE, REFUSED, UNSURE, BUG = "done", "refused", "unsure", "bug"
_SHADOWS = re.compile(r"search(_(data|idx|content|docsize|config))?|sqlite_.*")
_POSITION = "journal"  # how far the change journal goes is no content
_NUMBER = re.compile(r"[0-9a-f]{64}|[0-9a-f]{32}")
_LATIN = re.compile(r"[A-Za-z]{3,}")
_COUNTED = re.compile(r"-\d{4,9}-\d{8}-\d{6}(?=-)")  # number and time in the name of a backup
_NAMED = re.compile(r"“[^”]*”")
_ALLOWED = re.compile(
    r"--dry-run|backups|restore|rebuild|check|deep|demo|add|WPS|JPG|PDF"
)  # commands and formats
_NOT_DONE = re.compile(r"没有|没能|没存|不能|不了|不在|打不开|只读|找不到|已经停止写入")


def state_of(desk: Desk) -> State:
    """All that is kept, through the driver alone: every row of every table, and what is typed and not saved.

    Finishes first what broke off, as the program does when it starts.
    """
    desk.unlock()
    found: dict[str, Any] = {}
    if desk.data.store.exists():
        with closing(open_connection(desk.data.store, desk.key, write=True)) as connection:
            listed = connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
            found["schema"] = hash(repr(sorted(map(str, listed))))
            for name in [name for name, sql in listed if str(sql).startswith("CREATE TABLE")]:
                if not _SHADOWS.fullmatch(name):
                    found[name] = _rows(connection, name)
    found["locked"] = desk.key is not None
    found["opened by"] = _secrets(desk) if desk.key is not None else []
    found["at"] = desk.data.root.name
    found["typed"] = _typed(desk)
    return found


def _rows(connection: Any, table: str) -> list[Any]:
    rows = connection.execute(f'SELECT * FROM "{table}"').fetchall()
    return [row for row in rows if not (table == "setting" and row[0] == _POSITION)]


def _typed(desk: Desk) -> dict[str, Any]:
    place = UnsavedPlace(desk.data, desk.key)
    return {name: place.get(name) for name in sorted(place.names())}


def _secrets(desk: Desk) -> list[int]:
    """Which of all that ever opened it open it now, of passwords and recovery codes."""
    keyring = KeyringFile(desk.data).read()
    if keyring is None:
        return []
    tried = [*map(keyring.opened, (PASSWORD, OTHER_PASSWORD)), *map(keyring.recovered, (CODE, NEW_CODE))]
    return [place for place, key in enumerate(tried) if key is not None]


def different(found: State, *allowed: State) -> str | None:
    """None when the state is one of those allowed, else in what it is another than the nearest."""
    if any(same(found, each) for each in allowed):
        return None
    nearest = min((_differing(found, each) for each in allowed), key=len)
    return f"half of it is there: {', '.join(nearest[:6]) or 'the ids'} differ"


def same(one: State, other: State) -> bool:
    """Whether both say the same; ids and hashes made since may be others, where they stand may not."""
    return one == other or (not _differing(one, other) and _numbered(one) == _numbered(other))


def _differing(one: State, other: State) -> list[str]:
    """Tables that say other things, whatever the ids."""
    return [key for key in sorted(one.keys() | other.keys()) if _said(one, key) != _said(other, key)]


def _said(state: State, key: str) -> str:
    return _NUMBER.sub("#", repr(state.get(key)))


def _numbered(state: State) -> list[str]:
    """Every id and hash as the number of the place where it first stands."""
    order: dict[str, str] = {}
    return [
        _NUMBER.sub(lambda found: order.setdefault(found[0], str(len(order))), repr(state[key]))
        for key in sorted(state)
    ]


def unsound(desk: Desk, *, deep: bool = True) -> str | None:
    """What check finds; without `deep` the file's structure, every word index row and every attachment."""
    try:
        if deep:
            found = StoreCheck(desk.data, desk.key).run(deep=True)
            return None if found.is_sound else "check --deep: " + "；".join(found.wrong)
        with closing(open_connection(desk.data.store, desk.key, write=False)) as connection:
            wrong = list(flaws(connection, deep=False))
            rows = {row[0] for row in connection.execute("SELECT id FROM search_row")}
            words = {row[0] for row in connection.execute("SELECT id FROM search_docsize")}
            named = {row[0] for row in connection.execute("SELECT sha256 FROM attachment")}
        if wrong or rows != words:
            return "；".join(wrong) or "the search index differs"
        return _lost_files(desk, named | UnsavedPlace(desk.data, desk.key).files())
    except AppError as error:
        return f"check refuses: {error.message}"


def _lost_files(desk: Desk, named: Set[str]) -> str | None:
    vault = Vault(desk.data, desk.key)
    lost = sum(not vault.is_intact(sha256) for sha256 in named)
    return f"{lost} of {len(named)} attachments are lost or halved" if lost else None


def leaky(*roots: Path) -> str | None:
    """A file below that others than its owner may read."""
    for path in (path for root in roots for path in root.rglob("*")):
        if path.is_file() and stat.S_IMODE(path.stat().st_mode) & 0o077:
            return f"{path.name} may be read by others"
    return None


def bad_backups(desk: Desk) -> str | None:
    """A backup, here or on the second disk, that is not what its list says."""
    for folder in _folders(desk):
        for backup in folder.all():
            if not _is_whole(folder, backup):
                return f"the backup {backup.name} is listed and not whole"
    return None


def _is_whole(folder: BackupFolder, backup: Backup) -> bool:
    """The file is what its list says, and every file it names lies beside it, whole."""
    if sha256_of(folder.file_of(backup)) != backup.sha256:
        return False
    places = [place_of(folder.files, name) for name in backup.held]
    return all(
        path.is_file() and (sealed_whole(path) if is_sealed(path.name) else sha256_of(path) == path.name)
        for path in places
    )


def backups_of(desk: Desk) -> tuple[str, ...]:
    """All backups, at home and on the second disk: where each is and its name."""
    return tuple(f"{folder.path.name} {each.name}" for folder in _folders(desk) for each in folder.all())


def lacking_backups(desk: Desk, wanted: tuple[str, ...], attempts: int) -> str | None:
    """When it is done they are all there; only attempts that failed may have left others beside them."""
    found, expected = _uncounted(backups_of(desk)), _uncounted(wanted)
    lacking, more = expected - found, found - expected
    if list(desk.data.backups.glob("被换下-*.db")):  # what a restore replaced, which needs no backup then
        lacking = Counter({each: count for each, count in lacking.items() if Reason.RESTORE not in each})
    if lacking:
        return f"done, and these backups are not there: {', '.join(lacking)}"
    return f"done once, with other backups: {', '.join(more)}" if more and attempts == 1 else None


def _uncounted(names: tuple[str, ...]) -> Counter[str]:
    return Counter(_COUNTED.sub("", each) for each in names)


def _folders(desk: Desk) -> list[BackupFolder]:
    return [BackupFolder(desk.data.backups), BackupFolder(desk.stick / SECOND)]


def papers_in(folder: Path) -> list[Path]:
    """Papers under their final names."""
    return [path for path in folder.iterdir() if path.suffix in (".xlsx", ".docx")]


def bad_papers(folder: Path, most: int, *, least: int = 0, leftovers: bool = False) -> str | None:
    """A file that is not whole under its final name, too many, too few, or what should have been cleared."""
    final = papers_in(folder)
    others = [path.name for path in folder.iterdir() if path not in final]
    for path in final:
        try:
            with zipfile.ZipFile(path) as package:
                torn = package.testzip()
        except (zipfile.BadZipFile, OSError) as error:
            return f"{path.name} is half a file: {error}"
        if torn:
            return f"{path.name} is torn at {torn}"
    if others and not leftovers:
        return f"left behind: {others}"
    return None if least <= len(final) <= most else f"{len(final)} papers, {least} to {most} expected"


def said_of(error: BaseException) -> tuple[str, str]:
    """How an attempt ended, and the words a person sees."""
    if isinstance(error, Unsure):
        return UNSURE, error.message
    if isinstance(error, AppError):
        return REFUSED, error.message
    frames = [f for f in traceback.extract_tb(error.__traceback__) if "/app/" in f.filename]
    where = " < ".join(f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in reversed(frames[-4:]))
    return BUG, f"{type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''} at {where}"


def ill_said(said: str, words: str, end: str) -> str | None:
    """What is wrong with a sentence or its truth; `end` is what was there then: before, after or neither.

    `between` is what lasts of something made of several steps: begun, which both sentences may be said of.
    """
    if said == BUG:
        return f"a bug is shown: {words}"
    if end == "neither":
        return f"half of it is there, and it was said: {words}"
    plain = _LATIN.search(_ALLOWED.sub("", _NAMED.sub("", words)))
    if plain or "。" not in words:
        return f"not a Chinese sentence: {words}"
    if said == UNSURE:
        return None if "看不出来" in words else f"unsure, and does not say so: {words}"
    if "接着做完，或者退回原样" in words:  # nobody could look which
        return None
    if "接着做完" in words or "好了，但" in words:  # done, or by whoever starts the program next
        return None if end in ("after", "between") else f"said to be done, and it is not there: {words}"
    if not _NOT_DONE.search(words):
        return f"refused, and does not say that it was not done: {words}"
    return None if end in ("before", "between") else f"said not to be done, and it is there: {words}"
