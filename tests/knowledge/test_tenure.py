"""Whether somebody still has his post is told by the latest match, not by one in which he had it."""

from __future__ import annotations

import pytest

from knowledge import Knowledge

from .asking import asked


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("Gasp allena ancora l'Atalanta?", "No."),
        ("il mister dell'Atalanta è ancora Gasperini?", "No."),
        ("does Inzaghi still coach Inter?", "No."),
        ("is Chivu still the coach?", "Yes."),
        ("Palladino allena ancora l'Atalanta", "Sì."),
        ("was Gasperini still Atalanta coach in 2023?", "Yes."),
    ],
)
def test_the_latest_match_tells_who_is_still_in_charge(
    knowledge: Knowledge, question: str, lead: str
) -> None:
    assert asked(knowledge, question).text.startswith(lead)


@pytest.mark.parametrize("question", ["Ranieri è ancora alla Roma?", "is Ranieri still at Roma?"])
def test_a_post_that_somebody_had_is_not_said_to_be_his_today(knowledge: Knowledge, question: str) -> None:
    assert not asked(knowledge, question).text.startswith(("Sì", "Yes"))


def test_he_again_is_asked_of_who_was_told(knowledge: Knowledge) -> None:
    assert asked(knowledge, "chi allenava l'Atalanta nel 2023?", "è ancora lui?").text.startswith("No.")
