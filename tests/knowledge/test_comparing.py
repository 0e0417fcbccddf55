"""Two matches set side by side: the same or not, more or less, in all, in both, how far apart."""

from __future__ import annotations

import re

import pytest

from knowledge import Knowledge

BOTH = ("in both games", "in 2023 and 2025", "both times")
IN_BOTH = ("in tutte e due le partite", "nel 2023 e nel 2025", "in entrambe")
SAID = {"yes": r"^(Yes|Sì)\b", "no": r"^(No|Not|Non)\b"}


@pytest.mark.parametrize("when", [*BOTH, *IN_BOTH])
@pytest.mark.parametrize(
    ("english", "italian", "told"),
    [
        ("did inter have the same coach {}?", "l'inter aveva lo stesso allenatore {}?", "no"),
        ("same atalanta keeper {}?", "stesso portiere dell'atalanta {}?", "no"),
        ("was it the same keeper for inter {}?", "l'inter aveva lo stesso portiere {}?", "yes"),
        ("was the score the same {}?", "è finita con lo stesso risultato {}?", "no"),
        ("same half time score {}?", "stesso punteggio all'intervallo {}?", "no"),
        ("same stadium {}?", "stesso stadio {}?", "yes"),
        ("did the same team win {}?", "ha vinto la stessa squadra {}?", "yes"),
        ("same winning margin {}?", "stesso scarto {}?", "yes"),
        ("was there the same number of goals {}?", "stesso numero di gol {}?", "no"),
        ("did the same player score {}?", "ha segnato lo stesso giocatore {}?", "yes"),
        ("did the same player open the scoring {}?", "stesso primo marcatore {}?", "no"),
        ("did inter have a different coach {}?", "l'inter aveva un allenatore diverso {}?", "yes"),
        ("did inter have a different keeper {}?", "l'inter aveva un portiere diverso {}?", "no"),
    ],
)
def test_what_two_matches_share_is_said_with_yes_or_no(
    knowledge: Knowledge, english: str, italian: str, told: str, when: str
) -> None:
    question = (english if when in BOTH else italian).format(when)
    assert re.match(SAID[told], knowledge.answer(question).text), question


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("in which of the two games did Inter score more?", "2023"),
        ("which match had fewer goals", "2025"),
        ("more atalanta goals: 2023 or 2025?", "2023"),
        ("in quale delle due l'inter segnò di più?", "2023"),
        ("quale delle due finì con più gol?", "2023"),
        ("in quale delle due l'atalanta ha subito meno gol", "2025"),
        ("did lautaro score later in 2023 or 2025?", "2025"),
        ("lautaro ha segnato prima nel 2023 o nel 2025?", "2023"),
        ("in which of the two games was the opener scored earlier?", "2023"),
        ("which of the two games was played first?", "2023"),
        ("quale partita è la più recente", "2025"),
        ("in which of the two did inter keep a clean sheet", "2025"),
        ("in quale delle due l'atalanta ha segnato?", "2023"),
        ("which of the two Inter games did Atalanta score in", "2023"),
        ("in which match did both sides score?", "2023"),
    ],
)
def test_which_of_two_matches_it_was_is_told_first(knowledge: Knowledge, question: str, told: str) -> None:
    first = knowledge.answer(question).text.split("\n")[0]
    assert re.findall(r"20\d\d", first)[:1] == [told]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("bigger win: 2023 or 2025?", "The same in both matches."),
        (
            "vittoria più larga dell'Inter a Bergamo: 2023, 2025 o uguale?",
            "Uguale in tutte e due le partite.",
        ),
        ("how many goals in total across both games", "4 goals in all."),
        ("quanti gol ha fatto l'inter in totale tra 2023 e 2025", "3 gol in tutto."),
        ("how many goals did lautaro score over the two games", "2 goals in all."),
        ("how many goals did atalanta score in the two matches", "1 goal in all."),
        ("gol subiti dall'inter nelle due partite", "1 gol in tutto."),
        ("how many more goals in 2023 than in 2025", "A difference of 2 goals."),
        ("quanti gol in più ha fatto l'inter nel 2023 rispetto al 2025?", "1 gol di differenza."),
        ("how long after the penalty did lautaro score in 2023", "17 minutes apart."),
        ("quanti minuti tra il primo e il secondo gol nel 2-1", "17 minuti di distanza."),
        ("minutes between inter's two goals in november 2023", "17 minutes apart."),
        ("who scored in both games?", "Lautaro Martínez."),
        ("chi ha segnato in tutte e due le partite", "Lautaro Martínez."),
        ("who scored in 2023 but not in 2025?", "Hakan Calhanoglu and Gianluca Scamacca."),
        ("who scored the most goals over the two games", "Lautaro Martínez."),
        (
            "which keeper conceded more in those two Atalanta-Inter games, Musso or Carnesecchi?",
            "Juan Musso.",
        ),
        ("add it all up how many goals did the two atalanta inter games have", "4 goals in all."),
        (
            "Nei due precedenti, con che scarto ha vinto l'Inter? Uguale o diverso?",
            "Uguale in tutte e due le partite.",
        ),
        ("who has more goals across the two matches, lautaro or scamacca", "Lautaro Martínez."),
    ],
)
def test_what_was_reckoned_stands_above_the_rows(knowledge: Knowledge, question: str, told: str) -> None:
    assert knowledge.answer(question).text.split("\n")[0] == told


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("did inter score more in 2023 than in 2025?", "yes"),
        ("were there more goals in 2025 than in 2023?", "no"),
        ("l'inter ha segnato di più nel 2025 che nel 2023?", "no"),
        ("ci sono stati meno gol nel 2025 che nel 2023?", "yes"),
        ("was inter's win bigger in 2023 than in 2025?", "no"),
        ("lautaro ha segnato prima nel 2023 che nel 2025?", "yes"),
        ("did calhanoglu score in both games?", "no"),
        ("did lautaro score in both games?", "yes"),
        ("was musso in goal in both games?", "no"),
        ("chivu allenava l'inter in entrambe?", "no"),
        ("did atalanta win both times?", "no"),
        ("did both games finish 1-0?", "no"),
        ("was the result the same?", "no"),
        ("did calhanoglu score before lautaro?", "yes"),
        ("did lautaro score before calhanoglu in 2023?", "no"),
        ("was lautaro's goal after calhanoglu's?", "yes"),
    ],
)
def test_more_than_and_in_both_are_decided(knowledge: Knowledge, question: str, told: str) -> None:
    assert re.match(SAID[told], knowledge.answer(question).text)


@pytest.mark.parametrize(
    ("question", "told", "other"),
    [
        ("2-1 or 1-0 in november 2023?", "1-2", "28 December"),
        ("a dicembre 2025 finì 1-0 o 2-1?", "0-1", "4 novembre"),
        ("did inter win or draw in 2023?", "Inter beat Atalanta", "draw"),
        ("did calhanoglu score in the first or the second half in 2023", "40th", "second half"),
        ("who got more goals in november 2023, inter or atalanta?", "Inter won 2-1", "28 December"),
        ("il gol di calhanoglu era il primo o il secondo?", "Calhanoglu", "Lookman"),
        ("gol di lautaro nel 2023: quello dell'1-0 o del 2-0?", "57'", "65'"),
        ("Nel 2023 a Bergamo ha segnato prima il turco o Lautaro?", "Calhanoglu", "Lautaro"),
        ("who scored in december 2025, thuram or dimarco?", "Lautaro", "Thuram"),
    ],
)
def test_of_two_offered_the_row_decides(knowledge: Knowledge, question: str, told: str, other: str) -> None:
    text = knowledge.answer(question).text
    assert told in text
    assert other not in text


@pytest.mark.parametrize(
    "question",
    [
        "who is older, lautaro or thuram?",
        "chi è più alto, scamacca o lautaro",
        "same referee in both?",
        "stesso capitano in entrambe?",
        "more corners in 2023 or 2025?",
        "quale delle due ha avuto più tiri",
    ],
)
def test_what_no_article_compares_is_not_told(knowledge: Knowledge, question: str) -> None:
    assert knowledge.answer(question).kind != "answer"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "who was in charge of Atalanta in the 2023 game and who in the 2025 game v Inter?",
            ("Gasperini", "Palladino"),
        ),
        ("who was atalantas keeper in each, 23 then 25", ("Musso", "Carnesecchi")),
        ("who sat on the Atalanta bench as coach in the 2-1, who in the 1-0?", ("Gasperini", "Palladino")),
        ("il primo marcatore nel 2023 e nel 2025?", ("Calhanoglu", "Lautaro")),
        (
            "De Ketelaere's part in the 2023 defeat to Inter compared with the 2025 one?",
            ("Muriel", "offside"),
        ),
        ("chi ha segnato nelle due partite", ("Calhanoglu", "Scamacca", "65")),
    ],
)
def test_what_was_in_each_of_two_matches_is_told(
    knowledge: Knowledge, question: str, told: tuple[str, ...]
) -> None:
    text = knowledge.answer(question).text
    assert all(name in text for name in told)


@pytest.mark.parametrize(
    "question",
    [
        "la dea ha perso due partite in quella europa league?",
        "Habeboer e Hateboer sono lo stesso giocatore?",
        "qual è la vittoria più larga",
        "chi allenava l'inter prima del cambio",
        "how much higher did Atalanta end up in Gasperini's first season than the season before?",
        "was it just another win",
        "tutt'e due le volte un gol di differenza?",
    ],
)
def test_questions_on_something_else_are_not_taken_for_comparisons(
    knowledge: Knowledge, question: str
) -> None:
    assert knowledge.answer(question).reason != "compared"
