"""The round of a cup in which a match was played: "in the Coppa Italia final", "nei quarti di finale"."""

from __future__ import annotations

import re
from functools import cache

from knowledge.drafting.article import Reading
from knowledge.drafting.records import MatchDraft
from knowledge.drafting.vocabulary import compile_rule, load

_CUP = re.compile(
    r"cup|cop[pa]a|pokal|coupe|trophy|shield|champions|europa|conference|world|euro|nations|libertadores|play-?off"
)
"""What the key of a competition with rounds holds; a league has none."""
FINAL = "final"
TOP = 5
"""Sentences at the top in which a report says what was at stake."""


@cache
def _rules(language: str) -> tuple[re.Pattern[str], list[tuple[str, re.Pattern[str]]]]:
    rows = load("stages.toml")[language]
    stages = [(stage, compile_rule(f"(?:{told}){rows['tail']}")) for stage, told in rows["stages"].items()]
    return compile_rule(rows["ahead"]), stages


def stage_of(match: MatchDraft, reading: Reading) -> str | None:
    """Return the round of the first match of a report, in the words of the schema; None where it is not told.

    A round that a side moves on to is another one; where two rounds are told alike, none is.
    """
    if match is not reading.matches[0] or (match.competition and not _CUP.search(match.competition)):
        return None
    ahead, stages = _rules(reading.language)
    rows = [row for row in reading.rows if row.sentence.index < TOP or row.sentence.title]
    for row in rows:
        found = {
            stage
            for stage, told in stages
            for hit in told.finditer(row.text)
            if not ahead.search(row.text[: _start(hit) if stage == FINAL else hit.start()])
        }
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _start(hit: re.Match[str]) -> int:
    """Return where "final" itself begins: what leads to it stands before its article."""
    return hit.start() + hit.group().rfind(" ") + 1
