"""Teams that a sentence names though they do not play: other matches, past rivals, the town of a dateline."""

from __future__ import annotations

import re

from knowledge.drafting.masking import Masked
from knowledge.drafting.people import NICKNAME
from knowledge.drafting.records import Mention
from knowledge.drafting.vocabulary import Vocabulary


def clubs_in(row: Masked) -> list[Mention]:
    """Return the teams named in a sentence, nicknames of either side left out."""
    return [m for m in row.marks if m.kind == "t" and not m.key.startswith(NICKNAME)]


def is_aside(row: Masked, vocab: Vocabulary) -> bool:
    """Whether a sentence is about another match or what comes next."""
    return vocab.has("other_game", row.text) or vocab.has("next_fixture", row.text)


_DATELINE = re.compile(r"(?:, [a-z .]{2,20})?\s?(?:\([a-z]{2,12}\)\s?)?[–—-]\s")


def is_dateline(mention: Mention, row: Masked) -> bool:
    """Whether a name in capitals opens a paragraph as the town it was written in ("TORINO – ")."""
    if not mention.text.isupper() or row.text[:1] != "<" or mention.start != row.sentence.start:
        return False
    return row.sentence.index < 3 and bool(_DATELINE.match(row.text, row.text.find(">") + 1))


def outside_match(row: Masked, vocab: Vocabulary) -> set[int]:
    """Return where teams stand that the words before them put outside this match ("clear of <t>")."""
    found = {
        m.start for a, _, m in row.of("t") if vocab.rules["not_opponent"].search(row.text, max(0, a - 70), a)
    }
    if len({m.key for m in clubs_in(row)}) > 2:
        found |= {m.start for a, _, m in row.of("t") if _BEATEN_BEFORE.search(row.text, 0, a)}
    return found


_BEATEN_BEFORE = re.compile(
    r"\bdopo aver[e]? (?:già |anche )?(?:liquid|batt|super|elimin|sconfi|travol|pieg|fermat|espugn|vinto)\w*"
    r" (?:contro |con )?(?:il |la |lo |l’|i |gli |le )?$"
)
"""What stands before a team beaten some other day where two more teams are named."""
