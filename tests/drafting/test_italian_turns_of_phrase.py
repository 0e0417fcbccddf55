"""Italian reports: who scored by turns of phrase, in shoot-outs and tickers, and what tells no goal."""

from __future__ import annotations

import pytest

from tests.drafting.told import goals_read, printed_goals, printed_match, teams_and_score

HEAD = "Bari-Lecce 1-0\n\nIl Bari batte il Lecce. "
TURNS = [
    ("Prima del riposo è Maita a ribaltare tutto con una sassata da lontano.", [("Maita", None)]),
    ("Al 33' è Maita, con un diagonale chirurgico, a ristabilire le distanze.", [("Maita", 33)]),
    ("Al 58' proprio Maita, ben imbeccato da Sala, lascia partire un rasoterra su cui Falcone arriva tardi: è l'1-0.",
     [("Maita", 58)]),
    ("Al 20' Sala taglia dentro per Maita, inserimento dei suoi e palla in buca d'angolo.", [("Maita", 20)]),
    ("Al 7' Sala sfonda a destra, palla dietro per Maita e piattone vincente.", [("Maita", 7)]),
    ("Rigore di Gondo respinto al 41'. Sulla ribattuta si avventa Maita e per il portiere non c'è niente da fare.",
     [("Maita", 41)]),
    ("Sala veste i panni dell'uomo assist per l'1-0 di Maita, al 21'.", [("Maita", 21)]),
    ("I biancorossi provano a vincerla con Maita, a segno al 38' dopo una dormita di Gallo.", [("Maita", 38)]),
    ("Serata da ricordare per Maita. L'azzurro apre le marcature al 26', trasformando un rigore.", [("Maita", 26)]),
    ("Al 30' punizione di Sala, Falcone respinge corto e Maita ribadisce in porta.", [("Maita", 30)]),
    ("Al 33' Maita, servito da Sala, non aveva lasciato scampo a Falcone.", [("Maita", 33)]),
    ("Il vantaggio arriva al 37': Sala salta Gaspar e serve a Maita l'assist per il più facile dei gol.",
     [("Maita", 37)]),
    ("All'81' la parola fine la scrive Maita, lesto ad anticipare Falcone in uscita.", [("Maita", 81)]),
    ("Al 38' c'è spazio anche per il gol: contropiede di Gallo e piatto comodo di Maita.", [("Maita", 38)]),
    ("A decidere, al 93', una conclusione dal limite di Maita deviata da Gaspar.", [("Maita", 93)]),
    ("Al 73' Longo getta nella mischia Maita. L'attaccante si fa notare all'85': torre di Sala e girata "
     "che gela lo stadio.", [("Maita", 85)]),
    ("Al 84' capitan Maita si carica la squadra sulle spalle: doppio passo, sinistro sul palo lontano. Gol. Gol!",
     [("Maita", 84)]),
    ("Al 17', su un pallone perso da Gallo, Maita si ritrova solo e non ci pensa due volte: palla nell'angolo e "
     "biancorossi avanti.", [("Maita", 17)]),
    ("Al 61' Sala sventaglia per Maita che controlla e calcia: la deviazione di Gaspar spiazza Falcone e vale il "
     "vantaggio.", [("Maita", 61)]),
    ("Al 36' arriva il meritato vantaggio: Sala entra in area e viene steso. Rigore! Dal dischetto Maita, rincorsa, "
     "portiere da una parte e palla dall'altra.", [("Maita", 36)]),
    ("Alla mezz'ora il Bari passa in vantaggio. Sala vede libero Maita che dal limite scocca un destro chirurgico.",
     [("Maita", 30)]),
    ("Al 27' il Bari colpisce: Gaspar trattiene Sala e l'arbitro concede il penalty. Poi Maita spiazza Falcone.",
     [("Maita", 27)]),
    ("Protagonisti Maita e nessun altro: al 19' Maita raccoglie l'assist di Sala e lascia andare un sinistro: 1-0.",
     [("Maita", 19)]),
    ("La festa la completa Maita al minuto 80, svettando sul corner di Sala.", [("Maita", 80)]),
    ("Poi Maita calcia il rigore dell'1-0 al 12'.", [("Maita", 12)]),
    ("Il Bari passa al 35': punizione di Sala, incornata di Maita.", [("Maita", 35)]),
    ("Si parte con Gallo, ma nella ripresa Maita (41') firma il definitivo 1-0.", [("Maita", 86)]),
    ("Un gol di Grande a inizio ripresa basta per un grande successo.", [("Grande", None)]),
    ("Al 4' il Bari passa: Vitali raccoglie la respinta di Falcone sul tiro di Sala e realizza.", [("Vitali", 4)]),
    ("Al 16' i biancorossi passano: Moscati raccoglie la respinta di Falcone e realizza.", [("Moscati", 16)]),
    ("Longo ridisegna i suoi inserendo Sala e Gallo, e al 68' arriva la rete che vale la vittoria: la sigla Borbei.",
     [("Borbei", 68)]),
    ("Al 71' ripartenza: Sala per Borbei, dribbling su Gaspar e palla sotto la traversa.", [("Borbei", 71)]),
    ("Illusorio il vantaggio firmato da Maita alla mezz'ora, con un'incornata su cross di Sala.", [("Maita", 30)]),
    ("Al 63' Maita controlla di petto e fulmina Falcone con un destro al volo.", [("Maita", 63)]),
]  # fmt: skip


@pytest.mark.parametrize(("told", "goals"), TURNS)
def test_scorers_are_told_in_turns_of_phrase(told: str, goals: list[tuple[str, int | None]]) -> None:
    assert printed_goals(HEAD + told) == goals


NO_GOALS = [
    "Longo sceglie la difesa a tre. Dall'altra parte Giampaolo risponde con il consueto tridente.",
    "La risposta ospite è affidata a Banda, il cui tiro si stampa sulla base del palo al 29'.",
    "I biancorossi sono quarti, a meno due dalla capolista Lastrigiana che ha pareggiato 1-1 sul campo della Rufina.",
    "Per il Lecce, piegato 1-0 dal Bari di Moreno Longo, è una serata storta.",
    "A inizio ripresa Falcone è miracoloso su Sala, nel finale Borbei, entrato per Falcone, è decisivo su Gondo.",
    "Il Lecce risponde con Banda, il cui destro al volo al 33' fa la barba al palo.",
    "Al 30' la partita sembra segnata, ma Banda non ci sta.",
    "In dieci dal 60' per il rosso a Gaspar, il Lecce non dà mai la sensazione di poter riaprire i giochi.",
]


@pytest.mark.parametrize("told", NO_GOALS)
def test_what_tells_no_goal_brings_none(told: str) -> None:
    assert printed_goals(HEAD + "Al 12' segna Maita. " + told) == [("Maita", 12)]


def test_kicks_of_a_shoot_out_are_no_goals() -> None:
    text = (
        "Il Cesena elimina il Verona al Bentegodi: finisce 6-5 dopo i tiri dal dischetto, con i supplementari "
        "chiusi sull'1-1.\n\nAl 14' segna Shpendi. Al 36' pareggia Tengstedt.\n\nDal dischetto per il Verona "
        "segnano Lazovic, Suslov e Duda, mentre Kastanos si fa parare il tiro. Per i romagnoli vanno a segno "
        "Kargbo, Mangraviti e Adamo."
    )
    assert teams_and_score(text) == (("verona", "cesena"), (1, 1))
    assert goals_read(text) == [("shpendi", 14), ("tengstedt", 36)]


def test_a_shouted_line_names_its_scorer_without_a_verb() -> None:
    text = (
        "LIVE Palermo-Bari 2-0: finita!\n\n"
        "63' GOL PALERMO! Lancio lungo di Gomes per Brunori, che controlla e fulmina Falcone al volo. 2-0!\n"
        "39' GOL DEL PALERMO! Ranocchia su punizione! Parabola perfetta, il portiere può solo guardare. 1-0.\n"
        "5' Avvio equilibrato."
    )
    assert printed_goals(text) == [("Ranocchia", 39), ("Brunori", 63)]


def test_a_team_that_sends_another_to_the_mat_has_won() -> None:
    text = (
        "Il Bari cala il tris e manda ko il Lecce.\n\nAl 7' segna Maita, al 30' raddoppia Sala. "
        "Al 60' accorcia Banda. All'87' i biancorossi la chiudono con Gondo."
    )
    assert teams_and_score(text) == (("bari", "lecce"), (3, 1))


def test_a_team_does_with_its_own_man_what_another_suffers() -> None:
    text = "Lazio beffata, il Bologna espugna l'Olimpico con Odgaard\n\nLazio-Bologna 0-1\n\nAl 93' segna Odgaard."
    assert [(g["scorer"], g["team"]) for g in printed_match(text)["goals"]] == [("Odgaard", "Bologna")]


def test_who_overtook_a_side_scored_and_the_captain_is_who_was_told_last() -> None:
    text = (
        "Bari-Lecce 3-2\n\nIl Bari batte il Lecce. Avanti subito con Sala al 3', la squadra di Longo si fa rimontare "
        "da Banda (22') e Gaspar (31', su rigore), poi nella ripresa è Maita a salire in cattedra. Il capitano prima "
        "pareggia al 58' con una punizione, poi al 90' regala ai suoi il successo."
    )
    assert printed_goals(text) == [("Sala", 3), ("Banda", 22), ("Gaspar", 31), ("Maita", 58), ("Maita", 90)]


def test_letters_that_fit_no_name_are_the_other_team_s() -> None:
    text = "Colonia-Bayern Monaco 1-2 (1-1): Kaminski 41' (C), Gnabry 45'+5' (B), Kim 71' (B)\n\nIl Bayern passa."
    goals = printed_match(text)["goals"]
    assert [(g["scorer"], g["team"] == "Bayern Monaco") for g in goals] == [
        ("Kaminski", False),
        ("Gnabry", True),
        ("Kim", True),
    ]


def test_a_side_that_turns_a_match_round_beats_the_one_named_behind() -> None:
    text = (
        "Sotto di un gol, la Cremonese di Davide Nicola ribalta la Lazio e conquista una vittoria pesante. Finisce "
        "2-1. Al 26' segna Noslin, al 54' pareggia Vardy, al 71' completa l'opera Bonazzoli."
    )
    assert teams_and_score(text) == (("cremonese", "lazio"), (2, 1))


def test_a_list_of_scorers_in_a_sentence_tells_each_goal() -> None:
    text = (
        "Bulgaria-Turchia 0-4\n\nLa Turchia demolisce la Bulgaria. Nella ripresa i turchi ne fanno quattro: "
        "autorete di Popov al 49', Yildiz al 51' e al 56', Celik al 57'."
    )
    assert printed_goals(text) == [("Popov", 49), ("Yildiz", 51), ("Yildiz", 56), ("Celik", 57)]


def test_a_tale_behind_a_label_is_no_list() -> None:
    text = (
        "VIBONESE-REGGINA 0-2\nI GOL. 11' Laaribi pesca Barillà, il capitano controlla di petto e con il mancino "
        "trafigge Del Bello. 39' Porcino affonda a sinistra e serve sul piatto d'argento la palla a Montalto, che "
        "ringrazia e raddoppia.\n"
    )
    assert printed_goals(text) == [("Barillà", 11), ("Montalto", 39)]


BOXES = [
    "MARCATORI Fabbri 12'pt (B), Corti 30'st (L)",
    "RETI 12' Fabbri, 30' st Corti",
    "Marcatori: p.t. 12' Fabbri; s.t. 30' Corti",
    "MARCATORI: 12' p.t. Fabbri; 30' s.t. Corti",
]


@pytest.mark.parametrize("box", BOXES)
def test_boxes_of_scorers_are_read_with_and_without_a_colon(box: str) -> None:
    assert printed_goals(f"BARI-LECCE 1-1\n{box}\n\nPareggio giusto tra Bari e Lecce.") == [
        ("Fabbri", 12),
        ("Corti", 75),
    ]


def test_a_shot_that_came_in_off_another_is_its_shooter_s() -> None:
    text = HEAD + "Al 58' Sala vede l'inserimento di Maita, il cui tiro, deviato da Gaspar, vale l'1-0."
    assert printed_goals(text) == [("Maita", 58)]


def test_a_club_left_behind_in_the_table_is_no_other_match() -> None:
    text = (
        "Il Bari cade in casa, il Lecce torna a respirare\n\nUn gol per tempo e il Lecce sbanca il San Nicola. "
        "La squadra di Corti non vinceva da sei turni e lascia così l'ultimo posto alla Sampdoria. Apre al quarto "
        "d'ora Sala, bravo a sfruttare un pasticcio; il raddoppio arriva a metà ripresa con Fabbri, che di testa "
        "anticipa tutti."
    )
    assert printed_goals(text) == [("Sala", 15), ("Fabbri", None)]


def test_a_coach_who_changes_everything_does_not_score() -> None:
    text = (
        "BARI-LECCE 1-1\n\nLecce avanti con Sala al 20'. Corti cambia tutto all'intervallo e viene premiato: "
        "Fabbri pareggia al 74' con un colpo di testa."
    )
    assert printed_goals(text) == [("Sala", 20), ("Fabbri", 74)]


def test_two_who_overturn_a_match_have_a_minute_each() -> None:
    text = (
        "BARI-LECCE 1-2\n\nBari avanti con Sala al 33'. Poi il Lecce rovescia tutto: al 91' Fabbri, su rigore per un "
        "mani di Corti, e al 93' Maita, con un tocco da due passi, firmano il sorpasso."
    )
    assert printed_goals(text) == [("Sala", 33), ("Fabbri", 91), ("Maita", 93)]
