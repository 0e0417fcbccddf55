"""Which of a text's scores is the final one, whose goals are another match's, who met whom at home."""

import json

import pytest

from knowledge.drafting import draft

SCORES = [
    # the season's name beside the score does not put it into the past
    (
        "Leeds came from behind to defeat Everton 2-1 in their opening game of the season at "
        "Goodison Park, with substitute Sam Perrin scoring the late winner.\n\nLast season's runners-up fell behind to "
        "a Lee Dunmow goal.",
        [1, 2],
    ),
    # half-time, an earlier meeting and the final score
    (
        "Leeds were held to a 2-2 draw at home by Everton.\n\nThey led 2-0 at the break through Sam Perrin and Lee "
        "Dunmow. Everton, who had lost 3-1 here in May, hit back with goals from Carl Harding and Neil Bissett.",
        [2, 2],
    ),
]


@pytest.mark.parametrize(("text", "score"), SCORES)
def test_the_final_score_among_several(text: str, score: list[int]) -> None:
    match = json.loads(draft(text).to_json())["matches"][0]
    assert sorted(match["score"]) == sorted(score)


def test_goals_of_another_match_told_below_are_left_out() -> None:
    text = (
        "Porto began the season with a 1-0 home win over Boavista on Sunday, Sam Perrin scoring after 16 minutes.\n\n"
        "Benfica, also playing at home, were held to a 1-1 draw by Braga. Benfica opened the scoring in the 81st "
        "minute with a penalty by Lee Dunmow. Braga defender Carl Harding equalised seven minutes from time."
    )
    match = json.loads(draft(text).to_json())["matches"][0]
    assert [goal["scorer"] for goal in match["goals"]] == ["Sam Perrin"]


def test_whoever_is_met_at_home_is_the_guest() -> None:
    text = (
        "Newcastle steal the points\n\nSam Perrin's goal in the 94th minute earned a win over Chelsea at home. "
        "Newcastle won 1-0."
    )
    match = json.loads(draft(text).to_json())["matches"][0]
    assert (match["home"], match["away"], match["score"]) == ("Newcastle", "Chelsea", [1, 0])


GOALS = [
    # who served, who was fouled and who missed are no scorers
    (
        "Leeds beat Everton 1-0.\n\nLeeds took the lead in the 20th minute when a corner from Sam Perrin was headed in "
        "by Lee Dunmow. Carl Harding earned a penalty but it was saved, and Neil Bissett fired over from close range.",
        ["Lee Dunmow"],
    ),
    # a man may do what his team does
    (
        "Leeds drew 1-1 with Everton.\n\nSam Perrin put Everton in front after 12 minutes. Veteran striker Lee Dunmow "
        "came on in the second half and snatched an 85th-minute equaliser for Leeds.",
        ["Sam Perrin", "Lee Dunmow"],
    ),
    # goals to somebody
    (
        "First-half goals to Sam Perrin and Lee Dunmow secured Leeds a 2-0 win over Everton.",
        ["Sam Perrin", "Lee Dunmow"],
    ),
]


@pytest.mark.parametrize(("text", "scorers"), GOALS)
def test_scorers_are_told_from_those_who_had_another_part(text: str, scorers: list[str]) -> None:
    match = json.loads(draft(text).to_json())["matches"][0]
    assert sorted(goal["scorer"] for goal in match["goals"]) == sorted(scorers)


WINNERS = [
    ("Leeds ended an eight-match losing streak with a 3-0 triumph over Everton at Elland Road.", [3, 0]),
    ("Leeds recovered from going a goal down to defeat Everton 3-1 at home.", [3, 1]),
    ("Leeds, at home, replaced Everton in third after winning their meeting 4-3.", [4, 3]),
]


@pytest.mark.parametrize(("text", "score"), WINNERS)
def test_the_winner_by_words_that_stand_round_the_score(text: str, score: list[int]) -> None:
    match = json.loads(draft(text).to_json())["matches"][0]
    assert (match["home"], match["score"]) == ("Leeds", score)


def test_a_line_up_in_figures_is_no_score() -> None:
    text = (
        "Leeds switched from 3-4-1-2 to 4-4-2 after the break. Sam Perrin gave Leeds the lead at home to Everton, who "
        "lost 1-0."
    )
    assert json.loads(draft(text).to_json())["matches"][0]["score"] == [1, 0]


def test_a_minute_counted_back_from_the_break_behind_took_the_lead() -> None:
    text = "Leeds beat Everton 1-0. Leeds took the lead five minutes before half-time through Sam Perrin."
    goals = json.loads(draft(text).to_json())["matches"][0]["goals"]
    assert [(goal["scorer"], goal["minute"]) for goal in goals] == [("Sam Perrin", 40)]


def test_more_than_sixty_seconds_are_the_second_minute() -> None:
    text = "Leeds beat Everton 1-0 at home. Sam Perrin opened the scoring just 80 seconds in with a curled finish."
    goals = json.loads(draft(text).to_json())["matches"][0]["goals"]
    assert [(goal["scorer"], goal["minute"]) for goal in goals] == [("Sam Perrin", 2)]
