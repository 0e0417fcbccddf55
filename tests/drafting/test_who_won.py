"""Who won and who was at home, where a sentence tells of other results and places, too."""

from __future__ import annotations

import json
from typing import Any

import pytest

from knowledge.drafting import draft


def match_in(text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(draft(text).to_json())["matches"][0]
    return found


RESULTS = [
    ("Il Bari si riprende dopo la sconfitta di Foggia, piegando per 2-3 il Lecce.", "Lecce", "Bari", [2, 3]),
    ("Serata facile per il Bari, impegnato in trasferta contro il Lecce. La gara si chiude 1-3 per il Bari.",
     "Lecce", "Bari", [1, 3]),
    ("Il Lecce, dopo il pareggio con il Foggia, cade per 3-1 contro il Bari, che i padroni di casa hanno dominato.",
     "Bari", "Lecce", [3, 1]),
    ("Il Bari risale superando il Lecce al San Nicola e approfittando del ko del Foggia. A segno Maita e "
     "Sibilli, inutile il gol degli ospiti con Banda.", "Bari", "Lecce", [2, 1]),
    ("Finisce la coppa del Bari. Il prossimo avversario del Foggia perde per 2-1 in casa del Lecce.",
     "Lecce", "Bari", [2, 1]),
    ("Allo stadio Monumental di Lima il Flamengo batte 2-1 il River Plate.", "Flamengo", "River Plate", [2, 1]),
    ("Che spettacolo tra Bari e Lecce. A spuntarla i salentini padroni di casa, che si sono imposti per 2-1.",
     "Lecce", "Bari", [2, 1]),
    ("Il Lecce ha avuto la meglio del Bari. Il risultato finale è di 1-2 per la squadra salentina, che ha vinto "
     "grazie alla doppietta di Banda, il capitano dei giallorossi.", "Bari", "Lecce", [1, 2]),
    ("Alla prima giornata Lecce e Bari si affrontano: vincono gli ospiti per 4-1, salendo a meno uno dal Foggia.",
     "Lecce", "Bari", [1, 4]),
    ("Il Lecce si arrende al Bari, bravo a vincere 4-1 al Via del Mare.", "Lecce", "Bari", [1, 4]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "home", "away", "score"), RESULTS)
def test_the_result_told_next_to_the_score_is_the_one_that_counts(
    text: str, home: str, away: str, score: list[int]
) -> None:
    match = match_in(text)
    assert (match["home"], match["away"], match["score"]) == (home, away, score)


HEAD = "Bari-Lecce 2-1\n\nIl Bari batte il Lecce. "
SCORERS = [
    (HEAD + "I galletti segnano l'1-0: al 18' Di Cesare innesca Sibilli, che firma il vantaggio.", [("Sibilli", 18)]),
    (HEAD + "Al 20' rigore per i galletti. Dagli 11 metri va Maita che spiazza Falcone.", [("Maita", None)]),
    (HEAD + "Al 20' rigore per i galletti. Dal dischetto va Maita che sbaglia.", []),
    (HEAD + "In rete Maita, pareggio giallorosso con Banda.", [("Maita", None), ("Banda", None)]),
    (HEAD + "Dorval serve Lasagna, che trova Maita pronto a superare Falcone.", [("Maita", None)]),
    (HEAD + "Rigore per i galletti: dagli undici metri va Giugliano che spiazza Falcone.", [("Giugliano", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "goals"), SCORERS)
def test_the_scorer_is_told_whoever_serves_him_or_faces_him(
    text: str, goals: list[tuple[str, int | None]]
) -> None:
    found = [
        (g["scorer"], g["minute"] if m else None)
        for g, (_, m) in zip(match_in(text)["goals"], goals, strict=True)
    ]
    assert found == goals


def test_the_scorers_of_a_list_count_for_the_team_named_behind_them() -> None:
    text = "Lecce-Bari 1-2\n\nTermina 1-2. In gol Banda per il Lecce, Maita e Sibilli per il Bari."
    assert [(g["scorer"], g["team"]) for g in match_in(text)["goals"]] == [
        ("Banda", "Lecce"),
        ("Maita", "Bari"),
        ("Sibilli", "Bari"),
    ]


def test_a_sure_goal_is_kept_where_its_words_name_the_beaten_team() -> None:
    text = "I galletti superano per 1-0 il Lecce grazie a una rete realizzata da Marco Maita al minuto 87 per il Bari."
    assert [(g["scorer"], g["minute"]) for g in match_in(text)["goals"]] == [("Marco Maita", 87)]
