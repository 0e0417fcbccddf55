"""Italian reports: the match told from others that a report names, its goals and lists."""

from __future__ import annotations

import json
from typing import Any

import pytest

from knowledge.drafting import draft


def match_in(text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(draft(text).to_json())["matches"][0]
    return found


RESULTS = [
    ("Il Bari parte bene in campionato. Il sodalizio pugliese piega per 2-1 il Lecce.\n\nFermato sul 2-2 "
     "il Catania dal Foggia. Per il resto, successi di Trapani (2-1 al Potenza) e Crotone (1-0 al Monopoli).",
     {"Bari", "Lecce"}, [2, 1]),
    ("L'Italia è a un passo dai Mondiali: vince 0-8 in casa della Moldavia. L'Italia ha due punti di vantaggio sulla "
     "Svizzera (che ha battuto 0-2 la Croazia).", {"Italia", "Moldavia"}, [0, 8]),
    ("Il Bari batte il Lecce per 6-5 dopo i calci di rigore. I tempi regolamentari terminano 2-2.",
     {"Bari", "Lecce"}, [2, 2]),
    ("Il Lecce si inchina al Bari, capace di espugnare il Via del Mare 4-1.", {"Bari", "Lecce"}, [1, 4]),
    ("Il Bari supera agilmente il Lecce per 5 a 0: a segno Maita nel primo tempo, poi dilagano.",
     {"Bari", "Lecce"}, [5, 0]),
    ("Il Lugano supera 2-0 il Sion e si porta a meno uno dal Basilea. Per il Lugano segna Bottani.",
     {"Lugano", "Sion"}, [2, 0]),
    ("BARI/LECCE - Il Foggia vince 2-0 contro il Trapani in Coppa Svizzera. Per il Foggia è festa.",
     {"Foggia", "Trapani"}, [2, 0]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "teams", "score"), RESULTS)
def test_the_match_is_told_from_the_others_that_a_report_names(
    text: str, teams: set[str], score: list[int]
) -> None:
    match = match_in(text)
    assert (set(match["teams"]), match["score"]) == (teams, score)


HEAD = "Bari-Lecce 2-1\n\nIl Bari batte il Lecce. "
GOALS = [
    (HEAD + "Zuzek recupera palla su Banda, l'azione si sviluppa e Maita, servito con precisione, batte il portiere "
     "firmando l'1-0.", [("Maita", None)]),
    (HEAD + "Le marcatrici sono state Maita, Sibilli e Dorval.",
     [("Maita", None), ("Sibilli", None), ("Dorval", None)]),
    (HEAD + "Dalla panchina entrano Maita e Sibilli, che rispettivamente al 52' e al 63' hanno superato Falcone.",
     [("Maita", 52), ("Sibilli", 63)]),
    (HEAD + "Il Bari va in gol: al 4' bel lavoro di Dorval sulla fascia e Maita è pronto ad infilare.", [("Maita", 4)]),
    (HEAD + "Banda ha sfiorato il colpo da tre punti con un destro. Al 12' segna Maita.", [("Maita", 12)]),
    (HEAD.replace("2-1", "3-1") + "I galletti trovano il successo con Maita (68'), Sibilli (80') e Dorval (95').",
     [("Maita", 68), ("Sibilli", 80), ("Dorval", 95)]),
    (HEAD + "Nella ripresa il Bari cambia marcia. Si riparte forte. Ci crede il pubblico.\n\nAl 7' Maita segna con "
     "un tiro dalla distanza.", [("Maita", 7)]),
    (HEAD + "Al 24' sblocca la gara una conclusione di Giugliano dal limite.", [("Giugliano", 24)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "goals"), GOALS)
def test_goals_have_their_scorers_and_minutes(text: str, goals: list[tuple[str, int | None]]) -> None:
    assert [(g["scorer"], g["minute"]) for g in match_in(text)["goals"]] == goals


def test_scorers_listed_behind_a_result_are_read() -> None:
    match = match_in(
        "Il Bari pareggia con il Lecce.\n\nBARI-LECCE 2-2: 23' Maita (B), 33' Banda (L), 39' Maita (B), 47' aut. "
        "Maita (L)."
    )
    assert [(g["minute"], g["kind"]) for g in match["goals"]] == [
        (23, "goal"),
        (33, "goal"),
        (39, "goal"),
        (47, "own_goal"),
    ]
