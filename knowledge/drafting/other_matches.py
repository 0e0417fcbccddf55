"""Passages of a text that tell of a match of two other teams."""

from __future__ import annotations

import re

from knowledge.drafting.masking import Masked
from knowledge.drafting.pair import Pair
from knowledge.drafting.vocabulary import Vocabulary

LEAD = 2
"""Sentences at the top whose teams a text on one match comes back to."""
HEAD = 7
"""Sentences within which lines without a full stop, below a headline on this match, may be headlines of others."""
_ENDED = re.compile(r"[.!?:;”\")]\s*$")
OPENS = 5
"""Letters within which the team begins that a sentence is about."""


def other_matches(rows: list[Masked], pair: Pair, vocab: Vocabulary) -> set[int]:
    """Return the sentences of an English text behind its lead that tell of a match of two other teams.

    A passage begins where a sentence names two others and none of the pair with a result, or opens with one and
    names nobody who was spoken of before; it lasts while no team of the pair and nobody of their match is named.
    """
    if vocab.language != "en":
        return set()
    found: set[int] = set()
    known: set[str] = set()
    away = led = False
    for row in rows:
        teams = [(a, m) for a, _, m in row.of("t")]
        ours = any(pair.side(m) is not None or "|" in m.key for _, m in teams)
        others = {m.key for _, m in teams if pair.is_stranger(m)}
        people = {m.key for _, _, m in row.of("p")}
        told = bool(row.scores) or any(vocab.has(rule, row.text) for rule in ("win", "lose", "draw"))
        begins = row.sentence.index >= LEAD and not ours and bool(others)
        begins = begins and told and (len(others) > 1 or (teams[0][0] < OPENS and not people & known))
        apart = bool(others) and not (ours or people & known)
        begins = begins or (
            apart and told and led and row.sentence.index < HEAD and not _ENDED.search(row.text)
        )
        led = led or ours
        away = begins or (away and not ours and not people & known)
        if away:
            found.add(row.sentence.index)
        else:
            known |= people
    return found
