"""Articles of our own on posts and transfers, and reports with a table: what their accepted drafts answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from knowledge import Knowledge
from tests.drafting.accepted import with_accepted

TWO_CLUBS = """Serie B, Bari e Spezia cambiano: esonerati Tolomeo e Brandi

14 novembre 2022

La pausa porta consiglio e due società cambiano guida tecnica.

L'esonero a sorpresa di Tolomeo

Non sono bastati 9 punti in 4 partite per evitare l'esonero a Vito Tolomeo. L'allenatore del Bari è stato \
sollevato dall'incarico con la squadra al settimo posto.

In attesa di un nuovo nome la squadra è stata affidata ad interim a Nello Scarpa.

Grandi per il dopo Brandi

Troppo poco per lo Spezia, che decide di sollevare Ugo Brandi dal ruolo di allenatore. Al suo posto, Fulvio \
Grandi siederà sulla panchina dello Spezia.
"""
RAIDED = """Sunderland complete signing of midfielder Harwin

3 August 2019

Sunderland manager Colin Stead raided his former club Burnley this Monday and completed the signing of \
midfielder Joel Harwin in a deal worth around 3 million pounds.
The 24-year-old signed a four-year contract.
"Joel wanted to come here. A big welcome to our new number 17," Stead said.
"""
LIFTED = """Morecambe 2-0 Walsall

Morecambe extended their unbeaten run in League Two to seven matches with a 2-0 win over Walsall.
Dale Purkiss, on for the injured Ian Moxon, scored in the 30th minute and captain Sam Ellwood headed in a \
corner in the 71st minute.
Walsall goalkeeper Kit Farlow made two good saves. The victory saw them climb to fourth in the league table.
"""
CARRIED = """Lecco-Pistoiese 1-0

Il Lecco batte 1-0 la Pistoiese con un gol di Marini al 40'.
Al quarto d'ora la Pistoiese fa a meno di Ferrucci, costretto a uscire in barella e sostituito da Bracci.
Precipita al diciottesimo posto la Pistoiese, che resta con appena 14 punti.
"""
HURT = """Dorling to miss Bolton tie

11 January 2021

Rochdale have been handed a blow with striker Curtis Dorling set to miss the match against Bolton due to a \
hamstring problem.
Rochdale boss Owen Trask praised his physio Lee Benn. "We have to wait for a second scan," he said.
The Welsh international has netted six goals so far this season.
The 27-year-old was hurt in training.
"""
LADIES = """Reading Women 2-1 Durham Women

Reading Women beat Durham Women 2-1 in the cup. Zoe Fairlie scored after 20 minutes for Reading.
Durham equalised through Amy Calder in the 41st minute. Fairlie got the winner in the 77th minute.
Ellie Strand’s Durham were the better side before the break.
"""
FIRST_DAY = """Sora-Formia 1-0

Il Sora batte 1-0 il Formia con un gol di Pieri al 22'.
Il tecnico Mario Conti si sofferma sulla gara dei suoi ragazzi. "Abbiamo sofferto, ma sono tre punti d'oro".
Aldo Rizzi, sulla panchina del Formia al posto dell'esonerato Fabio Greco, mastica amaro: "Meritavamo il pari".
Nel finale Lolli, subentrato a Danti, che colpisce la traversa.
"""


@pytest.fixture(scope="module")
def fans(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Knowledge]:
    with with_accepted(
        tmp_path_factory.mktemp("moves"), (TWO_CLUBS, RAIDED, LIFTED, CARRIED, HURT, LADIES, FIRST_DAY)
    ) as knowledge:
        yield knowledge


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("chi è stato esonerato dal bari", "Tolomeo"),
        ("who did spezia sack", "Brandi"),
        ("who is in charge of bari for now", "Scarpa"),
        ("chi è il nuovo allenatore dello spezia", "Grandi"),
        ("who replaced tolomeo at bari", "Scarpa"),
        ("tolomeo è ancora l'allenatore del bari?", "No|esonerato"),
        ("who did sunderland sign from burnley", "Harwin"),
        ("da dove arriva harwin", "Burnley"),
        ("how much did harwin cost", "3 million"),
        ("how long is harwin's contract", "four years"),
        ("quanti anni ha harwin", "24"),
        ("what shirt number did harwin get", "17"),
        ("which club did harwin leave", "Burnley"),
        ("how many games unbeaten are morecambe", "7"),
        ("in che posizione è il morecambe", "4"),
        ("who is morecambe's captain", "Ellwood"),
        ("chi si è infortunato nel morecambe", "Moxon"),
        ("chi ha sostituito ferrucci", "Bracci"),
        ("who got injured for pistoiese", "Ferrucci"),
        ("where are pistoiese in the table", "18th"),
        ("quanti punti ha la pistoiese", "14"),
        ("who is injured at rochdale", "Dorling"),
        ("che infortunio ha dorling", "coscia"),
        ("how old is dorling", "27"),
        ("what nationality is dorling", "Welsh"),
        ("quanti gol ha segnato dorling", "6"),
        ("what did trask say", "second scan"),
        ("who scored for reading women", "Fairlie"),
        ("who manages durham women", "Strand"),
        ("chi allena il formia", "Rizzi"),
        ("cosa ha detto conti", "sofferto"),
        ("cosa ha detto rizzi", "Meritavamo"),
        ("chi ha colpito la traversa per il sora", "Lolli|non"),
    ],
)
def test_posts_moves_and_places_are_told_in_both_languages(
    fans: Knowledge, question: str, expected: str
) -> None:
    answer = fans.answer(question)
    assert re.search(expected, answer.text), answer.text


@pytest.mark.parametrize(
    "question",
    ["chi allena il lecco", "who coaches morecambe", "chi allena lo spezia adesso"],
)
def test_who_coaches_is_not_answered_by_a_change_of_players(fans: Knowledge, question: str) -> None:
    answer = fans.answer(question)
    assert not re.search("Bracci|Purkiss|Brandi", answer.text), answer.text
