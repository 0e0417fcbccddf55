"""English reports by a club's own paper and by pages of the web: short names, lists, passing remarks."""

from __future__ import annotations

import pytest

from tests.drafting.told import HEAD, printed_goals, printed_match


def teams_of(text: str) -> tuple[str, str, list[int] | None]:
    """Return home, away and score as a draft prints them."""
    match = printed_match(text)
    return match["home"], match["away"], match["score"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "City lost 1-0 at Brentford on Saturday.\n\nThe Bantams never got going and City paid for it. "
            "Tom Ferrow headed the only goal for Brentford, and City had no answer.",
            ("Brentford", "Bradford City", [1, 0]),
        ),
        (
            "City lost 1-0 at Brentford on Saturday.\n\nIt was a poor day for City. Tom Ferrow headed the only "
            "goal for Brentford, and City had no answer.",
            ("Brentford", "City", [1, 0]),
        ),
        (
            "Northampton Town 1 Rovers 0\n\nRovers drew with Peterborough last week but never got going here. "
            "Rovers fell behind when Tom Ferrow scored and Rovers could not reply.",
            ("Northampton Town", "Rovers", [1, 0]),
        ),
        (
            "REPORT: TOWN 1-2 FULHAM\n\nThe Terriers led through Tom Ferrow, but Town were beaten at home. "
            "For Town it was a third defeat and Fulham had the better chances, though Town fought.",
            ("Huddersfield Town", "Fulham", [1, 2]),
        ),
    ],
)
def test_a_second_word_alone_is_the_club_that_a_nickname_tells_or_nobody_greater(
    text: str, told: tuple[str, str, list[int]]
) -> None:
    assert teams_of(text) == told


def test_a_second_word_alone_is_the_great_club_where_the_text_names_it() -> None:
    told = (
        "Manchester City beat Fulham 2-0 at the Etihad Stadium.\n\nTom Ferrow and Ben Pell scored for City."
    )
    assert teams_of(told) == ("Manchester City", "Fulham", [2, 0])


def test_a_long_name_without_its_last_word_is_the_same_club() -> None:
    match = printed_match(
        "Melbourne Victory beat Western Sydney Wanderers 2-1 at AAMI Park.\n\nTom Ferrow put Victory ahead. "
        "Western Sydney equalised through Ben Pell before Ferrow won it."
    )
    assert match["away"] == "Western Sydney Wanderers"
    assert "Western Sydney" not in {g["scorer"] for g in match["goals"]}


def test_a_ground_that_names_its_club_is_not_where_the_match_was_played() -> None:
    text = (
        "Hearts beat Aberdeen 2-0.\n\nThe Pittodrie outfit were second best and the hosts took their chances "
        "through Tom Ferrow and Ben Pell, both set up by Hearts captain Sam Kitchin."
    )
    assert teams_of(text) == ("Hearts", "Aberdeen", [2, 0])


def test_links_to_the_match_before_tell_nothing_of_who_was_at_home() -> None:
    text = (
        "Burnley prevailed over Reading in the Championship.\n\nThe hosts triumphed after Tom Ferrow struck "
        "twice in a game that ended 2-1.\nLIVE UPDATES: Reading vs Burnley\nPreview of Reading vs Burnley"
    )
    assert teams_of(text) == ("Burnley", "Reading", [2, 1])


def test_a_time_of_day_is_no_result() -> None:
    text = (
        "24th Aug 2025 10:05 Reading's women lost 3-0 to Burnley at Turf Moor. Tom Ferrow scored all three."
    )
    assert teams_of(text)[2] == [3, 0]


def test_a_result_told_in_passing_of_two_others_is_not_the_match() -> None:
    text = (
        "A fine goal by Tom Ferrow made it an easy win for Burnley against Reading.\n\n"
        "Ben Pell tapped in another, which lifts Burnley past Fulham, who had to settle for less as they were held "
        "1-1 by Watford."
    )
    match = printed_match(text)
    assert {match["home"], match["away"]} == {"Burnley", "Reading"}


def test_two_teams_and_goals_in_one_line_above_the_scorers_of_each() -> None:
    text = "Burnley 1 Reading 0\n\nBurnley 1\nFerrow 76\n\nReading 0\n\nBurnley beat Reading late on."
    assert teams_of(text) == ("Burnley", "Reading", [1, 0])


def test_going_down_against_a_team_is_losing_to_it() -> None:
    text = "Reading recorded a fourth defeat after going 2-1 down against Burnley at Turf Moor."
    assert teams_of(text) == ("Burnley", "Reading", [2, 1])


def test_records_in_brackets_are_no_scores() -> None:
    text = "Reading (5-7-6, 21 points) lost again, falling to Burnley (9-2-6, 29 points) 2-0 at home."
    assert teams_of(text) == ("Reading", "Burnley", [0, 2])


@pytest.mark.parametrize(
    ("text", "goals"),
    [
        ("A dreadful error handed Tom Ferrow an equaliser in the 40th minute.", [("Ferrow", 40)]),
        (
            "Tom Ferrow scored in the 12th minute and kept Burnley up with a double handed penalty save late on.",
            None,
        ),
        (
            "Ben Pell slid a fine ball to Tom Ferrow in the 32nd minute and the striker made it 1-0.",
            [("Ferrow", 32)],
        ),
        ("A Tom Ferrow free-kick gave Burnley the lead, only for Ben Pell to head Reading level.", None),
        (
            "Tom Ferrow struck after 10 minutes. Ben Pell went close, chasing a goal of his own.",
            [("Ferrow", 10)],
        ),
        (
            "Tom Ferrow scored on 16 minutes for Burnley, his second coming 11 minutes later.",
            [("Ferrow", 16), ("Ferrow", 27)],
        ),
    ],
)
def test_gifts_passes_and_saves(text: str, goals: list[tuple[str, int]] | None) -> None:
    told = printed_goals(HEAD + text)
    if goals is None:
        assert ("Ferrow", 90) not in told
        assert [name for name, _ in told].count("Ferrow") == 1
    else:
        assert told == goals


def test_with_the_hosts_doubling_their_lead_the_one_named_before_did_not_score_again() -> None:
    match = printed_match(
        "Burnley beat Reading 2-0 at Turf Moor.\n\nTom Ferrow headed Burnley in front shortly before the break, with "
        "the hosts doubling their lead after 70 minutes when keeper Ben Pell spilled a Ferrow cross into his own goal."
    )
    assert [(g["scorer"], g["kind"]) for g in match["goals"]] == [
        ("Tom Ferrow", "goal"),
        ("Ben Pell", "own_goal"),
    ]


def test_two_lists_of_scorers_without_teams_are_home_and_away() -> None:
    match = printed_match(
        "- Tom Ferrow - 12'\n- Ben Pell - 74'\n- Sam Kitchin - 47'\n- Joe Wray - 90'+4'\n"
        "Burnley held by Reading\nBurnley and Reading drew 2-2 at Turf Moor on Saturday night."
    )
    goals = [(g["scorer"], g["minute"], g["team"]) for g in match["goals"]]
    assert sorted(goals) == [
        ("Ben Pell", 74, "Burnley"),
        ("Joe Wray", 90, "Reading"),
        ("Sam Kitchin", 47, "Reading"),
        ("Tom Ferrow", 12, "Burnley"),
    ]


def test_a_goal_shouted_with_its_score() -> None:
    text = (
        "Burnley 2-0 Reading - as it happened\n\nGOAL! Burnley 2-0 Reading (Ferrow 89)\n\nTom Ferrow again."
    )
    assert printed_goals(text) == [("Ferrow", 89)]


def test_shirt_numbers_of_ratings_are_no_minutes() -> None:
    text = (
        "Reading survived at Turf Moor to edge past Burnley.\n\nTom Ferrow's goal proved the difference.\n"
        "1. Ben Pell\nMade good saves. 8\n2. Sam Kitchin\nSteady. 6\n"
    )
    match = printed_match(text)
    assert match["score"] == [0, 1]
    assert [g["scorer"] for g in match["goals"]] == ["Tom Ferrow"]


def test_goals_that_helped_another_team_are_of_another_match() -> None:
    text = (
        "Reading 1-2 Burnley\n\nTom Ferrow fired Burnley in front until goals from Ben Pell and Sam Kitchin "
        "at Anfield ensured that Liverpool took the title. Joe Wray won it for Burnley."
    )
    scorers = {name for name, _ in printed_goals(text)}
    assert not scorers & {"Pell", "Kitchin"}
    assert "Ferrow" in scorers


def test_who_scored_before_the_others_replied_plays_against_them() -> None:
    match = printed_match(
        "Burnley beat Reading 3-1 at Turf Moor.\n\nTom Ferrow opened the scoring in the 20th minute, but Burnley "
        "scored three times after the break to win."
    )
    assert [g["scorer"] for g in match["goals"]] == ["Tom Ferrow"]
    assert match["goals"][0]["team"] != "Burnley"


def test_the_score_at_half_time_is_not_the_result() -> None:
    text = (
        "Reading succumbed to Burnley at Turf Moor.\n\nTom Ferrow turned the ball into the net for Burnley just before "
        "the hour mark.\nHalf-time | Burnley 0-0 Reading\nReading began the second period well."
    )
    assert teams_of(text) == ("Burnley", "Reading", [1, 0])


def test_the_first_half_as_it_ended_is_not_the_result() -> None:
    text = (
        "Burnley defeated Reading at Turf Moor.\n\nIt was a quiet opening period that ended 0-0 with few chances. "
        "In the 66th minute Tom Ferrow put Burnley ahead and that was that."
    )
    assert teams_of(text) == ("Burnley", "Reading", [1, 0])


def test_a_goal_disallowed_when_somebody_scored_is_not_his() -> None:
    text = HEAD + "Reading saw a goal ruled out for offside after Tom Ferrow scored from close range."
    assert printed_goals(text) == []


def test_a_name_is_written_as_it_mostly_is() -> None:
    text = (
        HEAD + "Stuart Finlow scored for Burnley.\n\nStuart Findlow struck again. Findlow was the best man."
    )
    assert {g["scorer"] for g in printed_match(text)["goals"]} == {"Stuart Findlow"}
