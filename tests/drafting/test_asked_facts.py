"""Articles of our own, drafted, accepted whole and asked about in the language of the article and in the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge import Knowledge, build
from knowledge.drafting import draft, read_names
from knowledge.drafting.cli import SHIPPED
from tests.drafting.accepted import with_accepted

REPORT = """Millwall 2-1 Stevenage

Millwall ended Stevenage's seven-game unbeaten run with a 2-1 win in heavy rain at The Den.

Jordan Pell headed the hosts in front in the 12th minute from a corner by Aaron Quist.
Stevenage keeper Tim Vasko kept out Pell again before Luke Harding equalised in the 40th minute with a low shot.
Substitute Dean Orme won it for Millwall in the 78th minute after a mistake by captain Rob Tull.
Millwall are now fifth in the Championship and travel to Derby on Saturday.

Millwall manager Carl Benning said: "The lads were patient and kept their shape. We never panicked."

Booked: Pell, Tull.
Att: 14,210 Ref: K Swann
"""
PIECE = """Gianni Morandelli è il nuovo allenatore del Piacenza

Gianni Morandelli è il nuovo allenatore del Piacenza: ha firmato un contratto biennale.
Prende il posto di Ezio Vannucci, esonerato dopo il pareggio di Crema.
Il 52enne tecnico aveva cominciato la carriera in panchina nelle giovanili del Lumezzane.
Il presidente Dario Colnaghi ha detto: «Volevamo un uomo che conosce la categoria».
"""
MOVE = """Tapsell completes Wigan switch

Wigan boss Les Harmer has signed Barnsley striker Joel Tapsell on loan with an option to buy.

The 24-year-old scored 9 goals in 31 appearances for Barnsley last season.
"He works for the side," said Harmer, whose team beat Leeds 1-0 on Sunday. "We wanted him in the summer too."
"""
LISTS = """Cesena-Modena 1-1

CESENA (4-3-3): Pavan; Lotti (60' st Rinaldi), Corsi, Denti, Fabbri; Magri, Orsoni, Tadini; Vitali, Beltrami, Conti.
MODENA (4-4-2): Guerci; Albini, Sacco, Monti, Raspa; Tosetti, Villa, Zordan, Neri; Furlan, Bassi.
Marcatori: 20' Beltrami (C), 70' Furlan (M)
Arbitro: Savio di Lecco
Ammoniti: Corsi, Sacco
Spettatori: 8.120
"""


@pytest.fixture(scope="module")
def fans(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Knowledge]:
    with with_accepted(tmp_path_factory.mktemp("accepted"), (REPORT, PIECE, MOVE, LISTS)) as knowledge:
        yield knowledge


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("how many people watched millwall v stevenage", "14,210"),
        ("quanti spettatori c'erano a Millwall-Stevenage?", "14.210"),
        ("who was the ref for millwall stevenage", "Swann"),
        ("chi ha arbitrato Millwall-Stevenage?", "Swann"),
        ("chi sono stati gli ammoniti di millwall stevenage", "Pell.*Tull"),
        ("was tull booked against millwall", "^Yes"),
        ("tull è stato espulso con il millwall?", "^No"),
        ("how long was stevenage's unbeaten run", "7"),
        ("da quante partite era imbattuto lo Stevenage?", "7"),
        ("che tempo faceva in Millwall-Stevenage", "pioggia"),
        ("dove si trova in classifica il millwall", "5º"),
        ("contro chi gioca il millwall sabato", "Derby"),
        ("chi era il portiere dello Stevenage contro il millwall", "Vasko"),
        ("chi ha pareggiato per lo stevenage", "Harding"),
        ("who scored the winner for millwall against stevenage", "Orme"),
        ("qual era il risultato all'intervallo di Millwall-Stevenage?", "1-1"),
        ("cosa ha detto benning dopo la partita con lo stevenage", "[«‘’]The lads were patient"),
        ("how many goals did pell score against stevenage", "one goal"),
        ("who is the new Piacenza manager?", "Morandelli"),
        ("chi allena il piacenza", "Morandelli"),
        ("who did morandelli replace at piacenza", "Vannucci"),
        ("how long is morandelli's contract with piacenza", "two years"),
        ("quanti anni ha morandelli", "52"),
        ("who is the president of piacenza", "Colnaghi"),
        ("which manager was sacked by piacenza", "Vannucci"),
        ("which club has tapsell joined", "Wigan"),
        ("da quale squadra arriva tapsell", "Barnsley"),
        ("con che formula è arrivato tapsell al wigan", "diritto di riscatto"),
        ("how old is joel tapsell", "24"),
        ("quanti gol ha segnato tapsell nel barnsley", "9"),
        ("che ruolo ha tapsell", "attaccante"),
        ("cosa ha detto harmer di tapsell", "He works for the side"),
        ("chi era il portiere del cesena contro il modena", "Pavan"),
        ("who was in goal for Modena against Cesena", "Guerci"),
        ("who came on for cesena against modena", "Rinaldi"),
        ("what formation did modena play", "4-4-2"),
        ("did cesena beat modena?", "^No"),
        ("quanti spettatori c'erano a cesena-modena", "8.?120"),
        ("chi ha arbitrato cesena-modena", "Savio"),
    ],
)
def test_typed_facts_are_answered_in_both_languages(fans: Knowledge, question: str, expected: str) -> None:
    answer = fans.answer(question)
    assert answer.kind == "answer", answer.text
    assert re.search(expected, answer.text), answer.text


@pytest.mark.parametrize(
    "question",
    [
        "perché il piacenza ha scelto morandelli",
        "which club did morandelli start managing at in his youth days abroad",
        "quanto guadagna morandelli",
        "who sold morandelli his house in piacenza",
    ],
)
def test_what_a_draft_does_not_tell_is_not_answered(fans: Knowledge, question: str) -> None:
    assert fans.answer(question).kind != "answer"


def test_a_sentence_in_the_other_language_is_quoted_as_such(fans: Knowledge) -> None:
    answer = fans.answer("where did morandelli begin his career, lumezzane?")
    assert answer.kind != "answer" or "in Italian: “" in answer.text
    told = fans.answer("dove ha cominciato la carriera morandelli, nelle giovanili?")
    assert "Lumezzane" in told.text
    assert "«" not in told.text


def test_a_name_that_is_a_plain_word_does_not_misread_questions(tmp_path: Path) -> None:
    made = draft(
        "Inter 2-0 Roma\nBarella scored after 10 minutes and Thuram after 20. Later Campo and Given were praised."
    )
    assert not re.search(r'id = "(?:campo|given)"', made.names_toml())


def test_names_of_one_draft_share_no_writing() -> None:
    text = "Il Perugia batte la Ternana 2-0.\nIl Grifo va a segno con Rossi al 5' e con Grifo al 9'."
    names = draft(text, read_names([SHIPPED])).names_toml()
    assert not re.search(r'alias = .*"grifo"', names)


def test_a_side_that_only_a_shared_nickname_names_is_drafted(tmp_path: Path) -> None:
    text = (
        "The Reds' under-18s began the season with a 2-0 defeat to Southampton on Saturday.\n\n"
        "Southampton went in front when Ryan Mallon scored after 17 minutes, and Reece Calder made it 2-0 in the"
        " 49th minute against the young Reds.\n"
    )
    found = draft(text, read_names([SHIPPED]))
    (tmp_path / "articles").mkdir()
    (tmp_path / "names").mkdir()
    (tmp_path / "articles" / "a.toml").write_text(found.to_toml(), "utf-8")
    (tmp_path / "names" / "n.toml").write_text(found.names_toml(), "utf-8")
    build(tmp_path / "facts.sqlite", tmp_path)
    assert "Mallon" in found.to_toml()
