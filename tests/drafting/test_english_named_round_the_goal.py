"""English goals told among rivals got past, balls pushed into paths, epithets, bullet points and clubs' namesakes."""

from __future__ import annotations

import pytest

from tests.drafting.told import HEAD, printed_goals

TOLD = [
    (
        "Two minutes from time Gavin Foster, without a goal in six games, got across Lee Morris to prod home.",
        [("Foster", 88)],
    ),
    (
        "After 73 minutes Ashley Cole could only push Harry Barnes's free-kick into the path of Gavin Foster. "
        "The captain does not miss from there.",
        [("Foster", 73)],
    ),
    (
        "Harry Barnes put Burnley ahead on 12 minutes, pouncing when Ashley Cole spilled Wes Brown's shot, "
        "but Gavin Foster drew Reading level from the penalty spot.",
        [("Barnes", 12), ("Foster", None)],
    ),
    (
        "It was Adrian Foster who lit the fuse. Reading were punished on 33 minutes when the little Australian "
        "collected Brown's pass and curled a beauty beyond Cole.",
        [("Foster", 33)],
    ),
    (
        "In the 90th minute Foster latched on to a loose ball and drilled it low through a crowd of players.",
        [("Foster", 90)],
    ),
]


@pytest.mark.parametrize(("text", "goals"), TOLD)
def test_the_scorer_is_told_from_those_round_him(text: str, goals: list[tuple[str, int | None]]) -> None:
    assert printed_goals(HEAD + text) == goals


def test_points_of_a_list_are_sentences_of_their_own() -> None:
    text = (
        "Burnley 1-2 Reading: late strike wins it at Turf Moor\n\n"
        "- Gavin Foster put the hosts in front against his former club\n"
        "- Harry Wright levelled from the spot on the stroke of half-time\n"
        "- Ellis Barnes came off the bench to win it with nine minutes to go\n"
        "- Reading move four points clear at the top of the table tonight\n\n"
        "Foster had given Burnley the lead on 24 minutes at Turf Moor."
    )
    assert ("Foster", 24) in printed_goals(text)


def test_a_scorer_who_is_called_like_a_club_is_a_man() -> None:
    text = (
        "Burnley 2-1 Reading\n\nClaudio Braga's second-half strike gave Burnley a comeback win over Reading. "
        "Foster headed in on 12 minutes before Barnes levelled on 31 minutes. "
        "Braga added the second in the 68th minute. Braga then saw a shot saved, and Braga was booked."
    )
    assert ("Braga", 68) in printed_goals(text)
