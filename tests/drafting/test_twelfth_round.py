"""Italian reports: whom a club met where others are named too, clubs that people are called like, who had a part."""

from __future__ import annotations

import pytest

from knowledge.drafting.article import read


def _teams(text: str) -> tuple[str, ...]:
    return tuple(read(text).matches[0].teams)


def _goals(text: str) -> list[tuple[str, int | None]]:
    return [(goal.scorer, goal.minute) for goal in read(text).matches[0].goals]


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
    assert set(_teams(text)) == teams


def test_club_is_a_person_where_it_has_no_article() -> None:
    text = "L'Argentina batte 2-0 il Cile. L'Argentina va in vantaggio al 15' con Everton. Raddoppia Messi al 70'."
    assert _goals(text) == [("everton", 15), ("messi", 70)]


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
    assert _goals(f"Fiorentina-Spezia 0-1. Partita equilibrata al Franchi. {told}") == [(scorer, 64)]


def test_ordinal_alone_is_a_minute() -> None:
    text = "Cagliari-Lecce 1-0. All'ottavo ci pensa Pavoletti a sbloccare la gara con un colpo di testa."
    assert _goals(text) == [("pavoletti", 8)]
