"""English reports: who was at home, who scored and who only stood near a goal."""

from __future__ import annotations

import pytest

from tests.drafting.told import HEAD, printed_goals, printed_match

HOME = [
    ("Barnsley came back to draw 1-1 at Rotherham. Dan Ferrow scored on 20 minutes.", "Rotherham"),
    ("Ten-man Arsenal beat Everton 2-1 away, with goals from Tom Ferrow and Sam Kitchin.", "Everton"),
    ("Visitors Burnley beat Reading 3-1. Tom Ferrow scored twice and Sam Kitchin once.", "Reading"),
    ("Hosts Celtic were beaten 2-0 by Aberdeen. Tom Ferrow and Sam Kitchin scored.", "Celtic"),
    ("Chelsea made the trip to Fulham and won 2-0 with goals by Tom Ferrow and Sam Kitchin.", "Fulham"),
]


@pytest.mark.parametrize(("text", "home"), HOME)
def test_home_side_is_told_by_at_away_and_roles(text: str, home: str) -> None:
    assert printed_match(text)["home"] == home


NAMES = [
    (
        "LEEDS, England (AP) — Tom Ferrow scored in the 70th minute as Wolves beat Brentford 1-0.",
        "Wolves",
        "Brentford",
    ),
    ("Sutton beat Wealdstone 2-1. Tom Ferrow scored twice for Sutton.", "Sutton", "Wealdstone"),
    (
        "Norwich City U18s beat Ipswich Town U18s 3-2 at Colney. Tom Ferrow scored twice.",
        "Norwich City U18s",
        "Ipswich Town U18s",
    ),
]


@pytest.mark.parametrize(("text", "home", "away"), NAMES)
def test_clubs_behind_datelines_towns_and_age_groups(text: str, home: str, away: str) -> None:
    match = printed_match(text)
    assert (match["home"], match["away"]) == (home, away)


ONLY = [
    ("Harry Pell teed up Tom Ferrow for a simple finish after 12 minutes.", [("Ferrow", 12)]),
    ("A Harry Pell cross was turned in by Tom Ferrow after 12 minutes.", [("Ferrow", 12)]),
    ("Tom Ferrow headed in from Harry Pell's corner on the quarter-hour mark.", [("Ferrow", 15)]),
    (
        "Tom Ferrow scored after 12 minutes. Within two minutes it was 2-0, Sam Kitchin firing in.",
        [("Ferrow", 12), ("Kitchin", 14)],
    ),
    ("Referee Harry Pell gave a penalty and Tom Ferrow converted it in the 12th minute.", [("Ferrow", 12)]),
    (
        "Tom Ferrow scored after 12 minutes but Harry Pell fired wide when he should have scored.",
        [("Ferrow", 12)],
    ),
    (
        "Harry Pell teed up Tom Ferrow to open the scoring on 12 minutes, then scored himself minutes later.",
        [("Ferrow", 12), ("Pell", None)],
    ),
    (
        "Tom Ferrow headed in a corner (12) and Sam Kitchin turned in a low cross (17).",
        [("Ferrow", 12), ("Kitchin", 17)],
    ),
    (
        "Tom Ferrow scored on 12 minutes and Sam Kitchin doubled their lead from close range on the half-hour.",
        [("Ferrow", 12), ("Kitchin", 30)],
    ),
    ("It took Burnley just 12 minutes to break the deadlock, Tom Ferrow heading in.", [("Ferrow", 12)]),
    ("With five minutes remaining in the first half Tom Ferrow struck home.", [("Ferrow", 40)]),
    (
        "Mark McFerrow scored on 12 minutes. Harry Pell's disallowed goal was all that Reading had to show.",
        [("McFerrow", 12)],
    ),
    (
        "Harry Pell spilled the ball, allowing Tom Ferrow the simplest of finishes after 12 minutes.",
        [("Ferrow", 12)],
    ),
    ("Tom Ferrow scored after 12 minutes. Harry Pell's goal was ruled out for offside.", [("Ferrow", 12)]),
]


@pytest.mark.parametrize(("told", "goals"), ONLY)
def test_only_who_scored_is_told_to_have_scored(told: str, goals: list[tuple[str, int]]) -> None:
    assert printed_goals(HEAD + told) == goals


def test_winning_kick_of_a_shoot_out_is_no_goal() -> None:
    text = (
        "Burnley beat Reading on penalties after a 1-1 draw at Turf Moor.\n\nTom Ferrow scored after 12 minutes and "
        "Sam Kitchin levelled after 60. In the shoot-out Harry Pell converted the decisive penalty."
    )
    assert printed_goals(text) == [("Ferrow", 12), ("Kitchin", 60)]


def test_own_goal_into_his_own_net() -> None:
    goals = printed_match(HEAD + "Defender Harry Pell turned the ball into his own net after 12 minutes.")[
        "goals"
    ]
    assert [(g["scorer"], g["kind"]) for g in goals] == [("Harry Pell", "own_goal")]


def test_goals_of_another_match_told_in_the_text_are_left_out() -> None:
    text = HEAD + (
        "Tom Ferrow scored after 12 minutes.\n\nElsewhere, Barnsley beat Walsall 1-0 with a goal by Harry Pell in the "
        "30th minute."
    )
    assert printed_goals(text) == [("Ferrow", 12)]


def test_lines_of_scorers_with_bracketed_minutes_under_a_headline() -> None:
    text = "Burnley 2-1 Reading\nFerrow (12), Kitchin (45)\nPell (60)\n\nBurnley had the better of a wet afternoon."
    match = printed_match(text)
    assert match["score"] == [2, 1]
    assert [(g["scorer"], g["minute"]) for g in match["goals"]] == [
        ("Ferrow", 12),
        ("Kitchin", 45),
        ("Pell", 60),
    ]


def test_stacked_headline_is_a_fixture() -> None:
    match = printed_match("Burnley 2\nReading 1\nFull time\n\nThe sides met on a wet afternoon.")
    assert (match["home"], match["away"], match["score"]) == ("Burnley", "Reading", [2, 1])


def test_rovers_are_the_rovers_of_the_text_and_a_derby_may_be_a_match() -> None:
    match = printed_match(
        "Derby joy for Raith Rovers\n\nFalkirk were beaten 2-0. Tom Ferrow scored both goals for Rovers."
    )
    assert {match["home"], match["away"]} == {"Raith Rovers", "Falkirk"}


def test_first_names_that_are_towns_are_no_clubs() -> None:
    match = printed_match(
        "Burnley beat Reading 1-0. Barry Ferrow scored. Ross Kitchin went close for Reading."
    )
    assert (match["home"], match["away"], len(match["goals"])) == ("Burnley", "Reading", 1)


@pytest.mark.parametrize(
    ("text", "winner"),
    [
        ("Burnley's run was ended by Reading, who did enough to seal a 1-0 win.", "Reading"),
        ("Burnley faced Reading on a wet night, emerging victorious with a 2-1 scoreline.", "Burnley"),
        ("It was Burnley's third 2-0 loss in five games, Reading the better side.", "Reading"),
    ],
)
def test_who_won_by_relative_clauses_participles_and_losses(text: str, winner: str) -> None:
    match = printed_match(text)
    goals = dict(zip((match["home"], match["away"]), match["score"], strict=True))
    assert max(goals, key=lambda team: goals[team]) == winner


@pytest.mark.parametrize(
    ("told", "team"),
    [
        ("Harry Pell coolly headed home the opener for Reading.", "Reading"),
        ("Harry Pell settled the match in Burnley's favour.", "Burnley"),
    ],
)
def test_whose_goal_it_was_by_for_and_favour(told: str, team: str) -> None:
    assert [g["team"] for g in printed_match("Burnley 1-1 Reading\n\n" + told)["goals"]] == [team]


def test_a_shot_that_went_in_off_the_own_goals_man_is_his() -> None:
    text = HEAD + (
        "An own goal by Sam Kitchin settled it.\n\n"
        "Harry Pell headed in a free-kick, which took a deflection off Kitchin."
    )
    assert [g["scorer"] for g in printed_match(text)["goals"]] == ["Sam Kitchin"]


def test_a_dash_in_a_list_parts_the_two_teams() -> None:
    goals = printed_match(
        "Burnley 2 - 1 Reading\n\n(Ferrow 12', Kitchin 45' - Pell 60')\n\nBurnley won a wet match."
    )["goals"]
    assert [g["team"] for g in goals] == ["Burnley", "Burnley", "Reading"]
