"""Who set up a goal, whom a card was for, who missed from the spot, and the corner count."""

from __future__ import annotations

import pytest

from knowledge.drafting import draft
from knowledge.drafting.article import read
from tests.drafting.told import printed_goals, printed_match

ENGLISH = "Ayr United 2-1 Larne\n\nAyr United beat Larne 2-1. "
ITALIAN = "Bari-Lecce 2-1\n\nIl Bari batte il Lecce. "
ASSISTS = [
    (ENGLISH + "Roy Tullen stood up a cross for Ivan Fox, and the striker headed in after 20 minutes.", "Roy Tullen"),
    (ENGLISH + "Roy Tullen rolled the ball sideways and Ivan Fox, the captain, drilled it home on 20 minutes.",
     "Roy Tullen"),
    (ENGLISH + "With two minutes left Roy Tullen broke clear and pulled the ball back. Ivan Fox, at full"
     " stretch, swept it in.", "Roy Tullen"),
    (ITALIAN + "Al 20' Maita mette in mezzo un pallone teso: Sibilli anticipa Gaspar e segna.", "Maita"),
    (ITALIAN + "Al 20' Maita inventa il filtrante per Sibilli, che segna sul primo palo.", "Maita"),
    ("Bari-Lecce 1-0: Sibilli decide\n\nAl 20' cross di Maita dalla sinistra, Sibilli di testa segna.\n\n"
     "MARCATORI: 20' Sibilli (B).", "Maita"),
]  # fmt: skip
CARDS = [
    (ITALIAN + "All'84' Maita, già ammonito, trattiene Banda lanciato a rete: secondo giallo e biancorossi in dieci.",
     [("maita", "red")]),
    (ITALIAN + "Note: espulso all'84' Maita (B) per doppia ammonizione.", [("maita", "red")]),
    (ENGLISH + "Roy Tullen, already booked, dragged back Ivan Fox on 60 minutes and was given a red card.",
     [("roy tullen", "red")]),
    (ENGLISH + "Ivan Fox felt the red card had decided everything.", []),
]  # fmt: skip


def events_of(text: str, kind: str, detail: str) -> list[tuple[str, str]]:
    """Return whom the events of a kind befell, with one detail of each."""
    return [(e.player, e.detail[detail]) for e in read(text).matches[0].events if e.kind == kind]


@pytest.mark.parametrize(("text", "helper"), ASSISTS)
def test_who_set_up_a_goal_is_told(text: str, helper: str) -> None:
    assert [a["by"] for a in printed_match(text)["assists"]] == [helper]


@pytest.mark.parametrize(("text", "cards"), CARDS)
def test_a_card_is_for_who_fouled(text: str, cards: list[tuple[str, str]]) -> None:
    assert events_of(text, "card", "colour") == cards


SAVED = [
    (ENGLISH + "Tullen headed the first goal. But Tullen's penalty was weak and"
     " Peter Gray dived to his right to push it away.", "tullen", "peter gray"),
    (ITALIAN + "Rigore per il Bari. Dal dischetto va Sibilli, ma Gallo intuisce e respinge.", "sibilli", "gallo"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "taker", "keeper"), SAVED)
def test_a_penalty_that_is_pushed_away_is_a_miss_and_a_save(text: str, taker: str, keeper: str) -> None:
    told = [(e.kind, e.player) for e in read(text).matches[0].events if e.detail.get("spot") == taker]
    assert told == [("miss", taker), ("save", keeper)]


def test_who_is_spoken_of_by_a_coach_is_not_the_coach() -> None:
    text = ENGLISH + 'On Roy Tullen, the Ayr United head coach was less cheerful: "He will have a scan."'
    assert "Roy Tullen" not in printed_match(text)["coaches"].values()


def test_kicks_of_a_shoot_out_and_who_won_it_are_no_goals() -> None:
    text = (
        "Ayr United 1-1 Larne (Larne win 3-2 on penalties)\n\nJan Kelly did the rest when extra time failed to separate"
        " the sides. After 20 minutes Peter Fox lifted his finish over Kelly. Marcus Bell levelled on 50 minutes.\n\n"
        "So to penalties, at the end where the home fans stand. Fox and Bell scored. Peter Gray made no mistake."
    )
    assert printed_goals(text) == [("Fox", 20), ("Bell", 50)]
    assert "Jan Kelly" in draft(text).to_toml()


def test_a_side_that_took_the_other_ground_is_that_of_the_scorers() -> None:
    text = (
        "La Roma ribalta il Porto: Rossi e Bianchi espugnano il Dragão\n\n"
        "La Roma va sotto, soffre, rischia di affondare e poi si rialza: 2-1 al Porto, e sale dal ventitreesimo al"
        " sedicesimo posto.\n\nAl 54' segna Rossi. All'81' Verdi ruba palla a Neri e vede il taglio di Bianchi,"
        " entrato al posto di Gialli: l'ucraino controlla e infila Conti."
    )
    match = printed_match(text)
    assert (match["home"], match["score"]) == ("Porto", [1, 2])
    told = [(g["scorer"], g["minute"], g["team"]) for g in match["goals"]]
    assert told == [("Rossi", 54, "Roma"), ("Bianchi", 81, "Roma")]
