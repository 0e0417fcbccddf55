"""Italian reports: goals told from chances and kicks, own goals in lists, what is no team and no person."""

from __future__ import annotations

import json
from typing import Any

import pytest

from knowledge.drafting import draft


def match_in(text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(draft(text).to_json())["matches"][0]
    return found


def goals_in(text: str) -> list[tuple[str, int | None]]:
    return [(g["scorer"], g["minute"]) for g in match_in(text)["goals"]]


RESULTS = [
    ("Importante successo dell'Italia a Differdange: 3-0 sul Lussemburgo con le reti di Rossi, Bianchi e Verdi.",
     ["Lussemburgo", "Italia"], [0, 3]),
    ("Il Bari e il Lecce danno spettacolo. Segna Maita al 20', risponde Banda al 68'.\n\nAll'82' le due squadre "
     "sono ancora in parità, poi ancora Banda insacca e così termina il match sul 1-2.", ["Bari", "Lecce"], [1, 2]),
    ("Bari-Lecce 2-2\n\nTermina 2-2, poi la lotteria. Il verdetto è 4-3 dal dischetto per il Bari.\n\n"
     "Rigori: Bari 4-3 Lecce.", ["Bari", "Lecce"], [2, 2]),
    ("Il Giappone, dopo aver battuto 2-1 la Germania all'esordio, piega 2-1 anche la Spagna. Il Giappone vola "
     "agli ottavi davanti alla Spagna.", ["Giappone", "Spagna"], [2, 1]),
    ("Il Bari supera 1-0 il Lecce. I galletti trovano la prima vittoria tra le mura amiche, dove mancava dal 2-0 "
     "proprio al Lecce.", ["Bari", "Lecce"], [1, 0]),
    ("Grazie a un rigore di Kramaric dell'Hoffenheim, la Croazia vola in finale di Nations League. La Croazia "
     "supera 4-2 l'Olanda dopo i supplementari.", ["Croazia", "Olanda"], [4, 2]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "teams", "score"), RESULTS)
def test_teams_and_scores_are_told_from_what_else_a_report_says(
    text: str, teams: list[str], score: list[int]
) -> None:
    match = match_in(text)
    assert ([match["home"], match["away"]], match["score"]) == (teams, score)


HEAD = "Bari-Lecce 2-1\n\nIl Bari batte il Lecce. "
GOALS = [
    (HEAD + "Nella ripresa, al 56', Maita trasforma il calcio di rigore.", [("Maita", 56)]),
    (HEAD + "Toscani in vantaggio con il secondo gol consecutivo di Pietro Maita.", [("Pietro Maita", None)]),
    (HEAD + "Il raddoppio, invece, arrivato al 35' per opera di Maita.", [("Maita", 35)]),
    (HEAD + "Mario Banda non ha segnato, sbagliando un rigore. Al 5' passa il Bari con Maita.", [("Maita", 5)]),
    (HEAD + "Gondo spreca due occasioni, poi all'86' una bella girata di Maita fissa il risultato sul 2-1.",
     [("Maita", 86)]),
    (HEAD + "Cross di Sala che scodella per l'inserimento vincente di Maita, nulla da fare per Falcone.",
     [("Maita", None)]),
    (HEAD + "I biancorossi riescono a superare il Lecce al 43' con Maita.", [("Maita", 43)]),
    (HEAD + "Al 12' segna Maita.\n\nAi calci di rigore sbagliano in due. Con l'ultimo rigore realizzato da Sala "
     "passa il Bari.", [("Maita", 12)]),
    (HEAD + "La ripresa si apre con il tiro dalla distanza di Banda al 47', deviato in corner da Brenno. Al 60' "
     "segna Maita.", [("Maita", 60)]),
    (HEAD + "Al 12' segna Maita, rendendo inutile il successo del Milan per 3-0 sul Genoa (vantaggio di Leao, "
     "raddoppio di Gimenez).", [("Maita", 12)]),
    (HEAD + "Gara in discesa, passati in vantaggio al 5' con\nMaita e poi padroni del campo.", [("Maita", 5)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "goals"), GOALS)
def test_goals_are_told_from_chances_shoot_outs_and_other_matches(
    text: str, goals: list[tuple[str, int | None]]
) -> None:
    assert goals_in(text) == goals


def test_a_listed_own_goal_is_of_the_name_behind_the_word() -> None:
    match = match_in("Empoli e Lecce fanno 1-1.\n\nMarcatori: Corvi (L), autogol Rafia (E).")
    assert [(g["scorer"], g["kind"]) for g in match["goals"]] == [("Corvi", "goal"), ("Rafia", "own_goal")]


def test_halves_parted_by_semicolons_are_no_teams() -> None:
    match = match_in(
        "Bari 3\nLecce 1\nReti: p.t. 17' Maita rig.; s.t. 1' Sibilli, 2' Banda, 24' Sibilli.\n\n"
        "Il Bari batte il Lecce 3-1. Banda segna per il Lecce."
    )
    assert (match["goals"][0]["minute"], match["goals"][0]["team"]) == (17, "Bari")


def test_a_name_with_a_plural_article_is_no_person() -> None:
    assert all(
        name != "Tulipani" for name, _ in goals_in('I "Tulipani" pareggiano 2-2 in casa della Germania.')
    )
