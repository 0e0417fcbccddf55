"""Which team the letters beside a list's goal stand for: "(BD)", "(BM)"."""

from __future__ import annotations

import re

from knowledge.drafting.known_names import general
from knowledge.drafting.pair import Pair
from knowledge.drafting.reading import fold


def side_of_letters(letters: str, pair: Pair) -> int | None:
    """Return the team whose name begins with the letters in brackets, if only one does."""
    low = letters.lower().strip(". ")
    fits = [i for i, t in enumerate(pair.teams) if any(_shortened(n, low) for n in _names_of(t))]
    return fits[0] if len(fits) == 1 else None


def _names_of(team: str) -> list[str]:
    """Return what a team is called, in small letters: by its id, and by its names where it is known."""
    entry = general().entries.get(team)
    called = [re.sub(r"^[xv]:", "", team).replace("-", " ")]
    return called + ([fold(entry.name), fold(entry.it)] if entry else [])


def _shortened(name: str, letters: str) -> bool:
    """Whether letters begin a name or are the first ones of its words."""
    return name.startswith(letters) or "".join(word[0] for word in name.split()) == letters
