"""Words about backups: when, what for, how long ago."""

from __future__ import annotations

from datetime import datetime, timedelta

from app.store.backup.backup import Backup, Reason

OVERDUE = timedelta(days=7)
_SLACK = timedelta(days=1)


def when(at: datetime, now: datetime) -> str:
    """今天 08:31, 昨天 17:20, 10月26日 09:05, 2025年12月31日 17:00; local times."""
    days = (now.date() - at.date()).days
    if days in (0, 1):
        return f"{('今天', '昨天')[days]} {at:%H:%M}"
    year = "" if at.year == now.year else f"{at.year}年"
    return f"{year}{at.month}月{at.day}日 {at:%H:%M}"


def size(count: int) -> str:
    """2.4 MB; less than 0.1 MB in KB."""
    return f"{count / 1024 / 1024:.1f} MB" if count >= 100_000 else f"{max(1, count // 1024)} KB"


def why(backup: Backup) -> str:
    """退出时做的, 导入前做的."""
    return f"{backup.reason}{'时' if backup.reason == Reason.EXIT else ''}做的"


def line(backup: Backup) -> str:
    """0007 2026-10-28 14:03 退出 2.4 MB 附件 12 个."""
    files = f" 附件 {len(backup.held)} 个" if backup.held else ""
    lost = f"，少 {len(backup.missing)} 个附件" if backup.missing else ""
    made = f"{backup.made_at:%Y-%m-%d %H:%M}"
    return f"{backup.number:04d} {made} {backup.reason} {size(backup.size)}{files}{lost}"


def overdue(last: datetime | None, now: datetime) -> str:
    """What to remind of the second place: "" while its newest backup is not older than 7 days.

    A clock that was set back tells nothing of the age, so it reminds as well.
    """
    if last is None:
        return "另一处还没有备份"
    age = now - last
    if -_SLACK <= age <= OVERDUE:
        return ""
    if age > OVERDUE:
        return f"另一处 {age.days} 天没有备份"
    return "另一处的备份比现在还晚，请核对电脑的时间"
