"""Who played whom and where: scorers run in behind the teams, managers before their club, towns, sponsors."""

from __future__ import annotations

import pytest

from tests.drafting.told import printed_goals, printed_match


def test_scorers_run_in_behind_each_team_are_lists() -> None:
    text = (
        "A long way home\nDarlington 1 Weller 36 Hull City 3 Ockham 12, 45, Marlow 73 Attendance: 9,354\n"
        "It was a dull afternoon by the sea and few of those who stayed will speak of it again."
    )
    match = printed_match(text)
    assert (match["home"], match["away"], match["score"]) == ("Darlington", "Hull City", [1, 3])
    assert sorted(printed_goals(text)) == [("Marlow", 73), ("Ockham", 12), ("Ockham", 45), ("Weller", 36)]


def test_minutes_without_a_space_between_are_two() -> None:
    text = (
        "Hull City 2 Barrow 0\n\nGoals: Danny Ockham 37,43\n\nHull City beat Barrow 2-0 at home on Saturday."
    )
    assert printed_goals(text) == [("Ockham", 37), ("Ockham", 43)]


def test_manager_before_his_club_is_no_team() -> None:
    text = (
        "A FOURTH defeat in five worried Ron Ockham's Hull City a little. The 2-0 reverse came against Barrow."
        " A move between Alan Weller and Paul Cray ended with Sam Lock tapping in after ten minutes."
    )
    match = printed_match(text)
    assert {match["home"], match["away"]} == {"Hull City", "Barrow"}


def test_name_before_a_cup_is_its_sponsor() -> None:
    text = (
        "Barrow enjoyed themselves in a 1-0 Tolvaware FA Trophy home win against Hull City."
        " Sam Lock scored on 33 minutes."
    )
    match = printed_match(text)
    assert (match["home"], match["away"], match["score"]) == ("Barrow", "Hull City", [1, 0])


def test_nation_is_at_home_in_a_town_that_names_a_club() -> None:
    text = "Norway came from behind to beat Wales 2-1 in Cardiff on Monday. Sam Lock scored the winner."
    match = printed_match(text)
    assert (match["home"], match["away"], match["score"]) == ("Wales", "Norway", [1, 2])


def test_team_whose_run_is_ended_is_not_the_one_that_wins() -> None:
    text = (
        "Barrow extended Hull City's losing run to four games, beating the leaders 2-0 in front of a full house."
        " Second-half goals by Danny Ockham and Sam Lock settled it."
    )
    match = printed_match(text)
    assert match["score"] == ([2, 0] if match["home"] == "Barrow" else [0, 2])


@pytest.mark.parametrize("told", ["reacted quickest to salvage a point", "headed in to rescue a draw"])
def test_whoever_salvages_a_point_scores(told: str) -> None:
    text = (
        "Hull City 1 Barrow 1\n\nDanny Ockham put Barrow ahead after 20 minutes. With time almost up, Sam Lock"
        f" {told} for Hull City."
    )
    assert sorted(name for name, _ in printed_goals(text)) == ["Lock", "Ockham"]


def test_lead_that_lasted_counts_from_the_goal_before() -> None:
    text = (
        "Hull City 1 Barrow 1\n\nDanny Ockham nodded Barrow in front in the 36th minute."
        " That lead lasted just two minutes as Sam Lock equalised from a corner."
    )
    assert printed_goals(text) == [("Ockham", 36), ("Lock", 38)]
