"""BackupFolder: finished backups beside one another, and the files they name, each kept once."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from app.errors import AppError
from app.paths import DataFolder
from app.store.backup import retention
from app.store.backup.attachments import is_sound, place_of, size_of, take_file
from app.store.backup.backup import NAME, Backup, Reason, read, to_json
from app.store.lock import FileLock, Lockless, Taken
from app.store.private_files import (
    PART,
    Differs,
    make_folder,
    part_of,
    second_name,
    sync_folder,
    write_new,
)

Step = Callable[[int, int, str], object]
_LOCK = ".lock"
_ABOVE = ".编号"
_LAST = 999_999_998  # as many digits as a name has
_TRIES, _PAUSE = 40, 0.05  # for two seconds: whoever has it is mostly done by then
_BUSY = "备份文件夹“{}”正被另一个窗口或命令用着。请等它做完，再试一次。"
_LOCKLESS = "“{}”在的磁盘不能上锁，不能放备份，台账没有改动。请换一个磁盘上的文件夹。"


class BackupFolder:
    """One folder of backups, here or elsewhere; a backup is one when its list is there, which comes last."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.files = DataFolder(path).files

    @property
    def is_ready(self) -> bool:
        """Whether backups were made here, or the folder was made ready for them."""
        return (self.path / _LOCK).is_file()

    def file_of(self, backup: Backup) -> Path:
        return self.path / f"{backup.name}.db"

    def all(self) -> tuple[Backup, ...]:
        """Every finished backup, newest first by number."""
        return tuple(self._finished())

    def lists(self) -> tuple[Path, ...]:
        """Where the list of each lies, newest first; some may be no backups."""
        return tuple(self.path / f"{name}.json" for _, name in self._named(".json"))

    def newest(self, store: str = "") -> Backup | None:
        """The newest by number, of one office when its id is given; older lists are not read."""
        return next((each for each in self._finished() if not store or each.facts.store == store), None)

    def surely_newest(self) -> Backup | None:
        """As `newest`, but raises OSError where the disk does not give one that may be newer."""
        for _, name in self._named(".json"):
            with suppress(ValueError, FileNotFoundError):
                if (backup := self._listed(name)) is not None:
                    return backup
        return None

    def highest(self, store: str, but: BackupFolder | None = None, least: int = 0) -> int:
        """The highest number an office has here, 0 for none from `least` on; those in `but` do not count.

        One that cannot be read counts. Raises OSError.
        """
        for number, name in self._named(".json"):
            if number < least:
                break
            found = next(self._read(name), None)
            if found is None or (found.facts.store == store and not (but is not None and but.has(found))):
                return number
        return 0

    def has(self, backup: Backup) -> bool:
        """Whether it is here and finished."""
        return any(each == backup for each in self._read(backup.name))

    def next_number(self) -> int:
        """One more than any number ever given here that is still to be seen, finished or not."""
        return max((self._above(), *(number for number, _ in self._named()))) + 1

    def number_above(self, other: BackupFolder, store: str) -> None:
        """From here on numbers go on from those of an office elsewhere; raises OSError."""
        highest = other.highest(store)
        if self.next_number() <= highest <= _LAST:
            make_folder(self.path)
            write_new(part_of(self.path / _ABOVE), str(highest).encode())
            part_of(self.path / _ABOVE).replace(self.path / _ABOVE)
            sync_folder(self.path)

    def raised(self, backup: Backup, above: int) -> Backup:
        """The office's newest backup under a higher number; at every moment it is one here, under either.

        Only the newest gets another number, so the order stays. Raises OSError or Differs.
        """
        newest = self.newest(backup.facts.store) or backup
        if newest.number > above or above > _LAST:
            return newest
        found = replace(newest, number=max(self.next_number(), above + 1))
        second_name(self.file_of(newest), part_of(self.file_of(found)))
        self.finish(found)
        self._take_out(newest.name)
        return found

    @contextmanager
    def taken(self, *, new: bool = True) -> Iterator[None]:
        """For writing, by one process at a time; what a process that died has left is cleared first.

        Without `new` the folder has to be there: raises FileNotFoundError, and makes nothing.
        """
        if new:
            make_folder(self.path)
        lock = self._lock()
        try:
            self._sweep()
            yield
        finally:
            lock.release()

    def _lock(self) -> FileLock:
        for _ in range(_TRIES):
            try:
                return FileLock(self.path / _LOCK)
            except Lockless:
                raise AppError(_LOCKLESS.format(self.path)) from None
            except Taken:
                time.sleep(_PAUSE)
        raise AppError(_BUSY.format(self.path))

    def lacking(self, files: Mapping[str, int]) -> tuple[str, ...]:
        """Which of some files are not here, or not in their full length."""
        return tuple(name for name, size in files.items() if size_of(place_of(self.files, name)) != size)

    def take_files(
        self, files: Mapping[str, int], source: Path, step: Step, closely: Collection[str] = ()
    ) -> tuple[str, ...]:
        """Copies what is not here yet from such a folder; returns those that it has lost or damaged.

        Those named in `closely` are read here, and copied anew when they are not as they were written.
        """
        read = self.unsound({name: size for name, size in files.items() if name in closely}, step)
        return self._take(tuple(dict.fromkeys((*self.lacking(files), *read))), source, None, step)

    def unsound(self, files: Mapping[str, int], step: Step | None = None) -> dict[str, int]:
        """Those of some files that are not here as they were written; reads all of them."""
        found = {}
        for done, (name, size) in enumerate(files.items()):
            if step is not None:
                step(done, len(files), "核对附件")
            if not is_sound(place_of(self.files, name), name, size):
                found[name] = size
        return found

    def put_right(
        self, unsound: Iterable[str], source: Path, aside: Path | None, step: Step
    ) -> tuple[str, ...]:
        """Puts a good one from such a folder in the place of each; returns those that it has not got.

        What lay there is kept in the folder of files `aside`, if any; without a good one it stays.
        """
        return self._take(tuple(unsound), source, aside, step)

    def _take(self, names: Sequence[str], source: Path, aside: Path | None, step: Step) -> tuple[str, ...]:
        lost, folders = [], set()
        for done, name in enumerate(names):
            step(done, len(names), "拷附件")
            origin, target = place_of(source, name), place_of(self.files, name)
            try:
                self._make_room(target.parent)
                take_file(name, origin, target, None if aside is None else place_of(aside, name))
                folders.add(target.parent)
            except Differs as error:
                if error.path != origin:
                    raise
                lost.append(name)
        for folder in sorted({self.files, *folders} if folders else ()):
            sync_folder(folder)
        return tuple(lost)

    def finish(self, backup: Backup) -> None:
        """Gives the copy written beside its name, and then the list; only now it is a backup.

        Raises OSError; then there is none.
        """
        file = self.file_of(backup)
        listed = file.with_suffix(".json")
        write_new(part_of(listed), to_json(backup))
        try:
            part_of(file).replace(file)
            sync_folder(self.path)
            part_of(listed).replace(listed)
            sync_folder(self.path)
        except OSError:
            for path in (listed, file):
                with suppress(OSError):
                    path.unlink(missing_ok=True)
            raise

    def prune(self, store: str, keep: str = "") -> tuple[str, ...]:
        """Takes out what retention no longer keeps of one office, and files no list names any more.

        The backup called `keep` stays.
        """
        own = [each for each in self._finished() if each.facts.store == store]
        made = [retention.Made(b.name, b.number, b.made_at, _safeguard(b.reason)) for b in own]
        keeping = retention.kept(made) | {keep}
        gone = tuple(each.name for each in own if each.name not in keeping)
        for name in gone:
            self._take_out(name)
        if gone:
            self._drop_files()
        return gone

    def _take_out(self, name: str) -> None:
        # Under this name it is no backup any more, however far the rest gets.
        file = self.path / f"{name}.db"
        file.replace(part_of(file))
        file.with_suffix(".json").unlink(missing_ok=True)
        part_of(file).unlink(missing_ok=True)

    def _above(self) -> int:
        """The number that those of this folder have to be above, 0 for any."""
        try:
            return min(int((self.path / _ABOVE).read_bytes()), _LAST)
        except (OSError, ValueError):
            return 0

    def _make_room(self, folder: Path) -> None:
        """A folder below, never this one: where a stick was pulled it would lie on another disk."""
        for each in (self.files, folder):
            if not each.is_dir():
                each.mkdir(exist_ok=True, mode=0o700)
                sync_folder(each.parent)

    def _finished(self) -> Iterator[Backup]:
        for _, name in self._named(".json"):
            yield from self._read(name)

    def _read(self, name: str) -> Iterator[Backup]:
        with suppress(OSError, ValueError):
            if (backup := self._listed(name)) is not None:
                yield backup

    def _listed(self, name: str) -> Backup | None:
        """The backup of that list, when its file is there; raises OSError, ValueError."""
        backup = read(self.path / f"{name}.json")
        there = backup.name == name and self.file_of(backup).stat().st_size == backup.size
        return backup if there else None

    def _named(self, suffix: str = "") -> list[tuple[int, str]]:
        """Number and name of everything called like a backup, newest first."""
        found = set()
        with suppress(FileNotFoundError, NotADirectoryError):
            for each in self.path.iterdir():
                name = NAME.match(each.name)
                if name and (not suffix or each.name == name[0] + suffix):
                    found.add((int(name[1]), name[0]))
        return sorted(found, reverse=True)

    def _sweep(self) -> None:
        """What broke off has left: parts, and the half of a pair whose other half is still a part."""
        lefts = (*self.path.glob(f"*{PART}"), *self.files.glob(f"??/*{PART}"))
        for left in lefts:
            other = {".json": ".db", ".db": ".json"}.get(Path(left.stem).suffix)
            if other and NAME.fullmatch(Path(left.stem).stem) and not left.with_suffix("").exists():
                left.with_suffix("").with_suffix(other).unlink(missing_ok=True)
        for left in lefts:
            left.unlink(missing_ok=True)

    def _drop_files(self) -> None:
        """Files that no list names; none at all while a list cannot be read."""
        named: set[str] = set()
        for _, name in self._named(".json"):
            try:
                named |= set(read(self.path / f"{name}.json").files)
            except (OSError, ValueError):
                return
        for path in self.files.glob("??/*"):
            if path.name not in named and path == place_of(self.files, path.name):
                path.unlink(missing_ok=True)


def _safeguard(reason: str) -> str:
    known = {str(each) for each in Reason if each.is_safeguard}
    return reason if reason in known else ""
