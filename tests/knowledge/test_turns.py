"""A question that says what it is about is not drawn to the turn before; one that does not is."""

from __future__ import annotations

import pytest

from knowledge import Knowledge

from .asking import asked

UNRELATED = {
    "en": (
        "who was sub for pavard in 2023",
        "who did Atalanta beat in the 2024 Europa League final?",
        "what was the score in december 2025",
    ),
    "it": (
        "chi è entrato per pavard nel 2023",
        "chi ha battuto l'Atalanta nella finale di Europa League?",
        "com'è finita a dicembre 2025",
    ),
}


@pytest.mark.parametrize(
    ("language", "question", "told"),
    [
        ("en", "where do atalanta play", "Gewiss"),
        ("en", "what year did Atalanta get Gasperini in", "2016"),
        ("en", "which clubs got hit for six by Gasperini's Atalanta", "Udinese"),
        ("en", "what's on Gasperini's bookshelf that shaped how he sees football?", "Art of War"),
        ("it", "che soprannome ha l'atalanta", "Dea"),
        ("it", "età di Gasperini quando lascia Bergamo?", "67"),
        ("it", "in che anno la Dea ha preso Gasperini?", "2016"),
    ],
)
def test_a_question_with_a_subject_of_its_own_leaves_the_turn_before(
    knowledge: Knowledge, language: str, question: str, told: str
) -> None:
    assert [told in asked(knowledge, turn, question).text for turn in UNRELATED[language]] == [True] * 3


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("who scored in december 2025?", "who set Lautaro up?"), "Esposito"),
        (("who coached Inter in the 2023 game?", "and Atalanta?"), "Gasperini"),
        (("where did Gasperini work before Atalanta?", "how long was he at Genoa the second time?"), "three"),
        (("chi ha segnato nel 2-1?", "in che minuto ha segnato Lautaro?"), "57"),
        (("chi era in porta nel 2023?", "e per l'Inter?"), "Sommer"),
    ],
)
def test_a_name_alone_does_not_leave_it(knowledge: Knowledge, turns: tuple[str, ...], told: str) -> None:
    assert told in asked(knowledge, *turns).text


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("who coached Inter in november 2023?", "what about atalanta"), "Gasperini"),
        (("who was in charge of Inter in december 2025", "and for atalanta?", "and in 2023?"), "Gasperini"),
        (("inter goalkeeper in november 2023?", "and the other team?", "and in 2025?"), "Carnesecchi"),
        (("what was the score in december 2025", "where was it?"), "Gewiss"),
        (("who scored in december 2025", "where?"), "Gewiss"),
        (("who scored in november 2023", "what minute?"), "40"),
        (("what was the score in november 2023", "what about the other one?"), "1-0"),
        (("who won in november 2023", "where was it?", "and two years later?"), "28 December 2025"),
        (("chi allenava l'Inter a dicembre 2025?", "e l'Atalanta?", "e nel 2023?"), "Gasperini"),
        (
            ("chi era in porta per l'Inter a novembre 2023", "e l'altra squadra?", "e nel 2025?"),
            "Carnesecchi",
        ),
        (("marcatori a dicembre 2025?", "in che minuto?", "e nel 2023?"), "57"),
        (("risultato nel 2-1 di Bergamo?", "e due anni dopo?", "dove si giocava?"), "28 dicembre 2025"),
    ],
)
def test_each_turn_changes_a_part_of_the_one_before(
    knowledge: Knowledge, turns: tuple[str, ...], told: str
) -> None:
    assert told in asked(knowledge, *turns).text


@pytest.mark.parametrize(
    ("question", "minutes"),
    [
        ("what minute were the goals in november 2023", ("40", "57")),
        ("a che minuto i gol dell'Inter nel 2-1?", ("40", "57")),
        ("when were the goals scored in december 2025", ("65",)),
    ],
)
def test_the_minutes_of_all_goals_are_told_together(
    knowledge: Knowledge, question: str, minutes: tuple[str, ...]
) -> None:
    answer = asked(knowledge, question)
    assert answer.kind == "answer"
    assert [m in answer.text for m in minutes] == [True] * len(minutes)


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (
            ("where is gasp going after atalanta?", "best pizza in town?", "how long did he sign for there?"),
            "three",
        ),
        (("dove va gasp dopo l'atalanta?", "ricetta della carbonara?", "da chi prende il posto?"), "Ranieri"),
        (("what's the weather in rome?", "ok back to it, where did gasp go"), "Roma"),
        (("com'è finita nel novembre 2023?", "chi allenava l'inter quella sera"), "Inzaghi"),
    ],
)
def test_a_word_about_something_else_does_not_lose_the_thread(
    knowledge: Knowledge, turns: tuple[str, ...], told: str
) -> None:
    assert told in asked(knowledge, *turns).text


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("who was in goal for Atalanta in december 2025?", "and at the other end?"), "Sommer"),
        (("who coached Atalanta in december 2025?", "and Inter's, same match?"), "Chivu"),
        (("portiere dell'Inter a dicembre 2025?", "che ha fatto"), "Sommer"),
        (("Esposito ha giocato a dicembre 2025?", "ha segnato?"), "No."),
        (("Lautaro ha giocato nel novembre 2023?", "ha segnato?", "e a dicembre 2025?"), "65"),
        (("did De Ketelaere play in november 2023?", "and in december 2025?", "did he score?"), "No."),
    ],
)
def test_it_is_still_about_the_same_match_and_man(
    knowledge: Knowledge, turns: tuple[str, ...], told: str
) -> None:
    assert told in asked(knowledge, *turns).text


@pytest.mark.parametrize(
    "turns",
    [
        ("who replaced Pavard in november 2023?", "how many weeks was he out for?"),
        ("chi è entrato per Pavard nel 2023?", "e per quanto è stato fuori?"),
    ],
)
def test_a_figure_that_nobody_told_is_not_answered_by_the_turn_before(
    knowledge: Knowledge, turns: tuple[str, ...]
) -> None:
    assert asked(knowledge, *turns).kind != "answer"


def test_what_else_somebody_did_is_not_what_was_just_told(knowledge: Knowledge) -> None:
    told = asked(knowledge, "who took the penalty in november 2023?", "any other efforts from him?").text
    assert "long shot" in told


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("who scored twice at Anfield?", "and the return leg?"), "second leg"),
        (("chi ha fatto doppietta ad Anfield?", "e al ritorno?"), "ritorno"),
    ],
)
def test_the_other_leg_of_a_tie_is_asked_how_it_ended(
    knowledge: Knowledge, turns: tuple[str, ...], told: str
) -> None:
    assert told in asked(knowledge, *turns).text


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (
            ("who was in goal for Atalanta in december 2025?", "no sorry, I meant with Gasp on the bench"),
            "Musso",
        ),
        (
            ("what minute did Lautaro score in the 2-1?", "not the 2023 one, the one with Chivu in charge"),
            "65",
        ),
        (("a che minuto segna Lautaro nel 2-1?", "no aspetta, intendevo con Chivu in panchina"), "65"),
        (
            ("di chi l'errore sul gol di Lautaro nel 2025?", "scusa, volevo dire quello di Scamacca"),
            "Dimarco",
        ),
        (("did Inter win at Atalanta in november 2023?", "same again in december 2025?"), "1-0"),
        (("why did Gasp never win the scudetto?", "nice! and where does he go next?"), "Roma"),
        (("did Calhanoglu score in november 2023?", "yeah but who else for Inter"), "Lautaro"),
        (
            ("did Atalanta win 3-0 at Liverpool?", "who scored?", "wait but the other leg?"),
            "only defeat",
        ),
    ],
)
def test_a_correction_or_remark_changes_only_what_it_says(
    knowledge: Knowledge, turns: tuple[str, ...], told: str
) -> None:
    assert told in asked(knowledge, *turns).text


@pytest.mark.parametrize(
    "turns",
    [
        ("when did Papu Gomez leave Atalanta?", "which club signed him?"),
        ("Simone Inzaghi lascia l'Inter nel 2025?", "e dove va?"),
        ("which Inter player missed the third goal late in november 2023?", "who set him up?"),
    ],
)
def test_what_is_told_of_somebody_else_does_not_answer(knowledge: Knowledge, turns: tuple[str, ...]) -> None:
    assert asked(knowledge, *turns).kind != "answer"


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (
            ("where did Atalanta finish in Gasperini's first season?", "how many does the Gewiss hold?",
             "and where did they finish the season before he came?"),
            "13th",
        ),
        (
            ("Scamacca ha segnato nel novembre 2023?", "quanti posti ha il Gewiss?",
             "tornando a quel gol, chi ha fatto l'assist?"),
            "Lookman",
        ),
    ],
)  # fmt: skip
def test_the_subject_before_another_is_found_again(
    knowledge: Knowledge, turns: tuple[str, ...], told: str
) -> None:
    assert told in asked(knowledge, *turns).text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("who was in goal for Atalanta with Palladino on the bench", "Carnesecchi"),
        ("chi ha segnato per l'Inter con Chivu in panchina?", "Lautaro"),
    ],
)
def test_a_coach_on_the_bench_tells_the_match(knowledge: Knowledge, question: str, told: str) -> None:
    answer = asked(knowledge, question)
    assert told in answer.text
    assert "2023" not in answer.text


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("who was in goal for Atalanta in 2023?", "and in 2025, still him?"), "No. Marco Carnesecchi"),
        (("who was in goal for Inter in 2023?", "same keeper in 2025?"), "Yes. Yann Sommer"),
        (("chi allenava l'Inter nel 2023?", "stesso mister nel 2025?"), "No. Cristian Chivu"),
        (
            ("Chi parava per l'Atalanta nel 2-1 del 2023?", "e in quella dello 0-1 c'era sempre lui?"),
            "No. In porta per l'Atalanta c'era Marco Carnesecchi",
        ),
    ],
)
def test_whether_it_was_the_same_man_again_gets_a_yes_or_no(
    knowledge: Knowledge, turns: tuple[str, ...], said: str
) -> None:
    assert asked(knowledge, *turns).text.startswith(said)


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("who replaced Pavard in 2023?", "and what happened to him in the box?"), "won the penalty"),
        (("who replaced Pavard in 2023?", "was he injured?"), "Yes. Benjamin Pavard"),
        (("Chi tirò il rigore di Atalanta-Inter 1-2?", "e il raddoppio a che minuto?"), "57"),
    ],
)
def test_him_is_the_one_who_was_told_and_a_goal_with_a_place_is_nobodys(
    knowledge: Knowledge, turns: tuple[str, ...], told: str
) -> None:
    assert told in asked(knowledge, *turns).text


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (
            ("who scored in december 2025?", "ok only the first half. any goals?"),
            "Nobody scored in the first half",
        ),
        (("chi ha segnato a dicembre 2025?", "e nel primo tempo?"), "Nel primo tempo non ha segnato nessuno"),
        (("who scored in november 2023?", "second half?"), "Scamacca"),
        (("tell me about the first goal in november 2023", "and tell me about the second"), "Lautaro"),
        (
            ("inter won in Bergamo in nov 2023 and dec 2025?", "which by the wider margin?"),
            "The same in both",
        ),
        (("Bergamo è più popolosa di Rimini?", "e di Foggia?"), "No."),
        (("where did Atalanta finish in 2019 under Gasperini?", "and the year after?"), "2020"),
        (("l'anno prima di Gasperini dove arrivò l'Atalanta?", "e l'anno dopo?"), "2015-16"),
        (("who scored the first goal in november 2023?", "and for the others?"), "Scamacca"),
        (("who took the penalty in november 2023?", "who gave it away?"), "Musso"),
        (("what did Palladino say in december 2025?", "and about Djimsiti?"), "not condemn"),
        (("who coached Atalanta in 2025?", "what did he say after it?", "about Djimsiti?"), "not condemn"),
    ],
)
def test_what_narrows_or_exchanges_a_part_keeps_the_rest(
    knowledge: Knowledge, turns: tuple[str, ...], told: str
) -> None:
    assert told in asked(knowledge, *turns).text


@pytest.mark.parametrize(
    "turns",
    [
        ("7 al Torino, mamma mia", "chi li ha segnati?"),
        ("Gasperini fourth in his first season?", "with how many points?"),
        ("how long is Gasperini's deal at Roma?", "and Ranieri's?"),
        ("quante partite fece Gasperini al Palermo?", "e con quanti punti?"),
    ],
)
def test_no_match_answers_for_what_is_asked_of_something_else(
    knowledge: Knowledge, turns: tuple[str, ...]
) -> None:
    assert asked(knowledge, *turns).kind != "answer"


@pytest.mark.parametrize(
    ("turns", "missing"),
    [
        (("tell me about Lookman", "did he play in 2025?"), "line-ups"),
        (("parlami di Lookman", "ha giocato nel 2025?"), "formazioni"),
    ],
)
def test_whether_somebody_played_is_asked_of_him(
    knowledge: Knowledge, turns: tuple[str, ...], missing: str
) -> None:
    answer = asked(knowledge, *turns)
    assert answer.kind == "no_fact"
    assert missing in answer.text
    assert "Lookman" in answer.text


@pytest.mark.parametrize(
    "turns",
    [
        ("who saved from Lookman in 2023?", "what minute was that?"),
        ("chi ha parato su Lookman nel 2023?", "a che minuto?"),
        ("who hit it wide in 2023?", "what minute?"),
        ("chi ha sbagliato nel 2025?", "e per l'Inter?", "a che minuto?"),
    ],
)
def test_the_minute_asked_for_is_never_that_of_another_event(
    knowledge: Knowledge, turns: tuple[str, ...]
) -> None:
    assert asked(knowledge, *turns).kind == "no_fact"


def test_who_missed_is_not_told_to_who_scored(knowledge: Knowledge) -> None:
    answer = asked(
        knowledge, "l'Atalanta ha vinto l'Europa League?", "quando?", "contro chi?", "chi ha segnato?"
    )
    assert "rigore" not in answer.text


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("who coached Atalanta in december 2025?", "which opponents did he say were up next?"), "Roma"),
        (("chi allenava l'Atalanta nel 2025?", "che avversario c'era dopo?"), "Roma"),
        (("who put Inter 1-0 up in november 2023?", "how'd he score it?"), "penalty"),
        (("how many cup finals did Gasperini lose with Atalanta?", "against who?"), "Juventus beat"),
    ],
)
def test_what_comes_next_is_asked_of_another_match_and_what_was_told_makes_room(
    knowledge: Knowledge, turns: tuple[str, ...], told: str
) -> None:
    assert told in asked(knowledge, *turns).text


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("who scored in the first half in 2023?", "and the second?"), "Scamacca"),
        (("chi ha segnato nel primo tempo nel 2023?", "e nel secondo?"), "Scamacca"),
        (("what was the score in 2023?", "who won both?"), "28 December 2025"),
        (("com'è finita nel 2023?", "chi?"), "Calhanoglu"),
        (("cosa ha detto Chivu?", "e sull'Atalanta?"), "grande"),
        (("what was the score in 2023?", "who was the winning coach?"), "Inzaghi"),
    ],
)
def test_a_half_both_matches_and_who_scored_are_asked_behind_another_turn(
    knowledge: Knowledge, turns: tuple[str, ...], told: str
) -> None:
    assert told in asked(knowledge, *turns).text


@pytest.mark.parametrize(
    ("question", "told", "other"),
    [
        ("who was the losing keeper in 2023?", "Musso", "Sommer"),
        ("chi era il portiere battuto nel 2025?", "Carnesecchi", "Sommer"),
        ("il mister che ha perso nel 2025", "Palladino", "Chivu"),
        ("which coach won in 2025?", "Chivu", "Palladino"),
    ],
)
def test_who_won_or_lost_tells_which_side_a_post_is_asked_of(
    knowledge: Knowledge, question: str, told: str, other: str
) -> None:
    said = asked(knowledge, question).text
    assert told in said
    assert other not in said


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("chi ha fatto l'assist per il gol di Lautaro?", "e per quello di Scamacca?"), "Lookman"),
        (("did Gasp win the Scudetto?", "why not?", "and the Coppa Italia?", "against who?"), "Juventus"),
        (("come è arrivata l'Atalanta il primo anno?", "e l'anno prima?", "e nel 2020?"), "terza"),
        (("where did Atalanta finish in his first season?", "and in 2019?"), "third"),
    ],
)
def test_another_man_s_goal_another_cup_and_another_year_take_the_place_of_the_one_before(
    knowledge: Knowledge, turns: tuple[str, ...], told: str
) -> None:
    assert told in asked(knowledge, *turns).text


def test_a_bare_why_never_asks_of_an_earlier_subject(knowledge: Knowledge) -> None:
    answer = asked(knowledge, "che diceva il Papu?", "e Vieri?", "con chi altro ha litigato?", "perché?")
    assert "Vieri" not in answer.text
