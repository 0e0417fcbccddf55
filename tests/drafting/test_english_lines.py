"""English pages told in lines: scorers behind a dash, a live blog's shouts, ratings that begin with a shirt number."""

from __future__ import annotations

import pytest

from tests.drafting.told import printed_goals, printed_match

LINES = [
    (
        "Burnley 2-1 Reading\n\nFoster - 12'\nRodriguez - 40'\n\nBurnley beat Reading at Turf Moor.",
        [("Foster", 12), ("Rodriguez", 40)],
    ),
    (
        "LIVE: Burnley v Reading\n\nGOAL! Burnley 1-0 Reading (Foster 23)\n"
        "GOAL! Burnley 2-0 Reading (Rodriguez 54)\nFull time: Burnley 2-0 Reading.",
        [("Foster", 23), ("Rodriguez", 54)],
    ),
    (
        "Burnley 1-0 Reading\n\nFoster headed the only goal at Turf Moor on 30 minutes.\n\nRatings\n"
        "1. John Trafford\n9. Lyle Foster\n10. Jay Rodriguez",
        [("Foster", 30)],
    ),
]


@pytest.mark.parametrize(("text", "goals"), LINES)
def test_scorers_in_lines_of_their_own_are_read_with_their_minutes(
    text: str, goals: list[tuple[str, int]]
) -> None:
    assert printed_goals(text) == goals


def test_a_record_behind_a_teams_name_is_no_score() -> None:
    text = "Burnley (5-7-6, 21 points) beat Reading (3-2-9, 11 points) 2-0 at Turf Moor. Foster scored both."
    match = printed_match(text)
    assert (match["home"], match["away"], match["score"]) == ("Burnley", "Reading", [2, 0])
