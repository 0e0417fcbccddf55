"""Short everyday questions: of today, of any time before, in turned order, and what they must not be taken for."""

from __future__ import annotations

import re

import pytest

from knowledge import Knowledge
from tests.knowledge.asking import asked


@pytest.mark.parametrize(
    ("question", "coach", "other"),
    [
        ("chi allena adesso l'Inter?", "Chivu", "Inzaghi"),
        ("chi è l'attuale mister della Dea?", "Palladino", "Gasperini"),
        ("who coaches Inter now?", "Chivu", "Inzaghi"),
    ],
)
def test_a_post_of_today_is_that_of_the_latest_match(
    knowledge: Knowledge, question: str, coach: str, other: str
) -> None:
    text = asked(knowledge, question).text
    assert coach in text
    assert other not in text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Gasperini l'Inter l'aveva già allenata?", r"^Sì\..*Palermo"),
        ("has Gasperini ever coached Inter?", r"^Yes\..*Palermo"),
        ("Chivu allenava già l'Inter nel 2025?", r"^Sì\."),
        ("Carnesecchi era in porta anche nel 2023?", r"^No\..*Musso"),
        ("Palladino allenava anche nel 2023?", r"^No\..*Gasperini"),
        ("l'Atalanta ha mai battuto l'Inter?", r"^No, non nelle partite"),
        ("Muriel era titolare contro l'Inter?", r"^No\."),
        ("Bergamo è più piccola di Foggia?", r"^Sì\."),
        ("Foggia è più piccola di Bergamo?", r"^No\."),
        ("l'Atalanta pressava alto nel primo tempo del 2025?", r"^No\."),
        ("l'Inter ha dominato nel 2023?", r"^No\."),
        ("l'Inter ha meritato nel 2025?", r"^Sì\."),
        ("l'Inter aveva perso altre trasferte nel 2023?", r"^No\..*cinque"),
    ],
)
def test_yes_or_no_fits_what_was_asked(knowledge: Knowledge, question: str, told: str) -> None:
    text = asked(knowledge, question).text
    assert re.search(told, text), text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("che competizione era nel 2025", "Serie A"),
        ("all'intervallo in quale delle due partite erano ancora 0-0", "^Atalanta-Inter 0-1"),
        ("in quale delle due all'intervallo era 0-1?", "^Atalanta-Inter 1-2"),
        ("quanto gliene ha date l'Inter all'Atalanta nel 2023?", "2-1"),
        ("chi ha fatto il gol del 2-0 nel 2023", "Lautaro"),
        ("chi ha segnato prima nel 2023, Scamacca o Lautaro", "^Lautaro"),
        ("didascalia della seconda foto?", "Moscrop"),
    ],
)
def test_what_a_field_tells_is_found_without_other_words(
    knowledge: Knowledge, question: str, told: str
) -> None:
    text = asked(knowledge, question).text
    assert re.search(told, text), text


@pytest.mark.parametrize(
    "question",
    [
        "la Dea chi è",
        "chi ha segnato di sinistro nel 2025?",
        "l'Atalanta a che posto era nel 2025?",
        "Palladino cosa dice di Samardzic",
    ],
)
def test_what_no_article_tells_is_not_taken_from_beside_it(knowledge: Knowledge, question: str) -> None:
    assert asked(knowledge, question).kind != "answer"


@pytest.mark.parametrize("question", ["Ilicic è sloveno?", "Klopp è tedesco?", "is Chivu Romanian?"])
def test_a_name_for_somebody_does_not_tell_whence_he_comes(knowledge: Knowledge, question: str) -> None:
    assert asked(knowledge, question).kind != "answer"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Gomez è argentino?", r"^Sì\."),
        ("Lautaro quante volte ha segnato all'Atalanta?", r"^2 gol"),
        ("il Gasp quanti anni ha fatto alla Dea?", "nove anni"),
        ("a chi ha fatto più gol l'Atalanta di Gasp", "Torino"),
        ("contro chi ha vinto l'Europa League", "Leverkusen"),
        ("Rimini quanti abitanti?", "Foggia e Rimini"),
    ],
)
def test_what_was_asked_is_told(knowledge: Knowledge, question: str, told: str) -> None:
    text = asked(knowledge, question).text
    assert re.search(told, text), text


@pytest.mark.parametrize(
    ("question", "told", "other"),
    [
        ("chi ha graziato l'Atalanta nel 2023", "Dimarco", "^Hateboer"),
        ("chi ha graziato l'Inter nel 2023", "Hateboer", "^A inizio ripresa Dimarco"),
        ("chi ha segnato contro l'Inter nel 2023", "Scamacca", "Calhanoglu"),
        ("who scored against Atalanta in 2023?", "Calhanoglu", "Scamacca"),
        ("dimmi chi ha segnato e chi ha fatto assist nel 2025", "Esposito", "Scamacca"),
        ("chi ha vinto e dove si è giocato nel 2023?", "2-1", "2025"),
    ],
)
def test_the_side_and_the_year_are_those_asked_for(
    knowledge: Knowledge, question: str, told: str, other: str
) -> None:
    text = asked(knowledge, question).text
    assert re.search(told, text), text
    assert not re.search(other, text), text


def test_somebody_may_leave_without_anybody_telling(knowledge: Knowledge) -> None:
    assert not asked(knowledge, "Lookman è andato via?").text.startswith("No.")


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("Gasp dopo l'Inter dove andò?", "Roma"),
        ("in finale quanti gol Scamacca", "due dei tre"),
        ("col PSG c'era Gasp?", "^No"),
        ("quante volte ha vinto l'Inter a Bergamo", "cinque"),
    ],
)
def test_another_time_stage_or_count_is_not_told(knowledge: Knowledge, question: str, other: str) -> None:
    assert not re.search(other, asked(knowledge, question).text)


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("Lautaro ha fatto un assist nel 2025?", r"^Sì"),
        ("Carnesecchi ha parato un rigore nel 2025?", "Lookman"),
        ("Chivu ha elogiato Lautaro?", "magia"),
    ],
)
def test_another_mans_deed_is_no_verdict(knowledge: Knowledge, question: str, other: str) -> None:
    assert not re.search(other, asked(knowledge, question).text)


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("nel finale del 2023 chi ha tirato", "^Nel primo tempo Ruggeri"),
        ("quale squadra aspetta l'Atalanta", "^Ha vinto"),
        ("quale portiere ha preso due gol", "2025"),
    ],
)
def test_the_end_is_no_first_half_and_waiting_no_winning(
    knowledge: Knowledge, question: str, other: str
) -> None:
    assert not re.search(other, asked(knowledge, question).text)
