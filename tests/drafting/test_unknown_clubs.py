"""Clubs that stand in no list, bynames that other clubs have too, and what only looks like a club's name."""

import json

import pytest

from knowledge.drafting import draft

TEAMS = [
    # two clubs nobody knows: only how they are spoken of tells them from people
    (
        "Ellbury needed a late winner to get past ten-man Torwick on Saturday.\n\nTorwick took the lead through Sam "
        "Perrin, but Ellbury levelled before the break when Lee Dunmow headed home. Ellbury were on top after the "
        "interval and Carl Bissett made it 2-1 with two minutes left. Torwick boss Neil Harding praised his players.",
        {"Ellbury", "Torwick"},
    ),
    # a byname that a great club has too
    (
        "Ellbury Town striker Sam Perrin wheels away.\n\nEllbury Town are out of the FA Trophy. Saints were beaten 2-1 "
        "by Stourbridge. Saints keeper Mike Bissett saved well from Lee Dunmow, and Saints had taken the lead "
        "through Perrin. Stourbridge levelled when Carl Harding struck.",
        {"Ellbury Town", "Stourbridge"},
    ),
    # "City" alone is the one club of the text that is called so
    (
        "City lost out on penalties after Sam Perrin's late equaliser for Lancaster in the FA Trophy.\n\nCity led "
        "through Lee Dunmow before Morpeth hit back with goals from Carl Harding and Neil Bissett.",
        {"Lancaster", "Morpeth"},
    ),
    # a town that only tells where a club is from
    (
        "Hamburg side St Pauli came back to draw 2-2 with Schalke on Friday. In the other match, Hamburg beat Hansa "
        "Rostock 1-0.",
        {"St Pauli", "Schalke"},
    ),
    # a headline in capitals is no line of a fixture
    (
        "REAL SCRAPE 1-1 DRAW IN SCRAPPY OPENING MATCH\n\nSam Perrin's late goal earned Real Madrid a 1-1 draw at "
        "Deportivo La Coruna.",
        {"Real Madrid", "Deportivo La Coruna"},
    ),
]


@pytest.mark.parametrize(("text", "teams"), TEAMS)
def test_teams_are_told_by_how_they_are_spoken_of(text: str, teams: set[str]) -> None:
    match = json.loads(draft(text).to_json())["matches"][0]
    found = {match["home"], match["away"]}
    assert all(any(team in name for name in found) for team in teams), found


def test_a_draw_without_a_goal_told_is_goalless() -> None:
    text = (
        "Sam Perrin saved a penalty as Raith Rovers held Ayr United to a draw in the Championship.\n\nLee Dunmow "
        "headed wide for Ayr, and Raith's Carl Harding hit a post."
    )
    match = json.loads(draft(text).to_json())["matches"][0]
    assert match["score"] == [0, 0]
    assert match["goals"] == []


BYNAMES = [
    # the name stands beside the byname, in whatever number
    (
        "Saints lost 2-1 at Norwich. Saints led through Sam Perrin and Saints keeper Lee Dunmow saved a penalty, but "
        "Southampton went down to goals from Carl Harding and Neil Bissett.",
        ["Norwich", "Southampton"],
    ),
    # a byname that no list knows is neither another team nor a person
    (
        "Kaizer Chiefs beat rivals Orlando Pirates on Saturday.\n\nDefender Sam Perrin gave Amakhosi a 3-2 win. Lee "
        "Dunmow earned a penalty nine minutes from time after Amakhosi had led 2-0.",
        ["Kaizer Chiefs", "Orlando Pirates"],
    ),
]


@pytest.mark.parametrize(("text", "teams"), BYNAMES)
def test_bynames_stand_for_the_teams_of_the_match(text: str, teams: list[str]) -> None:
    match = json.loads(draft(text).to_json())["matches"][0]
    assert [match["home"], match["away"]] == teams
    assert match["score"] in ([2, 1], [3, 2])


def test_a_date_with_a_time_is_no_fixture() -> None:
    text = (
        "Thursday 12 October 2000 00:00 BST\n\nSam Perrin and Lee Dunmow scored the goals which gave Albania a 2-0 "
        "victory over Greece in Tirana."
    )
    match = json.loads(draft(text).to_json())["matches"][0]
    assert {match["home"], match["away"]} == {"Albania", "Greece"}


def test_totals_before_the_scorers_in_brackets_are_no_minutes() -> None:
    text = "Ellbury Town 2 Hearn (5, 76)\nBarrow 1 Perrin (19)\nAttendance: 2675\n\nA fine afternoon for Ellbury Town."
    match = json.loads(draft(text).to_json())["matches"][0]
    assert match["score"] == [2, 1]
    assert sorted(goal["minute"] for goal in match["goals"]) == [5, 19, 76]
