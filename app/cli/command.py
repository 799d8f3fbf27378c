"""One sub-command: its name, what it does and what has to be written after it."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

# A command takes an Office; Any, because one that opens no store gets None in its place.
Work = Callable[[argparse.Namespace, Any], int]
Arguments = Callable[[argparse.ArgumentParser], None]


def no_arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing to write after the name."""


@dataclass(frozen=True)
class Command:
    """A sub-command as data; `words` is its line in the help, `work` gives the exit code."""

    name: str
    words: str
    work: Work
    arguments: Arguments = no_arguments
    writes: bool = False
    opens_store: bool = True
