"""A goal told over two sentences, or in words that need the whole sentence to be read."""

from __future__ import annotations

import pytest

from tests.drafting.told import printed_goals, printed_match

HEAD = "Grimsby Town 1-0 Barrow\n\nGrimsby Town beat Barrow 1-0 at Blundell Park on Tuesday night.\n\n"


def test_the_minute_of_a_teams_goal_is_that_of_the_scorer_in_the_next_sentence() -> None:
    text = HEAD + (
        "Grimsby took the lead in the 33rd minute. A deep cross from Tom Weller reached Danny Ockham,"
        " who volleyed past the keeper."
    )
    assert printed_goals(text) == [("Ockham", 33)]


def test_a_goals_noun_with_a_minute_hands_it_to_the_next_sentence() -> None:
    text = HEAD + (
        "The opener came in the 51st minute after a spell of pressure. Tom Weller found Danny Ockham"
        " and the striker headed home from six yards."
    )
    assert printed_goals(text) == [("Ockham", 51)]


def test_added_time_before_the_break_is_that_of_the_first_half() -> None:
    text = HEAD + (
        "Danny Ockham curled in a free kick in the third minute of stoppage time to send Grimsby in front at half-time."
    )
    assert printed_goals(text) == [("Ockham", 45)]


def test_seconds_are_no_minutes() -> None:
    text = HEAD + "Danny Ockham fired Grimsby ahead in the 24th second and they held on."
    assert printed_goals(text) == [("Ockham", 1)]


def test_a_goal_later_in_the_sentence_has_the_minute_behind_it() -> None:
    text = (
        "Grimsby Town 2-0 Barrow\n\nGrimsby Town beat Barrow 2-0 at Blundell Park.\n\nDanny Ockham struck in the 61st"
        " minute while Tom Weller slid the ball in past Barrow goalkeeper Ian Cray nine minutes later."
    )
    assert printed_goals(text) == [("Ockham", 61), ("Weller", 70)]


def test_whoever_somebody_got_ahead_of_did_not_score() -> None:
    text = (
        HEAD
        + "Tom Weller crossed and Danny Ockham got ahead of Ian Cray to slide into the net on 20 minutes."
    )
    assert printed_goals(text) == [("Ockham", 20)]


def test_a_dragged_penalty_is_no_goal() -> None:
    text = HEAD + (
        "Tom Weller scored the only goal on 30 minutes."
        " Danny Ockham later stepped up but dragged his penalty to the left."
    )
    assert printed_goals(text) == [("Weller", 30)]


def test_whoever_headed_a_corner_home_is_told_behind_by() -> None:
    text = (
        HEAD
        + "Grimsby drew first blood on 31 minutes, Tom Weller's corner being headed home by defender Danny Ockham."
    )
    assert printed_goals(text) == [("Ockham", 31)]


@pytest.mark.parametrize("told", ["slotted in the opener", "stroked home the winning goal"])
def test_whoever_hits_in_what_is_called_a_goal_scored_it(told: str) -> None:
    text = HEAD + f"A long move ended with Tom Weller laying the ball off to Danny Ockham, who calmly {told}."
    assert [name for name, _ in printed_goals(text)] == ["Ockham"]


def test_a_score_is_counted_in_goals() -> None:
    text = (
        "Grimsby Town saw off Barrow by three goals to two at Blundell Park on Tuesday night. The home side were"
        " worth the win and the visitors had few complaints."
    )
    match = printed_match(text)
    assert (match["home"], match["score"]) == ("Grimsby Town", [3, 2])


def test_lists_that_hold_more_than_the_score_are_those_the_story_tells() -> None:
    text = (
        "Grimsby Town\n1-1\nBarrow\nOckham (23')\nCray (58')\nVane (70')\nFT\nLock (80')\nBold (12')\n\n"
        "Grimsby and Barrow drew 1-1. Danny Ockham put the hosts ahead midway through the first half."
        " Ian Cray was booked before the break. Sam Lock equalised ten minutes from time."
    )
    assert sorted(printed_goals(text)) == [("Lock", 80), ("Ockham", 23)]
