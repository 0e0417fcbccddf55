"""The question that the next turn may swap a part of: this one, with what it leaves out filled in."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from ..models import Match
from .occasions import SCOPING
from .query import Query
from .reading import Reading

LONGEST = 400
"""Characters from which a carried question grows no more."""


def asked_again(question: str, previous: str) -> str:
    """Return a bare question word with the question that it asks of: "when?" behind "who scored?"."""
    return f"{question} {previous}" if len(previous) < LONGEST else question


def exchanged(
    reading: Reading,
    previous: Reading,
    query: Query,
    months: Collection[str],
    matches: Mapping[str, Match],
    name_of: Callable[[str], str],
) -> str:
    """Return the question before with what is now asked of in the place of what was: the other club, year or match.

    `query` is what the question was taken for, `months` the words for months in the language of `previous`, `name_of`
    tells how a name is written.
    """
    if len(previous.text) >= LONGEST:
        return reading.text
    gone = {at: "" for hit in previous.names if not hit.ids & query.ids for at in range(hit.first, hit.last)}
    other = " ".join(name_of(min(hit.ids)) for hit in query.names if hit.ids and hit.first == hit.last)
    added = []
    if gone:
        gone[min(gone)] = other
    elif other:
        added.append(other)
    if query.scope != previous.scope or query.matches is not None:
        scoping = (at for at, t in enumerate(previous.tokens) if t.kind in SCOPING or t.text in months)
        gone = dict.fromkeys(scoping, "") | gone
        if reading.scope.empty or reading.scope.years_apart:
            meant = query.scope.years or [y for m in query.matches or () for y in sorted(matches[m].years)]
            added += map(str, meant)
    points = reading.scope.years_apart or ((added or other) and not reading.names)
    return " ".join([_with(previous, gone), *added, *(() if points else (reading.text,))])


def _with(reading: Reading, instead: Mapping[int, str]) -> str:
    """Return a question with other words in the place of some."""
    text = reading.text
    for at in sorted(instead, reverse=True):
        token = reading.tokens[at]
        text = f"{text[: token.start]} {instead[at]} {text[token.end :]}"
    return " ".join(text.split())
