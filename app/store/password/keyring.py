"""Keyring: who can open a store: its key in slots, one for each password, one for the recovery code."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from app.errors import AppError
from app.store.password.recovery_code import RecoveryCode
from app.store.password.slot import KEY_BYTES, USUAL, Cost, Slot, SlotKind

FORMAT = 1
MOST_SLOTS = 8


@dataclass(frozen=True, slots=True)
class Keyring:
    """The slots of one store key. Changes give a new keyring, which counts one more.

    `office` is whose store it is, to be shown before it can be opened; `key_id` tells keys apart without
    telling anything of them.
    """

    office: str
    key_id: str
    revision: int
    slots: tuple[Slot, ...]

    @classmethod
    def new(
        cls, key: bytes, office: str, name: str, password: str, code: RecoveryCode, made_on: str,
        cost: Cost = USUAL,
    ) -> Keyring:  # fmt: skip
        """A keyring with its two first slots."""
        slots = (
            Slot.wrap(SlotKind.PASSWORD, name, password, key, made_on, cost),
            Slot.wrap(SlotKind.RECOVERY, "", code.secret, key, made_on, cost),
        )
        return cls(office, id_of(key), 1, slots)

    @property
    def names(self) -> tuple[str, ...]:
        """Whose passwords there are, in the order they were set."""
        return tuple(slot.name for slot in self.slots if slot.kind is SlotKind.PASSWORD)

    @property
    def recovery_made_on(self) -> str:
        """The day the recovery code in force was made."""
        return next((slot.made_on for slot in self.slots if slot.kind is SlotKind.RECOVERY), "")

    def opened(self, password: str, name: str | None = None) -> bytes | None:
        """The store's key by a password, of one person or of anybody; None when it is wrong."""
        return self._first(SlotKind.PASSWORD, password, name)

    def recovered(self, code: RecoveryCode) -> bytes | None:
        """The store's key by the recovery code; None when it is another store's, or an older one."""
        return self._first(SlotKind.RECOVERY, code.secret, None)

    def with_password(
        self, key: bytes, name: str, password: str, made_on: str, cost: Cost = USUAL
    ) -> Keyring:
        """With a person's password, in the place of an older one of the same name."""
        self._hold(key)
        new = Slot.wrap(SlotKind.PASSWORD, name, password, key, made_on, cost)
        if name in self.names:
            return self._with(
                new if (slot.kind, slot.name) == (SlotKind.PASSWORD, name) else slot for slot in self.slots
            )
        if len(self.slots) >= MOST_SLOTS:
            raise AppError(f"最多 {MOST_SLOTS - 1} 个人各有密码。先去掉一个不用的，再加。")
        return self._with((*self.slots, new))

    def with_code(self, key: bytes, code: RecoveryCode, made_on: str, cost: Cost = USUAL) -> Keyring:
        """With another recovery code; the old one no longer opens."""
        self._hold(key)
        new = Slot.wrap(SlotKind.RECOVERY, "", code.secret, key, made_on, cost)
        return self._with(new if slot.kind is SlotKind.RECOVERY else slot for slot in self.slots)

    def without(self, name: str) -> Keyring:
        """Without a person's password; the last one stays, and so does the recovery code."""
        if name not in self.names:
            raise AppError(f"没有“{name}”的密码。")
        if len(self.names) == 1:
            raise AppError(
                "只剩这一个密码，去掉就只能用恢复码打开了，没有去掉。不想再用密码，请点“取消密码”。"
            )
        return self._with(slot for slot in self.slots if (slot.kind, slot.name) != (SlotKind.PASSWORD, name))

    def to_json(self) -> bytes:
        """As it is kept: nothing in it opens without a password or the code."""
        data: dict[str, Any] = {
            "format": FORMAT,
            "office": self.office,
            "key_id": self.key_id,
            "revision": self.revision,
            "slots": [slot.to_plain() for slot in self.slots],
        }
        return json.dumps(data | {"seal": _seal(data)}, ensure_ascii=False, indent=1).encode()

    @classmethod
    def from_json(cls, raw: bytes | str) -> Keyring:
        """Read again; raises ValueError for one that is torn, changed or of a later format."""
        try:
            data = json.loads(raw)
            seal = data.pop("seal")
            if data["format"] != FORMAT or seal != _seal(data):
                raise ValueError("seal")
            slots = tuple(Slot.from_plain(slot) for slot in data["slots"])
            found = cls(str(data["office"]), str(data["key_id"]), int(data["revision"]), slots)
        except (KeyError, TypeError, AttributeError, RecursionError) as error:
            raise ValueError("keyring") from error
        if not {SlotKind.PASSWORD, SlotKind.RECOVERY} <= {slot.kind for slot in slots}:
            raise ValueError("keyring")
        return found

    def _first(self, kind: SlotKind, secret: str, name: str | None) -> bytes | None:
        for slot in self.slots:
            if slot.kind is kind and name in (None, slot.name):
                key = slot.unwrap(secret)
                if key is not None and id_of(key) == self.key_id:
                    return key
        return None

    def _hold(self, key: bytes) -> None:
        if id_of(key) != self.key_id:
            raise ValueError("another store's key")

    def _with(self, slots: Iterable[Slot]) -> Keyring:
        return replace(self, revision=self.revision + 1, slots=tuple(slots))


def new_key() -> bytes:
    """A store key: chance alone."""
    return os.urandom(KEY_BYTES)


def id_of(key: bytes) -> str:
    """What a key is known by; it tells nothing of the key."""
    return hmac.digest(key, b"cppcc-ledger key id", "sha256")[:8].hex()


def _seal(data: dict[str, Any]) -> str:
    text = json.dumps(data, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
