"""Which two teams played where the text names others, too: next opponents, last week's, the land of both clubs."""

import json

import pytest

from knowledge.drafting import draft

TEAMS = [
    # the next opponent
    (
        "Il Bari si prende la finale: in finale sfiderà il Lecce\n\nUn gran Bari batte 3-1 il Foggia e si qualifica "
        "per la finale contro il Lecce. In gol Tirelli, Bonfa e Marchi.",
        {"Bari", "Foggia"},
    ),
    # last week's opponent, and a town that stands for its club
    (
        "La Ternana si riscatta dal ko interno subito contro il Prato andando ad imporsi a Rimini per 2-0.",
        {"Ternana", "Rimini"},
    ),
    # the land that opens a headline
    (
        "Scozia, il derby va ai Rangers: il Celtic perde 2-0\n\nDecide la doppietta di Tirelli.",
        {"Rangers", "Celtic"},
    ),
    # a town of several clubs is no club of its own
    (
        "Il Celtic vince il derby di Glasgow: 2-1 ai Rangers con Tirelli e Bonfa, inutile Marchi.",
        {"Celtic", "Rangers"},
    ),
    # no score in figures, no scorer
    ("Il Barletta batte il Foggia nella finale di Coppa giocata ieri sera.", {"Barletta", "Foggia"}),
]


@pytest.mark.parametrize(("text", "teams"), TEAMS)
def test_the_two_teams_that_played(text: str, teams: set[str]) -> None:
    match = json.loads(draft(text).to_json())["matches"][0]
    assert teams <= {match["home"], match["away"]}


def test_a_nil_typed_as_a_letter() -> None:
    match = json.loads(draft("Il Bari batte 2-o il Lecce.").to_json())["matches"][0]
    assert sorted(match["score"]) == [0, 2]
