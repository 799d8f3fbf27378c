"""Slot: a store's key wrapped by one password or recovery code."""

from __future__ import annotations

import json
import os
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

SALT_BYTES, NONCE_BYTES, KEY_BYTES, TAG_BYTES = 16, 12, 32, 16


class SlotKind(StrEnum):
    """What opens a slot."""

    PASSWORD = "password"
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one try costs (Argon2id, RFC 9106): memory in KiB, passes over it, lanes.

    64 MiB and three passes take 0.11 s where this was chosen, so that a PC of 2014 stays below 1 s.
    """

    memory: int = 64 * 1024
    passes: int = 3
    lanes: int = 1

    @property
    def is_bearable(self) -> bool:
        """Whether a file may ask for it; a damaged one must not take the computer's whole memory."""
        return 8 * self.lanes <= self.memory <= 1 << 20 and 1 <= self.passes <= 20 and 1 <= self.lanes <= 16


USUAL = Cost()


@dataclass(frozen=True, slots=True)
class Slot:
    """One wrapped key; `name` says whose password it is, `made_on` the day."""

    kind: SlotKind
    name: str
    made_on: str
    cost: Cost
    salt: bytes
    nonce: bytes
    wrapped: bytes

    @classmethod
    def wrap(cls, kind: SlotKind, name: str, secret: str, key: bytes, made_on: str, cost: Cost) -> Slot:
        """`key` under `secret`, with fresh salt and nonce."""
        salt, nonce = os.urandom(SALT_BYTES), os.urandom(NONCE_BYTES)
        empty = cls(kind, name, made_on, cost, salt, nonce, b"")
        return cls(
            kind, name, made_on, cost, salt, nonce, empty._box(secret).encrypt(nonce, key, empty._bound())
        )

    def unwrap(self, secret: str) -> bytes | None:
        """The key, None when it was another secret."""
        from cryptography.exceptions import InvalidTag

        try:
            return bytes(self._box(secret).decrypt(self.nonce, self.wrapped, self._bound()))
        except InvalidTag:
            return None

    def to_plain(self) -> dict[str, Any]:
        """As it is kept in a file."""
        return {
            "kind": self.kind.value,
            "name": self.name,
            "made_on": self.made_on,
            "argon2id": [self.cost.memory, self.cost.passes, self.cost.lanes],
            "salt": self.salt.hex(),
            "nonce": self.nonce.hex(),
            "wrapped": self.wrapped.hex(),
        }

    @classmethod
    def from_plain(cls, data: dict[str, Any]) -> Slot:
        """Read again; raises ValueError, KeyError or TypeError for what cannot be a slot."""
        slot = cls(
            SlotKind(data["kind"]),
            str(data["name"]),
            str(data["made_on"]),
            Cost(*(int(number) for number in data["argon2id"])),
            *(bytes.fromhex(data[part]) for part in ("salt", "nonce", "wrapped")),
        )
        sizes = (len(slot.salt), len(slot.nonce), len(slot.wrapped))
        if sizes != (SALT_BYTES, NONCE_BYTES, KEY_BYTES + TAG_BYTES) or not slot.cost.is_bearable:
            raise ValueError("slot")
        return slot

    def _box(self, secret: str) -> Any:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM
        from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

        # Full-width digits from an input method are the same password as half-width ones.
        words = unicodedata.normalize("NFKC", secret).encode("utf-8", "surrogatepass")
        cost = self.cost
        key = Argon2id(
            salt=self.salt,
            length=KEY_BYTES,
            iterations=cost.passes,
            lanes=cost.lanes,
            memory_cost=cost.memory,
        ).derive(words)
        return AESGCM(key)

    def _bound(self) -> bytes:
        """What the wrapped key is bound to, so that no slot can be passed off as another."""
        data = self.to_plain()
        del data["wrapped"]
        return json.dumps(data, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")
