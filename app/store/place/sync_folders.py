"""Sync folders: whether a folder lies in one that a cloud disk keeps the same on several computers."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

# Folders that these programs make by themselves, by name.
_NAMES = {
    "坚果云": ("坚果云", "我的坚果云", "Nutstore", "Nutstore Files"),
    "OneDrive": ("OneDrive",),
    "百度网盘": ("BaiduSyncdisk", "BaiduNetdiskWorkspace", "百度网盘同步空间"),
    "WPS 云盘": ("WPS Cloud Files", "WPSDrive", "WPS云盘", "WPS 云盘", "WPS网盘"),
    "微云": ("微云同步助手", "微云同步盘"),
    "阿里云盘": ("阿里云盘同步盘", "阿里云盘同步"),
    "天翼云盘": ("天翼云盘同步盘",),
    "移动云盘": ("移动云盘同步盘", "和彩云同步盘"),
    "115": ("115同步盘",),
    "华为云空间": ("华为云空间", "华为云盘"),
    "联想云盘": ("联想云盘", "联想个人云"),
    "Dropbox": ("Dropbox",),
    "iCloud": ("iCloudDrive", "iCloud Drive", "com~apple~CloudDocs"),
    "Google 云端硬盘": ("Google Drive", "GoogleDrive", "Google 云端硬盘", "我的云端硬盘"),
    "Nextcloud": ("Nextcloud", "ownCloud"),
    "Seafile": ("Seafile",),
    "MEGA": ("MEGAsync",),
}
_BEGINNINGS = {"OneDrive": ("OneDrive - ", "OneDrive_")}
# What these programs leave at the top of a folder that they keep, whatever its name.
_MARKS = {
    "Dropbox": (".dropbox", ".dropbox.cache"),
    "Syncthing": (".stfolder",),
    "Resilio Sync": (".sync/ID",),
    "Nextcloud": (".nextcloudsync.log", ".owncloudsync.log"),
    "Google 云端硬盘": (".tmp.drivedownload", ".tmp.driveupload"),
    "OneDrive": (".849C9593-D756-4E56-8D6E-42412F2A707B",),
}
_SET = {"OneDrive": ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")}
_BY_NAME = {name.casefold(): program for program, names in _NAMES.items() for name in names}


def program_of(path: Path, environment: Mapping[str, str]) -> str | None:
    """The program that keeps `path` or a folder above it; None when none is known to.

    By name, mark, or what the program has set in the environment. Not seen: a folder of another name that is
    kept without a mark, as most Chinese cloud disks do with folders chosen by hand. A folder with one of
    these names counts also when the program is no longer there.
    """
    for folder in (path, *path.parents):
        found = _by_name(folder.name) or _by_environment(folder, environment) or _by_mark(folder)
        if found is not None:
            return found
    return None


def _by_name(name: str) -> str | None:
    for program, beginnings in _BEGINNINGS.items():
        if name.startswith(beginnings):
            return program
    return _BY_NAME.get(name.casefold())


def _by_environment(folder: Path, environment: Mapping[str, str]) -> str | None:
    for program, names in _SET.items():
        places = (environment.get(name) for name in names)
        if any(place and Path(place) == folder for place in places):
            return program
    return None


def _by_mark(folder: Path) -> str | None:
    for program, marks in _MARKS.items():
        for mark in marks:
            try:
                if (folder / mark).exists():
                    return program
            except (OSError, ValueError):  # nobody may look there
                continue
    return None
