"""How the sides of a match line up, where a sentence tells it: "Rossi's men in a 4-3-3", "schierati con il 3-5-2"."""

from __future__ import annotations

import re

from knowledge.drafting.masking import Masked
from knowledge.drafting.records import MatchDraft

_SHAPE = r"(?P<shape>[3-5]-\d-\d(?:-\d){0,2})"
_LINED_UP = {
    "en": re.compile(
        r"(?P<who><[tp]\d+>)(?:’s?)?(?:,| [a-z\-]+){0,4}? (?:line[ds]? up|set up|sets up|started|starting|went|opted"
        r"|stuck|playing|played|deployed|fielded|named)(?: [a-z\-]+){0,3}?"
        rf" (?:in|with|for|using) (?:an? |his |their |the )?(?:[a-z]+ )?{_SHAPE}"
    ),
    "it": re.compile(
        r"(?P<who><[tp]\d+>)(?:[^.;<]){0,30}?\b(?:schierat[oaie]|in campo|si affida|punta|opta|sceglie|conferma|propone"
        r"|si schiera(?:no)?|risponde|parte|gioca|vara|dispost[oaie]|manda in campo)\b"
        rf"(?: (?:con|al|col|il|per|sul|a|un|dal|nel|suo|solito|consueto|i|suoi))* {_SHAPE}"
    ),
}
_AT_FIRST = re.compile(r"\b(?:then|later|switch\w*|chang\w*|poi|pass\w+|cambi\w+|nella ripresa)\b")
"""What tells of another shape than that at the beginning."""


def told_shapes(match: MatchDraft, rows: list[Masked], language: str) -> dict[int, str]:
    """Return the shape that each side begins with, where one sentence tells it of the side or its coach."""
    found: dict[int, str] = {}
    coached = {who: side for side, who in match.coaches.items()}
    for row in rows:
        told = None if row.sentence.quoted else _LINED_UP[language].search(row.text)
        if told is None or _AT_FIRST.search(told.group()):
            continue
        key = row.mark(told["who"]).key
        sides = [side for side, team in enumerate(match.teams) if team in key.split("|")]
        side = sides[0] if len(sides) == 1 else coached.get(key)
        if side is not None:
            found.setdefault(side, told["shape"])
    return found
