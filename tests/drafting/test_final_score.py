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
