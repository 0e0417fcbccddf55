"""Bare questions of both clubs and both years: what is told of one of them does not answer for another."""

from __future__ import annotations

import pytest

from knowledge import Knowledge


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("who was in the Atalanta goal in 2023", "Musso"),
        ("coach atalanta 2025", "Palladino"),
        ("who is Inter's coach now", "Chivu"),
        ("chi allena l'Inter adesso", "Chivu"),
        ("who missed in the second half in 2025", "Samardzic"),
        ("how did Atalanta score in 2025", "Nobody"),
        ("best Atalanta player in 2025", "Carnesecchi"),
    ],
)
def test_what_is_told_of_the_side_and_the_year(knowledge: Knowledge, question: str, told: str) -> None:
    assert told in knowledge.answer(question).text


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("who made the mistake for Atalanta in 2023", "Dimarco"),
        ("who made the mistake for Inter in 2025", "Djimsiti"),
        ("who got injured for Atalanta in 2023", "Pavard"),
        ("chi si è infortunato per l'Atalanta nel 2023", "Pavard"),
        ("who set up Atalanta's goal in 2025", "Esposito"),
        ("when did Atalanta score in 2025", "65"),
        ("who started for Inter in 2023", "Darmian"),
        ("who started for Atalanta in 2025", "Gasperini"),
        ("who went off for Atalanta in 2023", "beat"),
        ("who played in defence for Inter", "Sommer"),
        ("who played for Inter in both games", "Chivu"),
        ("best Atalanta player in 2023", "Ruggeri"),
        ("where did Atalanta finish in 2025", "third"),
        ("what did Dimarco do in 2025", "Luzzani"),
        ("what did Gasperini say about Gomez", "bluff"),
        ("did Lautaro hit the crossbar", "weakly"),
    ],
)
def test_what_is_told_of_another_is_not(knowledge: Knowledge, question: str, other: str) -> None:
    reply = knowledge.answer(question)
    assert reply.kind != "answer" or other not in reply.text


def test_what_could_have_been_is_not_what_was(knowledge: Knowledge) -> None:
    assert not knowledge.answer("did Atalanta equalise in 2023").text.startswith("Yes")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("who scored in the 57th minute", "Lautaro Martínez scored for Inter in the 57th minute"),
        ("who scored in the second half in 2023", "Scamacca scored for Atalanta"),
        ("does Samardzic play for Inter", "No."),
        ("was Palladino coach in 2023", "Gasperini"),
    ],
)
def test_one_thing_is_told_by_itself(knowledge: Knowledge, question: str, told: str) -> None:
    assert told in knowledge.answer(question).text


@pytest.mark.parametrize(
    "question",
    [
        "how many seasons did Gasperini spend at Inter",
        "is Thuram French",
        "was Dimarco subbed off",
        "did Carnesecchi save from Lautaro",
        "was Samardzic blamed by Palladino",
        "where did Gomez go",
        "who scored with a header in 2025",
    ],
)
def test_what_no_row_tells_is_declined(knowledge: Knowledge, question: str) -> None:
    assert knowledge.answer(question).kind != "answer"


@pytest.mark.parametrize(
    ("question", "yes"),
    [
        ("did Musso foul Darmian", True),
        ("was Darmian fouled by Musso", True),
        ("did Darmian foul Musso", False),
        ("did Darmian replace Pavard", True),
        ("did Pavard replace Darmian", False),
        ("did Dimarco rob Lookman", False),
        ("did Lookman set up Scamacca", True),
        ("was Gasperini coach of Inter", True),
        ("was Inzaghi coach of Lazio", False),
        ("were Roma next for Inter?", False),
        ("did Atalanta make a mistake in 2023", False),
    ],
)
def test_a_yes_is_said_of_who_did_it(knowledge: Knowledge, question: str, yes: bool) -> None:
    assert knowledge.answer(question).text.startswith("Yes.") is yes


def test_a_coach_of_many_clubs_is_not_denied_one(knowledge: Knowledge) -> None:
    assert not knowledge.answer("was Conte coach of Juventus").text.startswith("No.")


@pytest.mark.parametrize("question", ["where did Atalanta finish in 2025", "in 2025 who ran midfield"])
def test_a_year_with_a_match_does_not_mean_the_year_of_an_article(
    knowledge: Knowledge, question: str
) -> None:
    assert knowledge.answer(question).kind != "answer"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("who did Atalanta play in december 2025", "Atalanta played Inter"),
        ("contro chi ha giocato l'Inter nel 2023?", "L'Inter ha giocato contro l'Atalanta"),
        ("who scored a brace in november 2023?", "Nobody did."),
        ("qualcuno ha fatto doppietta a dicembre 2025?", "Nessuno."),
        ("which Inter player scored twice in november 2023", "Nobody did. Hakan Calhanoglu"),
        ("who scored twice at Anfield?", "Scamacca"),
        ("dove gioca Scamacca?", "Atalanta."),
    ],
)
def test_who_played_whom_and_who_scored_more_than_once(
    knowledge: Knowledge, question: str, told: str
) -> None:
    assert told in knowledge.answer(question).text


@pytest.mark.parametrize(
    "question",
    [
        "did it rain in december 2025?",  # that of the other match is no no
        "who won the toss?",
        "quanti gol ha fatto Scamacca in stagione?",
        "when do they play again",
        "who scored with a header in november 2023?",
    ],
)
def test_what_no_article_tells_is_not_told(knowledge: Knowledge, question: str) -> None:
    assert knowledge.answer(question).kind != "answer"


@pytest.mark.parametrize(
    "question", ["la vittoria più larga con Gasperini?", "la parata più bella nel 2025?"]
)
def test_which_was_most_so_takes_neither_yes_nor_no(knowledge: Knowledge, question: str) -> None:
    answer = knowledge.answer(question)
    assert answer.kind == "answer"
    assert not answer.text.startswith(("Sì.", "No."))


def test_goals_of_one_match_are_not_those_of_a_whole_run(knowledge: Knowledge) -> None:
    assert knowledge.answer("how many goals did Atalanta score in the 2024 run").kind != "answer"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("did Inter play Atalanta in 2025?", "Yes. Inter played Atalanta"),
        ("l'Inter ha giocato con l'Atalanta nel 2023?", "Sì. L'Inter ha giocato contro l'Atalanta"),
        ("did Atalanta play Liverpool in 2024?", "Yes. Atalanta played Liverpool"),
        ("did Inter play well in december 2025?", "in control of the first half"),
        ("l'Inter ha giocato male a dicembre 2025?", "ha comandato nettamente l'Inter"),
    ],
)
def test_whether_sides_met_and_how_well_they_played(knowledge: Knowledge, question: str, told: str) -> None:
    assert told in knowledge.answer(question).text


@pytest.mark.parametrize(
    "question", ["did Juve play well?", "did Napoli play well in 2025?", "il Como gioca bene?"]
)
def test_how_well_one_side_played_is_no_answer_about_another(knowledge: Knowledge, question: str) -> None:
    assert knowledge.answer(question).kind != "answer"


@pytest.mark.parametrize(
    "question",
    [
        "In his farewell letter Gasperini was putting an end to what?",
        "Inter had a goal disallowed in december 2025, what for?",
        "le due finali di Coppa Italia perse furono delle disfatte nette?",
    ],
)
def test_no_yes_is_said_to_what_asks_which_or_claims_more(knowledge: Knowledge, question: str) -> None:
    answer = knowledge.answer(question)
    assert answer.kind == "answer"
    assert not answer.text.startswith(("Yes.", "Sì."))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("quanti minuti separano il gol di Lautaro dall'errore di Samardzic nel 2025?", "22 minuti"),
        ("chi era in porta per l'Atalanta nella partita persa 1-0 nel 2025?", "Marco Carnesecchi"),
        ("quanto è rimasta in 10 l'Inter a dicembre 2025?", "cartellini"),
    ],
)
def test_distances_matches_lost_and_men_sent_off(knowledge: Knowledge, question: str, told: str) -> None:
    assert told in knowledge.answer(question).text


@pytest.mark.parametrize(
    "question",
    [
        "why did Palladino take Djimsiti off after the mistake?",
        "come mai Palladino ha tirato fuori Djimsiti dopo l'errore?",
    ],
)
def test_why_somebody_was_taken_off_is_not_answered_by_what_was_said_of_him(
    knowledge: Knowledge, question: str
) -> None:
    assert knowledge.answer(question).kind != "answer"


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("com'è finita l'ultima?", 1),
        ("last Atalanta v Inter result", 1),
        ("how did the last game end?", 1),
        ("all the scorers", 2),
        ("tutti i marcatori", 2),
        ("give me all the goals", 2),
    ],
)
def test_the_last_match_is_one_and_all_the_scorers_are_of_both(
    knowledge: Knowledge, question: str, rows: int
) -> None:
    answer = knowledge.answer(question)
    assert answer.rows[-rows:] == ("atalanta-inter-2023-11-04", "atalanta-inter-2025-12-28")[-rows:]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("gasp è il miglior allenatore della storia dell'Atalanta?", "Sì."),
        ("is Gasperini the greatest Atalanta coach ever?", "Yes."),
        ("which foot was the winner with?", "knee"),
        ("how far is Bergamo from Milan?", "AC Milan."),
    ],
)
def test_nothing_near_is_told_instead(knowledge: Knowledge, question: str, told: str) -> None:
    answer = knowledge.answer(question)
    assert answer.kind != "answer" or told not in answer.text


@pytest.mark.parametrize(
    "question",
    ["what was the score in the final?", "risultato della finale", "how did Atalanta do in 2024-25?"],
)
def test_a_final_or_another_season_is_not_answered_by_a_league_match(
    knowledge: Knowledge, question: str
) -> None:
    answer = knowledge.answer(question)
    assert not {"atalanta-inter-2023-11-04", "atalanta-inter-2025-12-28"} & set(answer.rows)


def test_how_a_side_did_is_what_happened_in_the_match(knowledge: Knowledge) -> None:
    assert knowledge.answer("how did Inter do in 2023?").text.startswith("Inter beat Atalanta 2-1")


def test_players_of_a_side_that_is_not_described_are_untold(knowledge: Knowledge) -> None:
    assert knowledge.answer("who were the stars of his first Atalanta?").kind == "no_fact"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("chi ha vinto la prima?", "4 novembre 2023"),
        ("dove si è giocata la seconda?", "28 dicembre 2025"),
        ("l'Inter era prima nel 2023?", "Sì."),
        ("who is the argentine?", "Lautaro"),
    ],
)
def test_the_first_and_the_second_are_matches_and_the_top_of_the_table(
    knowledge: Knowledge, question: str, told: str
) -> None:
    assert told in knowledge.answer(question).text


def test_a_question_is_not_left_for_the_place_behind_it(knowledge: Knowledge) -> None:
    question = "who played Darmian in when he got our penalty, Atalanta away 2023"
    assert "Calhanoglu" in knowledge.answer(question).text
    assert "at home" not in knowledge.answer(question).text


@pytest.mark.parametrize(
    "question", ["was Palladino sent to the stands?", "Chivu è stato mandato in tribuna?"]
)
def test_who_was_sent_to_the_stands_is_told_of_nobody(knowledge: Knowledge, question: str) -> None:
    assert knowledge.answer(question).kind == "no_fact"


@pytest.mark.parametrize("question", ["who did Inter play next after the 1-0?", "chi incontra l'Inter dopo?"])
def test_whom_a_side_met_is_not_whom_it_meets_next(knowledge: Knowledge, question: str) -> None:
    assert "played Atalanta" not in knowledge.answer(question).text
    assert "ha giocato contro" not in knowledge.answer(question).text


def test_the_weather_of_a_match_is_untold_and_no_other_subject(knowledge: Knowledge) -> None:
    assert knowledge.answer("was it raining in december 2025?").text.startswith("Our articles don’t say that")
