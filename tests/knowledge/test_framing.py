"""What stands around a question is told from what it asks: exceptions, "of the two", preambles, the half of a match."""

from __future__ import annotations

import pytest

from knowledge import Knowledge
from tests.knowledge.asking import asked


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("so what does chivu want inter to focus on instead of conte", "every front"),
        ("chivu come ha commentato la gara, conte a parte?", "grande Atalanta"),
        ("who came on instead of pavard?", "Darmian"),
        ("chi ha segnato nel 2-1 oltre a lautaro?", "Calhanoglu"),
        (
            "which inter striker had a hard shot kept out before the break in dec 2025? not lautaro, the other one",
            "Thuram",
        ),
        (
            "apart from the scorers which 2 inter men went close to a goal in the second half of the 2-1",
            "Dimarco",
        ),
    ],
)
def test_who_is_left_out_is_not_asked_for(knowledge: Knowledge, question: str, told: str) -> None:
    assert told in asked(knowledge, question).text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("of inter's two wins in bergamo, which one had a penalty?", "2023"),
        ("in which of the two atalanta inter games did it rain", "2023"),
        ("in quale delle due ci fu un rigore", "2023"),
        ("tra le due vittorie dell'inter a bergamo, in quale pioveva?", "2023"),
    ],
)
def test_of_two_matches_the_one_that_is_meant_is_told(knowledge: Knowledge, question: str, told: str) -> None:
    answer = asked(knowledge, question)
    assert answer.kind == "answer"
    assert told in answer.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("what places does the gasp piece say are bigger than bergamo", "Foggia"),
        ("under the gasp story there's a headline about lazio, who's back there?", "Sarri"),
        ("who wrote the gasperini article?", "Emmet Gates"),
        ("nel pezzo su gasperini di quali città più grandi di bergamo si parla?", "Rimini"),
    ],
)
def test_a_name_that_only_tells_an_article_need_not_stand_in_the_answer(
    knowledge: Knowledge, question: str, told: str
) -> None:
    assert told in asked(knowledge, question).text


@pytest.mark.parametrize(
    "question",
    [
        "what did djimsiti say about his error?",
        "what did samardzic say about his miss",
        "cosa ha detto musso del rigore?",
    ],
)
def test_what_somebody_did_is_not_told_for_what_he_said(knowledge: Knowledge, question: str) -> None:
    assert asked(knowledge, question).kind == "no_fact"


def test_secondo_before_a_name_is_no_number(knowledge: Knowledge) -> None:
    assert "tutti i fronti" in asked(knowledge, "secondo chivu qual è l'obiettivo dell'inter?").text


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("who scored in the second half in november 2023", ("Lautaro", "Scamacca"), "Calhanoglu"),
        ("who scored in the first half of the 2-1?", ("Calhanoglu",), "Scamacca"),
        ("chi ha segnato nella ripresa nel 2023?", ("Lautaro", "Scamacca"), "Calhanoglu"),
        ("chi ha segnato nel primo tempo a dicembre 2025", ("nessuno",), "Lautaro"),
    ],
)
def test_the_goals_of_one_half_are_told(
    knowledge: Knowledge, question: str, told: tuple[str, ...], untold: str
) -> None:
    text = asked(knowledge, question).text
    assert all(name in text for name in told)
    assert untold not in text


def test_a_strange_name_in_a_preamble_does_not_stop_the_question(knowledge: Knowledge) -> None:
    question = "Greetings from Melbourne. Who scored for Inter in December 2025?"
    assert "Lautaro" in asked(knowledge, question).text
    assert asked(knowledge, "What did Melbourne do in December 2025?").kind == "unknown_name"


def test_titles_and_first_words_are_no_names(knowledge: Knowledge) -> None:
    question = "Which book shaped Mr Gasperini's football? Thanking you"
    assert "The Art of War" in asked(knowledge, question).text


@pytest.mark.parametrize("question", ["come calciò ruggeri?", "Palladino ha insultato Djimsiti?"])
def test_few_italian_words_are_enough_for_an_italian_reply(knowledge: Knowledge, question: str) -> None:
    assert asked(knowledge, question).language == "it"


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (
            ("what did samardzic do late on in 2025?", "who wasted the last chance in the other match?"),
            "Hateboer",
        ),
        (("who won in bergamo in december 2025?", "who scored?", "and in the other game?"), "Scamacca"),
        (("quanto è finita atalanta-inter nel 2023?", "e quella dell'altra?"), "0-1"),
        (("chi ha fatto il 2-0 a bergamo nel 2023?", "e l'1-0?"), "Calhanoglu"),
        (("who lost the ball for the goal in dec 2025", "what did his coach say about him"), "condemn"),
        (("quale libro influenza gasp?", "di chi è?"), "Sun Tzu"),
        (("chi ha perso palla sul gol a dicembre 2025?", "che ha fatto il mister con lui dopo?"), "abbracc"),
        (("who scored for Atalanta in november 2023?", "who was his coach"), "Gasperini"),
    ],
)
def test_a_follow_up_asks_of_what_went_before(
    knowledge: Knowledge, turns: tuple[str, ...], told: str
) -> None:
    assert told in asked(knowledge, *turns).text


def test_no_hat_trick_is_not_no_goal(knowledge: Knowledge) -> None:
    assert not asked(knowledge, "scamacca ha fatto gol anche al liverpool?").text.startswith("No")
    assert asked(knowledge, "scamacca ha fatto una tripletta al liverpool?").text.startswith("No")


def test_who_compares_the_other_way_round_is_told_the_opposite(knowledge: Knowledge) -> None:
    assert asked(knowledge, "is foggia bigger than bergamo?").text.startswith("Yes")
    assert asked(knowledge, "bergamo fa più abitanti di foggia?").text.startswith("No")


def test_a_remark_behind_the_question_is_no_part_of_it(knowledge: Knowledge) -> None:
    question = "who scored for Inter in December 2025? Asking as a regular at Wembley"
    assert "Lautaro" in asked(knowledge, question).text
    assert "Bergamo" in asked(knowledge, "Di che città è l'Atalanta? Io seguo il tennis").text


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("who scored in the most recent game", "65'", "Scamacca"),
        ("last time they met, how did it finish?", "1-0", "2-1"),
        ("who coached inter in the older match", "Inzaghi", "Chivu"),
        ("chi allenava l'atalanta nella prima delle due sfide", "Gasperini", "Palladino"),
        ("nell'ultimo atalanta-inter chi ha segnato", "65'", "Scamacca"),
        ("nella partita più vecchia chi era in porta?", "Musso", "Carnesecchi"),
    ],
)
def test_a_match_may_be_meant_by_its_order_in_time(
    knowledge: Knowledge, question: str, told: str, untold: str
) -> None:
    text = asked(knowledge, question).text
    assert told in text
    assert untold not in text


def test_the_last_match_of_a_year_and_a_coachs_second_team_are_no_order(knowledge: Knowledge) -> None:
    assert "Zapata" in asked(knowledge, "chi c'era nella seconda Atalanta di Gasperini?").text
    assert "Bergamo" in asked(knowledge, "qual è stata l'ultima partita dell'anno per l'inter?").text


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("the visitors' manager in 2023?", "Inzaghi", "Gasperini"),
        ("chi allenava i padroni di casa nel 2025?", "Palladino", "Chivu"),
        ("who scored for the away side in 2023", "Calhanoglu", "Scamacca"),
        ("who scored for the home side in 2023", "Scamacca", "Calhanoglu"),
        ("who was unbeaten at home in 2023", "Atalanta had been unbeaten", "clear"),
    ],
)
def test_hosts_and_visitors_are_the_clubs_that_they_were(
    knowledge: Knowledge, question: str, told: str, untold: str
) -> None:
    text = asked(knowledge, question).text
    assert told in text
    assert untold not in text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "I was out walking the dog and only caught the end on the radio, so who got Inter's goal in the "
            "December 2025 game?",
            "Lautaro",
        ),
        (
            "As someone who remembers Rivera and Mazzola, I ask you: how did Lautaro's second half goal in 2023 "
            "actually look?",
            "curler",
        ),
        (
            "scusa il disturbo, mia nonna vuole sapere: in che anno è arrivato Gasperini all'Atalanta?",
            "2016",
        ),
    ],
)
def test_a_story_before_the_question_does_not_hide_it(knowledge: Knowledge, question: str, told: str) -> None:
    answer = asked(knowledge, question)
    assert answer.kind == "answer"
    assert told in answer.text


def test_right_inside_a_question_is_no_tag_and_an_end_of_a_year_no_end_of_a_match(
    knowledge: Knowledge,
) -> None:
    question = "who got the winner at atalanta right at the end of 2025 and who set him up?"
    text = asked(knowledge, question).text
    assert "Lautaro" in text
    assert "Pio Esposito set up" in text


def test_a_date_behind_another_question_word_is_not_asked_for(knowledge: Knowledge) -> None:
    answer = asked(knowledge, "Where on the pitch was Djimsiti when he lost it?")
    assert "own half" in answer.text


def test_a_statement_that_is_doubted_gets_yes_or_no_and_a_fragment_neither(knowledge: Knowledge) -> None:
    assert asked(knowledge, "Ilicic, all grace and elegance?").text.startswith("Yes")
    assert asked(knowledge, "Muriel, steady as a metronome?").text.startswith("No")
    assert not asked(knowledge, "goals of scamacca at anfield?").text.startswith(("Yes", "No"))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Did they hire him in 2014?", "No."),
        ("Did Atalanta win the Europa League in 2024", "Yes."),
        ("are there five related pieces under the article", "No."),
        ("did he stay at genoa seven years in total", "Yes."),
    ],
)
def test_a_year_or_number_asked_yes_or_no_is_compared_with_the_one_told(
    knowledge: Knowledge, question: str, said: str
) -> None:
    assert asked(knowledge, question).text.startswith(said)


def test_a_stored_never_says_nothing_of_the_question_without_it(knowledge: Knowledge) -> None:
    assert asked(knowledge, "did bologna concede five").text.startswith("Yes")


def test_smaller_is_the_opposite_of_bigger(knowledge: Knowledge) -> None:
    assert asked(knowledge, "is Foggia smaller than Bergamo").text.startswith("No")
    assert asked(knowledge, "is bergamo smaller than foggia").text.startswith("Yes")


@pytest.mark.parametrize(
    "question",
    ["how many games did Gasperini manage at Atalanta?", "quante partite ha guidato Gasperini all'Atalanta?"],
)
def test_what_is_told_of_another_club_is_not_told_of_this_one(knowledge: Knowledge, question: str) -> None:
    assert asked(knowledge, question).kind != "answer"
    assert "five" in asked(knowledge, "how many games did Gasperini last at Inter, before Atalanta?").text
