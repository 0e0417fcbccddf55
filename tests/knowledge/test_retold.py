"""A follow-up is not told the near row again, nor another one, where that does not tell what is asked now."""

from __future__ import annotations

import pytest

from knowledge import Knowledge

from .asking import asked


@pytest.mark.parametrize(
    ("turns", "near"),
    [
        (("how many seats does the gewiss have?", "when was it finished?"), "23,500"),
        (("how many people live in Bergamo?", "and in Rome?"), "Roma"),
        (("Ruggeri had a chance in the 2023 game?", "did he play the 90?"), "volley"),
        (("how many coppa italia finals did gasp reach?", "which years?"), "took Atalanta to two"),
        (("who could have made it 3-1 in november 2023?", "who'd passed it to him?"), "Scamacca"),
        (("a chi ha fatto sette gol l'Atalanta di Gasperini?", "e chi li ha segnati?"), "Torino"),
        (("chi era il ds della dea?", "quanti giocatori ha comprato?"), "Sartori"),
        (("Thuram ha tirato forte su Carnesecchi?", "in che minuto?"), "65"),
        (("contro chi ha sbagliato il rigore Lookman?", "com'è finita quella partita?"), "2-1"),
        (("Calhanoglu ha segnato il rigore nel 2023?", "destra o sinistra?"), "ginocchio"),
    ],
)
def test_what_is_near_but_does_not_tell_it_is_not_told(
    knowledge: Knowledge, turns: tuple[str, ...], near: str
) -> None:
    answer = asked(knowledge, *turns)
    assert answer.kind != "answer" or "don’t say" in answer.text
    assert near not in answer.text


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("who missed late for atalanta in december 2025?", "when was that?"), "87th"),
        (("who did gasp fall out with in 2020?", "when?"), "2020"),
        (("how long was Gasperini at Atalanta?", "where's he going", "for how long?"), "three years"),
        (("which years were atalanta third?", "who coached them?"), "Gasperini"),
        (("who coached Inter in december 2025?", "and in 2023?", "and atalanta that time?"), "Gasperini"),
        (("by how many points did inter lead in november 2023?", "over?"), "Juventus"),
        (("chi ha segnato per la dea nel 2023 contro l'inter?", "e per gli altri?"), "Calhanoglu"),
        (("chi parava per l'Atalanta a dicembre 2025?", "e quelli di Chivu?"), "Sommer"),
        (("chi ha segnato nel dicembre 2025?", "aveva segnato anche nel 2023?"), "Lautaro"),
        (("chi ha vinto la finale di dublino?", "contro?"), "Leverkusen"),
    ],
)
def test_what_tells_it_is_told(knowledge: Knowledge, turns: tuple[str, ...], told: str) -> None:
    answer = asked(knowledge, *turns)
    assert (answer.kind, told in answer.text) == ("answer", True)
