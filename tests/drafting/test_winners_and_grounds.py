"""English reports: winners behind pronouns and coaches' men, whose ground it was, names that run into a club's."""

from __future__ import annotations

import pytest

from knowledge.drafting.article import read
from tests.drafting.told import teams_and_score


def _scorers(text: str) -> list[str]:
    return sorted(goal.scorer for goal in read(text).matches[0].goals)


@pytest.mark.parametrize(
    "text",
    [
        "Reading punished Barnsley for a string of errors as they won a wild match 3-1 at Oakwell.",
        "Barnsley had hairy moments for Reading at Oakwell. Up against a brave Barnsley, Paul Stone's men prevailed "
        "3-1 on a wet day. Reading left with the points.",
        "Barnsley defender Joe Price had a day to forget at Oakwell. His errors helped propel Reading to a 3-1 win.",
        "Leader of the table, Barnsley are beaten. Reading won 3-1 on the ground of Barnsley.",
    ],
)
def test_winner_and_hosts_by_the_build_of_the_sentence(text: str) -> None:
    assert teams_and_score(text) == (("barnsley", "reading"), (1, 3))


def test_victorious_team_is_the_winner() -> None:
    text = (
        "Victorious Reading go on with a win over ten-man Barnsley. Will Hartley scored twice for Reading at Oakwell "
        "in the 12th and 40th minutes."
    )
    assert teams_and_score(text) == (("barnsley", "reading"), (0, 2))


def test_win_against_a_team_at_home_is_the_winners_home() -> None:
    text = "Reading reclaim top spot. Will Hartley led Reading to a 1-0 victory against Barnsley at home on Saturday."
    assert teams_and_score(text) == (("reading", "barnsley"), (1, 0))


def test_club_whose_ground_it_was_is_one_of_the_teams() -> None:
    text = (
        "Reading went home happy from Oakwell. Reading arrived at Oakwell fresh off the "
        "back of a 1-1 draw against Lyon. As for Barnsley, Joe Price was out. Will Hartley scored for Reading."
    )
    assert set(teams_and_score(text)[0]) == {"barnsley", "reading"}


def test_team_whose_men_are_listed_is_no_surname() -> None:
    text = (
        "Hearts defender Joe Price scored an own goal and Rangers won 2-0 at Tynecastle. Will Hartley made it two for "
        "Rangers in the 80th minute. Player ratings: Brilliant Carr Hearts: Price (3), Stone (6), Pike (5)."
    )
    assert set(teams_and_score(text)[0]) == {"hearts", "rangers"}


@pytest.mark.parametrize(
    ("text", "scorers"),
    [
        (
            "Hull drew 1-1 with Stoke. Will Hartley scored for Hull. An error from Owen Pike saw Sam Doyle (12) "
            "equalise for Stoke.",
            ["sam doyle", "will hartley"],
        ),
        (
            "Hull beat Stoke 1-0. Will Hartley tapped home for Hull after Luke Carr had ghosted past Owen "
            "Pike and squared the ball.",
            ["will hartley"],
        ),
        (
            "Hull owners Rex Gale and Tom Moss celebrated as Hull beat Stoke 1-0. Will Hartley scored the only goal.",
            ["will hartley"],
        ),
        (
            "Will Hartley sends Hull top with hat-trick. Hull beat Stoke 3-0 at home. Will Hartley opened the scoring.",
            ["will hartley"] * 3,
        ),
        (
            "Hull beat Stoke 1-0. Stoke had come from an opening-day win against Derby, when Owen Pike's late strike "
            "sealed the points. Will Hartley scored for Hull.",
            ["will hartley"],
        ),
    ],
)
def test_who_scored(text: str, scorers: list[str]) -> None:
    assert _scorers(text) == scorers


def test_minutes_in_brackets_as_ordinals_with_added_time() -> None:
    text = "Hull beat Stoke 2-0. Will Hartley opened the scoring (20th, 1-0). Owen Pike scored the second (90th + 3)."
    goals = read(text).matches[0].goals
    assert [(g.scorer, g.minute, g.added) for g in goals] == [
        ("will hartley", 20, None),
        ("owen pike", 90, 3),
    ]
