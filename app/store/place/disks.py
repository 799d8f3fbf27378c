"""Disks: on what sort of disk a folder lies, by what the system says of its disks."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Protocol


class Sort(Enum):
    """LOCAL also where nothing is known: an ordinary folder is never refused."""

    LOCAL = "local"
    REMOVABLE = "removable"
    REMOTE = "remote"


class Disks(Protocol):
    """What a system knows of its disks."""

    def sort_of(self, path: str) -> Sort:
        """Of an absolute path without links; what lies there need not exist."""


@dataclass(frozen=True, slots=True)
class Mount:
    """One line of the mount table: where, of what type, from which device or server."""

    point: str
    type: str
    source: str


_REMOTE = frozenset(
    {
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "coda", "ceph", "glusterfs", "lustre", "gpfs",
        "davfs", "davfs2", "acfs",
    }
)  # fmt: skip
_REMOTE_FUSE = frozenset(
    {
        "sshfs", "davfs", "davfs2", "rclone", "glusterfs", "ceph", "gvfsd-fuse", "s3fs", "curlftpfs",
        "smbnetfs", "juicefs", "onedriver", "seadrive", "google-drive-ocamlfuse",
    }
)  # fmt: skip
_SYSTEM = ("/", "/home")  # a system that runs from a stick has no other disk to go to
_ESCAPED = re.compile(r"\\([0-7]{3})")


@dataclass(frozen=True)
class LinuxDisks:
    """By the mount table; `removable` maps block devices (sdb1) that can be pulled out to their disk (sdb).

    Not seen: shares of a virtual machine's host (9p, virtiofs, vboxsf), which containers have as their
    ordinary disks, a file system of a kind unknown here, and an image file that lies on a stick.
    """

    mounts: Sequence[Mount]
    removable: Mapping[str, str]

    def sort_of(self, path: str) -> Sort:
        mount = self._mount_of(path)
        if mount is None:
            return Sort.LOCAL
        kind, _, helper = mount.type.partition(".")
        if kind in _REMOTE or (kind == "fuse" and helper in _REMOTE_FUSE):
            return Sort.REMOTE
        disk = self.removable.get(_device(mount))
        own = {self.removable.get(_device(each)) for each in self.mounts if each.point in _SYSTEM}
        return Sort.REMOVABLE if disk is not None and disk not in own else Sort.LOCAL

    def _mount_of(self, path: str) -> Mount | None:
        found = None
        for mount in self.mounts:  # a later one at the same place covers the earlier
            inside = path == mount.point or path.startswith(mount.point.rstrip("/") + "/")
            if inside and (found is None or len(mount.point) >= len(found.point)):
                found = mount
        return found


@dataclass(frozen=True)
class WindowsDisks:
    r"""By the type of the drive a path lies on; `volume_of` gives its root, also of a folder that is a disk.

    Not seen: a large disk on USB, which Windows calls fixed like one inside.
    """

    drive_type: Callable[[str], int]
    volume_of: Callable[[str], str]

    def sort_of(self, path: str) -> Sort:
        if path.startswith("\\\\?\\UNC\\") or (path.startswith("\\\\") and path[2:3] not in ("?", ".")):
            return Sort.REMOTE
        found = self.drive_type(self.volume_of(path))
        removable, remote, disc = 2, 4, 5  # DRIVE_REMOVABLE, DRIVE_REMOTE, DRIVE_CDROM
        return (
            Sort.REMOTE if found == remote else (Sort.REMOVABLE if found in (removable, disc) else Sort.LOCAL)
        )


def mounts_of(table: str) -> tuple[Mount, ...]:
    """The mount table as /proc/self/mountinfo has it; lines that are none are left out."""
    found = []
    for line in table.splitlines():
        before, _, after = line.partition(" - ")
        fields, rest = before.split(" "), after.split(" ")
        if len(fields) > 4 and len(rest) > 1:
            found.append(Mount(_plain(fields[4]), rest[0], _plain(rest[1])))
    return tuple(found)


def disks_here() -> Disks:
    """Those of this machine, as they are now."""
    if sys.platform == "win32":
        return _windows()
    try:
        mounts = mounts_of(Path("/proc/self/mountinfo").read_text("utf-8", "surrogateescape"))
    except OSError:
        mounts = ()
    devices = {_device(mount) for mount in mounts if mount.source.startswith("/dev/")}
    disks = {name: _pulled(name) for name in devices if name}
    return LinuxDisks(mounts, {name: disk for name, disk in disks.items() if disk is not None})


def is_same_disk(one: Path, other: Path) -> bool:
    """Whether two folders lie on one disk; False where nobody can look, or one is not there."""
    with suppress(OSError):
        return one.stat().st_dev == other.stat().st_dev
    return False


def _plain(text: str) -> str:
    """A space and the like stand as octal numbers in the table, byte by byte."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 8)), text)


def _device(mount: Mount) -> str:
    """sdb1 for /dev/sdb1, dm-0 for what a mapper calls otherwise; "" for what is no device."""
    if not mount.source.startswith("/dev/"):
        return ""
    return os.path.basename(os.path.realpath(mount.source))  # noqa: PTH119


def _pulled(name: str, depth: int = 0) -> str | None:
    """The disk a block device is on, if it can be pulled out: on USB, or said to be removable."""
    place = Path("/sys/class/block", name)
    try:
        real = place.resolve()
        for below in sorted((place / "slaves").glob("*")) if depth < 5 else []:
            found = _pulled(below.name, depth + 1)
            if found is not None:
                return found
        disk = real.parent if (real / "partition").exists() else real
        if any(re.fullmatch(r"usb\d+", part) for part in disk.parts) or _says(disk / "removable", "1"):
            return disk.name
        return disk.name if _says(disk / "device" / "type", "SD") else None
    except OSError:
        return None


def _says(file: Path, word: str) -> bool:
    try:
        return file.read_bytes().strip() == word.encode()
    except OSError:
        return False


def _windows() -> Disks:
    import ctypes

    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]

    def volume_of(path: str) -> str:
        root = ctypes.create_unicode_buffer(1024)
        found = kernel.GetVolumePathNameW(path, root, len(root))
        return root.value if found else f"{Path(path).drive}\\"

    return WindowsDisks(lambda root: int(kernel.GetDriveTypeW(root)), volume_of)
