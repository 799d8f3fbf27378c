"""`python -m app`: the window, or with a sub-command the same work without one."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

from app.foreign import FLAG

if __name__ == "__main__" and sys.argv[1:] == [FLAG]:  # the child that looks into foreign files
    from app.file_worker import main as serve

    serve()

gc.disable()  # nothing imported is ever garbage, and looking through it costs a start 30 ms
gc.set_threshold(20_000, 20, 100)  # enabled later; a month of 50,000 makes many objects, few circles

from app.store.place.doorbell import Answer, rung  # noqa: E402


def main(arguments: Sequence[str]) -> int:
    """A start with these arguments; one that only has to ring loads nothing else."""
    answer = rung(arguments)
    if answer is Answer.RAISED:
        return 0
    from app import bootstrap

    bootstrap.speak_utf_8()
    return bootstrap.main(arguments, answer)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
