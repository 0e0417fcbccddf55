"""How often one club beat another is counted over the matches that are stored, and said to be no more than that."""

from __future__ import annotations

import pytest

from knowledge import Knowledge


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("how many times did Inter beat Atalanta?", "Twice in our articles."),
        ("how many times have Inter won in Bergamo?", "Twice in our articles."),
        ("how many times did Atalanta beat Inter?", "Never in the matches that our articles report."),
        ("how many draws were there between Atalanta and Inter?", "Never in the matches"),
        ("have atalanta ever beaten inter?", "No, not in the matches that our articles report."),
        ("has Inter ever won at the Gewiss?", "Yes. Inter won 2-1"),
        ("who won more, inter or atalanta?", "Inter."),
        ("quante volte ha perso l'Atalanta con l'Inter?", "Due volte, nei nostri articoli."),
        ("l'Inter quante ne ha vinte contro la Dea?", "Due volte, nei nostri articoli."),
        ("l'Atalanta ha mai battuto l'Inter?", "No, non nelle partite dei nostri articoli."),
    ],
)
def test_results_between_two_clubs_are_counted(knowledge: Knowledge, question: str, told: str) -> None:
    answer = knowledge.answer(question)
    assert answer.text.startswith(told)
    assert answer.rows == ("atalanta-inter-2023-11-04", "atalanta-inter-2025-12-28")


@pytest.mark.parametrize(
    "question",
    [
        "how many times did Atalanta beat Liverpool?",  # one of the two legs has no score in the articles
        "how many league games did Inter win?",
        "quante volte ha vinto l'Inter?",
        "did Atalanta never beat Inter?",
    ],
)
def test_nothing_is_counted_where_the_articles_do_not_hold_all_of_it(
    knowledge: Knowledge, question: str
) -> None:
    answer = knowledge.answer(question)
    assert "our articles." not in answer.text
    assert "nei nostri articoli." not in answer.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("did Gasperini ever beat Inter?", "No, not in the matches that our articles report.\nInter won 2-1"),
        (
            "gasp ha mai vinto contro l'Inter?",
            "No, non nelle partite dei nostri articoli.\nHa vinto l'Inter per 2-1",
        ),
        ("has inzaghi ever beaten gasp?", "Yes. Inter won 2-1"),
        ("did Gasperini lose to Inzaghi in 2023?", "Yes. Inter won 2-1"),
        ("gasp ha mai battuto il Liverpool?", "Sì. Ha vinto l'Atalanta per 3-0"),
        ("chi ha vinto tra Chivu e Palladino?", "Ha vinto l'Inter per 1-0"),
        ("quante volte Gasperini ha perso con Inzaghi?", "Una volta, nei nostri articoli."),
    ],
)
def test_a_coach_stands_for_the_side_that_he_coached(knowledge: Knowledge, question: str, told: str) -> None:
    assert knowledge.answer(question).text.startswith(told)


@pytest.mark.parametrize("question", ["did Gasperini beat Chivu?", "did Gasperini ever beat Juventus?"])
def test_coaches_who_did_not_meet_in_a_stored_match_get_no_result(
    knowledge: Knowledge, question: str
) -> None:
    assert knowledge.answer(question).kind != "answer"
