"""Italian reports told at length: any tense, any verb that puts the ball in, other days, sides and coaches."""

from __future__ import annotations

import pytest

from knowledge.drafting.tenses import in_the_present
from tests.drafting.told import printed_goals, printed_match

HEAD = "Bari-Lecce 2-1\n\nIl Bari batte il Lecce. "
GOALS = [
    ("Al 37' un retropassaggio di Gaspar lanciava Colpani, che ringraziava e portava avanti il Bari.", ("Colpani", 37)),
    ("Al 52' Banda ha saltato anche Pucino e lo ha castigato.", ("Banda", 52)),
    ("Al 18' Colpani si gira in un fazzoletto e calcia un rasoterra che muore in fondo al sacco.", ("Colpani", 18)),
    ("Al 64' Colpani ruba palla a un avversario e dalla distanza lascia di sasso Falcone.", ("Colpani", 64)),
    ("Al 33' Sala verticalizza per Colpani: piattone e 1-0.", ("Colpani", 33)),
    ("Corini inserisce Banda e fa bene: al 70' è proprio il nuovo entrato, pescato da Sala, a battere Radunovic.",
     ("Banda", 70)),
    ("Al 12' Gaspar stende Sibilli, rigore che lo stesso attaccante trasforma.", ("Sibilli", 12)),
    ("Al 23' il tocco di Colpani, forse con la spalla, inganna Falcone.", ("Colpani", 23)),
    ("Al 72' tocco corto di Sala per Colpani e bordata che Falcone vede soltanto quando la palla è nel sacco.",
     ("Colpani", 72)),
    ("Il rigore del pari, al 39', guadagnato da Krstovic e calciato da Banda, spiazza Radunovic.", ("Banda", 39)),
    ("Al 49' Colpani incrocia il diagonale dello 0-1.", ("Colpani", 49)),
    ("Undici minuti ed è già festa: Colpani supera in velocità Gaspar e di piatto infila l'angolino.", ("Colpani", 11)),
    ("Colpani dal limite calcia forte e gonfia la rete. Corre il minuto numero nove.", ("Colpani", 9)),
    ("Al terzo dei cinque minuti di recupero Banda insacca di testa.", ("Banda", 90)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "goal"), GOALS)
def test_a_goal_is_told_by_any_verb_in_any_tense(text: str, goal: tuple[str, int]) -> None:
    assert printed_goals(HEAD + text) == [goal]


def test_a_minute_in_words_counts_from_the_half_that_the_tale_is_in() -> None:
    text = (
        HEAD
        + "Al 20' Colpani insacca di testa. Ritmi bassi.\n\nLa ripresa comincia piano. Al quarto d'ora Banda insacca."
    )
    assert printed_goals(text) == [("Colpani", 20), ("Banda", 60)]


NONE = [
    "Bastoni, lanciato a rete da Sala, cade in area.",
    "Al 20' Colpani spiazza Falcone ma centra la traversa.",
    "Corini si affida al 4-3-3; Giampaolo risponde con due linee e una marcatura a uomo su Colpani.",
    "I biancorossi avrebbero la palla per chiudere il discorso, ma Falcone è in serata di grazia.",
    "Al 61' Corini getta nella mischia Banda e fa bingo con la mossa.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_goal_is_not_taken_for_one(text: str) -> None:
    assert printed_goals(HEAD + text) == []


def test_two_goals_of_one_man_in_added_time_are_two() -> None:
    text = HEAD + "Al 94' Colpani incorna il pareggio. Al 97' Colpani insacca anche il 2-1."
    assert printed_goals(text) == [("Colpani", 94), ("Colpani", 97)]


def test_who_came_from_behind_did_not_score_first() -> None:
    match = printed_match(
        "Follia al San Nicola: il Bari va sotto 0-1 e vince 2-1 sul Lecce.\n\nAl 20' Banda insacca di testa. "
        "Al 60' Colpani insacca di testa. All'80' Sibilli batte Falcone."
    )
    sides = {g["scorer"]: g["team"] for g in match["goals"]}
    assert sides == {"Banda": "Lecce", "Colpani": "Bari", "Sibilli": "Bari"}


def test_a_lead_taken_again_and_a_match_turned_tell_sides() -> None:
    again = printed_match(
        "Bari-Lecce 2-2\n\nIl Bari si fa rimontare due volte dal Lecce. Tanta gente.\n\nAl 10' Colpani insacca. "
        "Al 30' Banda pareggia. Al 60' nuovo vantaggio: Sibilli insacca. Al 90' Krstovic insacca di testa."
    )
    assert [g["team"] for g in again["goals"]] == ["Bari", "Lecce", "Bari", "Lecce"]


def test_who_beats_a_defence_plays_against_it() -> None:
    text = "Bari-Lecce 2-3\n\nIl Lecce batte il Bari. Che partita.\n\nBari avanti al 15' con Colpani. Al 29' Banda "
    text += "pareggia. Al 48' il sorpasso: Krstovic insacca.\n\nAl 61' Sibilli raccoglie la respinta della difesa "
    text += "ospite e rimette il match in parità. All'86' Gallo timbra il colpo decisivo."
    assert [g["team"] for g in printed_match(text)["goals"]] == ["Bari", "Lecce", "Lecce", "Bari", "Lecce"]


def test_whoever_tried_to_stop_somebody_scored_the_own_goal() -> None:
    text = (
        HEAD
        + "Al 62' il tris è un regalo: Gaspar, nel tentativo di anticipare Sibilli, devia nella propria porta."
    )
    goals = printed_match(text)["goals"]
    assert [(g["scorer"], g["kind"]) for g in goals] == [("Gaspar", "own_goal")]


def test_a_goal_announced_before_a_colon_is_told_behind_it() -> None:
    text = (
        HEAD + "Bari avanti al 15': Sala scappa a Gaspar, crossa basso e Colpani in spaccata anticipa Gallo."
    )
    assert printed_goals(text) == [("Colpani", 15)]


def test_the_first_leg_is_not_of_this_match() -> None:
    text = HEAD + "Dopo il 2-0 dell'andata firmato da Perez, al ritorno la decide al 30' Colpani di testa."
    assert printed_goals(text) == [("Colpani", 30)]


OTHER_DAYS = [
    "Il Bari cerca il riscatto dopo il ko di Vicenza (1-3). Al 5' Colpani batte Falcone, al 30' Sibilli raddoppia.",
    "Al 5' Colpani batte Falcone, al 30' Sibilli raddoppia.\n\nLa gara d'andata a Lecce era terminata 3-1.",
    "Al 5' Colpani batte Falcone, al 30' Sibilli raddoppia.\n\nÈ la terza sconfitta per il Lecce, l'ultima lo 0-4 di "
    "Modena.",
]


@pytest.mark.parametrize("text", OTHER_DAYS)
def test_a_score_of_another_day_is_not_the_final_one(text: str) -> None:
    match = printed_match("Il Bari vince in casa, Lecce battuto\n\nIl Bari batte il Lecce. " + text)
    assert match["score"] == [2, 0]


def test_a_score_that_more_goals_follow_is_not_the_final_one() -> None:
    text = "Bari, festa al San Nicola\n\nIl Bari batte il Lecce. Tanta gente allo stadio. Che serata.\n\n"
    text += "Al 5' Colpani insacca e fa 1-0. Al 30' Sibilli raddoppia di testa. Al 70' Sala cala il tris."
    assert printed_match(text)["score"] == [3, 0]


def test_a_club_only_called_by_a_nickname_gives_way_to_one_that_is_named() -> None:
    text = "Benfica, rimonta a Braga\n\nLe Aquile di José Mourinho battono il Braga 2-1 con Pavlidis al 90'."
    match = printed_match(text)
    assert {match["home"], match["away"]} == {"Braga", "Benfica"}


def test_the_colours_of_several_clubs_may_be_those_of_an_unknown_one() -> None:
    text = "Lo Slavia travolge il Bologna 2-0\n\nLo Slavia batte 2-0 il Bologna. Al 20' biancorossi avanti con Provod."
    goals = printed_match(text)["goals"]
    assert [(g["scorer"], g["team"]) for g in goals] == [("Provod", "Slavia")]


def test_a_coach_is_told_by_whom_he_sent_on_and_by_his_men() -> None:
    text = HEAD + "Al 60' Corini inserisce Sibilli. Al 65' Sibilli raddoppia per il Bari."
    assert printed_match(text)["coaches"] == {"Bari": "Corini"}


def test_a_ticker_shouts_what_a_goal_did() -> None:
    text = "Bari-Lecce 2-0\n74' RADDOPPIOOO! Colpani! Che azione.\n26' VANTAGGIO BARI!!! Sibilli dal limite: 1-0!"
    assert sorted(printed_goals(text)) == [("Colpani", 74), ("Sibilli", 26)]


TENSES = [
    ("<p0> portava avanti il <t1>", "<p0> porta avanti il <t1>"),
    ("<p0> batté <p1>", "<p0> batte <p1>"),
    ("<p0> ha poi colpito", "<p0> poi colpisce"),
    ("<p0> aveva segnato", "<p0> aveva segnato"),
    ("il <t0> ha mandato via <p1>", "il <t0> ha mandato via <p1>"),
]


@pytest.mark.parametrize(("told", "now"), TENSES)
def test_the_past_of_play_is_read_as_its_present(told: str, now: str) -> None:
    assert in_the_present(told) == now
