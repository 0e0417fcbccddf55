"""The lists of goals as American agencies write them: "First half_1, Portland, Mora, 5 (Rodriguez), 15th minute"."""

from __future__ import annotations

import re

_HALF = re.compile(r"\bhalf_\s?\d", re.IGNORECASE)
_RANK = re.compile(r"(?<![\d,])\d{1,2}, (?=[A-ZÀ-Þ][^,;_]{2,30}, [A-ZÀ-Þ])")
_TALLY = re.compile(r"(?<=, )\d{1,2}(?: \([^)]*\))?, (?=(?:\([^)]*\), )?\d{1,3}(?:\+\d+)?(?:st|nd|rd|th)\b)")
_ENDING = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b(?: minute)?")


def plain_list(line: str) -> str:
    """Return an agency's list without its counts, so that teams, names and minutes are left; other lines as they are.

    The line keeps its length: what is left out becomes spaces.
    """
    if _HALF.search(line) is None:
        return line
    for rule in (_RANK, _TALLY, _ENDING):
        line = rule.sub(lambda m: " " * len(m.group()), line)
    return line
