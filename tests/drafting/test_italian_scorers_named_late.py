"""Goals whose scorer is named after the move, shouted in a ticker, or called by an epithet."""

from __future__ import annotations

import json

import pytest

from knowledge.drafting import draft
from tests.drafting.told import printed_goals, printed_match

HEAD = "Bari-Lecce 2-1\n\nIl Bari batte il Lecce. "
NAMED_LATE = [
    ("Al 20' Gallo si tuffa e va da una parte, palla dall'altra: dal dischetto segna Sibilli.", ("Sibilli", 20)),
    ("Al 24' la rete: corner battuto da Maita e il gigante Vicari mette dentro di testa.", ("Vicari", 24)),
    ("Al 30' Maita serve nel corridoio Sibilli e il trequartista, rientrato sul destro, batte il rumeno con una"
     " conclusione secca.", ("Sibilli", 30)),
    ("Al 90' Maita lancia in contropiede Sibilli: corsa palla al piede, dribbling su Gallo e gol a porta vuota.",
     ("Sibilli", 90)),
    ("Dal dischetto al 13' va Sibilli, che incrocia con freddezza.", ("Sibilli", 13)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "goal"), NAMED_LATE)
def test_the_scorer_is_not_who_had_another_part(text: str, goal: tuple[str, int]) -> None:
    assert printed_goals(HEAD + text) == [goal]


def test_lines_of_a_ticker_are_goals_where_the_score_goes_up() -> None:
    text = (
        "Bari-Lecce 2-1, la diretta\n\n"
        "17' - GOL DEL BARI! Maita tocca corto e Sibilli lo colpisce al volo. Traiettoria imparabile, 1-0.\n"
        "52' - ANCORA BARI! Vicari recupera, Maita mette in mezzo: Novakovich, solo, appoggia di piatto. 2-0.\n"
        "69' - KRSTOVIC! Che gol! Il centravanti punta Vicari e scarica sotto l'incrocio: 2-1.\n"
        "81' - Sibilli supera Gallo, salva un difensore.\n\n"
        "LECCE: Gallo; Gaspar; Rafia; Krstovic. All. Gotti\n"
    )
    assert printed_goals(text) == [("Sibilli", 17), ("Novakovich", 52), ("Krstovic", 69)]


def test_minutes_told_behind_the_break_count_from_it() -> None:
    text = (
        HEAD + "Al 34' segna Sibilli. Maita calcia alto.\n\n"
        "Nella ripresa c'è una squadra sola. Il pareggio, al 18', lo firma di testa Banda.\n\n"
        "Al minuto 88 decide Vicari."
    )
    assert printed_goals(text) == [("Sibilli", 34), ("Banda", 63), ("Vicari", 88)]


def test_the_next_match_tells_no_home_side() -> None:
    text = "Lecce ko: vince il Bari 2-1\n\nIl Bari supera 2-1 il Lecce. Nel prossimo turno il Lecce ospita il Milan."
    assert printed_match(text)["home"] == "Bari"


def test_changes_goals_taken_back_and_coaches_are_told() -> None:
    text = (
        "Bari-Lecce 2-1\n\nIl Bari di Longo batte il Lecce. Gotti ripropone il tridente Banda-Krstovic-Rebic. "
        "Al 36' cross di Gaspar e zuccata vincente di Krstovic: esulta Gotti. Ma l'arbitro viene richiamato. "
        "Gol annullato, tra le proteste. Krstovic e Banda non ci stanno. Rebic calcia alto.\n\n"
        "75' - Fuori Maita, dentro Benali."
    )
    made = json.loads(draft(text).to_json())
    told = {(fact["kind"], fact["who"]) for fact in made["facts"]}
    assert {("disallowed_goal", "Krstovic"), ("substitution", "Benali")} <= told
    assert made["matches"][0]["coaches"] == {"Bari": "Longo", "Lecce": "Gotti"}
