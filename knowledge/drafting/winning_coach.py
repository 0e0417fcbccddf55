"""The coach of the side that won or lost, where a text names him without his team: "Rossi's side won"."""

from __future__ import annotations

import re
from itertools import pairwise

from knowledge.drafting.masking import Masked
from knowledge.drafting.records import MatchDraft
from knowledge.drafting.vocabulary import Vocabulary, compile_rule

_WON = re.compile(
    r"\b(?:won|wins?|beat|defeat(?:ed|ing)|victory|vinc\w+|vinto|vittoria|successo|batt(?:e|ono|uto)|espugna\w*)\b"
)
_LOST = re.compile(r"\b(?:lost|defeat(?! of)|beaten|sconfitt\w+|perd\w+|perso|ko)\b")


def add_coach_of_result(match: MatchDraft, rows: list[Masked], vocab: Vocabulary) -> None:
    """Give the winner or the loser the one coach who is named beside the result; scorers are none."""
    _by_title(match, rows)
    _spoken_of(match, rows)
    if match.score is None or match.score[0] == match.score[1]:
        return
    winner = int(match.score[1] > match.score[0])
    taken = {*match.coaches.values(), *(g.scorer for g in match.goals)}
    for side, words in ((winner, _WON), (1 - winner, _LOST)):
        men = {m for row in rows if words.search(row.text) for m in _men(row, vocab)} - taken
        if side not in match.coaches and len(men) == 1:
            match.coaches[side] = men.pop()
            taken.add(match.coaches[side])


_TITLED = re.compile(
    r"\b(?<!former )(?<!ex )(?:head coach|coach|manager|boss|tecnico|allenatore|mister|ct) (<p\d+>)"
)


def _by_title(match: MatchDraft, rows: list[Masked]) -> None:
    """Give a side the coach whose title stands in a sentence that names this side alone."""
    scorers = {g.scorer for g in match.goals}
    for row in rows:
        told = _TITLED.search(row.text)
        teams = {m.key for _, _, m in row.of("t")}
        if told and _ONCE.match(row.text, told.end()):
            continue
        if told is None or row.sentence.quoted or len(teams) != 1 or not teams <= set(match.teams):
            continue
        side, man = match.teams.index(teams.pop()), row.mark(told.group(1)).key
        if side not in match.coaches and man not in {*match.coaches.values(), *scorers}:
            match.coaches[side] = man


_ONCE = re.compile(r",? who (?:was|had|used to|once|previously|formerly|left|managed|coached)\b")
"""What tells where a coach was before: the team behind it is not his."""
_THE_COACH = re.compile(r"\bthe (?:\d+-year-old )?(<t\d+>) (?:head coach|manager|boss|coach)\b(?!,? <p)")
"""A coach who is not named, because the sentence before was about him."""


def _spoken_of(match: MatchDraft, rows: list[Masked]) -> None:
    """Give a side the coach whom one sentence names and the next calls "the Leeds coach"."""
    scorers = {g.scorer for g in match.goals}
    for before, row in pairwise(rows):
        told = _THE_COACH.search(row.text)
        team = row.mark(told.group(1)).key if told else None
        men = {m.key for _, _, m in before.of("p")}
        if team in match.teams and len(men) == 1 and not row.of("p"):
            side, man = match.teams.index(team), men.pop()
            if side not in match.coaches and man not in {*match.coaches.values(), *scorers}:
                match.coaches[side] = man


def _men(row: Masked, vocab: Vocabulary) -> list[str]:
    """Return the coaches of a sentence whose team is not told beside them."""
    found = []
    for rule in vocab.raw["doer"]["coach"]:
        for match in compile_rule(rule).finditer(row.text):
            groups = [g for g in match.groups() if g]
            if len(groups) == 1 and groups[0][1] == "p":
                found.append(row.mark(groups[0]).key)
    return found
