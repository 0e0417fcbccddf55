"""English reports that tell a goal in any words: who scored, for whom and when is known from what stands around."""

from __future__ import annotations

import pytest

from tests.drafting.told import printed_match

HEAD = "Fleetwood 0-1 Barnet\n\n"


def test_the_only_goal_is_told_over_two_sentences() -> None:
    text = HEAD + (
        "The one goal of a grey afternoon arrived in the 63rd minute. Fleetwood could not clear a corner and Dean "
        "Orme, signed from Derby in July, turned and fired in from six yards."
    )
    goals = [(g["scorer"], g["minute"], g["team"]) for g in printed_match(text)["goals"]]
    assert goals == [("Dean Orme", 63, "Barnet")]


def test_a_pronoun_goes_back_to_whoever_was_spoken_of() -> None:
    text = HEAD + (
        "Dean Orme had waited months for a start. In the 63rd minute he chested down a long throw and drove it low "
        "into the corner for Barnet."
    )
    assert [(g["scorer"], g["minute"]) for g in printed_match(text)["goals"]] == [("Dean Orme", 63)]


@pytest.mark.parametrize(
    "story",
    [
        "Barnet keeper Lou Vasko saved from Dean Orme early on. Orme scored in the 63rd minute.",
        "Dean Orme was brought down by Barnet captain Rob Tull early on. Orme scored in the 63rd minute.",
    ],
)
def test_whoever_plays_against_one_of_a_side_scores_for_the_other(story: str) -> None:
    text = "Fleetwood 1-0 Barnet\n\n" + story
    assert [(g["scorer"], g["team"]) for g in printed_match(text)["goals"]] == [("Dean Orme", "Fleetwood")]


def test_a_coach_is_tied_to_his_side_by_the_next_sentence() -> None:
    text = HEAD + (
        "Dean Orme scored for Barnet in the 63rd minute. For Carl Benning it was a day to keep. The 41-year-old Barnet "
        "head coach had lost his first four matches."
    )
    assert printed_match(text)["coaches"] == {"Barnet": "Carl Benning"}
