"""How Italian fans really talk: idioms, slang and chatter are read as what they mean in football, and only there."""

from __future__ import annotations

import re

import pytest

from knowledge import Knowledge
from knowledge.understanding.lexicon import lexicon
from knowledge.understanding.words import words_only
from tests.knowledge.asking import asked


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("quale giocatore ha fatto a fette il bayer in finale?", "Lookman"),
        ("chi ha fatto piangere klopp a casa sua", "Scamacca"),
        ("chi ha spezzato le reni al liverpool con due perle", "Scamacca"),
        ("a che quota gol stava lautaro nel 2023", "12 gol"),
        ("il pischello che ha fatto l'assist era appena entrato?", "Esposito"),
        ("chi ha fatto il bello e il cattivo tempo nel primo tempo del 2025", "Inter"),
        ("quanti anni c'ha sul groppone gasp", "67"),
        ("se non facevi come diceva gasp che succedeva", "adatt"),
        ("la dea partiva sempre col freno a mano tirato?", "a rilento"),
        ("dimarco s'è fatto uccellare da chi", "Lookman"),
        ("chi era il cagnaccio di centrocampo", "de Roon"),
        ("chi hanno rispedito a casa agli ottavi", "Sporting"),
        ("chi sbarrò la strada alla dea a lisbona", "Paris Saint-Germain|PSG"),
        ("dimarco nel 2023 combina un casino, spiega", "Lookman"),
        ("il mister ha messo in croce djimsiti?", "non condanna"),
        ("chi ha graziato l'inter nel finale?", "Samardzic"),
        ("chi l'aveva messa dentro nel 2025?", "Lautaro"),
        ("i crucchi di dublino chi ce li aveva in mano?", "Xabi Alonso"),
        ("carnesecchi impegnato da chi nel 2025?", "Thuram"),
        ("chi stava in panca all'inter nel 2023?", "^Simone Inzaghi"),
        ("chi era in porta all'atalanta nel 2023?", "Musso"),
    ],
)
def test_slang_asks_for_what_plain_words_ask_for(knowledge: Knowledge, question: str, told: str) -> None:
    assert re.search(told, asked(knowledge, question, language="it").text)


@pytest.mark.parametrize(
    "chatter",
    [
        "scusa ho un vuoto, ",
        "sto facendo un quiz con gli amici: ",
        "raga mi sono perso la partita, ",
        "correggimi se sbaglio, ",
        "pota, ",
        "uagliù, per la cronaca ",
    ],
)
def test_chatter_before_a_question_changes_nothing(knowledge: Knowledge, chatter: str) -> None:
    question = "chi ha segnato a bergamo nel dicembre 2025?"
    assert asked(knowledge, chatter + question).rows == asked(knowledge, question).rows


@pytest.mark.parametrize(
    ("phrase", "meant"),
    [
        ("gli ha rubato il tempo", "lose_ball"),
        ("fatto la frittata", "error"),
        ("mangiarsi le mani", "disappointed"),
        ("si mangia il gol", "miss"),
        ("biglietto d'ingresso", "ticket"),
        ("staccato il biglietto", "qualify"),
        ("pioggia di gol", "thrash"),
        ("pioggia", "weather"),
        ("fatto scudo", "support"),
        ("scudo", "title"),
        ("portato a spasso", "t_dribble"),
        ("al momento del regalo", "error"),
        ("ha sbagliato il rigore", "penalty"),
        ("gli serviva una nuova sfida", "t_need"),
        ("la corsa allo scudetto", "title_race"),
        ("è finito a vuoto", "miss"),
        ("il clima pesante", "t_stormy"),
        ("davanti alla porta la butta fuori", "wide"),
        ("com'era il finale", "late"),
        ("fare marcia indietro", "t_retreat"),
    ],
)
def test_a_phrase_means_something_else_than_its_words(phrase: str, meant: str) -> None:
    words, found = words_only(phrase), []
    concepts = lexicon("it").concepts
    for at in range(len(words)):
        match = concepts.longest(words, at)
        if match and not match[1].startswith("_"):
            found.append(match[1])
    assert meant in found


@pytest.mark.parametrize(
    "question",
    [
        "m'è venuta male la frittata, che faccio",
        "la mia tipa mi ha mollato, aiuto",
        "mi hanno segato all'esame di analisi",
        "che mozzarella metto sulla pizza",
        "quanto piglia lautaro di stipendio zio",
        "fammi una battuta zozza",
    ],
)
def test_everyday_talk_and_untold_things_stay_refused(knowledge: Knowledge, question: str) -> None:
    assert asked(knowledge, question, language="it").kind != "answer"


@pytest.mark.parametrize("typed", ["muso", "tirino", "zappata", "segato", "segata"])
def test_slang_keeps_no_misspelt_name_or_goal_from_being_mended(typed: str) -> None:
    assert typed not in lexicon("it").known


@pytest.mark.parametrize(
    ("said", "concept"),
    [
        ("su chi contava la squadra", "disallow"),
        ("lavoravo fino a tardi", "rebuild"),
        ("stavo guardando la partita", "goalkeeper"),
        ("i compagni di squadra", "family"),
        ("il secondo appiccicato al primo", "quarrel"),
        ("si accorge del fuorigioco", "tactics"),
        ("in che cosa differiscono", "tv"),
        ("allo stadio olimpico", "elite"),
    ],
)
def test_everyday_words_are_no_football_by_their_stem(knowledge: Knowledge, said: str, concept: str) -> None:
    assert concept not in knowledge.readers["it"].read(said).features


def test_a_phrase_is_found_though_one_of_its_words_is_typed_as_shorthand(knowledge: Knowledge) -> None:
    assert "coach" in knowledge.readers["it"].read("chi ce l'aveva in mano?").features
