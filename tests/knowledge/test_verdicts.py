"""Claims about one match get yes or no from its fields and events, whoever is named and however it is asked."""

from __future__ import annotations

import re

import pytest

from knowledge import Knowledge

from .asking import asked

SAID = {"yes": r"^(Yes|Sì)\.", "no": r"^No\."}
SCORERS = {"2023": {"Calhanoglu", "Lautaro", "Scamacca"}, "2025": {"Lautaro"}}
PLAYED = ("Calhanoglu", "Lautaro", "Scamacca", "Thuram", "Dimarco", "Lookman", "Sommer", "Djimsiti", "Pavard")


def lead(knowledge: Knowledge, question: str) -> str:
    """Return what is said first: "yes", "no" or the reply itself."""
    text = knowledge.answer(question).text
    return next((said for said, form in SAID.items() if re.match(form, text)), text)


@pytest.mark.parametrize("player", PLAYED)
@pytest.mark.parametrize("year", ["2023", "2025"])
@pytest.mark.parametrize(
    "question",
    [
        "did {} score in {}?",
        "was {} among the scorers in {}",
        "{} ha segnato nel {}?",
        "ma {} ha fatto gol nel {}?",
    ],
)
def test_whoever_is_named_did_or_did_not_score(
    knowledge: Knowledge, question: str, year: str, player: str
) -> None:
    told = "yes" if player in SCORERS[year] else "no"
    assert lead(knowledge, question.format(player, year)) == told


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("did Lautaro score in the 57th minute in november 2023", "yes"),
        ("did Lautaro score in the first half in november 2023", "no"),
        ("did Calhanoglu score twice in the 2-1", "no"),
        ("Calhanoglu ha segnato su rigore nel 2-1?", "yes"),
        ("il gol di Lautaro è arrivato nella ripresa a dicembre 2025?", "yes"),
        ("did Atalanta score in the 2-1", "yes"),
        ("l'Atalanta ha segnato a dicembre 2025?", "no"),
        ("did Inter keep a clean sheet in december 2025", "yes"),
        ("did Atalanta concede in december 2025", "yes"),
        ("did both teams score in the 1-0", "no"),
        ("were there more than two goals in november 2023", "yes"),
        ("ci sono stati più di due gol nell'1-0?", "no"),
        ("was it a draw in december 2025", "no"),
        ("è finita pari nel 2-1?", "no"),
        ("did it end 3-1 in november 2023?", "no"),
        ("did Atalanta get a point in december 2025", "no"),
        ("did atalanta get a point out of the last game of 2025 vs Inter?", "no"),
        ("l'Inter ha vinto l'ultima del 2025?", "yes"),
        ("l'Inter ha preso i tre punti nel 2-1?", "yes"),
        ("was there a penalty in november 2023", "yes"),
        ("was Inzaghi in charge of Atalanta in the 2-1", "no"),
        ("sulla panchina dell'Inter nell'1-0 c'era Chivu?", "yes"),
        ("was Musso the Inter keeper in november 2023", "no"),
        ("tra i pali dell'Atalanta nel 2-1 c'era Musso?", "yes"),
        ("was it at san siro in november 2023", "no"),
        ("si è giocato a bergamo nel dicembre 2025?", "yes"),
        ("was it a champions league game in the 2-1", "no"),
    ],
)
def test_fields_of_a_match_decide(knowledge: Knowledge, question: str, told: str) -> None:
    assert lead(knowledge, question) == told


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("did Darmian win the penalty in the 2-1", "yes"),
        ("did Thuram win the penalty in the 2-1", "no"),
        ("was it Darmian who came on for Pavard in november 2023", "yes"),
        ("al posto di Pavard nel 2-1 è entrato Dumfries?", "no"),
        ("was it Lookman who assisted Scamacca in november 2023", "yes"),
        ("l'assist per Scamacca nel 2-1 l'ha fatto Koopmeiners?", "no"),
        ("did Sommer save from Lookman in november 2023", "yes"),
        ("il rigore nel 2-1 l'ha calciato Thuram?", "no"),
    ],
)
def test_deeds_told_of_somebody_else_are_denied(knowledge: Knowledge, question: str, told: str) -> None:
    assert lead(knowledge, question) == told


def test_a_no_tells_what_somebody_did_instead(knowledge: Knowledge) -> None:
    assert "offside" in knowledge.answer("did De Ketelaere score in december 2025?").text


@pytest.mark.parametrize(
    "question", ["who scored in november 2023?", "quale gol ha segnato Dimarco nel 2-1?", "Lautaro goal 2023"]
)
def test_what_claims_nothing_gets_neither_yes_nor_no(knowledge: Knowledge, question: str) -> None:
    assert lead(knowledge, question) not in ("yes", "no")


def test_another_part_in_the_same_event_denies_nothing(knowledge: Knowledge) -> None:
    assert lead(knowledge, "è stato Musso a fare il fallo da rigore nel 2-1?") != "no"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("sommer in goal for inter both times, 23 and 25?", "Yes, in both matches."),
        ("l'Inter ha vinto sia nel 2023 sia nel 2025?", "Sì, in entrambe le partite."),
        ("did Thuram score in 2023 and in 2025?", "No, in neither match."),
    ],
)
def test_what_is_claimed_of_two_years_is_decided_for_each(
    knowledge: Knowledge, question: str, said: str
) -> None:
    assert knowledge.answer(question).text.startswith(said)


def test_what_differs_in_two_years_is_told_of_each_and_that_it_was_not_both(knowledge: Knowledge) -> None:
    told = knowledge.answer("did Scamacca score in 2023 and in 2025?").text
    assert told.startswith("Not in both matches. Gianluca Scamacca scored")
    assert "28 December 2025" in told


@pytest.mark.parametrize(
    "question", ["did Esposito set up the winner in december 2025", "Darmian è subentrato a novembre 2023?"]
)
def test_a_stored_no_about_another_deed_or_another_man_denies_nothing(
    knowledge: Knowledge, question: str
) -> None:
    assert lead(knowledge, question) != "no"


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("did leverkusen beat atalanta in 2024?", "No."),
        ("was gasperini coach of the year?", "Yes."),
        ("did Inter batter Atalanta in december 2025?", "No."),
        ("l'Inter ha stravinto nel 2-1?", "No."),
    ],
)
def test_what_is_stored_word_for_word_outweighs_what_a_name_suggests(
    knowledge: Knowledge, question: str, lead: str
) -> None:
    assert asked(knowledge, question).text.startswith(lead)


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("has Atalanta beaten Inter in 2023?", "No."),
        ("was Inter beaten in december 2025?", "No."),
        ("l'Inter è stata battuta nel 2023?", "No."),
        ("l'Atalanta fu battuta nel 2023?", "Sì."),
        ("il liverpool ad anfield ha battuto l'atalanta vero?", "No."),
        ("was calhanoglu's pen saved by musso in 2023", "No."),
        ("is gasp still atalanta coach", "No."),
        ("Atalanta vinse l'Europa League nel 2024?", "Sì. A vincere"),
    ],
)
def test_who_beat_whom_is_told_from_who_was_beaten_and_a_cup_from_a_match(
    knowledge: Knowledge, question: str, lead: str
) -> None:
    assert asked(knowledge, question).text.startswith(lead)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("did Esposito play in december 2025?", "Yes."),
        ("did De Ketelaere play against Inter in december 2025?", "Yes."),
        ("Darmian ha giocato nel novembre 2023?", "Sì."),
        ("did Pavard play for Atalanta in november 2023?", "No."),
    ],
)
def test_somebody_of_whom_a_deed_is_told_played(knowledge: Knowledge, question: str, told: str) -> None:
    assert asked(knowledge, question).text.startswith(told)


def test_that_somebody_played_is_not_denied_because_nothing_is_told_of_him(knowledge: Knowledge) -> None:
    assert not asked(knowledge, "did Calhanoglu play against Atalanta in december 2025?").text.startswith(
        "No"
    )


@pytest.mark.parametrize(
    "question",
    ["Calhanoglu il rigore l'ha tirato senza paura?", "did Calhanoglu take the penalty without fear?"],
)
def test_a_stored_denial_is_not_said_to_its_opposite(knowledge: Knowledge, question: str) -> None:
    assert not asked(knowledge, question).text.startswith("No")


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("did Atalanta open the scoring in november 2023?", "No."),
        ("did Inter score first in 2023", "Yes."),
        ("did Lautaro open the scoring in november 2023?", "No."),
        ("l'Inter ha segnato per prima nel 2023?", "Sì."),
        ("did Atalanta beat Liverpool 3-0 away?", "Yes."),
        ("did Atalanta beat Liverpool 3-0 in the Europa League?", "Yes."),
        ("l'Atalanta ha battuto 3-0 il Liverpool in trasferta?", "Sì."),
    ],
)
def test_the_first_goal_and_a_score_on_the_road_decide(
    knowledge: Knowledge, question: str, lead: str
) -> None:
    assert asked(knowledge, question).text.startswith(lead)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("did Inter score before the break in 2023?", "Yes. Hakan Calhanoglu"),
        ("did Atalanta score in the first half in 2023?", "No."),
        ("l'Atalanta ha segnato nella ripresa nel 2023?", "Sì. Gianluca Scamacca"),
        ("l'Inter ha fatto gol nel primo tempo a dicembre 2025?", "No."),
        ("was Carnesecchi in goal in 2023?", "No. Juan Musso"),
        ("Musso era in porta nel 2025?", "No. In porta per l'Atalanta c'era Marco Carnesecchi"),
    ],
)
def test_the_goals_of_a_half_and_the_keeper_of_the_same_side_decide(
    knowledge: Knowledge, question: str, said: str
) -> None:
    assert knowledge.answer(question).text.startswith(said)
