"""Italian reports: who won by inverted words, pages as they are copied, chances that are no goals, minutes beside."""

from __future__ import annotations

import pytest

from tests.drafting.told import goals_read, printed_match

RESULTS = [
    ("Al Via del Mare ha vinto il Bari, 2 a 1, al termine di una gara accesa contro il Lecce.\n\nIl Lecce resta a "
     "secco di punti.", "Lecce", "Bari", [1, 2]),
    ("Bari, il primato è tuo: ko anche il Lecce 0-1\n\nAl Via del Mare decide la rete di Sibilli al 30'.",
     "Lecce", "Bari", [0, 1]),
    ("La squadra di Longo coglie un bel successo ai danni del Lecce per 1-3. Il Bari sale al terzo posto.",
     "Lecce", "Bari", [1, 3]),
    ("94′ È finita Bari-Lecce: 1-0, vincono i padroni di casa.\n90′ Saranno quattro i minuti di recupero.\n"
     "88′ Ancora Lecce in avanti.", "Bari", "Lecce", [1, 0]),
    ("Il Bari batte il Lecce al San Nicola. Al 20' segna Sibilli. Finisce il primo tempo, Lecce sotto per 1-0. Al 60' "
     "raddoppia Nasti.", "Bari", "Lecce", [2, 0]),
    ("Un brutto Bari strappa il punto pareggiando al San Nicola contro il Lecce. Segna Krstovic al 20', poi Sibilli.",
     "Bari", "Lecce", [1, 1]),
    ("Termina 0-1 il derby di Puglia tra Bari e Lecce con il San Nicola pieno in ogni settore.",
     "Bari", "Lecce", [0, 1]),
    ("Un primo tempo nero per il Lecce, ma il derby va al Bari. Nella ripresa accorcia Krstovic per il definitivo "
     "3 a 2.", "Bari", "Lecce", [3, 2]),
    ("Grazie a un bel primo tempo il Bari vince il sentito derby con il Lecce e vola al terzo posto. Il 3-2 conclusivo "
     "fa felice il San Nicola.", "Bari", "Lecce", [3, 2]),
    ("Il Lecco non punge ma vince.\n\nCalcio Lecco 1912 3-1 Us Alessandria (1-0)\n\nL'Alessandria cede al Lecco, in "
     "testa con la Carrarese.", "Calcio Lecco 1912", "Alessandria", [3, 1]),
    ("Il derby della Lanterna è diverso dagli altri: la Lanterna si tinge di blucerchiato. La Sampdoria batte il Genoa "
     "1-0 a Marassi.", "Sampdoria", "Genoa", [1, 0]),
    ("Prime vittorie per Lugano e Chiasso\n\nI bianconeri hanno vinto in trasferta a Losanna per 4 a 2. Il Lugano "
     "batte il Losanna alla Pontaise.\n\nIl Chiasso ha battuto il Wil per 1 a 0.", "Losanna", "Lugano", [2, 4]),
    ("Il sogno del Bari si spegne nel recupero. Dopo la sconfitta casalinga contro il Lecce per 3-0, i biancorossi "
     "vincono 2-0 ma escono.", "Lecce", "Bari", [0, 2]),
    ("Il Bayern espugna il campo del Borussia Dortmund.\n\nBurussia Dortmund-Bayern Monaco 0-1, tabellino e pagelle",
     "Borussia Dortmund", "Bayern Monaco", [0, 1]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "home", "away", "score"), RESULTS)
def test_teams_and_score_are_told_by_words_in_any_order(
    text: str, home: str, away: str, score: list[int]
) -> None:
    match = printed_match(text)
    turned = score[::-1] if (match["home"], match["away"]) == (away, home) else score
    assert ({match["home"], match["away"]}, match["score"]) == ({home, away}, turned)


def test_a_ground_that_the_return_leg_will_be_played_at_is_nobodys_home() -> None:
    text = (
        "Pari della Roma con il Bologna: il ritorno all'Olimpico sarà decisivo\n\nLa gara del Dall'Ara finisce 1-1: "
        "Bernardeschi al 50' e Pellegrini all'80'."
    )
    assert printed_match(text)["home"] == "Bologna"


HEAD = "Bari-Lecce 2-1\n\nIl Bari batte il Lecce. "
GOALS = [
    ("Al 5' Bari in vantaggio con Sibilli, al 9' pari di Krstovic. Decide Nasti al 70'.",
     [("Sibilli", 5), ("Krstovic", 9), ("Nasti", 70)]),
    ("Subito in gol al 5' con Sibilli, al 13' è arrivato il raddoppio di Nasti. Accorcia Krstovic al 60'.",
     [("Sibilli", 5), ("Nasti", 13), ("Krstovic", 60)]),
    ("Segna Sibilli al 12'. Passano appena 3' però e Krstovic pareggia. Dopo altri 10' la decide Nasti.",
     [("Sibilli", 12), ("Krstovic", 15), ("Nasti", 25)]),
    ("Sibilli segna al 20'. Passano appena 3' dall'intervallo, quando Nasti mette in rete. Accorcia Krstovic all'80'.",
     [("Sibilli", 20), ("Nasti", 48), ("Krstovic", 80)]),
    ("Al 16' segna Sibilli. Al 53' è arrivato il raddoppio degli uomini di Longo con Nasti. Krstovic accorcia all'81'.",
     [("Sibilli", 16), ("Nasti", 53), ("Krstovic", 81)]),
    ("Al 25' i biancorossi vanno avanti: Dorval calcia e trova la zampata vincente di Sibilli. Al 60' raddoppia Nasti, "
     "all'80' segna Krstovic.", [("Sibilli", 25), ("Nasti", 60), ("Krstovic", 80)]),
    ("Sibilli segna al 10' e Nasti al 20'. Il Lecce si avvicina al gol prima con Rebic e poi con Pierotti. "
     "Accorcia Krstovic al 90'.", [("Sibilli", 10), ("Nasti", 20), ("Krstovic", 90)]),
    ("Sibilli segna al 10'. Al 30' ancora Dorval va vicino al tris. Nasti raddoppia al 50', Krstovic accorcia al 90'.",
     [("Sibilli", 10), ("Nasti", 50), ("Krstovic", 90)]),
    ("Sibilli segna al 10'. Arriva la reazione del Lecce che con Rebic e Pierotti ha le occasioni per pareggiare. "
     "Raddoppia Nasti al 50', accorcia Krstovic al 90'.", [("Sibilli", 10), ("Nasti", 50), ("Krstovic", 90)]),
]  # fmt: skip


@pytest.mark.parametrize(("story", "goals"), GOALS)
def test_goals_have_their_own_minutes_and_chances_are_none(story: str, goals: list[tuple[str, int]]) -> None:
    assert [(g["scorer"], g["minute"]) for g in printed_match(HEAD + story)["goals"]] == goals


MORE = [
    ("Segna Sibilli. Il raddoppio arriva al 39'. Nasti parte da centrocampo e infila il portiere. Al 60' accorcia "
     "Krstovic.", ("Nasti", 39)),
    ("Al 20' segna Sibilli, al 56' pareggia Krstovic.\n\nDopo sette minuti il Bari torna avanti con Nasti.",
     ("Nasti", 63)),
    ("Segna Sibilli dopo solamente otto minuti e il pari di Krstovic arriva al 30'. Decide Nasti al 70'.",
     ("Sibilli", 8)),
    ("Al 10' segna Krstovic, e nella ripresa Sibilli e Nasti chiudono la gara, rispettivamente al 78' e al "
     "90'+4'.", ("Sibilli", 78)),
    ("Sibilli segna al 9'. In un momento di pressione degli ospiti Nasti raddoppia. È il 38'. Krstovic accorcia "
     "all'80'.", ("Nasti", 38)),
    ("Avanti il Bari sei minuti dopo il fischio d'inizio con una zampata di Sibilli. Nasti raddoppia al 50'.",
     ("Sibilli", 6)),
    ("Al 10' che bello il gol di Sibilli su assist di Dorval, che porta avanti i suoi con un tocco di testa. Nasti "
     "raddoppia al 60', Krstovic accorcia all'80'.", ("Sibilli", 10)),
]  # fmt: skip


@pytest.mark.parametrize(("story", "goal"), MORE)
def test_a_minute_told_beside_a_goal_is_its_own(story: str, goal: tuple[str, int]) -> None:
    assert goal in [(g["scorer"], g["minute"]) for g in printed_match(HEAD + story)["goals"]]


def test_who_does_what_an_infinitive_tells_scores_for_the_team_beside_it() -> None:
    story = (
        "Segna Sibilli al 10'. Il Lecce cede e a firmare il raddoppio per il Bari è Nasti. Krstovic accorcia."
    )
    match = printed_match(HEAD + story)
    assert {g["scorer"]: g["team"] for g in match["goals"]}["Nasti"] == "Bari"


def test_a_score_that_a_later_one_goes_beyond_was_one_on_the_way() -> None:
    text = (
        "Va in scena al San Nicola la gara tra Bari e Lecce.\nTanti i tifosi arrivati allo stadio.\nAl 5' rigore per "
        "gli ospiti. Dal dischetto Krstovic non sbaglia. Bari-Lecce 0-1. I padroni di casa provano a reagire. Al 45' "
        "arriva il pari con Sibilli, di testa.\nNella ripresa poche emozioni e un tiro alto. Bari-Lecce 1-1."
    )
    assert printed_match(text)["score"] == [1, 1]


def test_a_goal_of_no_use_is_the_losers() -> None:
    text = "Il Bari batte 2-1 il Lecce. Segnano Sibilli e Nasti. Inutile la rete di Krstovic nel finale."
    assert {g["scorer"]: g["team"] for g in printed_match(text)["goals"]}["Krstovic"] == "Lecce"


def test_a_keeper_who_is_beaten_has_not_scored() -> None:
    story = (
        "Sibilli anticipa tutti, e trafigge Falcone al 16'. Nasti raddoppia al 50', Krstovic accorcia al 90'."
    )
    assert "Falcone" not in [g["scorer"] for g in printed_match(HEAD + story)["goals"]]


def test_a_list_without_a_label_may_have_the_letters_of_its_teams() -> None:
    text = (
        "Il Bayern va sotto e vince.\n\nBORUSSIA DORTMUND-BAYERN MONACO 1-2\n\n"
        "31' Reus (BD), 45+2' Alaba (BM), 77' Sané (BM)\n\nReus porta avanti i padroni di casa."
    )
    match = printed_match(text)
    assert [(g["scorer"], g["team"]) for g in match["goals"]] == [
        ("Reus", "Borussia Dortmund"),
        ("Alaba", "Bayern"),
        ("Sané", "Bayern"),
    ]


PAGES = [
    "Il Bari batte il Lecce e sale al quarto posto in classifica.\\r\\n\\r\\n"
    "Bari-Lecce 2-0\\r\\nMarcatori: 10′ Sibilli (B), 50′ Nasti (B)\\r\\n\\r\\nAmmoniti: Krstovic",
    "Sibilli e Nasti stendono il Lecce nella gara del San\n\nNicola: il Bari vince 2-0 e sale al quarto posto della\n\n"
    "classifica. Il vantaggio arriva al 10' con il gol che\n\nfirma di testa Sibilli, poi la squadra di casa trova\n\n"
    "il raddoppio al 50' con una conclusione di Nasti, ben\n\nservito dal capitano prima del triplice fischio.",
]


@pytest.mark.parametrize("text", PAGES)
def test_line_breaks_written_out_or_doubled_break_no_sentence(text: str) -> None:
    assert goals_read(text) == [("sibilli", 10), ("nasti", 50)]
