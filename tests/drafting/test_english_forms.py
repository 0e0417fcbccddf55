"""English reports: forms of lists and names, whose a shot is, which team was beaten."""

from __future__ import annotations

import pytest

from tests.drafting.told import HEAD, printed_goals, printed_match


def test_each_teams_scorers_in_brackets_behind_its_goals_are_a_list() -> None:
    match = printed_match(
        "Burnley 2 (Ferrow 12, Pell 40 pen) Reading 1 (Kitchin 90+2)\n\nA fine game it was."
    )
    goals = [(g["scorer"], g["minute"], g["team"]) for g in match["goals"]]
    assert match["score"] == [2, 1]
    assert goals == [("Ferrow", 12, "Burnley"), ("Pell", 40, "Burnley"), ("Kitchin", 90, "Reading")]


def test_brackets_that_hold_more_names_than_goals_are_no_list() -> None:
    assert printed_goals("Burnley 1 (Ferrow, Pell, Kitchin) Reading 0\n\nA fine game it was.") == []


@pytest.mark.parametrize(
    ("text", "teams", "score"),
    [
        ("Paris St-Germain 4-2 Lyon: hosts run riot", ["Paris St-Germain", "Lyon"], [4, 2]),
        ("Romsey Town 4.0 Totton Rovers (Friendly)\n\nRomsey won.", ["Romsey Town", "Totton Rovers"], [4, 0]),
        (
            "Leeds beat holders Everton to reach round four, a 2-1 victory at Goodison Park.",
            ["Everton", "Leeds"],
            [1, 2],
        ),
        ("Arsenal were thumped 0-3 by Chelsea at Stamford Bridge.", ["Chelsea", "Arsenal"], [3, 0]),
        (
            "Fulham ended their wait with a 3-0 win over Everton at Craven Cottage but lost winger "
            "Harry Pell to a red card.",
            ["Fulham", "Everton"],
            [3, 0],
        ),
        (
            "Report: Argyle 1 City 2\n\nExeter City won at Home Park.",
            ["Plymouth Argyle", "Exeter City"],
            [1, 2],
        ),
    ],
)
def test_names_with_hyphens_and_clubs_called_in_short_keep_their_scores(
    text: str, teams: list[str], score: list[int]
) -> None:
    match = printed_match(text)
    assert ([match["home"], match["away"]], match["score"]) == (teams, score)


def test_a_town_of_a_nation_is_its_ground_unless_the_match_there_was_long_ago() -> None:
    text = "Nigeria beat Guinea-Bissau 1-0 in Bissau on Monday. Moses Arden scored."
    assert printed_match(text)["home"] == "Guinea-Bissau"
    text = "Nigeria beat Guinea-Bissau 1-0 on Monday, as they did in Bissau in March 2010."
    assert printed_match(text)["home"] == "Nigeria"


TOLD = [
    ("Burnley led on 12 minutes, Tom Ferrow's fierce drive creeping in off Harry Pell.", [("Ferrow", 12)]),
    (
        "Burnley, coached by Rudi Arden since he replaced Lou Spall, equalised through "
        "Tom Ferrow's curling shot.",
        [("Ferrow", None)],
    ),
    (
        "After Harry Pell hit the post, the ball dropped to Tom Ferrow and he found the top corner.",
        [("Ferrow", None)],
    ),
    ("Harry Pell struck the post on 20 minutes. Tom Ferrow scored on 30 minutes.", [("Ferrow", 30)]),
    ("With Harry Pell slotting in alongside Sam Kitchin, Tom Ferrow scored on 30 minutes.", [("Ferrow", 30)]),
    (
        "On 81 minutes, Tom Ferrow profited from a slip by Harry Pell, leaving him with a tap-in to score.",
        [("Ferrow", 81)],
    ),
    ("Within two minutes of the first whistle Tom Ferrow headed home.", [("Ferrow", 2)]),
    (
        "Tom Ferrow scored on 30 minutes. Sam Kitchin skied it with the goal at his mercy.",
        [("Ferrow", 30)],
    ),
]


@pytest.mark.parametrize(("told", "goals"), TOLD)
def test_a_goal_is_his_whose_shot_it_was_or_to_whom_the_ball_came(
    told: str, goals: list[tuple[str, int | None]]
) -> None:
    assert printed_goals(HEAD + told) == goals


def test_a_minute_behind_the_next_mans_deed_is_of_that() -> None:
    told = "Tom Ferrow put Burnley in front and Harry Pell sealed the win with ten minutes left."
    assert ("Pell", 80) in printed_goals(HEAD + told)
    assert ("Ferrow", 80) not in printed_goals(HEAD + told)


def test_credits_of_pictures_score_nothing() -> None:
    text = "Leeds battled to a 1-0 win over Derby (Harry Pell/PA)\n\nTom Ferrow scored on 30 minutes."
    assert printed_goals(text) == [("Ferrow", 30)]


def test_a_winner_after_a_level_score_makes_the_final_one() -> None:
    text = (
        "Burnley hosted Reading at Turf Moor.\n\nTom Ferrow put Burnley ahead after 10 minutes. Sam Kitchin levelled "
        "for Reading after 30 minutes to make it 1-1. On 81 minutes Harry Pell headed the winner for Burnley."
    )
    assert printed_match(text)["score"] == [2, 1]
