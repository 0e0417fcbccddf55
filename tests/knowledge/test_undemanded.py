"""What comes near a question but leaves out what it turns on is no answer: another unit, no reason, no giver."""

from __future__ import annotations

import pytest

from knowledge import Knowledge
from tests.knowledge.asking import asked


@pytest.mark.parametrize(
    "question",
    [
        "how many matches did gasperini take charge of at atalanta",
        "quante partite ha fatto in tutto gasperini come allenatore dell'atalanta",
    ],
)
def test_years_are_no_number_of_matches(knowledge: Knowledge, question: str) -> None:
    assert asked(knowledge, question).kind != "answer"


@pytest.mark.parametrize(
    "question",
    [
        "why is simone inzaghi leaving inter?",
        "perché simone inzaghi lascia l'inter",
        "why did chivu use thuram",
    ],
)
def test_that_it_was_so_is_no_reason(knowledge: Knowledge, question: str) -> None:
    assert asked(knowledge, question).kind != "answer"


@pytest.mark.parametrize(
    "question",
    [
        "who crossed it for ruggeri's volley",
        "chi ha passato la palla a ruggeri per il tiro al volo",
    ],
)
def test_a_shot_does_not_tell_who_gave_the_ball(knowledge: Knowledge, question: str) -> None:
    assert asked(knowledge, question).kind != "answer"


@pytest.mark.parametrize(
    "question",
    [
        "will atalanta be in the top four again",
        "l'atalanta finirà tra le prime quattro?",
        "how do i score with a curler like lautaro",
        "come si fa a calciare il rigore come calhanoglu",
        "which club did hateboer play for before atalanta",
        "dove giocava zapata prima di bergamo",
        "how many goals has lautaro scored in his career",
    ],
)
def test_what_is_to_come_advice_and_earlier_posts_are_not_told(knowledge: Knowledge, question: str) -> None:
    assert asked(knowledge, question).kind != "answer"


@pytest.mark.parametrize(
    "question",
    [
        "how far out was the curler in 2023",
        "da quanti metri ha segnato scamacca all'inter",
        "did lautaro score with his left or right in 2025",
        "calhanoglu ha tirato il rigore a sinistra o a destra",
        "how old was samardzic when he missed",
        "che età aveva dimarco quando ha perso palla",
    ],
)
def test_a_detail_that_no_row_holds_is_declined(knowledge: Knowledge, question: str) -> None:
    assert asked(knowledge, question).kind != "answer"


def test_who_took_the_penalty_is_not_denied_his_penalty(knowledge: Knowledge) -> None:
    answer = asked(knowledge, "calhanoglu il rigore l'ha messo a sinistra o a destra?")
    assert not answer.text.startswith("No.")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("how many games did gasperini last at inter", "five"),
        ("quante partite è durato gasperini al palermo", "23"),
        ("why was de ketelaere's goal ruled out", "offside"),
        ("who passed to scamacca for his goal", "Lookman"),
        ("will a statue of gasperini be built", "statue"),
        ("which club did gasperini coach before atalanta", "Genoa"),
        ("how old is gasperini", "67"),
        ("gosens giocava a destra o a sinistra?", "sinistra"),
        ("chi ha servito lautaro nel 2025", "Esposito"),
        ("a quanti metri dalla porta era samardzic", "passi"),
    ],
)
def test_a_row_that_tells_it_still_answers(knowledge: Knowledge, question: str, told: str) -> None:
    assert told in asked(knowledge, question).text
