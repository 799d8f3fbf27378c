"""`python -m app`: the window, or with a sub-command the same work without one."""

from __future__ import annotations

import sys

from app.bootstrap import main, speak_utf_8

if __name__ == "__main__":
    speak_utf_8()
    sys.exit(main(sys.argv[1:]))
