"""English reports: whom words go back to, what is an object or belongs to another goal, lines round a story."""

from __future__ import annotations

import pytest

from tests.drafting.told import HEAD, printed_goals, printed_match


@pytest.mark.parametrize(
    ("told", "goals"),
    [
        (
            "Ben Pell rolled it into the path of Tom Ferrow and his shot flew into the net.",
            [("Ferrow", None)],
        ),
        ("In the 12th minute Tom Ferrow stepped inside Ben Pell and curled home.", [("Ferrow", 12)]),
        ("Tom Ferrow rose above Ben Pell to head home in the 12th minute.", [("Ferrow", 12)]),
        (
            "Hopes were ended by Tom Ferrow in the 80th minute, the veteran striker peeling off Ben Pell to nod in.",
            [("Ferrow", 80)],
        ),
        (
            "Tom Ferrow exchanged passes with Ben Pell and lifted the ball over the keeper.",
            [("Ferrow", None)],
        ),
        ("Tom Ferrow rescued a point for the hosts with seven minutes left.", [("Ferrow", 83)]),
        ("Tom Ferrow tucked away a ninth-minute opener before Ben Pell hit the post.", [("Ferrow", 9)]),
        ("Tom Ferrow doubled the lead on the hour and that was that.", [("Ferrow", 60)]),
    ],
)
def test_the_doer_is_found_past_those_who_are_passed_served_or_called_again(
    told: str, goals: list[tuple[str, int | None]]
) -> None:
    assert printed_goals(HEAD + told) == goals


@pytest.mark.parametrize(
    "told",
    [
        "They had their first sight of goal in the 29th minute but Ben Pell's header was clawed away by the keeper.",
        "Ben Pell hit the side-netting in the only attack of note.",
        "Ben Pell, who hit both goals in the cup win over Leeds in 2021, was kept quiet.",
    ],
)
def test_sights_of_goal_and_goals_of_other_years_are_none(told: str) -> None:
    assert printed_goals(HEAD + told) == []


def test_a_goal_told_in_two_rough_minutes_is_one() -> None:
    told = "Tom Ferrow gave them the lead near the half-hour mark. He arrowed it into the corner in the 27th minute."
    assert printed_goals(HEAD + told) == [("Ferrow", 27)]


def test_headlines_of_other_matches_below_a_headline_tell_none_of_this_one() -> None:
    text = (
        "Ferrow strike settles it for Burnley\n\n• Leaders Leeds held at home by Derby\n• Pigott goal gives Hull defeat"
        "\n\nTom Ferrow scored after 12 minutes as Burnley beat Reading 1-0 at Turf Moor."
    )
    assert printed_goals(text) == [("Ferrow", 12)]


def test_a_side_with_shirt_numbers_and_a_goalkeeper_is_no_list_of_scorers() -> None:
    text = HEAD + "Tom Ferrow scored twice.\n\nBurnley\n1. Sam Hart (GK)\n2. Joe Reed\n10. Tom Ferrow\n"
    assert {name for name, _ in printed_goals(text)} == {"Ferrow"}


def test_scorers_in_two_lines_below_a_score_are_of_either_team_and_initials_are_theirs() -> None:
    text = (
        "FT\n2 - 1\n(1 - 1)\nBurnley\nReading\nT. Ferrow (33), S. Hart (90+2)\nB. Pell (24)\n\n"
        "Burnley beat Reading at Turf Moor. Tom Ferrow, Sam Hart and Ben Pell were on target."
    )
    goals = printed_match(text)["goals"]
    assert [(g["scorer"], g["team"]) for g in goals] == [
        ("Ben Pell", "Reading"),
        ("Tom Ferrow", "Burnley"),
        ("Sam Hart", "Burnley"),
    ]
