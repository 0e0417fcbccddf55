"""Which side came from behind, told in so many words: its opponents scored first."""

from __future__ import annotations

import re

from knowledge.drafting.goal_making import spoken_side
from knowledge.drafting.masking import Masked
from knowledge.drafting.pair import Pair

_CAME_BACK = re.compile(
    r"\b(?:(?:vinc|batt|super|pieg|pass|impon|espugn|sbanc|conquist|success|vittori"
    r"|colp)[a-zàèéìòù]*(?: [a-zàèéìòù]+){0,3} in rimonta"
    r"|(?<!subisce la )(?<!completa )rimonta(?:no)?(?! subita| sfiorata| incompiuta| mancata| d[ei]gli| del"
    r"| dell)|ribalta(?:no)?|capovolg(?:e|ono)|(?:va|vanno) sotto(?: [a-z]+)? ma|in rimonta"
    r"|sotto(?: <s\d+>| di (?:[a-z]+ )?(?:gol|reti|due|tre))?,? (?:e|ma) (?:poi )?(?:vinc|ribalt|rimont"
    r"|recuper|paregg)[a-zàèéìòù]*)\b"
)
"""What tells that a side scored after the other one had."""
_NOT = re.compile(
    r"\b(?:tent|cerc|prov|sfior|sogn|accenn|subi|incass|spera|quasi|non|manc|fallit|vano|inutil"
    r"|da)[a-zàèéìòù]*(?: [a-zàèéìòù’]+){0,3} $"
)
TOP = 5
"""Sentences at the top that sum a match up."""


_CAUGHT = re.compile(
    r"\b(?:si (?:fa|fanno)|facendosi|fatt[oaie]) "
    r"(?:rimontare|raggiungere|riprendere|ribaltare|recuperare|riacciuffare)\b"
    r"|\b(?:rimontat|ripres|raggiunt|riacciuffat)[oaie] (?:due volte |nel finale |in extremis )*da"
)
"""What tells that a side had scored first."""


def comeback(rows: list[Masked], pair: Pair, winner: int | None) -> int | None:
    """Return the side that an Italian report tells at its top to have come from behind, None where it tells none."""
    for row in rows[:TOP]:
        caught = _CAUGHT.search(row.text)
        first = spoken_side(row, caught.start(), pair) if caught else None
        if first is not None and not row.sentence.quoted:
            return 1 - first
        told = _CAME_BACK.search(row.text)
        if told is None or row.sentence.quoted or _NOT.search(row.text, 0, told.start()):
            continue
        side = spoken_side(row, told.start(), pair)
        return side if side is not None else winner
    return None
