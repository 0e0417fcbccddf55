"""Two things in one question, and follow-ups that ask of the other one."""

from __future__ import annotations

import pytest

from knowledge import Knowledge
from tests.knowledge.asking import asked


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("who coached Atalanta in the 2-1 and who in the 1-0?", ("Gasperini", "Palladino")),
        ("chi allenava l'Atalanta nel 2-1 e chi nell'1-0?", ("Gasperini", "Palladino")),
        ("papu vs vieri: what did each say about gasp's training?", ("Papu", "Vieri")),
        ("da dove vengono Pavard e Lookman?", ("francese", "Lookman")),
        ("who scored for Inter in 2023 and in 2025 who set up the goal?", ("Calhanoglu", "Esposito")),
    ],
)
def test_each_of_two_things_is_told(knowledge: Knowledge, question: str, told: tuple[str, str]) -> None:
    answer = asked(knowledge, question)
    assert answer.kind == "answer"
    assert all(name in answer.text for name in told)


@pytest.mark.parametrize(
    ("question", "told", "other"),
    [
        ("chi ha tirato il rigore, calhanoglu o lautaro?", "Calhanoglu", "Lautaro"),
        ("between lautaro and calhanoglu, who scored first in 2023?", "Calhanoglu", "Lautaro"),
        ("fra zapata e gomez, chi creava il gioco partendo da dietro?", "Gómez", "Zapata"),
        ("which side did gasp lose both coppa italia finals to, juve or milan", "Juventus", "Milan"),
    ],
)
def test_of_two_alternatives_the_right_one_is_told(
    knowledge: Knowledge, question: str, told: str, other: str
) -> None:
    text = asked(knowledge, question).text
    assert told in text
    assert other not in text


@pytest.mark.parametrize(
    ("turns", "told", "other"),
    [
        (("who was in goal for Inter in 2023?", "and the other keeper?"), "Musso", "Sommer"),
        (("chi allenava l'Inter a dicembre 2025?", "e gli altri?"), "Palladino", "Chivu"),
        (("who's Atalanta's coach for the 1-0 loss?", "and the other team's?"), "Chivu", "Palladino"),
        (
            ("what did Chivu say about Conte?", "did the other coach have a go at his defender?"),
            "Palladino",
            "Chivu",
        ),
        (("who came on for atalanta in 2023?", "and for the other side?"), "Darmian", "Muriel"),
        (("chi ha segnato nel 2023?", "e nell'altra?"), "65", "Calhanoglu"),
    ],
)
def test_a_follow_up_may_ask_of_the_other(
    knowledge: Knowledge, turns: tuple[str, ...], told: str, other: str
) -> None:
    text = asked(knowledge, *turns).text
    assert told in text
    assert other not in text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("in quale delle due partite ci sono stati più gol?", ("3 gol", "1 gol")),
        ("in which of the two games did lautaro score?", ("57th", "65th")),
    ],
)
def test_which_of_two_matches_is_told_from_both(
    knowledge: Knowledge, question: str, told: tuple[str, str]
) -> None:
    text = asked(knowledge, question).text
    assert all(figure in text for figure in told)


def test_somebody_who_played_in_both_matches_is_a_yes_for_both(knowledge: Knowledge) -> None:
    assert asked(knowledge, "sommer ha giocato sia nel 2023 che nel 2025?").text.startswith("Sì, in entrambe")


def test_somebody_who_was_there_once_is_no_yes_for_both(knowledge: Knowledge) -> None:
    assert not asked(knowledge, "did gasperini coach atalanta in both matches?").text.startswith("Yes")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("who was brought down for the penalty and who scored it?", ("Darmian", "Calhanoglu")),
        ("who had the last big chance in 2023, and who in 2025?", ("Hateboer", "Samardzic")),
        ("what did de ketelaere do in the 2023 inter game and what in the 2025 one?", ("sent on", "offside")),
        ("who coached inter in 2023 and two years later?", ("Inzaghi", "Chivu")),
    ],
)
def test_two_questions_in_one_are_both_answered(
    knowledge: Knowledge, question: str, told: tuple[str, ...]
) -> None:
    text = asked(knowledge, question).text
    assert all(part in text for part in told)


def test_somebody_who_was_there_twice_is_told_so(knowledge: Knowledge) -> None:
    assert asked(knowledge, "sommer c'era sia nel 2023 che due anni dopo?").text.startswith("Sì, in entrambe")


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("who assisted and who scored in 2025?", "Pio Esposito", "Scamacca"),
        ("who took Inter's penalty and who won it?", "Darmian won the penalty", "Inter beat Atalanta"),
        ("what minute was each Inter goal in 2023?", "(40', penalty) and Lautaro Martínez (57')", "Scamacca"),
        ("a che minuto tutti e due i gol dell'Inter nel 2023?", "Lautaro Martínez (57')", "Scamacca"),
    ],
)
def test_a_double_question_is_answered_in_both_its_parts(
    knowledge: Knowledge, question: str, told: str, untold: str
) -> None:
    said = knowledge.answer(question).text
    assert told in said
    assert untold not in said


def test_what_no_article_compares_of_two_men_is_declined(knowledge: Knowledge) -> None:
    assert knowledge.answer("who won more games, Gasperini or Palladino?").kind == "no_fact"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("how many minutes between Lautaro's winner in Dec 2025 and Samardzic's miss?", "22 minutes apart"),
        ("gap in minutes between Pavard going off and Inter scoring the pen, 2023?", "7 minutes apart"),
        ("how long after Darmian came on was the penalty in 2023", "7 minutes apart"),
        (
            "Tra il gol dell'Inter e lo scempio di Samardzic quanti minuti son passati?",
            "22 minuti di distanza",
        ),
        ("quanto tempo passa tra pavard ko e il penalty interista", "7 minuti di distanza"),
    ],
)
def test_the_time_between_two_events_is_told_with_both(
    knowledge: Knowledge, question: str, told: str
) -> None:
    answer = asked(knowledge, question)
    assert answer.text.startswith(told)
    assert len(answer.rows) == 2


def test_the_time_to_an_event_whose_minute_nobody_tells_is_not_counted(knowledge: Knowledge) -> None:
    answer = asked(knowledge, "how many minutes between the penalty and Scamacca's goal")
    assert "apart" not in answer.text


def test_what_is_claimed_of_two_years_and_holds_of_one_is_said_so(knowledge: Knowledge) -> None:
    answer = asked(knowledge, "Nov 2023 and Dec 2025 at home to Inter: did Atalanta find the net in each?")
    assert answer.text.startswith("Not in both matches.")
    assert "Scamacca" in answer.text
