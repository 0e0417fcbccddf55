"""Reports in the manner of many outlets: who was at home, which names are none, how a score is told."""

from __future__ import annotations

import json
from typing import Any

import pytest

from knowledge.drafting import draft
from knowledge.drafting.known_names import general
from knowledge.drafting.minutes import find_minutes
from knowledge.drafting.reading import clean


def match_in(text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(draft(text).to_json())["matches"][0]
    return found


HOME = [
    ("La Lazio supera 2-1 il Torino in trasferta. Decisivo un gol di Zaccagni al 70'.", "Torino"),
    ("La Svezia ha battuto 2-1 la Norvegia, a Oslo, con una doppietta di Isak.", "Norvegia"),
    ("L'Italia batte 3-1 i padroni di casa del Galles. A segno Retegui, Kean e Frattesi.", "Galles"),
    ("L'Empoli vince 1-2 contro la Cremonese. In gol Esposito e Colombo.", "Cremonese"),
    ("Il Lecce batte 2-0 il Genoa davanti ai propri tifosi, segnano Banda e Coda.", "Lecce"),
    ("Sconfitta casalinga per il Cagliari: il Verona vince 1-0 con un gol di Serdar al 12'.", "Cagliari"),
    ("Colpo del Bologna, che batte 1-0 il Parma allo stadio Tardini di Parma con Orsolini.", "Parma"),
    ("Il Marsiglia piega 2-1 il Paris Saint-Germain al Parco dei Principi di Parigi.", "Paris Saint-Germain"),
    ("Cuore e coraggio: il Liverpool batte 3-2 il Chelsea a Londra, doppietta di Salah.", "Chelsea"),
]


@pytest.mark.parametrize(("text", "home"), HOME)
def test_home_side_is_told_by_towns_grounds_guests_and_the_order_of_figures(text: str, home: str) -> None:
    assert match_in(text)["home"] == home


def test_running_scores_tell_the_home_side_where_nothing_else_does() -> None:
    match = match_in(
        "Festa con brivido, 3-2 al Milan in un pomeriggio di pioggia.\n\nIl Milan va avanti con Rossini al 10'. "
        "La Fiorentina pareggia al 20' con Bianchetti, poi Verdini al 30' firma il 2-1. "
        "Al 50' Bianchetti sigla il 3-1. Per il Milan accorcia Nerucci al 88'."
    )
    assert (match["home"], match["score"]) == ("Fiorentina", [3, 2])


def test_a_score_board_on_three_lines_is_a_fixture() -> None:
    match = match_in(
        "Turchia\n0-2\nGalles\nRamsey 42'\nRoberts 90'\nLa diretta della partita, minuto per minuto."
    )
    assert (match["home"], match["away"], match["score"]) == ("Turchia", "Galles", [0, 2])


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("La Roma elimina il Porto ai calci di rigore. Al 10' segna Aboubakar, al 60' pareggia Dzeko.", [1, 1]),
        ("Lazio, due squilli: Torino battuto 2-0. Reti di Zaccagni al 10' e Noslin al 50'.", [2, 0]),
        ("Il Napoli travolge il Lecce con un perentorio 4-0, spettacolo al Maradona.", [4, 0]),
        ("Con il 3-1 sul Torino la Juventus sale al secondo posto in classifica.", [3, 1]),
        ("L'Atalanta, già in vantaggio per 2-1 sul Pisa, dilaga nel finale fissando il risultato sul 5-1.", [5, 1]),
    ],
)  # fmt: skip
def test_final_score_is_told_in_many_ways(text: str, score: list[int]) -> None:
    assert match_in(text)["score"] == score


def test_common_words_towns_and_datelines_are_no_people() -> None:
    made = draft(
        "UDINE (ITALIA) - Finisce 1-0 la sfida tra Udinese e Monza. Tuttavia a Trieste si pensava ad altro: "
        "al 30' segna Lucca. Spinti dai tifosi, i bianconeri tengono."
    )
    named = {e.name for e in made.reading.cast.entities.values() if e.kind == "p"}
    assert named == {"Lucca"}


def test_a_derby_is_no_club_and_an_unknown_atletico_not_the_one_of_madrid() -> None:
    assert match_in("Il Derby d'Italia è della Juventus: Inter battuta 2-1 con Vlahovic e Yildiz.")["teams"] == [
        "Juventus", "Inter",
    ]  # fmt: skip
    match = match_in(
        "Atletico Collefiorito-Virtus Marina 2-1\n\nL'Atletico Collefiorito vince con due gol di Rossi."
    )
    assert match["home"] == "Atletico Collefiorito"


def test_a_clipped_name_of_a_club_is_written_out() -> None:
    assert match_in("Juve-Samp 2-0\n\nLa Juve batte la Samp con due gol di Vlahovic.")["teams"] == [
        "Juventus", "Sampdoria",
    ]  # fmt: skip


def test_a_nations_people_are_its_team_only_where_no_other_is_meant() -> None:
    match = match_in(
        "Il Napoli batte 2-0 il Lipsia. I tedeschi crollano nella ripresa: a segno Lukaku e Neres."
    )
    assert set(match["teams"]) == {"Napoli", "Lipsia"}


@pytest.mark.parametrize(
    ("text", "minute"),
    [
        ("al 6’ del primo tempo supplementare", 96),
        ("al 4’ del secondo tempo supplementare", 109),
        ("dopo meno di cinque minuti", 5),
    ],
)
def test_minutes_of_extra_time_count_from_ninety(text: str, minute: int) -> None:
    assert [m.minute for m in find_minutes(text, "it")] == [minute]


GOALS = [
    ("A segno Rolfo (doppietta), Asllani e Ilestedt nel 4-0 della Svezia alla Danimarca.",
     ["Asllani", "Ilestedt", "Rolfo", "Rolfo"]),
    ("Bari-Lecce 1-0\n\nAl 40' Bellomo batte un corner e Maita di testa sigla il gol vittoria.", ["Maita"]),
    ("Bari-Lecce 1-0\n\nI pugliesi passano con un rigore procurato da Sibilli e trasformato da Lasagna.", ["Lasagna"]),
    ("Bari-Lecce 0-0\n\nIl primo tempo si chiude sullo 0-0, con Maita ammonito e Gallo infortunato.", []),
    ("Bari-Lecce 1-0\n\nPoi Sibilli imbuca per Lasagna, il centravanti fulmina Falcone e firma il gol partita.",
     ["Lasagna"]),
    ("Bari-Lecce 1-0\n\nFinisce 1-0 per la squadra di Mignani, che passa al 20' con Nasti.", ["Nasti"]),
    ("Bari-Lecce 0-1\n\nÈ Dorval che, entrato al 63' al posto di Oliveri, provoca l'autogol dello 0-1.", ["Dorval"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "scorers"), GOALS)
def test_the_scorer_is_who_put_the_ball_in(text: str, scorers: list[str]) -> None:
    assert sorted(g["scorer"] for g in match_in(text)["goals"]) == scorers


def test_a_list_told_in_a_sentence_is_read_with_its_halves() -> None:
    match = match_in(
        "Il Como batte 2-1 il Lecce.\n\nQueste le reti di oggi: nel pt 8' Paz (rigore); nel st 4' Banda, 33' Cutrone."
    )
    assert [(g["scorer"], g["minute"], g["kind"]) for g in match["goals"]] == [
        ("Paz", 8, "penalty"), ("Banda", 49, "goal"), ("Cutrone", 78, "goal"),
    ]  # fmt: skip


def test_goals_of_another_match_told_in_the_same_report_are_left_out() -> None:
    match = match_in(
        "La Francia batte 1-0 la Polonia con un gol di Barcola al 33'.\n\nPrima nel girone è l'Olanda che, senza "
        "Depay, ha battuto 2-0 la Lettonia con le reti di Gakpo e Malen."
    )
    assert [g["scorer"] for g in match["goals"]] == ["Barcola"]


def test_a_space_left_out_between_sentences_is_put_back_and_a_dateline_taken_away() -> None:
    assert (
        clean("La gara finisce in parità.Il Como ringrazia.")
        == "La gara finisce in parità. Il Como ringrazia."
    )
    rest = "Il Brasile vince ancora e si prende la testa del girone davanti a tutte le altre squadre"
    assert clean(f"(ANSA) - ROMA, 13 SET - {rest}") == rest
    assert clean(
        "INTER - Milan 2-1, la cronaca della partita di San Siro con tutte le reti e gli episodi"
    ).startswith("INTER")


RESULTS = [
    ("Una rete di Maita regala al Bari il successo per 2-1 contro il Lecce, in una gara dalle mille emozioni.",
     ["Bari", "Lecce"], [2, 1]),
    ("Il Bari piega il Lecce per 2-1 nel derby: pomeriggio amaro per Falcone, beffato due volte sul suo palo.",
     ["Bari", "Lecce"], [2, 1]),
    ("Matera-Como 2-4 d.c.r. (1-1)\n\nDecisivi i rigori dopo le reti di Coletti al 34' e di Defendi al 54'.",
     ["Matera", "Como"], [1, 1]),
    ("Como-Matera\n\nIl Como passa con Paz, ma è Coletti a trovare l'1-1 che porta la gara ai supplementari. Poi "
     "più niente: si va ai calci di rigore.", ["Como", "Matera"], [1, 1]),
    ("Il Bari si prende il derby con il Lecce, 2-0.\n\nIl Foggia pareggia e si porta a +4 sul Lecce.",
     ["Bari", "Lecce"], [2, 0]),
    ("Terminata la sfida tra Bari e Lecce. A vincere è stata la squadra di casa per 1-0, con un gol di Maita.",
     ["Bari", "Lecce"], [1, 0]),
    ("La sfida del San Nicola, vinta per 1-2 in rimonta dal Lecce, è stata bella. Il Bari resta a metà classifica.",
     ["Bari", "Lecce"], [1, 2]),
    ("Vittoria della Fiorentina che supera 3-2 il Bruges nella semifinale, in vista del ritorno in Belgio.",
     ["Fiorentina", "Bruges"], [3, 2]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "teams", "score"), RESULTS)
def test_who_won_is_read_past_gifts_clauses_and_shoot_outs(
    text: str, teams: list[str], score: list[int]
) -> None:
    match = match_in(text)
    assert ([match["home"], match["away"]], match["score"]) == (teams, score)


TOLD = [
    ("Bari-Lecce 1-0\n\nIl Bari passa subito in vantaggio al 7' con Maita.", [("Maita", 7, "Bari")]),
    ("Bari-Lecce 1-0\n\nIl Lecce tiene bene. Al 76' Gallo buca l'intervento, l'egiziano non trema.", []),
    ("Bari-Lecce 0-1\n\nI biancorossi attaccano, ma è il Lecce che con Banda ha sbloccato la gara al 12'.",
     [("Banda", 12, "Lecce")]),
    ("Lecce-Bari 3-0\n\nDecidono Banda (23') e Camarda (25' e 49'), che segnano i tre gol della vittoria.",
     [("Banda", 23, "Lecce"), ("Camarda", 25, "Lecce"), ("Camarda", 49, "Lecce")]),
    ("Bari-Lecce 1-0\n\nSibilli sfrutta un rinvio sbagliato di Gallo e al 9' scarica su Maita, che di sinistro "
     "batte l'estremo difensore.", [("Maita", 9, "Bari")]),
    ("Bari-Lecce 2-0\n\nAl 14' segna Maita. Il Bari colpisce di nuovo, stavolta con Sibilli. Il VAR cancella poi "
     "per fuorigioco quello che sarebbe stato il terzo gol.", [("Maita", 14, "Bari"), ("Sibilli", None, "Bari")]),
    ("Bari-Lecce 0-1\n\nPassano gli ospiti con Banda al 19'.", [("Banda", 19, "Lecce")]),
    ("Bari-Lecce 1-0\n\nAl 20' Maita approfitta di un errore difensivo leccese e sblocca la gara.",
     [("Maita", 20, "Bari")]),
    ("Bari-Lecce 1-0\n\nAl 20' Maita sovrasta Gallo e approfitta dell'uscita di Falcone per insaccare.",
     [("Maita", 20, "Bari")]),
    ("Bari-Lecce 0-1\n\nIl primo tempo si chiude con gli ospiti avanti grazie al gol di Banda nel recupero.",
     [("Banda", 45, "Lecce")]),
    ("Bari-Lecce 1-0\n\nAl 9' Sibilli mette in mezzo per Maita, che si inserisce e insacca.", [("Maita", 9, "Bari")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "goals"), TOLD)
def test_goals_are_told_by_whom_when_and_for_which_team(
    text: str, goals: list[tuple[str, int | None, str]]
) -> None:
    assert [(g["scorer"], g["minute"], g["team"]) for g in match_in(text)["goals"]] == goals


def test_every_nation_of_a_town_or_ground_is_known() -> None:
    known = general()
    owners = {entry.home for entry in known.entries.values() if entry.kind == "place"}
    assert owners <= set(known.entries)
    assert {club for clubs in known.towns.values() for club in clubs} <= set(known.entries)
