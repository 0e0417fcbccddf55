"""Typed answers and hints of the buzzer mode."""

from __future__ import annotations

import pytest

from knowledge.models import LANGUAGES
from knowledge.quiz.making import QuizMaker
from knowledge.quiz.records import QuizQuestion
from knowledge.quiz.typed import hint, judge_typed


def asked(makers: dict[str, QuizMaker], key: str, language: str = "en") -> QuizQuestion:
    return next(q for q in makers[language].every(1) if q.key == key and q.kind != "true_false")


SCORER = "bergamo-2023-goal-lautaro:player"
MINUTE = "bergamo-2025-goal-lautaro:minute"
ASSIST = "bergamo-2025-miss-samardzic:assist"


@pytest.mark.parametrize(
    "text",
    [
        "Lautaro Martínez",
        "lautaro",
        "MARTINEZ",
        "Lautaro martinez!",
        "el toro",
        "Lauatro",
        "è stato lautaro",
        "it was Lautaro, surely",
        "lautaro martines",
        "Martìnez",
    ],
)
def test_a_name_is_right_however_it_is_typed(makers: dict[str, QuizMaker], text: str) -> None:
    assert judge_typed(text, asked(makers, SCORER))


@pytest.mark.parametrize("text", ["de ketelaere", "Ketelaere", "CDK", "de kettelare", "Charles De Ketelaere"])
def test_a_surname_of_two_words_is_right(makers: dict[str, QuizMaker], text: str) -> None:
    assert judge_typed(text, asked(makers, ASSIST))


@pytest.mark.parametrize("text", ["", "?", "Dumfries", "la", "who", "goal", "57", "x" * 5000, "mario"])
def test_another_name_or_chatter_is_wrong(makers: dict[str, QuizMaker], text: str) -> None:
    assert not judge_typed(text, asked(makers, SCORER))


def test_naming_a_wrong_option_beside_the_right_one_is_wrong(makers: dict[str, QuizMaker]) -> None:
    question = asked(makers, SCORER)
    other = next(o for at, o in enumerate(question.options) if at != question.right)
    assert not judge_typed(f"Lautaro or {other}", question)


@pytest.mark.parametrize(
    "text",
    [
        "65",
        "65'",
        "65th",
        "sixty-five",
        "sixty five",
        "minuto 65",
        "sessantacinque",
        "al 65°",
    ],
)
def test_a_figure_is_right_in_digits_or_words(makers: dict[str, QuizMaker], text: str) -> None:
    assert judge_typed(text, asked(makers, MINUTE))


@pytest.mark.parametrize("text", ["64", "65 66 67", "six", "sixty", "165", "lautaro"])
def test_another_figure_or_several_are_wrong(makers: dict[str, QuizMaker], text: str) -> None:
    assert not judge_typed(text, asked(makers, MINUTE))


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("1-2", True),
        ("1 - 2", True),
        ("2-1", False),
        ("1-2 or 2-2", False),
    ],
)
def test_a_score_is_typed_as_written(makers: dict[str, QuizMaker], text: str, right: bool) -> None:
    assert judge_typed(text, asked(makers, "atalanta-inter-2023-11-04:score")) is right


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_answer_itself_is_right_and_no_other_option_is(
    makers: dict[str, QuizMaker], language: str
) -> None:
    for question in makers[language].every(2):
        for at, option in enumerate(question.options):
            if question.answers:
                assert judge_typed(option, question) is (at == question.right), (question.question, option)


@pytest.mark.parametrize("language", LANGUAGES)
def test_hints_uncover_more_letters_and_never_all(makers: dict[str, QuizMaker], language: str) -> None:
    for question in makers[language].every(1):
        if not question.answers:
            continue
        steps = [hint(question, step) for step in range(6)]
        assert not any(c.isalnum() for c in steps[0])
        hidden = [s.count("_") for s in steps]
        assert hidden == sorted(hidden, reverse=True)
        assert hidden[-1] >= 1
        assert hidden[1] < hidden[0] or all(len(word) == 1 for word in question.hint.split())
        assert {len(s) for s in steps} == {len(steps[0])}


def test_the_first_hint_shows_first_letters(makers: dict[str, QuizMaker]) -> None:
    assert hint(asked(makers, ASSIST), 1).split("   ")[0].startswith("C ")
