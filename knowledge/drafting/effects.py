"""Who won by what an English report says the win or the defeat led to: "With this victory, Leeds are fifth"."""

from __future__ import annotations

import re

from knowledge.drafting.masking import Masked
from knowledge.drafting.pair import Pair
from knowledge.drafting.vocabulary import Vocabulary

_WINNER = re.compile(
    r"\b(?:with|after|following) (?:this|the|that|their) (?:[a-z\-]+ )?(?:win|victory|triumph|success)\b"
    r"[^<.;]{0,25}(<t\d+>)"
    r"|\b(?:the|this|that|a) (?:[a-z\-]+ )?(?:win|victory|triumph) (?:moves?|moved|lifts?|lifted|takes?|took|sends?"
    r"|sent|puts?|keeps?|kept|sees?|saw|ensure[sd]?|means?|leaves?|left) (?:that )?(?:the )?(<t\d+>)"
)
"""To whom a win did some good."""
_LOSER = re.compile(
    r"\b(?:with|after|following|despite) (?:this|the|that|their) (?:[a-z\-]+ )?(?:defeat|loss|reverse|setback)\b"
    r"[^<.;]{0,25}(<t\d+>)"
    r"|\b(?:the|this|that|a) (?:[a-z\-]+ )?(?:defeat|loss|reverse) (?:leaves?|left|sees?|saw|means?|drops?|dropped"
    r"|keeps?|kept|ends?|ended|sends?|sent|puts?) (?:that )?(?:the )?(<t\d+>)"
)
"""To whom a defeat did some harm."""


def won_by_effects(rows: list[Masked], pair: Pair, vocab: Vocabulary) -> float:
    """Return how far what came of the match says that home (above 0) or away won; 0 where that is not told."""
    balance = 0.0
    for row in rows if vocab.language == "en" else ():
        if row.sentence.quoted or vocab.has("past_match", row.text):
            continue
        for rule, won in ((_WINNER, 1.0), (_LOSER, -1.0)):
            for match in rule.finditer(row.text):
                side = pair.side(row.mark(next(g for g in match.groups() if g)))
                balance += 0.0 if side is None else won * (1 - 2 * side)
    return balance
