"""Which teams stand at the two names of a fixture line ("Team A 2-1 Team B"), by the mentions in its sentence."""

from __future__ import annotations

import re

from knowledge.drafting.fixtures import Fixture
from knowledge.drafting.masking import Masked
from knowledge.drafting.other_teams import clubs_in
from knowledge.drafting.pair import Pair
from knowledge.drafting.people import NICKNAME
from knowledge.drafting.records import Mention
from knowledge.drafting.vocabulary import pattern

MARK = re.compile(r"<[a-z]\d+>")
"""A mark of a masked sentence."""


def sides_of(fixture: Fixture, rows: list[Masked]) -> tuple[str, str] | None:
    """Return the ids of a fixture's teams by the mentions that stand at its names."""
    found: list[str] = []
    plain = {m.key for row in rows for m in clubs_in(row) if "|" not in m.key}
    for start, end, marks in fixture_marks(fixture, rows):
        inside = [m for m in marks if start <= m.start < end and not m.key.startswith(NICKNAME)]
        if inside:
            pick = inside[-1] if start == fixture.home_start else inside[0]
            options = pick.key.split("|")
            found.append(next((o for o in options if o in plain), options[0]))
    return (found[0], found[1]) if len(found) == 2 else None


def fixture_marks(fixture: Fixture, rows: list[Masked]) -> list[tuple[int, int, list[Mention]]]:
    """Return where each of a fixture's names may stand, home first, with the teams named in its sentence."""
    first = next((r for r in rows if r.sentence.index == fixture.sentence), None)
    second = next((r for r in rows if r.sentence.index == fixture.away_sentence), first)
    if first is None or second is None:
        return []
    split = fixture.away_start if first is second else first.sentence.end
    return [
        (fixture.home_start, split, [m for m in first.marks if m.kind == "t"]),
        (
            fixture.away_start,
            fixture.away_start + len(fixture.away) + 2,
            [m for m in second.marks if m.kind == "t"],
        ),
    ]


def fixture_orientation(row: Masked, score_start: int, pair: Pair) -> tuple[int, int] | None:
    """Return the sides the two figures of a score belong to where it stands in a fixture line, else None."""
    for match in pattern("fixture_marks").finditer(row.text):
        groups = [g for g in match.groups() if g is not None]
        score = next((row.mark(m) for m in MARK.findall(match.group()) if m[1] == "s"), None)
        if score is None or score.start != score_start or len(groups) != 2:
            continue
        sides = pair.side(row.marks[int(groups[0])]), pair.side(row.marks[int(groups[1])])
        if sides[0] is not None and sides[1] is not None and sides[0] != sides[1]:
            return sides[0], sides[1]
    return None
