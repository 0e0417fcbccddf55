"""A turn that doubts the answer before, asks if that is all, or guesses at it, hears it once more."""

from __future__ import annotations

import pytest

from knowledge import Context, Knowledge

from .asking import asked


@pytest.mark.parametrize(
    ("question", "doubt", "begin", "told"),
    [
        ("who scored for Inter in december 2025?", "sure?", "Yes.", "Lautaro"),
        ("who scored for Inter in december 2025?", "you sure about that mate?", "Yes.", "Lautaro"),
        ("chi allenava l'Inter nel 2025?", "ma davvero?", "Sì.", "Chivu"),
        ("chi allenava l'Inter nel 2025?", "ne sei sicuro", "Sì.", "Chivu"),
        ("did Lookman score in november 2023?", "really?", "No.", "Scamacca"),
    ],
)
def test_a_doubt_hears_the_answer_again(
    knowledge: Knowledge, question: str, doubt: str, begin: str, told: str
) -> None:
    first, again = asked(knowledge, question), asked(knowledge, question, doubt)
    assert again.text.startswith(begin)
    assert told in again.text
    assert (again.rows, again.source_line, again.language) == (first.rows, first.source_line, first.language)


@pytest.mark.parametrize(
    ("question", "guess", "begin", "told"),
    [
        ("who scored for Atalanta in 2023?", "wasn't it Lookman?", "No.", "Scamacca"),
        ("who scored for Atalanta in 2023?", "not Scamacca?", "Yes.", "Scamacca"),
        ("who scored for Inter in 2023?", "Lautaro?", "Yes.", "Calhanoglu"),
        ("chi allenava l'Inter nel 2025?", "ma non era Inzaghi?", "No.", "Chivu"),
        ("chi era in porta per l'Inter nel 2023?", "non era Onana?", "In porta", "Sommer"),
        ("who do Atalanta play after losing to Inter in 2025?", "sure? not napoli?", "After", "Roma"),
        ("who scored in december 2025?", "just the one?", "Lautaro", "65"),
        ("chi ha segnato a dicembre 2025?", "solo lui?", "Ha segnato", "Lautaro"),
        ("dove hanno giocato Atalanta e Inter?", "tutte e due le volte?", "La partita", "Gewiss"),
    ],
)
def test_a_guess_is_told_right_or_wrong_only_where_the_answer_names_all(
    knowledge: Knowledge, question: str, guess: str, begin: str, told: str
) -> None:
    answer = asked(knowledge, question, guess)
    assert answer.text.startswith(begin)
    assert told in answer.text


@pytest.mark.parametrize(
    ("question", "turn", "told"),
    [
        ("who scored in december 2025?", "really? and in 2023?", "Calhanoglu"),
        ("who coached Inter in 2023?", "and Atalanta?", "Gasperini"),
        ("chi ha segnato nel 2025?", "sicuro? e nel 2023?", "Calhanoglu"),
    ],
)
def test_what_is_asked_behind_a_doubt_is_answered(
    knowledge: Knowledge, question: str, turn: str, told: str
) -> None:
    assert told in asked(knowledge, question, turn).text


def test_nothing_is_said_again_where_nothing_was_answered(knowledge: Knowledge) -> None:
    assert asked(knowledge, "who refereed in 2025?", "sure?").kind != "answer"
    assert asked(knowledge, "sure?").kind == "not_understood"


def test_the_answer_survives_being_stored(knowledge: Knowledge) -> None:
    context = asked(knowledge, "who scored for Atalanta in 2023?").context
    assert Context.from_json(context.to_json()) == context
    assert Context.from_json('{"reply": 7}') == Context()
