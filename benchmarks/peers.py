"""Three plain ways to find the stored question nearest to a typed one, to stand beside the bot's own.

Each takes (row, question) pairs and gives a function from a typed question to a row, or None. None of them
can refuse, tell two matches apart or count: they answer only which stored question looks most alike.
"""

from __future__ import annotations

import math
import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from rapidfuzz import process

Samples = Sequence[tuple[str, str]]
Find = Callable[[str], str | None]


def words(text: str) -> list[str]:
    """Return the words of a text in lower case."""
    return re.findall(r"\w+", text.lower())


def by_rapidfuzz(samples: Samples) -> Find:
    """Compare with every stored question by rapidfuzz's default scorer (WRatio)."""
    texts = [text.lower() for _, text in samples]

    def find(typed: str) -> str | None:
        best = process.extract(typed.lower(), texts, limit=1)
        return samples[best[0][2]][0] if best else None

    return find


def by_full_text(samples: Samples) -> Find:
    """Search for any of the words in SQLite's FTS5, best by BM25."""
    db = sqlite3.connect(":memory:")
    db.execute(
        "CREATE VIRTUAL TABLE samples USING fts5"
        "(id UNINDEXED, text, tokenize='unicode61 remove_diacritics 2')"
    )
    db.executemany("INSERT INTO samples VALUES (?, ?)", samples)

    def find(typed: str) -> str | None:
        query = " OR ".join(f'"{word}"' for word in words(typed))
        sql = "SELECT id FROM samples WHERE samples MATCH ? ORDER BY rank LIMIT 1"
        found = db.execute(sql, (query,)).fetchone() if query else None
        return str(found[0]) if found else None

    return find


def by_tf_idf(samples: Samples) -> Find:
    """Take the nearest neighbour by the cosine of TF-IDF vectors, over postings."""
    counts = [Counter(words(text)) for _, text in samples]
    known = Counter(word for count in counts for word in count)
    idf = {word: math.log(len(samples) / many) + 1 for word, many in known.items()}
    postings: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for at, count in enumerate(counts):
        length = math.sqrt(sum((n * idf[word]) ** 2 for word, n in count.items())) or 1.0
        for word, n in count.items():
            postings[word].append((at, n * idf[word] / length))

    def find(typed: str) -> str | None:
        scores: defaultdict[int, float] = defaultdict(float)
        for word, n in Counter(words(typed)).items():
            for at, weight in postings.get(word, ()):
                scores[at] += n * idf[word] * weight
        best = max(scores, key=scores.__getitem__, default=None)
        return None if best is None else samples[best][0]

    return find


PEERS: dict[str, Callable[[Samples], Find]] = {
    "rapidfuzz over all samples": by_rapidfuzz,
    "FTS5 alone": by_full_text,
    "TF-IDF nearest": by_tf_idf,
}
