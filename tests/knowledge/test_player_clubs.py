"""Whose player or coach somebody was is told from the matches, and nothing where he went is overridden by it."""

from __future__ import annotations

import pytest

from knowledge import Knowledge

from .asking import asked


@pytest.mark.parametrize(
    ("question", "club"),
    [
        ("who does Djimsiti play for?", "Atalanta"),
        ("what team is Thuram in", "Inter"),
        ("carnesecchi's club", "Atalanta"),
        ("does Samardzic play for Inter or Atalanta", "Atalanta"),
        ("which team does Chivu coach?", "Inter"),
        ("per chi gioca Djimsiti?", "Atalanta"),
        ("di che squadra è De Ketelaere", "Atalanta"),
        ("Thuram in che squadra milita", "Inter"),
        ("quale squadra allena Palladino?", "Atalanta"),
    ],
)
def test_the_club_is_said_first(knowledge: Knowledge, question: str, club: str) -> None:
    assert asked(knowledge, question).text.startswith(f"{club}.")


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("is Thuram an Inter player", "Yes."),
        ("does Djimsiti play for Inter", "No."),
        ("Samardzic è un giocatore dell'Atalanta?", "Sì."),
    ],
)
def test_a_club_that_is_claimed_gets_yes_or_no(knowledge: Knowledge, question: str, lead: str) -> None:
    assert asked(knowledge, question).text.startswith(lead)


@pytest.mark.parametrize(
    "question", ["which club does Gasperini manage now?", "quale squadra allena adesso Gasperini?"]
)
def test_where_a_coach_went_is_more_than_where_he_was(knowledge: Knowledge, question: str) -> None:
    assert "Roma" in asked(knowledge, question).text


@pytest.mark.parametrize("question", ["which club does Zapata play for?", "who did Lookman play for before?"])
def test_a_club_that_no_match_tells_is_not_guessed(knowledge: Knowledge, question: str) -> None:
    assert asked(knowledge, question).kind != "answer"
