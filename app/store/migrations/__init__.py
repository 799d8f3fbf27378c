"""Migrations: how the tables of earlier releases are reshaped; one step from each format to the next.

New tables, columns and indexes need no step, they come from the declarations (schema.py). A step is for what
cannot be added: another type, another name, NOT NULL, a table split in two.
"""

from __future__ import annotations

from app.store.migrations.step import Step

FIRST = 1  # the format of the first release

# In order. What was released is never changed again: a step describes the tables as they were then.
STEPS: tuple[Step, ...] = ()
