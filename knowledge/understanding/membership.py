"""Of which club somebody must be who is asked for: "which Inter player ...", "Atalanta's striker", "chi dell'Inter"."""

from __future__ import annotations

from collections.abc import Sequence

from .lexicon import Lexicon
from .names import Gazetteer, NameHit


def members_of(
    lexicon: Lexicon, texts: Sequence[str], hits: Sequence[NameHit], gazetteer: Gazetteer
) -> frozenset[str]:
    """Return the clubs whose players a question asks for, none where it does not say so.

    `texts` are its words. In English the player stands behind the club ("Inter player") or before "of" it, in Italian
    before a joined preposition ("giocatore dell'Inter", "chi dell'Inter"). Who did something for a club is its own:
    "who gave it away for Inter".
    """
    syntax = lexicon.syntax
    found: set[str] = set()
    for hit in hits:
        clubs = gazetteer.clubs(hit.ids)
        behind = texts[hit.last] if hit.last < len(texts) else ""
        joined = hit.first > 1 and texts[hit.first - 1] in syntax["member_of"]
        ends = not behind or behind.isdigit() or behind in lexicon.roles or behind in syntax["during"]
        served = ends and hit.first > 1 and texts[hit.first - 1] in syntax["member_for"]
        if clubs and (
            behind in syntax["member_behind"]
            or (joined and texts[hit.first - 2] in syntax["member"])
            or (served and not syntax["who"].isdisjoint(texts[: hit.first]))
        ):
            found |= clubs
    return frozenset(found)
