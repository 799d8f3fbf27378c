"""Writes every picture into the folder named on the command line."""

from __future__ import annotations

import sys
from pathlib import Path

from app.ui.gallery.pictures import write_pictures
from app.ui.theme import BASE_SIZES


def main() -> int:
    """Write the pictures into the folder named on the command line."""
    from app.ui.application import make_application

    _app, appearance = make_application(base_pt=BASE_SIZES[0])
    write_pictures(Path(sys.argv[1]), appearance)
    return 0


if __name__ == "__main__":
    sys.exit(main())
