"""Who is asked for as a player of one club is not answered with one of the other; who somebody is; match and season."""

from __future__ import annotations

import pytest

from knowledge import Knowledge


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("which Inter player made a mistake in 2023", "Dimarco"),
        ("which Atalanta player made a mistake in 2025", "Djimsiti"),
        ("which Inter forward had a hard shot saved in the first half of december 2025?", "Thuram"),
        ("chi dell'Atalanta ha fatto sudare Sommer nella ripresa del novembre 2023?", "Lookman"),
        ("who is Inter's striker in 2025", "Lautaro"),
    ],
)
def test_a_player_of_the_club_is_told(knowledge: Knowledge, question: str, told: str) -> None:
    assert told in knowledge.answer(question).text


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("which Inter player made a mistake in 2025", "Djimsiti"),
        ("which Atalanta player made a mistake in 2023", "Dimarco"),
        ("who is Atalanta's striker in 2025", "Lautaro"),
        ("chi è l'attaccante dell'Atalanta nel 2025", "Lautaro"),
    ],
)
def test_a_player_of_the_other_club_is_not(knowledge: Knowledge, question: str, other: str) -> None:
    reply = knowledge.answer(question)
    assert reply.kind != "answer" or other not in reply.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("chi ha fatto assist per l'Inter nel 2025", "Esposito"),
        ("who set up Inter's goal in 2025", "Esposito"),
        ("modulo dell'Atalanta nel 2023", "4-2-3-1"),
        ("modulo Atalanta novembre 2023", "4-2-3-1"),
    ],
)
def test_what_a_match_tells_is_no_tally_and_not_untold(
    knowledge: Knowledge, question: str, told: str
) -> None:
    reply = knowledge.answer(question)
    assert reply.kind == "answer"
    assert told in reply.text


@pytest.mark.parametrize("question", ["who has the most assists this season?", "chi ha fatto più assist?"])
def test_a_tally_of_a_season_is_still_declined(knowledge: Knowledge, question: str) -> None:
    assert knowledge.answer(question).kind == "no_fact"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("who is Gian Piero Gasperini?", "is the coach who left Atalanta"),
        ("chi è Gian Piero Gasperini?", "è l'allenatore che"),
        ("cosa ha fatto Gasperini?", "è l'allenatore che"),
        ("tell me about Gasperini", "is the coach who left Atalanta"),
        ("tell me about Chivu", "is the coach of Inter"),
        ("parlami di Palladino", "è l'allenatore dell'Atalanta"),
    ],
)
def test_a_bare_name_asks_who_somebody_is(knowledge: Knowledge, question: str, told: str) -> None:
    assert told in knowledge.answer(question).text
