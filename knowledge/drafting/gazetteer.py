"""The names known before reading: clubs, nations, stadiums, competitions and those of the fact base."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from knowledge.drafting.reading import fold, tokens
from knowledge.drafting.records import Token
from knowledge.drafting.vocabulary import shared_words

PLACE = "pl:"
"""How the key of a town begins that names no club."""


class Name(Protocol):
    """A name of the fact base: kind is person, club, competition or place; aliases are other writings."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def kind(self) -> str: ...  # noqa: D102
    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def aliases(self) -> Iterable[str]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Entry:
    """A known name. `home` is the town of a club, or the nation of a place."""

    id: str
    kind: str
    name: str
    it: str
    home: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A known name in the text: the entries it may stand for; `nick` for a nickname."""

    entries: tuple[Entry, ...]
    first: int
    last: int
    nick: bool


@dataclass(slots=True)
class Gazetteer:
    """Names by their first word. `people` are full names of known people, folded, by id.

    `towns` are the clubs of a town, `nations` the nation of a club, `lands` that of a town, where known. `honoured`
    are the last words of grounds' names, folded: many are surnames.
    """

    index: dict[str, list[tuple[tuple[str, ...], Entry, bool, bool, bool]]] = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)
    grounds: dict[str, tuple[str, ...]] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    towns: dict[str, tuple[str, ...]] = field(default_factory=dict)
    nations: dict[str, str] = field(default_factory=dict)
    lands: dict[str, str] = field(default_factory=dict)
    honoured: set[str] = field(default_factory=set)

    def add(self, entry: Entry, written: str, nick: bool = False) -> None:
        """Let `written` stand for the entry; one that begins with a small letter is found in any case."""
        words = tuple(fold(t.text) for t in tokens(written))
        if not words:
            return
        rows = self.index.setdefault(words[0], [])
        same = next((i for i, row in enumerate(rows) if row[0] == words and row[1].id == entry.id), None)
        if same is None:
            rows.append((words, entry, nick, written[:1].isupper(), "-" in written))
            rows.sort(key=lambda row: (-len(row[0]), row[2]))
        elif "-" in written and not rows[same][4]:
            rows[same] = (*rows[same][:4], True)
        self.entries.setdefault(entry.id, entry)

    def find(self, words: list[Token], at: int, text: str = "", offset: int = 0) -> Found | None:
        """Return the longest known name that begins at token `at`, or None.

        `text` from `offset` on holds the tokens: where given, a hyphen parts "Inter-Milan" in two.
        """
        rows = self.index.get(fold(words[at].text))
        if not rows:
            return None
        capital = words[at].text[0].isupper()
        best: list[Entry] = []
        length, nick = 0, False
        for name, entry, is_nick, needs_capital, hyphened in rows:
            size = len(name)
            if size < length or (best and is_nick and not nick):
                break
            if (needs_capital and not capital) or at + size > len(words):
                continue
            same = all(fold(words[at + i].text) == name[i] for i in range(1, size))
            if same and _joined(words, at, size, "" if hyphened else text, offset):
                best, length, nick = [*best, entry], size, is_nick
        return Found(tuple(best), at, at + length - 1, nick) if best else None

    def spans(self, text: str, at: int) -> bool:
        """Whether a known name that is written with a hyphen stands over place `at` of a text ("St-Germain")."""
        words = tokens(text)
        for i, word in enumerate(words):
            found = self.find(words, i, text) if word.start < at else None
            if found is not None and words[found.last].end > at:
                return True
        return False

    def is_name(self, written: str, entry_id: str) -> bool:
        """Whether a writing is a name of the entry, perhaps with "Women" or the like, and no nickname."""
        words = tokens(written)
        match = self.find(words, 0) if words else None
        return match is not None and not match.nick and any(e.id == entry_id for e in match.entries)

    def unshared(self) -> dict[str, list[str]]:
        """Return of each entry the folded writings that no other entry shares, nicknames included."""
        rows = [row for rows in self.index.values() for row in rows]
        shared = Counter(row[0] for row in rows)
        found: dict[str, list[str]] = {}
        for row in rows:
            if shared[row[0]] == 1 and all(len(word) > 1 for word in row[0]):
                found.setdefault(row[1].id, []).append(" ".join(row[0]))
        return found

    def copy(self) -> Gazetteer:
        """Return a copy that can be added to."""
        return Gazetteer(
            {k: list(v) for k, v in self.index.items()},
            dict(self.entries),
            dict(self.grounds),
            dict(self.people),
            self.towns,
            self.nations,
            self.lands,
            self.honoured,
        )


def is_byname(form: str, known: Entry | None) -> bool:
    """Whether a writing says nothing of a club's own name: "Saints" for Southampton, "City" alone."""
    second = shared_words()["second_words"]
    if known is None or form in second:
        return form in second and (known is None or form != known.name)
    heads = {fold(word)[:2] for name in (known.name, known.it) for word in name.split()}
    letters = "".join(word[0] for word in known.name.split()).lower()
    return not any(fold(word)[:2] in heads for word in form.split()) and fold(form)[:2] != letters[:2]


def _joined(words: list[Token], at: int, size: int, text: str, offset: int) -> bool:
    """Whether tokens stand close together, without a dash between them where `text` is given."""
    for before, token in zip(words[at : at + size - 1], words[at + 1 : at + size], strict=True):
        gap = text[before.end - offset : token.start - offset]
        if token.start - before.end > 3 or "-" in gap or "–" in gap or "—" in gap:
            return False
    return True
