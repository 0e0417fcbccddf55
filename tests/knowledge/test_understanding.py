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
        (("who scored in 2025", "when?"), "65th"),
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
