"""Who was at home where only the order of names, a ground or a clause of another day tells it."""

import json

import pytest

from knowledge.drafting import draft


def home_of(text: str) -> str | None:
    match = json.loads(draft(text).to_json())["matches"][0]
    home: str | None = match["home"]
    return home


HOME = [
    # two teams set side by side: the hosts stand first
    ("Vince la Roma nella sfida tra Udinese e Roma. Decide Tirelli al 70', che segna di testa.", "Udinese"),
    (
        "La Lazio festeggia. Verona e Lazio hanno giocato a viso aperto: decide Tirelli al 70' di testa.",
        "Verona",
    ),
    # line-ups: the hosts' is printed first
    (
        "La Lazio supera il Lecce 2-0 con le reti di Tirelli e Bonfa.\n\n"
        "LECCE (4-3-3): Falconi; Gendri, Basca, Pongra, Gallo; Blini, Rama, Rafi; Almi, Krisco, Bandi.\n\n"
        "LAZIO (4-3-3): Provi; Maru, Casa, Romagni, Hysi; Guendo, Cata, Alberti; Felipe, Castel, Zacca.",
        "Lecce",
    ),
    # grounds of small and foreign clubs
    ("Il Prato pareggia 1-1 con la Sangiovannese al Fedini: a segno Tirelli e Bonfa.", "Sangiovannese"),
    ("La Pistoiese espugna Grosseto con un gol di Tirelli al 70'.", "Grosseto"),
    ("Il Psg vince 1-0 sul Lione al Parc OL grazie a Tirelli, a segno al 70'.", "Lione"),
    # another day's ground does not count
    (
        "La Fiorentina batte 2-1 il Gubbio. In gol Tirelli, Bonfa e Marchi. I viola ribaltano cosi il ko subito al "
        "Barbetti nella gara d'andata.",
        "Fiorentina",
    ),
    # nor do clauses on it, but the rest of the sentence does
    (
        "Juventus eliminata. Decidono Tirelli e Bonfa. Vittoriose all'andata, le bianconere cadono per 2-0 sul campo "
        "delle forti francesi del Lione.",
        "Lione",
    ),
]


@pytest.mark.parametrize(("text", "home"), HOME)
def test_home_side_is_told_by_the_order_of_names_and_by_grounds(text: str, home: str) -> None:
    assert home_of(text) == home


def test_the_surname_of_a_ground_is_a_persons_without_an_article() -> None:
    match = json.loads(
        draft("Mantova-Rimini 1-0\n\nGran tiro di Martelli al 30' e palla in rete.").to_json()
    )["matches"][0]
    assert [(g["scorer"], g["minute"]) for g in match["goals"]] == [("Martelli", 30)]
    assert home_of("Il Rimini cade 1-0 al Martelli contro il Mantova: gol di Tirelli al 30'.") == "Mantova"
