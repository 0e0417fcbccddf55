"""English reports: a scorer told beside the team that he scored against is not of that team."""

from __future__ import annotations

import pytest

from tests.drafting.told import HEAD, printed_match


def sides(told: str) -> list[str | None]:
    """Return the teams of the goals that are told."""
    return [goal["team"] for goal in printed_match(HEAD + told)["goals"]]


@pytest.mark.parametrize(
    "told",
    [
        "Reading’s defending was poor when Tom Ferrow scored in the 12th minute.",
        "Reading’s marking went missing as Tom Ferrow headed in.",
        "The Reading defence was asleep as Tom Ferrow headed in.",
        "Reading’s goalkeeper was beaten when Tom Ferrow shot low into the corner.",
        "Reading’s back four stood still and Tom Ferrow scored.",
        "Reading’s resistance was broken when Tom Ferrow scored.",
    ],
)
def test_who_scores_while_a_teams_defenders_sleep_is_not_theirs(told: str) -> None:
    assert sides(told) in (["Burnley"], [None])


@pytest.mark.parametrize("then", ["levelled", "equalised", "equalised from close range"])
@pytest.mark.parametrize("bound", [" before", ", but", " until"])
def test_who_levels_after_a_team_went_ahead_is_of_the_other(then: str, bound: str) -> None:
    assert sides(f"Tom Ferrow put Burnley ahead{bound} Ben Pell {then}.") == ["Burnley", "Reading"]


def test_a_lead_wiped_out_is_the_other_teams() -> None:
    assert sides("Burnley’s lead was wiped out when Ben Pell equalised.") == ["Reading"]


def test_who_wins_it_after_that_is_of_the_winners() -> None:
    told = "Tom Ferrow put Burnley ahead before Ben Pell levelled, and Sam Kitchin won it."
    assert sides(told) == ["Burnley", "Reading", "Burnley"]


@pytest.mark.parametrize(
    "told",
    [
        "Reading’s keeper kicked long and Ben Pell scored for the visitors.",
        "Reading’s defence broke quickly and Ben Pell scored for Reading.",
        "Reading extended their lead as Ben Pell scored.",
        "Reading’s lead was doubled when Ben Pell scored.",
    ],
)
def test_a_goal_of_the_team_that_is_named_stays_its_own(told: str) -> None:
    assert sides(told) == ["Reading"]
