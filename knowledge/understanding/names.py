"""Finding names in tokens: longest first, at word boundaries, clashes kept as sets, misspellings mended."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ..models import Name
from .lexicon import Forms, Phrases
from .words import Token, words_only


class NameHit(NamedTuple):
    """A name in a question: the ids it may mean, its tokens' places (first, past the last), and its part.

    `role` is "subject", "opponent", "fixture" (one of two sides named together) or "".
    """

    ids: frozenset[str]
    first: int
    last: int
    surface: str
    role: str = ""


def forms_of(names: Iterable[Name], clashes: Mapping[str, frozenset[str]]) -> dict[tuple[str, ...], set[str]]:
    """Return every alias as its words, with the ids that it may mean."""
    forms: dict[tuple[str, ...], set[str]] = {}
    told = [(alias, {name.id}) for name in names for alias in name.aliases]
    for alias, ids in [*told, *clashes.items()]:
        words = tuple(words_only(alias))
        if words:
            forms.setdefault(words, set()).update(ids)
    return forms


class Gazetteer:
    """All names and their aliases."""

    def __init__(
        self,
        names: Iterable[Name],
        clashes: Mapping[str, frozenset[str]],
        forms: Mapping[tuple[str, ...], Iterable[str]] | None = None,
    ) -> None:
        """`forms` are the aliases as words where they are at hand (see `forms_of`)."""
        self.names = {name.id: name for name in names}
        self._clubs, self._people = (
            frozenset(name.id for name in self.names.values() if name.kind == kind)
            for kind in ("club", "person")
        )
        if forms is None:
            forms = forms_of(self.names.values(), clashes)
        found: Forms[frozenset[str]] = {}
        for words, meant in forms.items():
            found.setdefault(words[0], []).append((words, frozenset(meant)))
        self._forms = Phrases(found)
        self.words = frozenset(word for words in forms for word in words)
        """Every word that occurs in an alias and is long enough to be mended towards."""
        self.first_words = frozenset(self._forms.alone)
        """Words that are an alias by themselves."""

    def find(self, tokens: Sequence[Token]) -> list[NameHit]:
        """Return the names in `tokens`, from left to right, none overlapping, the longest first at each place."""
        texts = [token.text for token in tokens]
        hits: list[NameHit] = []
        past = 0
        for at in range(len(texts)):
            found = self._forms.longest(texts, at) if at >= past else None
            if found is not None and not self._begins_later(texts, at, found[0], found[1]):
                past = at + found[0]
                hits.append(NameHit(found[1], at, past, " ".join(texts[at:past])))
        return hits

    def _begins_later(self, texts: Sequence[str], at: int, length: int, ids: frozenset[str]) -> bool:
        """Whether a fuller name of somebody else begins within one: "di Marco Luzzani" does not name Dimarco."""
        if length < 2 or not self.people(ids):
            return False
        for later in range(at + 1, at + length):
            found = self._forms.longest(texts, later)
            if found and found[0] >= length and later + found[0] > at + length and self.people(found[1]):
                return True
        return False

    def kind(self, id_: str) -> str:
        """Return the kind of a name, "" for what is none (a match's id)."""
        return self.names[id_].kind if id_ in self.names else ""

    def clubs(self, ids: Iterable[str]) -> frozenset[str]:
        """Return those of `ids` that are clubs."""
        return self._clubs.intersection(ids)

    def people(self, ids: Iterable[str]) -> frozenset[str]:
        """Return those of `ids` that are people."""
        return self._people.intersection(ids)


class Strangers:
    """Well-known names of football that a base does not tell of."""

    def __init__(self, listed: Iterable[str], known: frozenset[str]) -> None:
        forms = {tuple(words_only(name)) for name in listed}
        self.words = frozenset(w for form in forms for w in form if len(w) > 2)
        self._forms: dict[str, list[tuple[str, ...]]] = {}
        for form in sorted((f for f in forms if f and " ".join(f) not in known), key=lambda f: (-len(f), f)):
            self._forms.setdefault(form[0], []).append(form)

    def find(self, tokens: Sequence[Token], words: frozenset[str] = frozenset()) -> list[tuple[int, int]]:
        """Return the places (first token, past the last) of strangers in `tokens`.

        One of the language's own `words` is a stranger only with a capital: Italian "messi" is also "put".
        """
        texts = [token.text for token in tokens]
        found = []
        for at, text in enumerate(texts):
            for form in self._forms.get(text, ()):
                plain = len(form) == 1 and text in words and not tokens[at].capital
                if tuple(texts[at : at + len(form)]) == form and not plain:
                    found.append((at, at + len(form)))
                    break
        return found
