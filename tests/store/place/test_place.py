"""Where a live store may lie: tables of disks handed in, folders of sync programs made for the test."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.clock import FixedClock
from app.errors import AppError
from app.paths import DataFolder
from app.services.backup_restoring import BackupRestoring
from app.services.office import Office
from app.store.backup.backup import Reason
from app.store.backup.backups import no_step
from app.store.backup.folder import BackupFolder
from app.store.password.switch import Switch
from app.store.place.disks import LinuxDisks, Sort, WindowsDisks, disks_here, is_same_disk, mounts_of
from app.store.place.moving import Moving
from app.store.place.place import LONGEST_NEW, LONGEST_PATH, Bad, Misplaced, flaw_of
from app.store.place.sync_folders import program_of
from app.store.store import Store
from tests.office import MOMENT, small_office
from tests.store.cheap import cheap_keyring

CLOCK = FixedClock(MOMENT)

TABLE = r"""22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 8:2 / / rw,relatime - ext4 /dev/sda2 rw
30 27 8:3 / /home rw,relatime - xfs /dev/mapper/home rw
31 27 0:50 / /mnt/share rw - cifs //server/%E5%85%B1%E4%BA%AB rw
32 27 0:51 / /net/nfs rw - nfs4 server:/export rw
33 27 0:52 / /home/wang/remote rw,nosuid - fuse.sshfs wang@server: rw
34 27 8:17 / /media/wang/我的\040U盘 rw - vfat /dev/sdb1 rw
35 27 8:33 / /media/wang/backup rw - ext4 /dev/dm-3 rw
36 27 0:60 / /var/lib/docker/overlay rw - overlay overlay rw
37 27 0:61 / /tmp rw - tmpfs tmpfs rw
38 27 0:62 / /data rw - fuse.mergerfs 1:2 rw
39 27 0:63 / /mnt/c rw - 9p drvfs rw
40 27 0:64 / /auto rw - autofs systemd-1 rw
41 40 0:65 / /auto rw - nfs server:/x rw
42 27 8:49 / /mnt/windows rw - fuseblk /dev/sdd1 rw
43 31 8:4 / /mnt/share/local rw - ext4 /dev/sda4 rw
broken line
"""
PULLED = {"sdb1": "sdb", "dm-3": "sdc"}


@pytest.mark.parametrize(
    ("path", "sort"),
    [
        ("/home/wang/.local/share/cppcc-ledger", Sort.LOCAL),
        ("/srv/台账", Sort.LOCAL),
        ("/", Sort.LOCAL),
        ("/mnt/share/台账", Sort.REMOTE),
        ("/mnt/share", Sort.REMOTE),
        ("/mnt/shared/台账", Sort.LOCAL),  # another folder that begins alike
        ("/mnt/share/local/台账", Sort.LOCAL),
        ("/net/nfs/a/b", Sort.REMOTE),
        ("/home/wang/remote/x", Sort.REMOTE),
        ("/media/wang/我的 U盘/台账", Sort.REMOVABLE),
        ("/media/wang/backup/台账", Sort.REMOVABLE),
        ("/var/lib/docker/overlay/x", Sort.LOCAL),
        ("/tmp/pytest-of-root/x", Sort.LOCAL),
        ("/data/x", Sort.LOCAL),
        ("/mnt/c/Users/wang", Sort.LOCAL),
        ("/auto/x", Sort.REMOTE),
        ("/mnt/windows/台账", Sort.LOCAL),
    ],
)
def test_linux_knows_disks_by_its_mount_table(path: str, sort: Sort) -> None:
    assert LinuxDisks(mounts_of(TABLE), PULLED).sort_of(path) is sort


def test_a_system_that_runs_from_a_stick_has_no_other_disk() -> None:
    lines = ("1 0 8:1 / / rw - ext4 /dev/sdb1 rw", "2 1 8:2 / /data rw - ext4 /dev/sdb2 rw")
    table = "\n".join((*lines, "3 1 8:3 / /m rw - vfat /dev/sdc1 rw"))
    disks = LinuxDisks(mounts_of(table), {"sdb1": "sdb", "sdb2": "sdb", "sdc1": "sdc"})
    assert disks.sort_of("/root/台账") is Sort.LOCAL
    assert disks.sort_of("/data/台账") is Sort.LOCAL
    assert disks.sort_of("/m/台账") is Sort.REMOVABLE


@pytest.mark.parametrize("table", ["", "nonsense", "1 2 3", "1 0 8:1 / / rw - "])
def test_without_a_table_every_folder_is_ordinary(table: str) -> None:
    assert LinuxDisks(mounts_of(table), {}).sort_of("/media/x") is Sort.LOCAL


@pytest.mark.parametrize(
    ("path", "sort"),
    [
        ("C:\\Users\\wang\\AppData\\Local\\cppcc-ledger", Sort.LOCAL),
        ("\\\\?\\C:\\台账", Sort.LOCAL),
        ("E:\\台账", Sort.REMOVABLE),
        ("F:\\", Sort.REMOVABLE),
        ("Z:\\办公室\\台账", Sort.REMOTE),
        ("\\\\server\\共享\\台账", Sort.REMOTE),
        ("\\\\?\\UNC\\server\\共享", Sort.REMOTE),
        ("C:\\mnt\\stick\\台账", Sort.REMOVABLE),
        ("Q:\\台账", Sort.LOCAL),  # a drive the system says nothing of
    ],
)
def test_windows_knows_disks_by_the_type_of_the_drive(path: str, sort: Sort) -> None:
    types = {"C:\\": 3, "E:\\": 2, "F:\\": 5, "Z:\\": 4, "Q:\\": 1, "C:\\mnt\\stick\\": 2}

    def volume_of(path: str) -> str:
        plain = path.removeprefix("\\\\?\\")
        return "C:\\mnt\\stick\\" if plain.startswith("C:\\mnt\\stick") else plain[:3]

    assert WindowsDisks(types.__getitem__, volume_of).sort_of(path) is sort


@pytest.mark.parametrize(
    ("folder", "program"),
    [
        ("我的坚果云/政协", "坚果云"),
        ("Nutstore Files/x", "坚果云"),
        ("OneDrive/文档", "OneDrive"),
        ("OneDrive - 示例县政协/文档", "OneDrive"),
        ("BaiduSyncdisk", "百度网盘"),
        ("WPS Cloud Files/12345/团队", "WPS 云盘"),
        ("WPS云盘", "WPS 云盘"),
        ("iCloudDrive/a", "iCloud"),
        ("dropbox/a", "Dropbox"),
        ("Dropbox 说明/a", None),
        ("OneDriver/a", None),
        ("BaiduNetdiskDownload/a", None),
        ("坚果云使用说明", None),
        ("文档/政协履职台账", None),
    ],
)
def test_folders_of_sync_programs_are_known_by_name(tmp_path: Path, folder: str, program: str | None) -> None:
    assert program_of(tmp_path / folder / "台账", {}) == program


@pytest.mark.parametrize(
    ("mark", "program"),
    [
        (".dropbox", "Dropbox"),
        (".stfolder/x", "Syncthing"),
        (".sync/ID", "Resilio Sync"),
        (".sync/other", None),
    ],
)
def test_and_by_what_the_program_leaves_in_them(tmp_path: Path, mark: str, program: str | None) -> None:
    file = tmp_path / "资料" / mark
    file.parent.mkdir(parents=True)
    file.touch()
    assert program_of(tmp_path / "资料" / "a" / "b", {}) == program
    assert program_of(tmp_path / "别处", {}) is None


def test_and_by_the_environment(tmp_path: Path) -> None:
    environment = {"OneDriveCommercial": str(tmp_path / "云"), "OneDrive": ""}
    assert program_of(tmp_path / "云" / "台账", environment) == "OneDrive"
    assert program_of(tmp_path / "台账", environment) is None


def test_a_link_into_such_a_folder_is_seen(tmp_path: Path) -> None:
    (tmp_path / "OneDrive").mkdir()
    (tmp_path / "台账").symlink_to(tmp_path / "OneDrive", target_is_directory=True)
    flaw = flaw_of(tmp_path / "台账" / "数据", environment={})
    assert flaw is not None
    assert (flaw.bad, flaw.program) == (Bad.SYNCED, "OneDrive")


def test_this_machine_lets_an_ordinary_folder_be(tmp_path: Path) -> None:
    assert flaw_of(tmp_path / "台账") is None
    assert disks_here().sort_of(str(tmp_path)) is Sort.LOCAL


def test_a_store_there_is_not_written_but_read(tmp_path: Path) -> None:
    folder = tmp_path / "Dropbox" / "台账"
    made = tmp_path / "made"
    small_office(made).store.close()
    folder.parent.mkdir()
    made.rename(folder)
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    with pytest.raises(Misplaced, match="没有打开，什么都没有改动。请用 move") as refused:
        Store(DataFolder(folder))
    assert refused.value.there
    office = Office(Store(DataFolder(folder), write=False), FixedClock(MOMENT))
    assert office.count("township") == 3
    office.store.close()
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


def test_no_new_store_is_made_there(tmp_path: Path) -> None:
    folder = tmp_path / "我的坚果云" / "台账"
    with pytest.raises(Misplaced, match="请换成本机磁盘上的文件夹"):
        Store(DataFolder(folder))
    assert not folder.parent.exists()


def _of_length(place: Path, length: int) -> DataFolder:
    """A folder whose store's path has so many bytes."""
    while (left := length - len(os.fsencode(DataFolder(place).store))) > 0:
        place /= "x" * min(200, left - 1 if left < 202 else left - 2)
    assert len(os.fsencode(DataFolder(place).store)) == length
    return DataFolder(place)


@pytest.mark.skipif(os.name == "nt", reason="Windows has other limits")
def test_where_a_new_store_may_lie_all_can_be_done_with_it(tmp_path: Path) -> None:
    folder = _of_length(tmp_path, LONGEST_NEW)
    Store(folder).close()
    folder.store.unlink()
    office = small_office(folder.root)
    made = [office.store.backups(CLOCK).make(reason) for reason in (Reason.PASSWORD, Reason.DELETE)]
    office.store.close()
    key, keyring, _ = cheap_keyring()
    assert Switch(folder, None, key, keyring).run(no_step) == 0
    BackupRestoring(folder, CLOCK, key).restore(BackupFolder(folder.backups).file_of(made[1]))
    Store(folder, key=key).close()


@pytest.mark.skipif(os.name == "nt", reason="Windows has other limits")
def test_where_not_all_could_be_done_with_it_no_store_is_made(tmp_path: Path) -> None:
    folder = _of_length(tmp_path, LONGEST_NEW + 1)
    office = small_office(tmp_path / "好的")
    made = BackupFolder(office.store.folder.backups).file_of(office.backups.make())
    office.store.close()
    with pytest.raises(AppError, match="路径太长"):
        Store(folder)
    with pytest.raises(AppError, match="路径太长"):
        BackupRestoring(folder, CLOCK).restore(made)
    with pytest.raises(AppError, match="路径太长"):
        Moving(DataFolder(tmp_path / "好的"), CLOCK).run(folder.root)
    assert not folder.root.exists()
    small_office(folder.root).store.close()  # one that is there already is opened as before
    with pytest.raises(AppError, match="路径太长"):
        small_office(_of_length(tmp_path, LONGEST_PATH + 1).root)


def test_two_folders_of_one_disk_are_told_from_those_of_two(tmp_path: Path) -> None:
    (tmp_path / "媒体").mkdir()
    assert is_same_disk(tmp_path, tmp_path / "媒体")
    assert not is_same_disk(tmp_path, tmp_path / "没有的")
    if Path("/proc/self").exists():
        assert not is_same_disk(tmp_path, Path("/proc"))
