"""`python -m app`: the window, or with a sub-command the same work without one."""

from __future__ import annotations

import gc
import sys

from app.foreign import FLAG

if __name__ == "__main__" and sys.argv[1:] == [FLAG]:  # the child that looks into foreign files
    from app.file_worker import main as serve

    sys.exit(serve())

gc.disable()  # nothing imported is ever garbage, and looking through it costs a start 30 ms
gc.set_threshold(20_000, 20, 100)  # enabled later; a month of 50,000 makes many objects, few circles

from app.store.doorbell import Answer, rung  # noqa: E402

if __name__ == "__main__":
    answer = rung(sys.argv[1:])
    if answer is Answer.RAISED:
        sys.exit(0)

    from app.bootstrap import main, speak_utf_8

    speak_utf_8()
    sys.exit(main(sys.argv[1:], answer))
