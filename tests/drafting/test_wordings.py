"""Single wordings: one sentence in, what it tells out."""

from __future__ import annotations

import json

import pytest

from knowledge.drafting import draft
from knowledge.drafting.minutes import find_minutes


def goals(text: str) -> list[tuple[str, int | None, str]]:
    """Return scorer, minute and kind of each drafted goal."""
    match = json.loads(draft(text).to_json())["matches"][0]
    return [(g["scorer"], g["minute"], g["kind"]) for g in match["goals"]]


def score(text: str) -> dict[str, int]:
    match = json.loads(draft(text).to_json())["matches"][0]
    return dict(zip(match["teams"], match["score"], strict=True))


MINUTES = [
    ("en", "scored on 65 minutes", 65),
    ("en", "in the 65th minute", 65),
    ("en", "a 17th-minute lead", 17),
    ("en", "on the hour", 60),
    ("en", "with 10 minutes left", 80),
    ("en", "two minutes from time", 88),
    ("en", "seven minutes after the restart", 52),
    ("en", "four minutes before half-time", 41),
    ("en", "on the stroke of half-time", 45),
    ("en", "a quarter of an hour from time", 75),
    ("en", "inside the first minute", 1),
    ("it", "al 12’ della ripresa", 57),
    ("it", "16’ st", 61),
    ("it", "al 65’", 65),
    ("it", "a un quarto d’ora dalla fine", 75),
    ("it", "alla mezz’ora", 30),
    ("it", "sul finire del primo tempo", 45),
    ("it", "al ventesimo minuto", 20),
    ("it", "a tre minuti dal novantesimo", 87),
    ("it", "dopo dodici minuti", 12),
    ("it", "al 12’ e il Napoli passa", 12),
]


@pytest.mark.parametrize(("language", "text", "minute"), MINUTES)
def test_minute_is_read_as_minute_of_play(language: str, text: str, minute: int) -> None:
    assert [m.minute for m in find_minutes(text, language)] == [minute]


@pytest.mark.parametrize(
    ("language", "text", "minute", "added"),
    [("en", "45+2", 45, 2), ("en", "in the third minute of stoppage time", 90, 3), ("it", "al 90’+3", 90, 3),
     ("it", "47’ st", 90, 2), ("it", "al 3’ di recupero del primo tempo", 45, 3)],
)  # fmt: skip
def test_added_time_stands_beside_the_minute(language: str, text: str, minute: int, added: int) -> None:
    found = find_minutes(text, language)
    assert [(m.minute, m.added) for m in found] == [(minute, added)]


@pytest.mark.parametrize(
    "text", ["for the last ten minutes", "a 10-minute delay", "negli ultimi dieci minuti"]
)
def test_a_stretch_of_time_is_no_minute(text: str) -> None:
    language = "it" if "minuti" in text else "en"
    assert find_minutes(text, language) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Arsenal beat Chelsea 2-1 at Stamford Bridge on Sunday.", {"Arsenal": 2, "Chelsea": 1}),
        ("Arsenal lost 3-1 to Chelsea at the Emirates on Sunday.", {"Arsenal": 1, "Chelsea": 3}),
        ("Chelsea 1 Arsenal 2\nA fine game in the rain.", {"Chelsea": 1, "Arsenal": 2}),
        ("Everton and Fulham played out a goalless draw at Goodison Park.", {"Everton": 0, "Fulham": 0}),
        ("L'Inter espugna Bergamo: battuta l'Atalanta 2-1 al Gewiss Stadium.", {"Inter": 2, "Atalanta": 1}),
        ("Il Milan ha perso 2 a 0 contro la Lazio a San Siro.", {"Milan": 0, "Lazio": 2}),
        ("Finisce a reti bianche tra Genoa e Torino al Ferraris.", {"Genoa": 0, "Torino": 0}),
    ],
)
def test_score_belongs_to_the_team_that_the_words_say(text: str, expected: dict[str, int]) -> None:
    assert score(text) == expected


def test_a_result_of_the_past_is_not_the_score() -> None:
    text = ("Arsenal beat Chelsea 2-1 on Sunday. Bukayo Saka scored both goals. "
            "Chelsea had won 3-0 in the reverse fixture in November.")  # fmt: skip
    assert score(text) == {"Arsenal": 2, "Chelsea": 1}


@pytest.mark.parametrize(
    "line",
    [
        "Goals: Saka 12, Jesus 67 pen; Palmer 50",
        "Arsenal 2 (Saka 12, Jesus 67 pen) Chelsea 1 (Palmer 50)",
        "Scorers: Arsenal - Saka (12), Jesus (pen 67); Chelsea - Palmer (50)",
    ],
)
def test_english_lists_of_scorers(line: str) -> None:
    found = goals(f"Arsenal 2-1 Chelsea\n{line}\nIt rained all afternoon at the Emirates Stadium.")
    assert sorted(found) == [("Jesus", 67, "penalty"), ("Palmer", 50, "goal"), ("Saka", 12, "goal")]


@pytest.mark.parametrize(
    "line",
    [
        "MARCATORI: 12' Lautaro, 40' rig. Calhanoglu, 16' st Scamacca",
        "Reti: pt 12' Lautaro, 40' Calhanoglu (rig.); st 16' Scamacca",
        "Marcatori: Lautaro (I) al 12', Calhanoglu (I) su rigore al 40' p.t.; Scamacca (A) al 16' s.t.",
    ],
)
def test_italian_lists_of_scorers_count_the_second_half_from_46(line: str) -> None:
    found = goals(f"ATALANTA-INTER 1-2\n{line}\nPioggia battente sul Gewiss Stadium per tutta la partita.")
    assert found == [("Lautaro", 12, "goal"), ("Calhanoglu", 40, "penalty"), ("Scamacca", 61, "goal")]


ONE_GOAL = [
    "Bukayo Saka headed in Martin Odegaard's cross on 30 minutes.",
    "On 30 minutes Arsenal took the lead through Bukayo Saka.",
    "A 30th-minute strike from Bukayo Saka settled the match.",
    "Bukayo Saka's penalty put Arsenal in front on the half-hour.",
    "Martin Odegaard found Bukayo Saka, who slotted past Robert Sanchez in the 30th minute.",
    "The breakthrough came after 30 minutes, when Bukayo Saka made no mistake from close range.",
]


@pytest.mark.parametrize("sentence", ONE_GOAL)
def test_english_goal_has_its_scorer_and_minute(sentence: str) -> None:
    found = goals(f"Arsenal 1-0 Chelsea\nA tight game at the Emirates Stadium.\n{sentence}")
    assert [(name, minute) for name, minute, _ in found] == [("Bukayo Saka", 30)]


UN_GOL = [
    "Al 30' la sblocca Lautaro Martinez.",
    "Nerazzurri in vantaggio al 30' con Lautaro Martinez.",
    "Al 30' il gol di Lautaro Martinez su assist di Barella.",
    "Al 30' Lautaro Martinez batte Maignan con un diagonale.",
    "Barella serve Lautaro Martinez che al 30' insacca di testa.",
    "Al 30' l'Inter passa grazie a Lautaro Martinez.",
]


@pytest.mark.parametrize("sentence", UN_GOL)
def test_italian_goal_has_its_scorer_and_minute(sentence: str) -> None:
    found = goals(f"Inter-Milan 1-0\nUna partita tirata a San Siro.\n{sentence}")
    assert [(name, minute) for name, minute, _ in found] == [("Lautaro Martinez", 30)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Cole Palmer missed a penalty on 70 minutes.",
        "Cole Palmer had a goal disallowed for offside.",
        "Cole Palmer should have scored but fired over the bar.",
        "Cole Palmer, who scored twice last week, was quiet.",
        "Cole Palmer saw his shot saved by David Raya.",
    ],
)
def test_what_was_no_goal_is_not_drafted(sentence: str) -> None:
    text = f"Arsenal 1-0 Chelsea\nBukayo Saka scored the only goal on 30 minutes.\n{sentence}"
    assert goals(text) == [("Bukayo Saka", 30, "goal")]


@pytest.mark.parametrize(
    "frase",
    [
        "Al 70' gol annullato a Leao per fuorigioco.",
        "Leao sfiora il pareggio al 70'.",
        "Al 70' Leao sbaglia un rigore.",
        "Leao, che aveva segnato all'andata, resta a secco.",
    ],
)
def test_quel_che_non_fu_gol_non_entra(frase: str) -> None:
    text = f"Inter-Milan 1-0\nDecide al 30' un gol di Lautaro Martinez.\n{frase}"
    assert goals(text) == [("Lautaro Martinez", 30, "goal")]


def test_an_own_goal_counts_for_the_other_side() -> None:
    text = "Inter-Milan 1-0\nAl 30' autogol di Matteo Gabbia su cross di Dimarco."
    match = json.loads(draft(text).to_json())["matches"][0]
    assert [(g["scorer"], g["kind"], g["team"]) for g in match["goals"]] == [
        ("Matteo Gabbia", "own_goal", "Inter")
    ]


def test_names_are_written_in_full_where_the_text_does_so() -> None:
    text = "Arsenal 1-0 Chelsea\nSaka scored on 30 minutes. Bukayo Saka was the best player on the field."
    assert goals(text) == [("Bukayo Saka", 30, "goal")]


NOT_HIS = [
    "Cole Palmer beat keeper David Raya to the ball but rounded nobody.",
    "Cole Palmer almost scored twice after the break.",
    "The referee Anthony Taylor made the difference, many felt, when he gave nothing.",
    "In the other game of the night Ollie Watkins scored twice for Aston Villa.",
    "Chelsea's David Raya kept out a strike from Cole Palmer.",
    "Arsenal keeper David Raya sent the ball into the stand.",
    "Cole Palmer was struck on the head by a bottle.",
    "Several chances for Noni Madueke to score went begging.",
]


@pytest.mark.parametrize("sentence", NOT_HIS)
def test_a_goal_is_drafted_for_nobody_who_did_not_score(sentence: str) -> None:
    text = f"Arsenal 2-0 Chelsea\nBukayo Saka scored on 30 minutes. {sentence}"
    assert goals(text) == [("Bukayo Saka", 30, "goal")]


NON_SUO = [
    "Al 27' arriva il raddoppio.",
    "Al 60' Leao la mette dentro ma l'arbitro viene richiamato al monitor e annulla la rete.",
    "Il gol di Pulisic al 60' è viziato da un fuorigioco.",
    "Leao colpisce un palo e Pulisic una traversa.",
    "L'arbitro Mariani fischia la fine.",
    "Il Milan rischia di subire il raddoppio con Thuram.",
]


@pytest.mark.parametrize("frase", NON_SUO)
def test_non_segna_chi_non_ha_segnato(frase: str) -> None:
    text = f"Inter-Milan 2-0\nAl 30' segna Lautaro Martinez. {frase}"
    assert [g for g in goals(text) if g[0] != "Lautaro Martinez"] == []


def test_two_people_can_share_a_verb() -> None:
    text = "Arsenal 2-0 Chelsea\nBukayo Saka and Martin Odegaard both found the net before the break."
    assert {name for name, _, _ in goals(text)} == {"Bukayo Saka", "Martin Odegaard"}


def test_a_team_that_leads_when_one_crosses_leads_by_him_who_heads_in() -> None:
    text = ("Arsenal 1-0 Chelsea\nArsenal took the lead on 30 minutes when Martin Odegaard clipped a ball to the "
            "back post and Bukayo Saka headed it into the bottom corner.")  # fmt: skip
    assert goals(text) == [("Bukayo Saka", 30, "goal")]


def test_the_receiver_of_a_pass_is_the_striker_of_the_next_sentence() -> None:
    text = ("Arsenal 1-0 Chelsea\nIn the 65th minute Levi Colwill lost the ball. Martin Odegaard played a fine pass "
            "to Bukayo Saka. The winger, alone with the keeper, converted calmly.")  # fmt: skip
    assert goals(text) == [("Bukayo Saka", 65, "goal")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Arsenal 1-4 Chelsea (Saka 6', Gabriel sent off 33' | Palmer pen 35', Jackson 75', 90'+4, 90'+7)",
         [("Saka", 6), ("Palmer", 35), ("Jackson", 75), ("Jackson", 90), ("Jackson", 90)]),
        ("INTER-MILAN 2-1 (19' Lautaro, 23' Thuram, 61' Leao). Pioggia fitta sul Meazza.",
         [("Lautaro", 19), ("Thuram", 23), ("Leao", 61)]),
        ("INTER-MILAN 2-0\nMARCATORI: al 45′ 28 Thuram; al 8′ st 28 Thuram.", [("Thuram", 45), ("Thuram", 53)]),
        ("INTER-MILAN 2-1\nMARCATORI 46’pt Thuram (I), 5’st Leao (M), 16’st Lautaro (I)",
         [("Thuram", 45), ("Leao", 50), ("Lautaro", 61)]),
    ],
)  # fmt: skip
def test_lists_as_papers_print_them(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(name, minute) for name, minute, _ in goals(text)] == expected


def test_the_scores_of_a_list_tell_the_sides() -> None:
    text = "Arsenal 2-1 Chelsea\nGoals: 1-0 Saka 12, 1-1 Palmer 50, 2-1 Jesus 67\nIt rained all afternoon."
    match = json.loads(draft(text).to_json())["matches"][0]
    assert [g["team"] for g in match["goals"]] == ["Arsenal", "Chelsea", "Arsenal"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Arsenal moved clear of rivals Liverpool and Everton. Chelsea were beaten 3-1 by Arsenal.",
         {"Arsenal": 3, "Chelsea": 1}),
        ("Il Milan supera la Roma per 1-0 al termine di una gara tesa. Angoli: 5-4 per la Roma.",
         {"Milan": 1, "Roma": 0}),
        ("L'Inter non va oltre il 2-2 contro il Milan. Squadre negli spogliatoi sul punteggio di 0-0.",
         {"Inter": 2, "Milan": 2}),
    ],
)  # fmt: skip
def test_the_final_score_is_told_from_other_figures(text: str, expected: dict[str, int]) -> None:
    assert score(text) == expected
