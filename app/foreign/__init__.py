"""What a file that somebody else made may cost: opened as a plain file, looked into by a child under limits.

Every place where the program reads such a file, by which job of the child (`app/file_worker.py`):

- the filled-in 期初数表, `importers/opening_sheet.py`: `opening`, checked as a package, parsed in the child
- an office's own Word template in 模板/, `exporters/word_own.py`: `template`, `render`, filled in the child
- photos taken in, their EXIF and thumbnails, `store/vault.py`: `fitted`, `thumbnail`
- photos put into papers, `exporters/word_pictures.py`: `photo`
- scans of what was sent, `services/submitted.py`, `ui/pages/submissions_scan.py`: `scan`, `upright`
- .docx and .xlsx shown as pages, `ui/print/pages.py`: `examine`; then parsed here, as pages need Qt's fonts.
  They are the program's own papers, which somebody may have changed since.

and without it, by `plain_file`:

- attachments that are no pictures, `store/vault.py`: never parsed, copied as bytes
- layouts in 表样/, `exporters/layout_file.py`: at most 1 MB, strict JSON
- records and figures on the command line, `cli/parsing.py`: at most 50 MB, strict JSON
- the list beside a backup, `store/backup/backup.py`: at most 200 MB, sealed JSON; the backup itself is looked
  at by `app/store`, header first, then SQLite on a copy

Templates, layouts and options that the program brings along are part of it and are read where they are used.

A new reader is a function under `app/importers` and a line in `JOBS`; what it parses goes through
`package_guard.checked` first, by a `Sort` of `package_rules`. Nothing in it is unpacked under its own name.
"""

from __future__ import annotations

from typing import Final

FLAG: Final = "--file-worker"  # the hidden sub-command that makes the program its own child
