"""SearchWords: whether the search index holds each word where it belongs; a torn one finds less, silently.

An index over a hundred thousand records has millions of places, so they are added up word by word: one that
is missing, or says another record, makes the sum of its word another.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from app.store.search import SearchText, index_row

_COLUMNS = {"t": 0, "b": 1, "p": 2, "i": 3, "k": 4}  # as INSERT names them, in the order of the index
_TOKEN = re.compile(r"[0-9A-Za-z\x80-\U0010ffff]+")  # as tokenize='ascii' cuts
_LOWER = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}
_CROWD = 1_000_003  # keeps sums within 64 bits
_WORDS = "CREATE VIRTUAL TABLE temp.search_words USING fts5vocab('main', 'search', 'instance')"
_SUMS = f"""
SELECT term, sum(((doc % {_CROWD}) * 31 + offset) * 8 + CASE col
    WHEN 'title' THEN 0 WHEN 'body' THEN 1 WHEN 'people' THEN 2 WHEN 'initials' THEN 3 ELSE 4 END)
FROM temp.search_words GROUP BY term
"""


class SearchWords:
    """Takes what every indexed record should be found by, then asks the index."""

    def __init__(self) -> None:
        self._sums: Counter[str] = Counter()

    def add(self, row: int, kind: str, what: SearchText) -> None:
        """One record, with the id of its row."""
        texts = index_row(row, kind, what)
        for name, column in _COLUMNS.items():
            for offset, token in enumerate(_TOKEN.findall(str(texts[name]))):
                self._sums[token.translate(_LOWER)] += ((row % _CROWD) * 31 + offset) * 8 + column

    def astray(self, connection: Any) -> int:
        """How many words stand elsewhere than they should; takes a raw connection that only asks."""
        connection.execute("PRAGMA query_only=0")  # a view of the index, in memory alone
        connection.execute(_WORDS)
        connection.execute("PRAGMA query_only=1")
        found = dict(connection.execute(_SUMS).fetchall())
        return sum(1 for word in found.keys() | self._sums.keys() if found.get(word) != self._sums.get(word))
