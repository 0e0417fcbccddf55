"""English reports: goals in rarer words, a close score told by its number of goals, what a page prints round them."""

from __future__ import annotations

import pytest

from tests.drafting.told import HEAD, printed_goals, printed_match


@pytest.mark.parametrize(
    ("told", "goals"),
    [
        ("Tom Ferrow had an easy tap-in after 12 minutes.", [("Ferrow", 12)]),
        ("Tom Ferrow had the simplest of headers from there.", [("Ferrow", None)]),
        ("Tom Ferrow was on hand to bury the rebound after 12 minutes.", [("Ferrow", 12)]),
        ("Ben Pell reduced the margin after 70 minutes.", [("Pell", 70)]),
        ("Tom Ferrow completed the scoreline late on.", [("Ferrow", None)]),
        ("Burnley have the lead through Tom Ferrow after 12 minutes.", [("Ferrow", 12)]),
        ("Burnley claimed a late win courtesy of Tom Ferrow in the 88th minute.", [("Ferrow", 88)]),
        ("The hosts stole victory via Tom Ferrow in the 88th minute.", [("Ferrow", 88)]),
    ],
)
def test_a_goal_is_read_in_rarer_words(told: str, goals: list[tuple[str, int | None]]) -> None:
    assert printed_goals(HEAD + told) == goals


@pytest.mark.parametrize(
    "told",
    [
        "Tom Ferrow had a simple header saved after 12 minutes.",
        "Tom Ferrow had an easy finish ruled out for offside.",
        "Tom Ferrow failed to bury the rebound after 12 minutes.",
        "Tom Ferrow turned past Ben Pell after 12 minutes and crossed.",
        "Tom Ferrow turned inside into the corner of the box.",
        "The hosts had to put Tom Ferrow ahead of Ben Pell in the queue.",
        "Ben Pell claimed a point for the visitors through sheer will.",
    ],
)
def test_what_only_sounds_like_a_goal_is_none(told: str) -> None:
    assert printed_goals(HEAD + told) == []


@pytest.mark.parametrize(
    "told",
    [
        "Ben Pell picked out Tom Ferrow at the far post, who headed in after 12 minutes.",
        "Ben Pell spotted Tom Ferrow unmarked in the box, who headed in after 12 minutes.",
        "There were 12 minutes on the clock when Tom Ferrow scored.",
        "With 12 minutes on the clock Tom Ferrow scored.",
        "In the 12th minute of the match Tom Ferrow scored.",
    ],
)
def test_who_stood_somewhere_scored_and_the_clock_tells_when(told: str) -> None:
    assert printed_goals(HEAD + told) == [("Ferrow", 12)]


@pytest.mark.parametrize(
    ("head", "score"),
    [
        ("Burnley won a five-goal thriller against Reading at Turf Moor.", [3, 2]),
        ("Reading beat Burnley in a seven-goal classic at Turf Moor.", [3, 4]),
        ("Burnley and Reading shared the points in a six-goal thriller at Turf Moor.", [3, 3]),
        ("Burnley and Reading could not be separated in a four-goal thriller at Turf Moor.", [2, 2]),
    ],
)
def test_the_number_of_goals_of_a_close_match_tells_its_score(head: str, score: list[int]) -> None:
    match = printed_match(f"{head}\n\nTom Ferrow scored for the hosts late on.")
    assert (match["home"], match["away"], match["score"]) == ("Burnley", "Reading", score)


@pytest.mark.parametrize(
    ("text", "not_the_score"),
    [
        (
            "Burnley beat Reading at Turf Moor.\n\nIt was nothing like last season’s five-goal thriller between "
            "the two. Tom Ferrow scored.",
            [3, 2],
        ),
        (
            "Burnley beat Reading in a six-goal thriller at Turf Moor despite a late equaliser that was ruled out."
            "\n\nTom Ferrow scored for the hosts late on.",
            [3, 3],
        ),
        ("Burnley beat Reading 4-1 at Turf Moor.\n\nIt was hardly a five-goal thriller.", [3, 2]),
    ],
)
def test_goals_counted_of_another_match_or_against_who_won_tell_no_score(
    text: str, not_the_score: list[int]
) -> None:
    assert printed_match(text)["score"] != not_the_score


@pytest.mark.parametrize("between", ["vs", "v", "VS"])
def test_goals_on_either_side_of_versus_are_a_result(between: str) -> None:
    match = printed_match(f"Burnley 3 {between} 2 Reading\n\nTom Ferrow scored late on.")
    assert (match["home"], match["away"], match["score"]) == ("Burnley", "Reading", [3, 2])


def test_a_surname_that_ends_grounds_is_a_scorer_where_she_acts_and_a_ground_elsewhere() -> None:
    assert printed_goals(HEAD + "Jess Park scored after 12 minutes.") == [("Park", 12)]
    assert ("Park", None) in printed_goals(HEAD + "Jess Park’s strike put Burnley ahead before the break.")
    match = printed_match(
        "Blackburn beat Reading 2-1 at Ewood Park.\n\nTom Ferrow scored twice at Ewood Park."
    )
    assert match["venue"] == "Ewood Park"
    assert {g["scorer"] for g in match["goals"]} == {"Tom Ferrow"}


@pytest.mark.parametrize("agency", ["Getty Images", "Shutterstock", "Reuters/Ben Pell"])
def test_whose_picture_it_is_hides_no_team_at_the_end_of_a_caption(agency: str) -> None:
    caption = f"Tom Ferrow celebrates for Reading after scoring against Burnley{agency}\n\n"
    assert printed_match(HEAD + caption + "Ferrow scored.")["goals"][0]["team"] == "Reading"


def test_a_day_beside_who_wrote_a_report_is_no_minute_of_a_goal() -> None:
    told = printed_goals(HEAD + "Tom Ferrow 12, Ben Pell 40\nby Sam Kitchin (14/3/26)\nIt was close.")
    assert "Kitchin" not in {scorer for scorer, _ in told}


def test_a_paragraph_that_asks_readers_to_pay_tells_no_teams_and_no_goals() -> None:
    asked = "Your donation keeps Leeds United and Derby County news free: subscribe or sign up for newsletters.\n\n"
    match = printed_match(asked + "Burnley won 1-0 at home on Saturday against Reading. Tom Ferrow scored.")
    assert (match["home"], match["away"], match["score"]) == ("Burnley", "Reading", [1, 0])
    paid = (
        "\n\nYour support counts: sign up to our newsletters, subscribe, and Sam Kitchin scored for readers."
    )
    assert printed_goals(HEAD + "Tom Ferrow scored." + paid) == [("Ferrow", None)]


def test_a_result_among_such_words_stays() -> None:
    text = "Burnley 2-1 Reading: sign up, subscribe, read more\n\nTom Ferrow scored."
    assert printed_match(text)["score"] == [2, 1]


def test_another_match_of_the_league_gives_no_goals() -> None:
    text = (
        HEAD
        + "Tom Ferrow scored.\n\nIn another Championship match, Leeds beat Derby 3-0 and Ben Pell scored."
    )
    assert printed_goals(text) == [("Ferrow", None)]
    same = HEAD + "Tom Ferrow scored.\n\nIn another attack Ben Pell scored for Burnley."
    assert printed_goals(same) == [("Ferrow", None), ("Pell", None)]
