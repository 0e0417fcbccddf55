"""Phrases of the vocabulary with somebody named in their middle: "set Lautaro up", "took Pavard's place"."""

from __future__ import annotations

from collections.abc import Sequence

from .lexicon import Lexicon

Phrase = tuple[int, str] | None
"""How many words the longest phrase at a place has, and the concept that it stands for."""
REACH = 3
"""Words of a phrase before the name."""


def across_name(lexicon: Lexicon, texts: Sequence[str], at: int) -> Phrase:
    """Return the longest phrase from `at` on that goes across a name or a pronoun; names are empty in `texts`.

    A name is read as the pronoun that phrases of the vocabulary have in its place, or left out: before a particle, or
    where more than two words remain.
    """
    syntax = lexicon.syntax
    best: Phrase = None
    if texts[at] not in lexicon.concepts or texts[at] in syntax["dating"]:
        return None
    for gap in range(at + 1, min(at + REACH + 1, len(texts))):
        named = not texts[gap]
        if not named and (texts[gap] not in syntax["object_pronoun"] or gap > at + 1):
            continue
        end = gap + 1
        while end < len(texts) and not texts[end]:
            end += 1
        before, behind = list(texts[at:gap]), list(texts[end : end + 4])
        for word in ("", *syntax["stand_in"]) if named else ("",):
            words = [*before, word, *behind] if word else before + behind
            found = lexicon.concepts.longest(words, 0)
            size = found[0] if found else 0
            if not found or size <= len(before) + bool(word):
                continue
            if not word and behind[0] not in syntax["particle"] and (size < 3 or not named):
                continue
            if words[size - 1] in syntax["during"] and len(words) > size:  # "played PSG in Lisbon"
                continue
            taken = size + (end - gap) - (1 if word else 0)
            if best is None or taken > best[0]:
                best = taken, found[1]
        break
    return best
