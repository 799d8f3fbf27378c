"""SendingFiles: the files that go up with a 报送, in the vault before anything is written about them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.submission import Submission
from app.models.system import Attachment
from app.services.aggregates import new_uuid
from app.services.submitted import SCAN, check_scan
from app.services.taken_files import TakenFiles
from app.store.vault import StoredFile, Vault


class SendingFiles(TakenFiles):
    """Copies files into the vault, each with its role, and ties them to a submission."""

    def __init__(self, vault: Vault) -> None:
        super().__init__(vault)
        self._taken: list[tuple[StoredFile, str]] = []

    @property
    def hashes(self) -> list[str]:
        """SHA-256 of each file."""
        return [file.sha256 for file, _ in self._taken]

    def take(self, sources: Iterable[tuple[Path, str]]) -> None:
        """Copies some with their roles; raises AppError when one cannot be read, or is no fit scan."""
        for path, role in sources:
            if role == SCAN:
                check_scan(path)
            self._taken.append((self.add(path, original=True), role))

    def attach(self, session: Session, row: Submission) -> None:
        """Ties them to a submission, behind what it has; what it has already is not tied to it again."""
        known = select(Attachment.sha256, Attachment.name, Attachment.caption)
        there = [tuple(each) for each in session.execute(known.where(Attachment.owner == row.uuid))]
        wanted = [(file, role) for file, role in self._taken if (file.sha256, file.name, role) not in there]
        for place, (file, role) in enumerate(wanted, len(there)):
            session.add(
                Attachment(
                    uuid=new_uuid(), owner=row.uuid, position=place, sha256=file.sha256, name=file.name,
                    size=file.size, caption=role, picture=file.picture,
                )
            )  # fmt: skip
