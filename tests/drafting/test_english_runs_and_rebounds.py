"""English reports: results within a run of others, rebounds, goals shouted at a time of day, who scored after all."""

from __future__ import annotations

import pytest

from tests.drafting.told import HEAD, printed_goals, printed_match

LATE = "Burnley climbed the table thanks to Tom Ferrow’s late winner against Reading.\n\n"


@pytest.mark.parametrize(
    "run",
    [
        "The Clarets had lost five of their last six, including a 4-0 drubbing at Luton.",
        "Burnley had won just one of their last six, including a 3-1 defeat by Luton.",
        "Reading have now lost four in a row, including a heavy 5-2 loss to Luton.",
        "Burnley had drawn three of their previous four, the last of them 2-2 at Luton.",
    ],
)
def test_a_result_within_a_run_is_another_matchs(run: str) -> None:
    match = printed_match(LATE + run)
    assert {match["home"], match["away"]} == {"Burnley", "Reading"}
    assert match["score"] in ([1, 0], None)


def test_a_result_including_a_goal_of_somebody_stays_this_matchs() -> None:
    text = "Burnley beat Reading 3-1 at Turf Moor, including a brace by Tom Ferrow."
    assert printed_match(text)["score"] == [3, 1]


@pytest.mark.parametrize(
    ("told", "goals"),
    [
        ("Tom Ferrow was quickest to the loose ball, tapping in for 1-0.", [("Ferrow", None)]),
        ("Ben Pell nodded home to make it 2-0 after 12 minutes.", [("Pell", 12)]),
        (
            "Sam Kitchin kept out his spot kick, only for Tom Ferrow to gobble up the rebound.",
            [("Ferrow", None)],
        ),
        ("In the last minute Tom Ferrow bent one in from 25 yards.", [("Ferrow", 90)]),
        ("Tom Ferrow stepped up to send the keeper the wrong way.", [("Ferrow", None)]),
        ("Tom Ferrow bent one in the direction of the far post but wide.", []),
        ("Tom Ferrow mopped up the loose ball and the hosts breathed again.", []),
        ("Tom Ferrow turned in for the night.", []),
    ],
)
def test_rebounds_and_the_score_that_a_goal_made(told: str, goals: list[tuple[str, int | None]]) -> None:
    assert printed_goals(HEAD + told) == goals


@pytest.mark.parametrize(
    "told",
    [
        "Sam Kitchin then denied Ben Pell, before the Slovenian curled in the third in the 76th minute.",
        "Sam Kitchin thwarted Ben Pell, but the striker headed in on 76 minutes.",
        "Sam Kitchin saved from Ben Pell before he slotted home in the 76th minute.",
    ],
)
def test_who_was_denied_scores_when_he_does_better_not_the_goalkeeper(told: str) -> None:
    assert printed_goals(HEAD + told) == [("Pell", 76)]


def test_goals_shouted_at_a_time_of_day_are_read_with_the_words_behind_them() -> None:
    match = printed_match(
        "Burnley 1-1 Reading\n\n4.38pm GOAL! Burnley 1-1 Reading (Pell 78) It had been coming.\n\n"
        "3.51pm Half time: Burnley 1-0 Reading.\n\n"
        "3.34pm GOAL! Burnley 1-0 Reading (Ferrow 33) A mistake, and Tom Ferrow strolls through."
    )
    assert match["score"] == [1, 1]
    told = [(goal["scorer"].split()[-1], goal["minute"], goal["team"]) for goal in match["goals"]]
    assert told == [("Ferrow", 33, "Burnley"), ("Pell", 78, "Reading")]


@pytest.mark.parametrize("more", ["Brixham have won four in a row.", "Brixham play again on Saturday."])
def test_an_unknown_club_told_last_in_the_first_sentence_is_a_team(more: str) -> None:
    match = printed_match(
        "Tom Ferrow scored in the 64th minute, Sam Kitchin made three saves and Brixham beat Reading 1-0 on "
        f"Wednesday night.\n\n{more}"
    )
    assert (match["home"], match["away"], match["score"]) == ("Brixham", "Reading", [1, 0])


def test_somebody_who_beats_his_man_is_no_team() -> None:
    match = printed_match(
        HEAD + "Tom Ferrow crossed and Ben Pell beat Reading keeper Sam Kitchin after 12 minutes."
    )
    assert (match["home"], match["away"], match["score"]) == ("Burnley", "Reading", [2, 1])
