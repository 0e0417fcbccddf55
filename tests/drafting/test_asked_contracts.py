"""Pieces of our own on contracts, tables and coaches, drafted and accepted: what they answer in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from knowledge import Knowledge
from tests.drafting.accepted import with_accepted

STAY = """Halvorsen signs Sunderland contract until 2031

Danish winger Emil Halvorsen has signed a new deal, until 2031, with Sunderland, the club announced on Monday.
The 26-year-old winger had a contract which expired in 2027.
Arriving from Brentford, Halvorsen has already scored 41 goals in 120 matches for Sunderland.
Sunderland are only in 7th place in the Championship before the trip to Yorkshire against Hull next Friday.
Halvorsen began his career at Brentford and has 12 caps.
"""
RINNOVO = """Sassuolo, Marco De Vitis rinnova fino al 2029

Il terzino assistito da Ugo Sperandio ha prolungato il contratto.
Marco De Vitis ha rinnovato il contratto con il Sassuolo in scadenza nel 2026, fino al 2029.
«Qui sto bene e voglio crescere ancora», ha detto De Vitis. «Il gruppo è forte».
"""
TABLE = """Modena-Pisa 2-1

Il Modena batte il Pisa 2-1: a segno Gualtieri al 12' su assist di Torri e Barsanti al 50'.
Al 70' Neri accorcia per il Pisa battendo il portiere Galloni.
La squadra di Benassi sale al terzo posto, mentre il Pisa resta settimo in classifica.

Classifica: Bari 50 punti, Parma 47; Modena 44; Cesena e Spezia 40; Pisa 38
"""
SACKED = """Gateshead sack their manager

Gateshead have parted company with manager Owen Bright after a 3-0 defeat to Altrincham on Tuesday.
CEO Martin Fell said: "We thank Owen for his work. The search has begun."
Coach Adam Pine will take charge of the team for Saturday's game at home to Rochdale.
"""
ESONERO = """Lugano, esonerato Bianchetti: arriva Ferrari

Il Lugano ha esonerato Paolo Bianchetti dopo quattro sconfitte di fila.
Al suo posto arriva Nino Ferrari, 44 anni, che ha firmato fino al 2027.
"""
ARRIVAL = """Verona, ufficiale l'arrivo di Denti dal Lecco

Nino Denti lascia il Lecco per la Serie A, in prestito con diritto di riscatto.
A presentare Denti è stato Ugo Savi, responsabile del mercato del club: «Nino è un centravanti moderno».
Il 22enne attaccante ha segnato 7 gol in 19 presenze con il Lecco.
"""


@pytest.fixture(scope="module")
def fans(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Knowledge]:
    with with_accepted(
        tmp_path_factory.mktemp("contracts"), (STAY, RINNOVO, TABLE, SACKED, ESONERO, ARRIVAL)
    ) as knowledge:
        yield knowledge


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("until when has halvorsen signed with sunderland", "2031"),
        ("fino a quando ha firmato halvorsen", "2031"),
        ("when would halvorsen's old contract have run out", "2027"),
        ("what nationality is halvorsen", "Danish"),
        ("di che nazionalità è halvorsen", "danese"),
        ("how many goals has halvorsen scored for sunderland", "41"),
        ("quanti gol ha segnato halvorsen nel sunderland", "41"),
        ("da quale squadra arriva halvorsen", "Brentford"),
        ("where are sunderland in the table", "7th"),
        ("contro chi gioca il sunderland venerdì", "Hull"),
        ("quante presenze in nazionale ha halvorsen", "12"),
        ("where did halvorsen start his career", "Brentford"),
        ("chi è l'agente di de vitis", "Sperandio"),
        ("until when is de vitis under contract with sassuolo", "2029"),
        ("quando scadeva il vecchio contratto di de vitis", "2026"),
        ("che ruolo ha de vitis", "terzino"),
        ("cosa ha detto de vitis", "Qui sto bene.*Il gruppo è forte"),
        ("quanti punti ha il parma", "47"),
        ("how many points have spezia got", "40"),
        ("chi allena il modena", "Benassi"),
        ("chi era il portiere del modena contro il pisa", "Galloni"),
        ("who set up gualtieri's goal", "Torri"),
        ("come ha segnato neri", "battendo il portiere"),
        ("how did neri score", "in Italian: “.*Neri"),
        ("da quale squadra arriva denti", "Lecco"),
        ("who have verona signed", "Denti"),
        ("con che formula è arrivato denti", "diritto di riscatto"),
        ("quanti gol ha segnato denti nel lecco", "7"),
        ("how many appearances has denti made for lecco", "19"),
        ("cosa ha detto savi di denti", "centravanti moderno"),
        ("who was sacked by gateshead", "Bright"),
        ("did owen bright resign", "^No"),
        ("chi guida il gateshead ad interim", "Pine"),
        ("who do gateshead play next", "Rochdale"),
        ("who is the chief executive of gateshead", "Fell"),
        ("chi è il nuovo allenatore del lugano", "Ferrari"),
        ("who did ferrari replace at lugano", "Bianchetti"),
    ],
)
def test_contracts_tables_and_coaches_are_told(fans: Knowledge, question: str, expected: str) -> None:
    answer = fans.answer(question)
    assert answer.kind == "answer", answer.text
    assert re.search(expected, answer.text), answer.text


@pytest.mark.parametrize(
    "question",
    [
        "quando scade il contratto di sperandio",
        "how much does halvorsen earn",
        "who is the sunderland manager",
        "how many penalties were there in modena v pisa",
    ],
)
def test_what_they_leave_open_is_not_told(fans: Knowledge, question: str) -> None:
    assert fans.answer(question).kind != "answer", fans.answer(question).text
