"""A yes/no question guesses; what it guesses is compared with what the articles tell: Yes to it, No to another."""

from __future__ import annotations

import re

import pytest

from knowledge import Knowledge

SAID = {"yes": r"^(Yes|Sì)\.", "no": r"^No\."}


def lead(knowledge: Knowledge, question: str) -> str:
    """Return what is said first: "yes", "no" or the reply itself."""
    text = knowledge.answer(question).text
    return next((said for said, form in SAID.items() if re.match(form, text)), text)


CLAIMS = [
    ("was Gasperini hired by Atalanta in {}", "2016", ["2014", "2018"]),
    ("Gasperini è sbarcato a Bergamo nel {}?", "2016", ["2014", "2018"]),
    ("Did Atalanta win the Europa League in {}?", "2024", ["2018"]),
    ("was the article on Gasperini published in {}", "June", ["July", "March"]),
    ("È di {} l'articolo su Gasperini?", "giugno", ["luglio"]),
    ("Was Como's golden era the {}?", "1980s", ["1990s"]),
    ("Did Gasperini spend {} years at Atalanta?", "nine", ["seven", "12"]),
    ("Gasperini è durato {} partite all'Inter, vero?", "cinque", ["dieci"]),
    ("Bergamo has {} inhabitants, right?", "120,000", ["200,000"]),
    ("True or false: Gasperini was {} when he left Atalanta", "67", ["65"]),
    ("did {} score the hat-trick in Dublin", "Lookman", ["Scamacca", "Muriel", "Kane"]),
    ("{} era il direttore sportivo dell'Atalanta, giusto?", "Sartori", ["Klopp", "Allegri"]),
    ("was {} the sporting director of Atalanta", "Sartori", ["Conte", "Mourinho"]),
    ("Confirm: the Europa League final was in {}.", "Dublin", ["Rome"]),
    ("Atalanta beat {} in the Europa League semi-final, didn't they?", "Marseille", ["Chelsea"]),
    ("nel girone di Europa League c'era anche il {}?", "Rakow", ["Brighton", "Napoli"]),
    ("did Atalanta replace {} in the seven sisters", "Parma", ["Napoli"]),
    ("Il rigore nel duemilaventitré l'ha tirato {}?", "Calhanoglu", ["Lautaro", "Barella"]),
    ("did {} save Thuram's shot in December 2025", "Carnesecchi", ["Sommer", "Donnarumma"]),
    ("l'assist per lautaro a dicembre 2025 era di {}?", "esposito", ["thuram", "bastoni"]),
    ("al posto di Pavard nel 2023 è entrato {}?", "Darmian", ["Thuram", "Kane"]),
    ("Did Pavard go off in the {} minute in 2023?", "33rd", ["60th"]),
    ("{} was in goal for Inter in November 2023?", "Sommer", ["Handanovic", "Musso"]),
]


@pytest.mark.parametrize(("claim", "right"), [(claim, right) for claim, right, _ in CLAIMS])
def test_who_names_what_the_articles_tell_is_told_yes(knowledge: Knowledge, claim: str, right: str) -> None:
    assert lead(knowledge, claim.format(right)) == "yes"


@pytest.mark.parametrize(
    ("claim", "right", "wrong"), [(claim, right, other) for claim, right, wrong in CLAIMS for other in wrong]
)
def test_who_names_another_value_of_the_same_kind_is_told_no_and_the_right_one(
    knowledge: Knowledge, claim: str, right: str, wrong: str
) -> None:
    assert lead(knowledge, claim.format(wrong)) == "no"


@pytest.mark.parametrize(
    "question",
    [
        "did Atalanta win the Champions League in 2024",
        "nel 2024 la Dea vinse la Serie A?",
        "did Atalanta win 3-0 at San Siro",
    ],
)
def test_a_cup_or_ground_that_a_match_did_not_have_is_never_confirmed(
    knowledge: Knowledge, question: str
) -> None:
    assert lead(knowledge, question) != "yes"


@pytest.mark.parametrize(
    "question",
    [
        "had bayer leverkusen lost any games before they met atalanta in the final?",
        "hateboer l'ha pareggiata alla fine?? 2-1",
        "did things go well for Gasperini when he was Inter boss?",
        "Muriel era titolare contro l'Inter nel novembre 2023?",
        "l'Atalanta era già tra le sette sorelle negli anni 90?",
    ],
)
def test_a_name_that_fits_confirms_nothing_else_that_is_asked(knowledge: Knowledge, question: str) -> None:
    assert lead(knowledge, question) != "yes"


@pytest.mark.parametrize(
    "question",
    [
        "did Barella get booked in December 2025",
        "what did Tuchel say about Atalanta",
        "la dea quanti scudetti ha vinto con gasp, uno nel 2021 vero?",
        "was Freuler in Gasperini's second side",
    ],
)
def test_what_no_article_tells_is_neither_confirmed_nor_denied(knowledge: Knowledge, question: str) -> None:
    assert knowledge.answer(question).kind != "answer"


@pytest.mark.parametrize("question", ["goals of scamacca at anfield?", "ma che dice Chivu di Conte?"])
def test_what_wants_to_be_told_gets_no_yes(knowledge: Knowledge, question: str) -> None:
    assert lead(knowledge, question) != "yes"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Inter didn't win in 2023, right?", "no"),
        ("Lautaro did not score in December 2025, right?", "no"),
        ("Sommer didn't concede in December 2025, right?", "yes"),
        ("Vero o falso: Sommer non ha subito reti a fine 2025", "yes"),
        ("Wasn't it Lookman who scored the hat-trick in Dublin?", "yes"),
        ("Wasn't it Muriel who scored the hat-trick in Dublin?", "no"),
        ("Gasperini ha mai vinto la Coppa Italia con l'Atalanta?", "no"),
    ],
)
def test_a_denial_turns_the_answer_round_and_a_question_that_begins_with_not_does_not(
    knowledge: Knowledge, question: str, told: str
) -> None:
    assert lead(knowledge, question) == told


@pytest.mark.parametrize(
    "question",
    [
        "quei terzi posti non portarono in Champions?",
        "L'Inter non ha vinto nel 2023?",
        "did they finish third in 2019?",
    ],
)
def test_what_may_be_meant_either_way_gets_no_wrong_lead(knowledge: Knowledge, question: str) -> None:
    wrong = "no" if "2019" in question else "yes"
    assert lead(knowledge, question) != wrong


@pytest.mark.parametrize(
    "question", ["did Inter beat Atalanta in 2024?", "l'Inter ha battuto l'Atalanta nel 2024?"]
)
def test_a_match_that_nobody_told_of_is_not_denied_by_another(knowledge: Knowledge, question: str) -> None:
    assert knowledge.answer(question).kind != "answer"


@pytest.mark.parametrize(
    "question",
    [
        "is it right that Liverpool knocked Atalanta out of the Europa League in 2024?",
        "is there already a statue of gasp at the ground?",
        "Conte è mai stato all'Inter secondo l'articolo di fine 2025?",
        "nel primo tempo del 2023 l'Atalanta meritava davvero lo svantaggio?",
    ],
)
def test_a_stored_question_that_only_looks_alike_lends_no_yes_or_no(
    knowledge: Knowledge, question: str
) -> None:
    assert lead(knowledge, question) not in ("yes", "no")


def test_a_deed_that_nothing_tells_is_not_affirmed_by_who_was_there(knowledge: Knowledge) -> None:
    assert lead(knowledge, "did the inter keeper do anything special in the 1-0") != "yes"


@pytest.mark.parametrize(
    "question",
    [
        "That rocket from Dimarco just after the restart in nov 2023, was it Musso who kept it out?",
        "chi ha parato di più",
        "who made the most saves",
    ],
)
def test_a_question_is_not_cut_down_to_a_part_that_leans_on_the_rest(
    knowledge: Knowledge, question: str
) -> None:
    answer = knowledge.answer(question)
    assert "saved a long shot" not in answer.text
    assert "coached" not in answer.text
    assert answer.kind != "answer"
