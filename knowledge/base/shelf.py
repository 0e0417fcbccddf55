"""The entries and postings of an open base, read when they are wanted; those used last are kept."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from sys import intern
from typing import get_args, overload

from knowledge.models import Entry, Polarity, Sample
from knowledge.understanding.index import NOWHERE, Index, Posting, Signal
from knowledge.understanding.prepared_row import Row, packed

from .packing import unpacked

KEPT_ENTRIES = 4096
"""Entries kept in memory, of some 15 KB each: all of a small base, and of a large one what people ask about."""
MOST_WARMED = 1500
"""Entries of a base that are all read at its opening; more would keep the start waiting."""
KEPT_POSTINGS = 4096
"""Postings kept in memory: the words of a day's questions."""


GOALS = ("goal.player", "penalty.player")
"""Entries on who scored a goal."""
KEPT_QUESTIONS = 64
"""Entries whose stored questions are kept as they were written: those that are just being prepared or told."""
KEPT_WORDS = 2048
"""Lists of words that are kept: the rows of a match share most of theirs."""
_POLARITIES: Mapping[str, Polarity] = {polarity: polarity for polarity in get_args(Polarity)}


class Shelf(Sequence[Entry]):
    """All entries of a base by their places, which follow the order in which they were written."""

    def __init__(self, conn: sqlite3.Connection, keeper: object) -> None:
        """`keeper` closes the connection when nobody holds it any more."""
        self._conn = conn
        self._keeper = keeper
        self._size = int(conn.execute("SELECT count(*) FROM entries").fetchone()[0])
        self.row: Callable[[int], Row] = lru_cache(maxsize=KEPT_ENTRIES)(_reader(conn))
        self._of_intent = lru_cache(maxsize=KEPT_INTENTS)(_places_of_intent(conn))

    def warm(self) -> Iterator[Entry]:
        """Read all entries of a base of the shipped size, 0.2 ms each, so that no first question waits for its rows."""
        for at in range(self._size if self._size <= MOST_WARMED else 0):
            yield self.row(at).entry

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, at: int) -> Entry: ...
    @overload
    def __getitem__(self, at: slice) -> list[Entry]: ...
    def __getitem__(self, at: int | slice) -> Entry | list[Entry]:
        if isinstance(at, slice):
            return [self.row(place).entry for place in range(*at.indices(self._size))]
        if not 0 <= at < self._size:
            raise IndexError(at)
        return self.row(at).entry

    def _where(self, condition: str, *given: object) -> list[int]:
        found = self._conn.execute(f"SELECT place FROM entries WHERE {condition} ORDER BY place", given)  # noqa: S608 - conditions of this class
        return [row[0] for row in found]

    def told(self, rows: Collection[str], source: tuple[str, str | None] | None) -> list[int]:
        """Return the places of the entries of some rows, and of those of an article about a match."""
        article, match = source or ("", None)
        marks = ", ".join("?" * len(rows))
        return self._where(f"[row] IN ({marks}) OR ([match] = ? AND source = ?)", *rows, match, article)

    def of_rows(self, rows: Collection[str]) -> list[Entry]:
        """Return the entries of some rows."""
        return [self[at] for at in self.told(rows, None)]

    def of_intent(self, intent: str, /) -> frozenset[int]:
        """Return the places of the entries of an intent."""
        return self._of_intent(intent)

    def of_match(self, match: str, intent: str) -> list[Entry]:
        """Return the entries of an intent that a match has."""
        return [self[at] for at in self._where("[match] = ? AND intent = ?", match, intent)]

    def side_of(self, match: str, person: str) -> str:
        """Return the side of a match whose player somebody was, "" where no article tells of him there."""
        named = self.of_match(match, "match.named")
        return next((entry.team or "" for entry in named if person in entry.values), "")

    def scored_in(self, person: str) -> list[str]:
        """Return the matches in which somebody is told to have scored."""
        marks = ", ".join("?" * len(GOALS))
        found = self._conn.execute(
            f"SELECT DISTINCT [match] FROM entries WHERE intent IN ({marks}) AND instr([values], ?)",  # noqa: S608
            (*GOALS, json.dumps(person)),
        )
        return [row[0] for row in found]

    def sources_of(self, name: str) -> frozenset[str]:
        """Return the articles that tell of a name."""
        found = self._conn.execute(
            "SELECT DISTINCT source FROM entries WHERE instr(' ' || names || ' ', ?)", (f" {name} ",)
        )
        return frozenset(row[0] for row in found if row[0])

    def general_facts(self) -> list[int]:
        """Return the places of the facts that tell of no single match."""
        return self._where("intent LIKE 'fact.%' AND [match] IS NULL")

    def matches_with(self, intent: str) -> frozenset[str]:
        """Return the matches that have an entry of this intent."""
        found = self._conn.execute("SELECT DISTINCT [match] FROM entries WHERE intent = ?", (intent,))
        return frozenset(row[0] for row in found if row[0])

    def tokens(self, start: str) -> frozenset[str]:
        """Return the scope tokens of any entry that begin so."""
        found = self._conn.execute(
            "SELECT substr(feature, 2) FROM postings WHERE feature GLOB ?", (f"={start}*",)
        )
        return frozenset(row[0] for row in found)

    def by_id(self, id_: str) -> Entry | None:
        """Return the entry with this id."""
        return next((self[at] for at in self._where("id = ?", id_)), None)


def stored_index(conn: sqlite3.Connection, light: frozenset[str]) -> Index:
    """Return the index that the build has written."""

    def posting(feature: str) -> Posting:
        found = conn.execute("SELECT * FROM postings WHERE feature = ?", (feature,)).fetchone()
        if found is None:
            return NOWHERE
        strong, weak, named = (unpacked("I", found[name]) for name in ("strong", "weak", "named"))
        return Posting(found["families"], found["focus"], strong, weak, frozenset(named))

    families = conn.execute("SELECT value FROM meta WHERE key = 'families'").fetchone()
    signals = (
        Signal(row["entry"], frozenset(json.loads(row["words"])), frozenset(json.loads(row["typed"])))
        for row in conn.execute("SELECT * FROM signals ORDER BY id")
    )
    absent = frozenset(row[0] for row in conn.execute("SELECT place FROM entries WHERE absent"))
    return Index(lru_cache(maxsize=KEPT_POSTINGS)(posting), int(families[0]), signals, absent, light)


def _places_of_intent(conn: sqlite3.Connection) -> Callable[[str], frozenset[int]]:
    def read(intent: str) -> frozenset[int]:
        return frozenset(
            row[0] for row in conn.execute("SELECT place FROM entries WHERE intent = ?", (intent,))
        )

    return read


class Samples(Sequence[Sample]):
    """The stored questions of an entry, read when one is wanted: most of the time their words are enough."""

    __slots__ = ("_at", "_read", "_size")

    def __init__(self, read: Callable[[int], tuple[Sample, ...]], at: int) -> None:
        self._read, self._at, self._size = read, at, len(read(at))

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, place: int) -> Sample: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Sample]: ...
    def __getitem__(self, place: int | slice) -> Sample | Sequence[Sample]:
        return self._read(self._at)[place]

    def __iter__(self) -> Iterator[Sample]:
        return iter(self._read(self._at))


def _reader(conn: sqlite3.Connection) -> Callable[[int], Row]:
    """Return what reads the entry at a place; it holds the connection and nothing else alive."""

    @lru_cache(maxsize=KEPT_QUESTIONS)
    def samples(at: int) -> tuple[Sample, ...]:
        asked = conn.execute(
            "SELECT text, language, polarity FROM questions WHERE entry = ? ORDER BY id", (at,)
        )
        return tuple(Sample(text, intern(language), _POLARITIES[told]) for text, language, told in asked)

    def read(at: int) -> Row:
        row = conn.execute("SELECT * FROM entries WHERE place = ?", (at,)).fetchone()
        return Row(_entry(row, Samples(samples, at)), unpacked("d", row["wholes"]))

    return read


@lru_cache(maxsize=KEPT_WORDS)
def _words(text: str) -> frozenset[str]:
    return frozenset(map(intern, text.split()))


def _entry(row: sqlite3.Row, samples: Sequence[Sample]) -> Entry:
    def words(column: str) -> frozenset[str]:
        return _words(row[column])

    places = {intern(f): packed(held) for f, held in json.loads(row["places"]).items()}
    denied = {at for at, sample in enumerate(samples) if sample.polarity == "no"}
    features = frozenset(f for f, held in places.items() if not denied.issuperset(held))
    return Entry(
        id=row["id"],
        row=row["row"],
        intent=intern(row["intent"]),
        source=intern(row["source"] or ""),
        match=row["match"] and intern(row["match"]),
        kinds=words("kinds"),
        names=words("names"),
        core=words("core"),
        values=frozenset(json.loads(row["values"])),
        team=row["team"],
        numbers=frozenset(map(int, row["numbers"].split())),
        tokens=words("tokens"),
        text=json.loads(row["text"]),
        item=json.loads(row["item"]),
        features=features,
        weak=frozenset(places.keys() - features),
        samples=samples,
        places=places,
        speaker=row["speaker"],
        own_kinds=words("own_kinds"),
        denied=words("denied"),
        tells=words("tells"),
        as_of=row["as_of"],
        many=bool(row["many"]),
        absent=bool(row["absent"]),
        paragraph=row["paragraph"],
    )


KEPT_INTENTS = 128
"""Intents whose places are kept: there are some seventy."""
