"""Passwords that cost nothing to try, for tests."""

from app.store.password.keyring import Keyring, new_key
from app.store.password.recovery_code import RecoveryCode
from app.store.password.slot import Cost

CHEAP = Cost(memory=64, passes=1, lanes=1)
PASSWORD = "qingshan lvshui 26"
DAY = "2026-10-28"


def cheap_keyring(
    key: bytes | None = None, code: RecoveryCode | None = None
) -> tuple[bytes, Keyring, RecoveryCode]:
    """A key with 王秀兰's password and a recovery code."""
    key, code = key or new_key(), code or RecoveryCode.new()
    return key, Keyring.new(key, "示例县政协", "王秀兰", PASSWORD, code, DAY, CHEAP), code
