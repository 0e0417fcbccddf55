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


SCORES = [
    # the score of the second leg beside that of the first
    (
        "Il Rimini si salva grazie al 2-0 dell'andata a Cesena e allo 0-2 al ritorno. Retrocede il Cesena.",
        {0, 2},
    ),
    # a defeat of another day does not make the loser
    ("Il Rimini si riscatta dal ko contro il Prato andando ad imporsi a Cesena per 2-0.", {0, 2}),
]


@pytest.mark.parametrize(("text", "score"), SCORES)
def test_the_score_of_this_match(text: str, score: set[int]) -> None:
    match = json.loads(draft(text).to_json())["matches"][0]
    assert set(match["score"]) == score


def test_a_defeat_against_the_rivals_of_a_club_is_the_other_clubs() -> None:
    text = "Pesante sconfitta per 6-0 del Rimini contro i rivali storici del Cesena. Stadio Manuzzi in festa."
    match = json.loads(draft(text).to_json())["matches"][0]
    assert (match["home"], match["score"]) == ("Cesena", [6, 0])


def test_a_defeat_at_home_by_another_club() -> None:
    match = json.loads(draft("Il Rimini saluta la coppa, sconfitto 3-1 in casa dal Cesena.").to_json())[
        "matches"
    ][0]
    assert (match["home"], match["score"]) == ("Rimini", [1, 3])


def test_a_club_beside_two_nations_is_only_its_players() -> None:
    text = (
        "La Costa d'Avorio batte la Nigeria 1-0.\n\nAll'81' gli elefanti passano: l'attaccante del Borussia Dortmund "
        "Tirelli devia in rete. Le super aquile non reagiscono."
    )
    match = json.loads(draft(text).to_json())["matches"][0]
    assert {match["home"], match["away"]} == {"Costa d'Avorio", "Nigeria"}
    assert [(g["scorer"], g["minute"]) for g in match["goals"]] == [("Tirelli", 81)]


def test_results_and_scorers_of_other_matches_below_are_left_out() -> None:
    text = (
        "Il Tottenham batte 1-0 l'Everton con Tirelli, a segno al 20'.\n\nGli altri risultati\n\n"
        "Leeds - West Ham 2-1\n\n3' Bonfa (L), 15' Marchi (L), 90' Pezzi (W)"
    )
    match = json.loads(draft(text).to_json())["matches"][0]
    assert [g["scorer"] for g in match["goals"]] == ["Tirelli"]


WINNERS = [
    (
        "Una rete di Tirelli regala il trionfo al Bari nella finale contro il Lecce. Un successo per 1-0.",
        "Bari",
    ),
    ("Il Bari vince la coppa battendo nella finale il Lecce per 2-1 in rimonta.", "Bari"),
]


@pytest.mark.parametrize(("text", "winner"), WINNERS)
def test_who_won(text: str, winner: str) -> None:
    match = json.loads(draft(text).to_json())["matches"][0]
    better = match["home"] if match["score"][0] > match["score"][1] else match["away"]
    assert better == winner


def test_defeats_far_from_the_own_ground_are_away() -> None:
    text = (
        "Vince il Cesena. Tre punti contro lo Spezia, alla terza sconfitta lontano dal Picco. Decide Tirelli."
    )
    assert json.loads(draft(text).to_json())["matches"][0]["home"] == "Cesena"


def test_the_score_at_half_time_is_not_the_final_one() -> None:
    text = (
        "Bari e Lecce, che gara!\n\nIl primo tempo si chiude di fatto qui, con il Bari avanti 2-0. "
        "Poi il Lecce rimonta. Finisce 2-2."
    )
    assert json.loads(draft(text).to_json())["matches"][0]["score"] == [2, 2]


LATER_OPPONENTS = [
    "Il Lecce vince anche in casa del Bari per 3-2 e ora attende la risposta del Cesena, impegnato domani in casa "
    "del Rimini.",
    "Il Lecce non va oltre l'1-1 sul campo del Bari e dovrà ora concentrarsi sulla sfida di ritorno delle "
    "semifinali di Coppa Italia contro il Cesena.",
]


@pytest.mark.parametrize("text", LATER_OPPONENTS)
def test_who_plays_later_is_no_opponent(text: str) -> None:
    match = json.loads(draft(text).to_json())["matches"][0]
    assert (match["home"], match["away"]) == ("Bari", "Lecce")
