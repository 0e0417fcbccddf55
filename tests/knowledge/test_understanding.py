"""How the words around a question, and the turn before it, change what is meant."""

from __future__ import annotations

import pytest

from knowledge import Knowledge
from tests.knowledge.asking import asked


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("who was Atalanta's coach in the 1-0 loss", "Palladino"),
        ("who scored for Inter in 23", "Calhanoglu"),
        ("Missed it because of work. Who scored in December 2025?", "Lautaro"),
        ("ki ha segnato a dicembre 2025", "Lautaro"),
        ("chi ha segnato a fine 2025", "Lautaro"),
        ("what minute was 2-0", "57th"),
        ("Which subs did Gasperini send on against Inter in 2023?", "Pasalic"),
        ("when Inter went to Bergamo in December, what was the result?", "1-0"),
        ("who was in Atalanta's Europa League group in 2023/24?", "Sturm Graz"),
        ("was it Thuram or Lautaro that scored in 2025", "Lautaro"),
    ],
)
def test_words_around_a_question_say_which_match_and_what_is_meant(
    knowledge: Knowledge, question: str, told: str
) -> None:
    assert told in asked(knowledge, question).text


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("what did palladino say about djimsiti", "and about inter?"), "great team"),
        (("who coached atalanta in 2023", "in 2025?"), "Palladino"),
        (("chi ha buttato dentro gasp alla fine", "e all'inizio della ripresa?"), "Pasalic"),
        (("quante volte è arrivato terzo il Gasp con la Dea?", "in che anni?"), "2019"),
        (("who scored in 2025", "when?"), "65"),
    ],
)
def test_a_follow_up_exchanges_one_part_of_the_question(
    knowledge: Knowledge, turns: tuple[str, ...], told: str
) -> None:
    assert told in asked(knowledge, *turns).text


@pytest.mark.parametrize(
    "question",
    [
        "who scored the own goal in the 2-1",
        "what did Lautaro say after the game in December 2025",
        "how did Carnesecchi save Thuram's penalty in December 2025",
        "quarto uomo della finale di Dublino?",
    ],
)
def test_what_a_row_does_not_speak_of_is_not_answered_with_it(knowledge: Knowledge, question: str) -> None:
    assert asked(knowledge, question).kind != "answer"


def test_a_choice_of_two_is_led_by_neither_yes_nor_no(knowledge: Knowledge) -> None:
    text = asked(knowledge, "was it Thuram or Lautaro that scored in 2025").text
    assert not text.startswith(("Yes", "No"))


def test_goals_in_both_matches_are_led_by_yes(knowledge: Knowledge) -> None:
    text = asked(knowledge, "Did Lautaro score in both of those Inter wins in Bergamo, 2023 and 2025?").text
    assert text.startswith("Yes, in both")
    assert "57" in text
    assert "65" in text


def test_what_an_article_leaves_untold_is_said_to_be_untold(knowledge: Knowledge) -> None:
    answer = asked(knowledge, "what did Simone Inzaghi say after the 2-1")
    assert answer.kind == "no_fact"
    assert answer.text.startswith("Our articles don’t say that.")


@pytest.mark.parametrize(
    ("question", "told", "other"),
    [
        ("who bagged for la dea in the wet one", "Scamacca", "65"),
        ("tutti i marcatori della partita sotto il diluvio", "Calhanoglu", "65"),
        ("final score in the rainy game?", "2-1", "1-0"),
    ],
)
def test_a_match_is_known_by_its_weather(knowledge: Knowledge, question: str, told: str, other: str) -> None:
    text = asked(knowledge, question).text
    assert told in text
    assert other not in text


def test_whoever_is_excepted_is_not_the_answer(knowledge: Knowledge) -> None:
    answer = asked(
        knowledge, "besides Lautaro, which Inter forward had a shot saved in the first half in 2025?"
    )
    assert "Thuram" in answer.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("what nationality is the inter player who got hurt in 2023", "French"),
        ("who was liverpools manager when atalanta won at anfield", "Klopp"),
        ("who was in the atalanta dugout when inter won in 2023", "Gasperini"),
        ("i portieri in campo in atalanta-inter del novembre 2023", "Musso"),
        ("how many did inter score in 2023, and who", "Calhanoglu"),
    ],
)
def test_what_a_question_turns_on_is_told(knowledge: Knowledge, question: str, told: str) -> None:
    assert told in asked(knowledge, question).text


def test_a_new_coach_is_no_substitute(knowledge: Knowledge) -> None:
    assert asked(knowledge, "who replaced gasperini as atalanta manager?").kind == "no_fact"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("who dropped a clanger in december 2025", "Djimsiti"),
        ("who laid it on a plate for lautaro in 2025", "Esposito"),
        ("which gaffer got schooled in his own gaff", "Klopp"),
        ("what were gasp and papu beefing over", "Midtjylland"),
        ("did gasp chuck lookman under the bus", "blame"),
        ("who did gasp mug off over a pen", "Lookman"),
        ("settle this, did inter win 2-1 in bergamo in 2023", "Yes. Inter beat Atalanta 2-1"),
        ("was it pissing it down in nov 2023", "pouring rain"),
        ("who did his hammy in 2023", "Pavard"),
    ],
)
def test_the_slang_of_fans_is_understood(knowledge: Knowledge, question: str, told: str) -> None:
    assert told in asked(knowledge, question).text


@pytest.mark.parametrize("question", ["quanti ani a gasperini", "gasperini qnti anni a"])
def test_ha_is_understood_without_its_h(knowledge: Knowledge, question: str) -> None:
    assert "67" in asked(knowledge, question).text


def test_years_in_a_place_are_no_age(knowledge: Knowledge) -> None:
    assert "67" not in asked(knowledge, "quanti anni a bergamo ha passato gasperini?").text


@pytest.mark.parametrize(
    ("fragment", "told"),
    [
        ("2023", "2-1"),
        ("⚽️ dicembre 2025?", "1-0"),
        ("scorers 23", "Calhanoglu"),
        ("marcatori 25", "Lautaro"),
    ],
)
def test_fragments_are_enough(knowledge: Knowledge, fragment: str, told: str) -> None:
    assert told in asked(knowledge, fragment).text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Palladino se l'è presa con Djimsiti dopo l'errore?", "No."),
        ("did palladino blame djimsiti?", "No."),
        ("Anche nel 2025 in porta all'Inter c'era Sommer?", "Sì."),
    ],
)
def test_yes_or_no_is_said_first_where_it_is_sure(knowledge: Knowledge, question: str, said: str) -> None:
    assert asked(knowledge, question).text.startswith(said)


def test_whether_a_goal_was_wrongly_ruled_out_gets_no_yes(knowledge: Knowledge) -> None:
    question = "De Ketelaere's goal in December 2025 was wrongly ruled out, right?"
    assert not asked(knowledge, question).text.startswith("Yes")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("portire dela dea nel dicembr 2025 ki era??", "Carnesecchi"),
        ("ki era il portire de l'inter nel 2023", "Sommer"),
    ],
)
def test_a_lost_letter_that_makes_another_form_is_mended(
    knowledge: Knowledge, question: str, told: str
) -> None:
    assert told in asked(knowledge, question).text
