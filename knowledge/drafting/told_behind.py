"""A goal announced before a colon and told behind it in no known words: "avanti al 15': <p> crossa, <p> anticipa"."""

from __future__ import annotations

import re

from knowledge.drafting import subjects
from knowledge.drafting.cues import Cue, is_past
from knowledge.drafting.goal_making import make_goal, spoken_side
from knowledge.drafting.goal_scene import Scene
from knowledge.drafting.masking import Masked
from knowledge.drafting.noun_doers import shooter_before
from knowledge.drafting.ruled_out import had_another_part, who_was_served
from knowledge.drafting.second_reader import ALONE_SIGN
from knowledge.drafting.subjects import Doer

LIKELY = 0.5
"""How sure it is that whoever is the last subject behind the colon scored."""
SHOUTED = 0.75
"""How sure it is that a shot went in behind which stands "Gol!"."""
TOLD = 0.4
"""Confidence from which a sentence tells its goal in other words."""
_ANNOUNCED = re.compile(
    r"^(?:[^:;]|<[mtrs]\d+>){0,70}\b(?<!sfiora il )(?<!vicino al )(?<!cerca il )(?:avanti|vantaggio"
    r"|pareggi(?:o|a|ano)|pari|raddoppi(?:o|a|ano)"
    r"|tris|poker|sorpasso|gol|rete|accorcia(?:no)?|passa(?:no)?|colpisc(?:e|ono)|sblocca(?:no)?|punisc(?:e|ono))\b"
    r"(?:[^:;.]|<[mtrs]\d+>){0,40}: "
)
_AWARDED = re.compile(
    r"\b(?:conced|assegn|fischi|decret|indic|guadagn|conquist)\w*[^.;<]{0,25}\b(?:rigore|penalty|dischetto)\b"
)
"""A penalty that is awarded, which somebody else may take."""
_NO_GOAL = re.compile(
    r"\b(?:(?<!primo )(?<!secondo )palo(?! (?:lontano|lungo|opposto|più))"
    r"|palla d(?:el|ell’) ?(?:<s\d+>|pari|pareggio|raddoppio|vantaggio|possibile)|ci mette una pezza|miracol\w+"
    r"|traversa|legno|para(?:ta)?|respin\w+|salva\w*|fuori|alto|a lato|annulla\w*|fuorigioco"
    r"|sbaglia\w*|spreca\w*"
    r"|sfior\w+|vicin[oaie]|manca\w*|nega\w*|blocca\w*|rischi\w*|prova\w*|cerca\w*|tent\w+)\b"
)


_SHOUT = re.compile(r"\W*(?:(?:e|è|ed è) )?(?:go+l|rete|eurogol)(?:\W+(?:go+l|rete))*\W*")
"""A sentence that is no more than the shout of a goal: what the one before tells went in."""


def told_before(row: Masked, following: Masked | None, scene: Scene) -> None:
    """Add the goal of a sentence behind which stands no more than "Gol!"."""
    if following is None or not _SHOUT.fullmatch(following.text) or _NO_GOAL.search(row.text):
        return
    if any(g.sentence == row.sentence.index and g.confidence >= TOLD for g in scene.told.goals):
        return
    shots = [
        match for rule in ("noun_shot", "verb_weak") for match in scene.vocab.rules[rule].finditer(row.text)
    ]
    last = max(shots, key=lambda match: match.start(), default=None)
    subject = subjects.before(row, last.start(), scene.vocab, people_only=True) if last else None
    if last is None or not isinstance(subject, Doer) or subject.sure < LIKELY:
        return
    cue = Cue(last.start(), last.end(), "noun", LIKELY)
    minute = scene.clock.at(row, cue.start, cue.end)
    goal = make_goal(subject.person.key, minute, None, SHOUTED, row, cue, scene.vocab)
    goal.standing.add(ALONE_SIGN)
    scene.told.goals.append(goal)


def told_after(row: Masked, scene: Scene) -> None:
    """Add whose shot a sentence tells that explains the goal of a team told just before it."""
    told, index = scene.told, row.sentence.index
    marker = next((m for m in told.nameless if m.sentence == index - 1 and m.minute is not None), None)
    if marker is None or row.minutes or _NO_GOAL.search(row.text) or _AWARDED.search(row.text):
        return
    if any(g.sentence >= index - 1 and g.confidence >= TOLD for g in told.goals):
        return
    shooter = shooter_before(row, len(row.text), scene.vocab)
    if shooter is None or shooter.person.key in scene.leaders | scene.officials:
        return
    if not any(scene.vocab.has(rule, row.text) for rule in ("noun_shot", "verb_weak")):
        return
    cue = Cue(shooter.start, shooter.start, "noun", LIKELY)
    goal = make_goal(shooter.person.key, None, marker.team, LIKELY, row, cue, scene.vocab)
    goal.standing.add(ALONE_SIGN)
    told.goals.append(goal)


def told_in_list(row: Masked, scene: Scene) -> None:
    """Add the goals that a sentence lists with their minutes: "ne fanno quattro: <p> <m>, <p> <m> e <m>"."""
    found = _LIST.search(row.text)
    if found is None or not _OF_A_GOAL.search(row.text, 0, found.start(1)) or _NO_GOAL.search(row.text):
        return
    told = scene.told
    for item in _ITEM.finditer(row.text, found.start(1), found.end(1)):
        scorer = row.mark(item.group(1)).key
        for mark in _MINUTE.findall(item.group()):
            minute = scene.clock.told(row, mark)
            known = any(
                g.sentence == row.sentence.index
                and minute
                and g.minute == minute.minute
                and g.confidence >= TOLD
                for g in told.goals
            )
            if minute is None or known:
                continue
            cue = Cue(item.start(), item.end(), "noun", SHOUTED)
            goal = make_goal(scorer, minute, None, SHOUTED, row, cue, scene.vocab)
            goal.standing.add(ALONE_SIGN)
            told.goals.append(goal)


_LIST = re.compile(r": [^.;:]{0,60}?((?:<p\d+> \(?<m\d+>\)?(?: e <m\d+>)?(?:, | e |\W*$)){2,})")
"""Scorers with their minutes behind a colon."""
_ITEM = re.compile(r"(<p\d+>) \(?<m\d+>\)?(?: e <m\d+>)?")
_MINUTE = re.compile(r"<m\d+>")


def told_perhaps(row: Masked, scene: Scene) -> None:
    """Add who acted last in a sentence with a minute that tells of a goal or a shot in no known words."""
    told, vocab = scene.told, scene.vocab
    if not row.minutes or scene.lost is not None or _NO_GOAL.search(row.text) or _AWARDED.search(row.text):
        return
    if any(g.sentence == row.sentence.index and g.confidence >= UNTOLD for g in told.goals):
        return
    if not (row.scores or _OF_A_GOAL.search(row.text) or vocab.has("noun_shot", row.text)):
        return
    shooter = shooter_before(row, len(row.text), vocab)
    if shooter is None or shooter.person.key in scene.leaders | scene.officials | scene.coaches:
        return
    cue = Cue(shooter.start, shooter.start, "noun", PERHAPS)
    minute = scene.clock.at(row, cue.start, cue.end)
    goal = make_goal(shooter.person.key, minute, None, PERHAPS, row, cue, vocab)
    goal.standing.add(ALONE_SIGN)
    told.goals.append(goal)


PERHAPS, UNTOLD = 0.12, 0.05
"""How sure such a goal is, which only a told score may want, and how sure another must be to be told instead."""
_OF_A_GOAL = re.compile(
    r"\b(?:gol|rete|reti|autorete|autogol|a segno|segn\w+|ne f(?:a|anno)"
    r"|vantaggio|pareggi\w+|pari|raddoppi\w+|avanti|tris|poker|sorpass\w+|ribalt\w+|svantaggio|punteggio|risultato)\b"
)
"""What tells that a sentence is of a goal."""


def told_behind(row: Masked, scene: Scene) -> None:
    """Add the goal of a sentence that announces one at a minute and tells it behind a colon."""
    announced = _ANNOUNCED.match(row.text)
    if announced is None or not row.minutes or _NO_GOAL.search(row.text) or row.sentence.title:
        return
    if any(g.sentence == row.sentence.index and g.confidence >= TOLD for g in scene.told.goals):
        return
    if _AWARDED.search(row.text, announced.end()):
        return
    subject = subjects.before(row, len(row.text), scene.vocab, floor=announced.end(), people_only=True)
    cue = Cue(announced.start(), announced.end(), "noun", LIKELY)
    if not isinstance(subject, Doer) or subject.person.key in scene.leaders | scene.officials:
        return
    if had_another_part(row, subject.start, row.text.find(">", subject.start) + 1, scene.vocab):
        return
    subject = who_was_served(row, subject, scene.vocab)
    if subject.sure < LIKELY or is_past(row.text, cue, scene.vocab):
        return
    minute = scene.clock.at(row, cue.start, cue.end, subject.start) or scene.clock.at(row, cue.start, cue.end)
    goal = make_goal(subject.person.key, minute, None, LIKELY, row, cue, scene.vocab)
    hint = spoken_side(row, announced.end(), scene.pair)
    goal.hints = [h for h in (scene.told.hint if hint is None else hint,) if h is not None]
    goal.standing.add(ALONE_SIGN)
    scene.told.goals.append(goal)
