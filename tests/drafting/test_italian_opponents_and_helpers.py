"""Italian reports: whom a club met where others are named too, clubs that people are called like, who had a part."""

from __future__ import annotations

import pytest

from knowledge.drafting.article import read
from tests.drafting.told import goals_read, teams_and_score


@pytest.mark.parametrize(
    ("text", "teams"),
    [
        (
            "Giallorossi sconfitti a Bologna dal Bologna per 2-0. Il ko della Roma pesa, vista la contemporanea "
            "vittoria dell'Atalanta per 3-1 sul Cagliari. La Roma resta sesta.",
            {"roma", "bologna"},
        ),
        (
            "Serie A, colpo del Torino a Empoli, bene il Lecce. Il Torino ottiene un successo pieno in casa di un "
            "Empoli spento. Bene anche il Lecce con il Verona. Il Torino ha segnato con Zapata al 30'.",
            {"torino", "empoli"},
        ),
        (
            "Ligue 1, il Lille non si ferma mentre il Nizza crolla. Il Lille, che sottomette senza troppa fatica "
            "un Nantes stanco, sale al quarto posto. In gol David al 12'.",
            {"lille", "nantes"},
        ),
        (
            "La Fiorentina esce dalla coppa. Al 20' gli olandesi passano con Brobbey e la Fiorentina non reagisce. "
            "Il Genk vince altrove. Gli olandesi chiudono avanti, la Fiorentina e l'Ajax restano nel girone col Genk. "
            "Ancora gli olandesi vicini al raddoppio.",
            {"fiorentina", "ajax"},
        ),
        (
            "Verso Germania 2024: la Polonia piega la Lettonia. Ottima prova della Polonia con i gol di Zielinski e "
            "Swiderski.",
            {"poland", "latvia"},
        ),
    ],
)
def test_opponent_is_not_one_of_another_match(text: str, teams: set[str]) -> None:
    assert set(teams_and_score(text)[0]) == teams


def test_club_is_a_person_where_it_has_no_article() -> None:
    text = "L'Argentina batte 2-0 il Cile. L'Argentina va in vantaggio al 15' con Everton. Raddoppia Messi al 70'."
    assert goals_read(text) == [("everton", 15), ("messi", 70)]


def test_beaten_at_a_place_by_a_team() -> None:
    match = read("L'Inter è stata battuta 1-0 a Bergamo dall'Atalanta. Decide Retegui al 50'.").matches[0]
    assert match.teams == ("atalanta", "inter")
    assert match.score == (1, 0)


def test_score_fixed_is_no_score_on_the_way() -> None:
    text = (
        "Il Lecce batte il Monza. Apre Banda, pari di Caprari, poi il gol di Krstovic che ha fissato il risultato "
        "parziale sul 2-1."
    )
    assert sorted(read(text).matches[0].score or ()) == [1, 2]


def test_who_has_lost_is_the_team_of_the_sentence_before() -> None:
    text = (
        "La Lazio saluta la coppa per mano del Genoa. Dopo una gara vivace a Genova la squadra di Baroni ha perso 3-2. "
        "A segno Vitinha, Pinamonti e Messias per il Genoa, Zaccagni e Dia per la Lazio."
    )
    assert read(text).matches[0].score == (3, 2)


@pytest.mark.parametrize(
    ("told", "scorer"),
    [
        ("Al 64' il neoentrato Nzola approfitta di uno scontro fra Biraghi e Terracciano e segna.", "nzola"),
        ("Al 64' Nzola supera un Biraghi troppo molle e insacca.", "nzola"),
        ("Al 64' Nzola approfitta di un pasticcio difensivo di Biraghi e porta avanti la Spezia.", "nzola"),
        ("Al 64' Nzola rimette le cose in pari.", "nzola"),
        ("Al 64' Nzola piazza sotto la traversa il gol del vantaggio.", "nzola"),
        ("Al 64' arriva il gol con un tocco da rapace di Nzola.", "nzola"),
    ],
)
def test_who_scores_and_who_only_helps(told: str, scorer: str) -> None:
    assert goals_read(f"Fiorentina-Spezia 0-1. Partita equilibrata al Franchi. {told}") == [(scorer, 64)]


def test_ordinal_alone_is_a_minute() -> None:
    text = "Cagliari-Lecce 1-0. All'ottavo ci pensa Pavoletti a sbloccare la gara con un colpo di testa."
    assert goals_read(text) == [("pavoletti", 8)]


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("LECCE-BARI 6-5 d.c.r. (1-1)\nIl Lecce vince ai calci di rigore 6-5 contro il Bari dopo l'1-1 dei tempi "
         "regolamentari. In gol Banda al 16' e Sibilli al 40'. Decisivo l'errore di Maita per il definitivo 6-5.",
         (1, 1)),
        ("Lecce-Bari 2-2 dcr 4-3\n\nIl Bari fuori ai calci di rigore. Nella ripresa gol e spettacolo.", (2, 2)),
        ("Il Lecce batte il Bari 2-1. Il Lecce ha battuto più calci d'angolo (7-5). In gol Banda, Krstovic e Maita.",
         (2, 1)),
        ("Dopo il pari tra Genoa e Cagliari, il Lecce vince in rimonta contro il Bari. Padroni di casa del Bari subito "
         "avanti con Maita. Nella ripresa gli ospiti l'hanno ribaltata con le reti firmate da Banda e da Krstovic.",
         (1, 2)),
        ("Lecce-Bari, la cronaca. Ad avere la meglio è stato alla fine il Bari, che con due gol nel secondo tempo ha "
         "battuto il Lecce: decisivi Maita e Sibilli.", (0, 2)),
    ],
)  # fmt: skip
def test_scores_of_kicks_and_corners_are_not_the_final_one(text: str, score: tuple[int, int]) -> None:
    assert read(text).matches[0].score == score


def test_hosts_are_those_whom_the_guests_lost_to() -> None:
    text = "Passo falso per il Bari. La squadra di Iachini è stata sconfitta in trasferta dal Lecce per 2-1."
    assert teams_and_score(text)[0] == ("lecce", "bari")


@pytest.mark.parametrize(
    ("told", "goals"),
    [
        ("I padroni di casa sfiorano il vantaggio più volte con Banda (26'), Ramadani (31') e Morente (45').", []),
        ("L'equilibrio dura appena 4 minuti: Krstovic segna.", [("krstovic", 4)]),
        ("È andato in rete su calcio di rigore, al 4' del secondo tempo, l'attaccante Krstovic.", [("krstovic", 49)]),
        ("Il gol arriva sulla mezz'ora con Krstovic.", [("krstovic", 30)]),
        ("A segno anche Banda e Krstovic.", [("banda", None), ("krstovic", None)]),
        ("La squadra di Giampaolo si rialza dopo la batosta contro il Como. Al 13' Krstovic sblocca il match.",
         [("krstovic", 13)]),
        ("Tre minuti più tardi Krstovic avrebbe dal dischetto l'occasione per segnare ma sbaglia.", []),
        ("Gara chiusa con la doppietta di Krstovic (33° e 48°).", [("krstovic", 33), ("krstovic", 48)]),
    ],
)  # fmt: skip
def test_goals_chances_and_minutes(told: str, goals: list[tuple[str, int | None]]) -> None:
    score = f"{len(goals)}-0"
    assert goals_read(f"Lecce-Bari {score}\n\nIl Lecce batte il Bari. {told}") == goals


def test_team_of_another_match_beside_a_result() -> None:
    text = (
        "Il big match premia il Lecce. I salentini superano il Bari 2-1 in rimonta e tengono il passo del Como "
        "vittorioso 0-2 sul campo del Monza. Per il Lecce in gol Banda e Krstovic."
    )
    assert set(teams_and_score(text)[0]) == {"lecce", "bari"}
