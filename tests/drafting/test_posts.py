"""Who kept goal and who coached, read from what keepers and coaches do in a report rather than from a title."""

from __future__ import annotations

import tomllib

import pytest

from knowledge.drafting import draft

KEPT = """Grimsby 2-1 Oldham

Pete Larkin fired Grimsby ahead in the 20th minute with a low shot past Ned Foulger.
Oldham's Will Strand was then denied by a fine save from Grimsby keeper Tom Askew.
Strand levelled in the 51st minute before Larkin beat Foulger again at the near post with ten minutes left.
"""
LED = """Novara-Lumezzane 2-1

Apre al 12' Galbiati per il Novara con un destro che non lascia scampo a Perotta.
La squadra di Delneri pareggia al 40' con Zanchi, che di testa supera Mainero.
Decide all'80' ancora Galbiati. I ragazzi di Fossati salgono al quinto posto con la rete di Galbiati.
"""
NOT_LED = """Grimsby 0-1 Oldham

Will Strand headed the only goal for Oldham after 33 minutes.
It was a sixth defeat in a row for Bob Sharrow's side when Strand scored.
"""


def _match(text: str) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = tomllib.loads(draft(text).to_toml())["match"][0]
    return found


def test_a_keeper_is_known_by_the_goals_he_lets_in_and_the_shots_he_stops() -> None:
    keepers = _match(KEPT)["goalkeepers"]
    assert keepers == {"grimsby": "tom-askew", "oldham": "ned-foulger"}


def test_in_italian_the_side_of_a_keeper_is_the_one_that_concedes() -> None:
    match = _match(LED)
    assert match["goalkeepers"] == {"novara": "mainero", "lumezzane": "perotta"}


def test_the_coach_whose_men_score_is_that_of_the_scorer() -> None:
    assert _match(LED)["coaches"] == {"novara": "fossati", "lumezzane": "delneri"}


def test_men_who_are_scored_against_are_not_the_scorers() -> None:
    assert "oldham" not in _match(NOT_LED).get("coaches", {})


@pytest.mark.parametrize("winger", ["Doherty", "Lumley"])
def test_who_takes_a_corner_is_no_keeper(winger: str) -> None:
    text = (
        f"Grimsby 1-0 Oldham\n\nLarkin headed in a corner taken by {winger} in the 20th minute for Grimsby.\n"
    )
    assert "goalkeepers" not in _match(text)
