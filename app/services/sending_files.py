"""SendingFiles: the files that go up with a 报送, in the vault before anything is written about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.submission import Submission
from app.models.system import Attachment
from app.services.aggregates import new_uuid
from app.services.submitted import SCAN, check_scan
from app.store.vault import StoredFile, Vault


class SendingFiles:
    """Copies files into the vault, each with its role, and ties them to a submission."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._taken: list[tuple[StoredFile, str]] = []

    @property
    def hashes(self) -> list[str]:
        """SHA-256 of each file."""
        return [file.sha256 for file, _ in self._taken]

    def take(self, path: Path, role: str) -> None:
        """Copies one; raises AppError when it cannot be read, or is a scan that is no picture and no PDF."""
        if role == SCAN:
            check_scan(path)
        self._taken.append((self._vault.add(path, original=True), role))

    def give_back(self) -> None:
        """Takes what was not there before out of the vault again."""
        for file, _ in self._taken:
            if file.new:
                self._vault.remove(file.sha256)

    def attach(self, session: Session, row: Submission) -> None:
        """Ties them to a submission, behind what it has."""
        there = len(session.scalars(select(Attachment.id).where(Attachment.owner == row.uuid)).all())
        for place, (file, role) in enumerate(self._taken, there):
            session.add(
                Attachment(
                    uuid=new_uuid(), owner=row.uuid, position=place, sha256=file.sha256, name=file.name,
                    size=file.size, caption=role, picture=file.picture,
                )
            )  # fmt: skip


@contextmanager
def taken(vault: Vault, sources: Iterable[tuple[Path, str]]) -> Iterator[SendingFiles]:
    """Files with their roles, taken for as long as what follows goes well; otherwise given back."""
    files = SendingFiles(vault)
    try:
        for path, role in sources:
            files.take(path, role)
        yield files
    except BaseException:
        files.give_back()
        raise
