"""Scores that an Italian report tells of another day: the last defeat, the first leg, the match before."""

from __future__ import annotations

import re

_RESULT = (
    r"(?:ko|sconfitt|stop|vittori|success|pareggi|pari|tonfo|cadut|colpo|blitz|scivolon|batost|passo falso"
    r"|trionf|impres"
    r"|manita|poker|goleada|quell[oaie]|precedent|ultim[oaie])[a-zàèéìòù]*"
)
_BRACKETED = re.compile(
    rf"\b{_RESULT} (?:[a-zàèéìòù]+ ){{0,3}}(?:d[aei]l?l?[aoei]?|di|a|ad|in|con|contro|col|sul|su) ?"
    r"(?:il |la |lo |l’|casa |quel di )?(?:[a-zàèéìòù]+|<[otv]\d+>) \($"
)
"""What stands before a score in brackets that was another match's: "il ko di Vicenza (1-3)"."""
_LAST = re.compile(
    r"\b(?:sconfitt|ko\b|stop\b|ultim|precedent|reduc|battut|cadut)[a-zàèéìòù]*\b[^.;:]{0,45} (?:il|lo|l’"
    r"|dal|dallo|per|con il|con lo) ?$"
)
"""What stands before the score of a match played before."""
_THERE = re.compile(
    r" (?:di|a|ad|contro|col|con|in casa (?:del|della|con)|inflitto|subito|rimediato|patito) ?(?:il |la "
    r"|lo |l’)?(?:<[otv]\d+>|[a-zàèéìòù]+\b)"
)
"""What stands behind one: where, or against whom."""
_FIRST_LEG = re.compile(r"\bandata\b")
_SECOND_LEG = re.compile(r"\britorno\b")


def of_another_day(text: str, start: int, end: int) -> bool:
    """Whether the words of a masked sentence put the score between `start` and `end` on another day."""
    lead = text[max(0, start - 110) : start]
    if _BRACKETED.search(lead) and text.startswith(")", end):
        return True
    if _LAST.search(lead) and _THERE.match(text, end):
        return True
    clause = re.split(r"[.;:,]", lead)[-1]
    return bool(_FIRST_LEG.search(clause)) and not _SECOND_LEG.search(text)
