"""What the words of a row tell, read where a rejection needs it."""

from __future__ import annotations

from ..models import Entry
from .query import Query


def told_after(entry: Entry, prefix: str) -> frozenset[str]:
    """Return what the tokens of a row with a prefix tell: its stages, its sides."""
    return frozenset(token.removeprefix(prefix) for token in entry.tokens if token.startswith(prefix))


def serving(query: Query, entry: Entry, told: frozenset[str]) -> frozenset[str]:
    """Return the names or tokens of a row that serve `query`: those that only a no denies serve yes/no questions."""
    return told if query.yes_no or not entry.denied else told - entry.denied
