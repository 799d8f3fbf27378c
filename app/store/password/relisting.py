"""Relisting: older backups open by what opens the store now, so that what was taken away opens nothing."""

from __future__ import annotations

import json
import logging
from dataclasses import replace

from app.errors import AppError
from app.store.backup.backup import from_json, raw, to_json
from app.store.backup.folder import BackupFolder
from app.store.password.keyring import Keyring
from app.store.password.keyring_file import KeyringFile, keyring_of
from app.store.private_files import part_of, sync_folder, write_new

log = logging.getLogger(__name__)


def relisted(folder: BackupFolder, file: KeyringFile) -> bool:
    """Whether no backup within reach there opens by older slots than the store any more."""
    try:
        keyring = file.read()
        if keyring is not None and folder.is_ready:
            with folder.taken(new=False):
                relist(folder, keyring)
    except (OSError, AppError):  # they open as they did before; the next backup tries again
        log.warning("older backups still have the slots of their day", exc_info=True)
        return False
    return True


def relist(folder: BackupFolder, keyring: Keyring) -> None:
    """Puts the slots into the list of every backup under the same key that has older ones.

    Each list is the old or the new one at every moment. Call with the folder taken. Raises OSError; then
    some may be as they were.
    """
    slots, trouble = keyring.to_json().decode(), None
    held = json.dumps(slots, ensure_ascii=False).encode()
    for path in folder.lists():
        try:
            found = raw(path)
            if held in found:  # nothing of a long list has to be understood
                continue
            backup = from_json(found)
            if is_older(keyring_of(backup), keyring):
                write_new(part_of(path), to_json(replace(backup, keyring=slots)))
                part_of(path).replace(path)
        except ValueError:  # no list of ours
            continue
        except OSError as error:
            trouble = error
    sync_folder(folder.path)
    if trouble is not None:
        raise trouble


def is_older(known: Keyring | None, keyring: Keyring) -> bool:
    """Whether these are slots of the same key from before."""
    return known is not None and known.key_id == keyring.key_id and known.revision < keyring.revision
