"""What is tried against the promise that nothing acknowledged is lost: suites of faults, numbered.

`dev.py torture` runs them whole, `tests/faults/test_*.py` the fast share of each. A suite is a module of this
package named like it, with a `SUITE` in it.
"""

SUITES: tuple[str, ...] = (
    "starts", "io", "kills", "power", "damages", "rebuild", "migrations", "mutations", "texts",
)  # fmt: skip
