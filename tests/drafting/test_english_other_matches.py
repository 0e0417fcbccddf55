"""English reports: other matches in the text, goals that are places, agencies' lists."""

from __future__ import annotations

import pytest

from tests.drafting.told import HEAD, printed_goals, printed_match


def test_matches_under_a_heading_of_their_own_are_left_out() -> None:
    text = "Burnley 2-1 Reading\n\n" + (
        "Tom Ferrow scored after 12 minutes.\n\nLincoln City 2-4 Everton\n\n"
        "The hosts led within 20 seconds as Harry Pell blasted home from a low cross."
    )
    assert printed_goals(text) == [("Ferrow", 12)]


@pytest.mark.parametrize(
    "told",
    [
        "Keeper Harry Pell left his goal in a hurry and smothered the danger.",
        "Sam Kitchin fired high over Pell's goal from six yards out.",
        "Manager Harry Pell was unhappy at giving up an own goal.",
    ],
)
def test_goals_that_are_places_and_coaches_tell_no_goal(told: str) -> None:
    assert printed_goals(HEAD + "Tom Ferrow scored after 12 minutes. " + told) == [("Ferrow", 12)]


def test_people_sent_off_in_a_list_of_moments_score_nothing() -> None:
    text = (
        "Burnley 1-0 Reading\n\nKey moments\n\n12' Ferrow turns in opener\n42' Harry Pell sent off\n\n"
        "A wet afternoon."
    )
    assert printed_goals(text) == [("Ferrow", 12)]


def test_an_own_goal_off_a_man_and_whom_it_helps() -> None:
    goals = printed_match(
        "Burnley 1-1 Reading\n\n"
        "Harry Pell put the ball through his own net and so gave Burnley a 1-0 lead in the first half."
    )["goals"]
    assert [(g["scorer"], g["kind"], g["team"]) for g in goals] == [("Harry Pell", "own_goal", "Burnley")]


def test_a_result_that_names_only_the_rival_is_that_of_the_club_spoken_of() -> None:
    match = printed_match(
        "Nantes saved, Rennes fourth\n\nNantes stay up. A 1-0 success over Angers, with a goal from Tom Ferrow in the "
        "16th minute, was enough for Nantes."
    )
    assert {match["home"], match["away"]} == {"Nantes", "Angers"}


def test_an_adjective_before_a_club_makes_it_no_person() -> None:
    match = printed_match("Rampant Villa crush Burnley at Villa Park. Aston Villa thumped Burnley 4-1.")
    assert {match["home"], match["away"]} == {"Villa", "Burnley"} or "Villa" in match["home"]
    assert not match["goals"]


def test_the_home_side_by_a_score_at_a_club() -> None:
    assert printed_match("Monaco stay top despite being held to a 1-1 at Reims.")["home"] == "Reims"


def test_an_agencys_list_of_goals() -> None:
    match = printed_match(
        "Seattle 2, Portland 1\nFirst Half_1, Portland, Pell, 5 (Kitchin), 15th minute; 2, Seattle, Ferrow, 1, 19th.\n"
        "Second Half_3, Seattle, Ferrow, 2 (Kitchin), 50th.\n"
    )
    told = [(g["scorer"], g["minute"], g["team"]) for g in match["goals"]]
    assert told == [("Pell", 15, "Portland"), ("Ferrow", 19, "Seattle"), ("Ferrow", 50, "Seattle")]


def test_a_round_ups_other_results_give_no_scorers() -> None:
    text = HEAD + (
        "Tom Ferrow scored after 12 minutes.\n\nIt was a wet day. The crowd was small. The pitch was heavy.\n\n"
        "Sam Kitchin equalised just before half-time as Barnsley were held to a 1-1 draw by Walsall. "
        "Harry Pell had given the hosts a fourth-minute lead."
    )
    assert printed_goals(text) == [("Ferrow", 12)]


def test_a_list_of_running_scores_with_colons() -> None:
    match = printed_match(
        "Burnley - Reading - 2:1\nGoals: 1:0 - 16 Ferrow, 1:1 - 71 Pell, 2:1 - 90+5 Kitchin\n"
    )
    assert [(g["scorer"], g["minute"]) for g in match["goals"]] == [
        ("Ferrow", 16),
        ("Pell", 71),
        ("Kitchin", 90),
    ]


def test_a_shot_inside_the_keepers_post_is_a_goal_and_a_missed_header_is_none() -> None:
    text = (
        "Tom Ferrow arrowed a low shot inside Pell's left-hand post in the 47th minute. "
        "Harry Loft had missed a clear header to equalise."
    )
    assert printed_goals(HEAD + text) == [("Ferrow", 47)]
