"""What one goal word tells: whose goals, for which side, when, how sure, and whether they were taken back."""

from __future__ import annotations

import re

from knowledge.drafting import subjects
from knowledge.drafting.anaphora import carried
from knowledge.drafting.cues import RULED, Cue, clause_of, confirmed, denial, is_past, is_quoted
from knowledge.drafting.goal_making import (
    ahead_after,
    in_other_match,
    make_goal,
    of_strangers,
    own_goal,
    own_words,
    scored_for,
    spoken_side,
    team_in,
)
from knowledge.drafting.goal_scene import Scene, taken_back
from knowledge.drafting.masking import Masked
from knowledge.drafting.pronouns import from_before
from knowledge.drafting.records import TAKEN_BACK, Goal, Mention, Minute
from knowledge.drafting.ruled_out import only_scorers
from knowledge.drafting.scorers import find_doers
from knowledge.drafting.second_reader import BY_HIM
from knowledge.drafting.signs import confidence, most_of, signs_of
from knowledge.drafting.subjects import Doer
from knowledge.drafting.tallies import note_bracket, note_tally, repeats
from knowledge.drafting.vocabulary import Vocabulary, pattern

_AGENT = re.compile(r"(?:,? [a-z\-]+){0,3} by (?:[a-z\-’]+ ){0,4}")
"""What stands between a goal's words and whoever did it: "headed home by defender"."""
NEVER = {"en": (RULED, "before"), "it": (RULED,)}
"""The denials that leave nothing of a goal."""
SERVED = 0.95
"""How sure a doer is who stands inside the words of his goal, as the one set up to score."""
SURE = 0.85
"""How sure a doer must be in Italian for what goes on behind a comma to be his as well."""
WEAK = 0.5
"""Under this a doer is a guess."""
SAID = ("verb", "verb_likely")
"""Rules of words whose subject may be whom the sentence before was about."""


def read_cue(row: Masked, cue: Cue, scene: Scene) -> None:
    """Add what one goal word tells."""
    vocab, told = scene.vocab, scene.told
    inside = [row.scores[int(m.key)] for a, _, m in row.of("s") if cue.start <= a < cue.end]
    if any(score.first + score.second == 0 for score in inside):
        return
    if scene.kicked and any(frozenset((s.first, s.second)) in scene.kicked for s in row.scores):
        return
    deflected = _OFF.search(row.text)
    if deflected and row.mark(deflected.group(1)).key in scene.unlucky:
        return
    if vocab.language == "it" and _of_first_leg(row.text, cue):
        return
    shots = ("verb_weak", "noun_shot")
    if is_quoted(row, cue) or (
        scene.own_elsewhere and cue.rule in shots and not _EITHER_SIDE.search(row.text, cue.end)
    ):
        return
    if scene.shootout and vocab.has("shootout_kick", row.text[slice(*clause_of(row.text, cue))]):
        return
    doers = only_scorers(row, cue, find_doers(row, cue, vocab), vocab)
    served = any(d.sure == SERVED for d in doers)
    if (
        scene.chain
        and not served
        and _CHAINED.fullmatch(row.text, scene.chain[0], cue.start)
        and _DOING.match(row.text, cue.start)
    ):
        doers = scene.chain[1]
    if scene.chain and vocab.language == "en" and not doers and _goes_on(row, scene.chain[0], cue.start):
        doers = scene.chain[1]
    doubtful = all(d.sure < WEAK for d in doers)
    if doubtful and scene.recent is not None and cue.rule in SAID and not _owned(row, cue):
        doers = from_before(row, cue, scene.recent, vocab) or doers
    doers = carried(row, cue, doers, scene.recent, vocab) or doers
    denied = taken_back(scene.lost, doers) or denial(row.text, cue, vocab) is not None
    quiet = denied or cue.rule == "team_goal" or scene.own_elsewhere or is_past(row.text, cue, vocab)
    own = None if quiet else own_goal(row, own_words(row.text, cue), vocab)
    side = team_in(row, cue, scene.pair)
    subject = subjects.before(row, cue.start, vocab)
    never = scene.officials | (
        scene.coaches if vocab.has("own_goal", row.text[cue.start : cue.end]) else set()
    )
    if vocab.language == "en":
        doers = [d for d in doers if row.text.count('"', 0, d.start) % 2 == 0]
    doers = [d for d in doers if d.person.key not in never and not _NO_MAN.search(d.person.text)]
    doers = [d for d in doers if d.person.key not in scene.aside] or doers
    doers = [
        d
        for d in doers
        if d.sure == SERVED or not (vocab.language == "en" and cue.start <= d.start < cue.end)
    ]
    passive = vocab.language == "it" and bool(doers) and all(d.start >= cue.end for d in doers)
    if (
        side is None
        and isinstance(subject, Mention)
        and cue.rule in ("verb", "team_goal")
        and not (passive and _of_a_noun(row, cue, subject, vocab))
    ):
        side = scene.pair.side(subject)
    strength = cue.strength * (0.9 if row.sentence.title or row.sentence.index < 2 else 1.0)
    if own is not None and own.key in scene.leaders | scene.coaches:
        return
    if own is not None:
        at = next((a for a, _, m in row.of("p") if m.key == own.key and a >= cue.end), None)
        beside = (
            scene.clock.at(row, cue.start, cue.end, at) if at is not None and vocab.language == "it" else None
        )
        minute = beside or scene.clock.at(row, cue.start, cue.end)
        goal = make_goal(own.key, minute, None, strength, row, cue, vocab)
        goal.kind = "own_goal"
        given = _GIVEN.match(row.text, cue.end) if vocab.language == "en" else None
        handed = side if _HANDS.match(row.text, cue.start) else None
        goal.team = scene.pair.side(row.mark(given.group(1))) if given else handed
        told.goals.append(goal)
    elif doers:
        _add_goals(row, cue, doers, side, strength, denied, scene)
        sure = vocab.language == "en" or all(d.sure > SURE for d in doers)
        scene.chain = (cue.end, doers) if len(doers) == 1 and sure and not denied else None
    elif (cue.rule in ("team_goal", "verb") or _timed_noun(row, cue, vocab)) and not (
        denied or is_past(row.text, cue, vocab)
    ):
        minute = scene.clock.at(row, cue.start, cue.end)
        told.nameless.append(make_goal("", minute, side, strength, row, cue, vocab))


def _goes_on(row: Masked, start: int, end: int) -> bool:
    """Whether whoever scored goes on: "headed in Smith's corner and then raced clear to double the lead"."""
    between = row.text[start:end]
    others = [m.end() for m in _SOMEBODY.finditer(between)]
    return bool(_AND_THEN.search(between)) and all(_DELIVERY.match(between, at) for at in others)


_SOMEBODY = re.compile(r"<p\d+>")
_AND_THEN = re.compile(
    r" and (?:then |later |soon |promptly |also )(?:[a-z]+ly )?[a-z]+(?:ed|t|de|ew|ot|an)\b"
)
_DELIVERY = re.compile(
    r"’s? (?:[a-z\-]+ ){0,2}"
    r"(?:corner|cross|free-kick|pass|through-ball|ball|delivery|cutback|centre|flick|lay-off|assist)\b"
)


def _of_first_leg(text: str, cue: Cue) -> bool:
    """Whether the clause of an Italian goal word tells of the first leg: "il 2-0 dell'andata firmato da"."""
    start = max((m.end() for m in _PARTS.finditer(text, 0, cue.start)), default=0)
    end = _PARTS.search(text, cue.end)
    clause = text[start : end.start() if end else len(text)]
    return bool(_FIRST_LEG.search(clause)) and "ritorno" not in clause


_PARTS = re.compile(r"[,;:.]")
_FIRST_LEG = re.compile(r"\b(?:dell|all|nell|d)’andata\b(?! d[ei]l)")


def _timed_noun(row: Masked, cue: Cue, vocab: Vocabulary) -> bool:
    """Whether a noun tells a goal of which the next sentence has more: "their opener came in the <m>"."""
    if vocab.language == "it":
        return len(row.minutes) == 1 and not row.of("p") and bool(_CAME.match(row.text, cue.end))
    return cue.rule == "noun" and bool(row.minutes)


def _of_a_noun(row: Masked, cue: Cue, team: Mention, vocab: Vocabulary) -> bool:
    """Whether a participle is that of a goal's noun behind a team: "batte la <t> con una rete realizzata da <p>"."""
    end = next((b for _, b, m in row.of("t") if m is team), cue.start)
    return bool(_DONE_BY.match(row.text, cue.end)) and vocab.has("noun", row.text[end : cue.start])


_DONE_BY = re.compile(r" (?:da|dal|dalla|dallo) ?(?:[a-zàèéìòù’]+ ){0,3}<p")
"""What stands between a goal's participle and its doer."""


def _owned(row: Masked, cue: Cue) -> bool:
    """Whether somebody's shot stands before a cue in its clause, so that "he" is not meant."""
    return bool(_SHOT_OF.search(row.text, 0, cue.start))


_CAME = re.compile(
    r"(?: [a-zàèéìòù]+| (?:del|della|dell’) ?<t\d+>)? (?:arriv|giung|matur|è arrivat|è giunt)\w*\b"
)
"""What stands behind a goal's noun whose scorer the next sentence names: "il raddoppio arriva al <m>"."""
_EITHER_SIDE = re.compile(r"\beither side of (?:an? )?")
"""What stands between two goals and the one that fell between them."""
_HELPED = re.compile(
    r"(?: (?:from|by|through) )(?:[^.;<]|<[pv]\d+>){0,60}\b(?:ensured|meant|earned|gave|handed|secured|sent|saw) "
    r"(?:that )?(?:the )?(<t\d+>)"
)
"""Whom goals helped that are told with their scorers: "goals from Smith and Jones ensured that Leeds won"."""
_NO_MAN = re.compile(r" (?:Derby|Cup|Trophy|League|Stadium|Championship|Playoffs?)$")
"""What ends a name that is a match's or a ground's and nobody's."""
_GIVEN = re.compile(
    r"[^<.;]{0,30}\b(?:to|and) (?:give|gave|gift|gifted|hand|handed|put) (?:the )?(<[tr]\d+>)"
)
"""Whom an own goal helps: "into his own net to give Leeds the lead"."""
_HANDS = re.compile(r"(?:to )?(?:giv|gave|gift|hand)\w* (?:the )?<[tr]")
_OFF = re.compile(r"\b(?:off|via) (?:[a-z]+ ){0,3}(<p\d+>)")
"""Whom a ball went in off: with an own goal of his told elsewhere, the shot is no goal of its own."""
_OWN_MINUTE = re.compile(r"(?:[^<;:.]|<[tcv]\d+>){0,90}(<m\d+>)")
"""A minute in the clause of whoever stands behind a colon: "l'Italia dilaga: <p>, ..., raddoppia <m>"."""
_CHAINED = re.compile(r"[^<;.]{0,60}, (?:and |thus |thereby |così |quindi )?| (?:and )?")
_DOING = re.compile(r"[a-z\-]+(?:ing|[ae]ndo)\b|into the (?:[a-z\-]+ )?(?:net|goal)\b")
"""What goes on telling one goal: "set up Smith for a finish, sealing the win"."""
_SHOT_OF = re.compile(r"<p\d+>’s? (?:[a-z\-]+ ){1,4}[^,;.<]{0,60}$")


def _add_goals(
    row: Masked,
    cue: Cue,
    doers: list[Doer],
    side: int | None,
    strength: float,
    denied: bool,
    scene: Scene,
) -> None:
    """Add the goals of the doers of one goal word."""
    vocab, told, clock = scene.vocab, scene.told, scene.clock
    hint = spoken_side(row, cue.start, scene.pair)
    if vocab.has("conceding", row.text[max(0, cue.start - 60) : cue.end]):
        side = None if side is None else 1 - side
        hint = None if hint is None else 1 - hint
    ahead = ahead_after(row, cue, scene.pair)
    each = clock.one_each(row, len(doers))
    named_for = scored_for(row, doers, scene.pair)
    helped = _HELPED.match(row.text, cue.end) if vocab.language == "en" and cue.rule == "noun" else None
    if helped and scene.pair.is_stranger(row.mark(helped.group(1))):
        return
    for i, doer in enumerate(doers):
        if in_other_match(row, doer.start, scene.pair):
            continue
        minute = each[i] if each else clock.at(row, cue.start, cue.end, doer.start)
        if minute is None and len(doers) == 1:
            minute = clock.at(row, cue.start, cue.end, doer=doer.start)
        if vocab.language == "it" and row.text.startswith(":", cue.end):
            own = _OWN_MINUTE.match(row.text, row.text.find(">", doer.start) + 1)
            minute = (clock.told(row, own.group(1)) if own else None) or minute
        note_bracket(row, doer, vocab, told.tallies)
        told_for = named_for[i] if named_for[i] is not None else side
        goal = make_goal(doer.person.key, minute, told_for, strength * doer.sure, row, cue, vocab)
        goal.hints = [h for h in (hint if hint is not None else told.hint, ahead) if h is not None]
        _judge(goal, row, cue, doer, minute, scene, denied)
        if minute is not None and not denied and not each:
            told.goals += repeats(goal, clock.joined(row, minute))
    if not denied and (len(doers) == 1 or cue.rule == "noun"):
        note_tally(row, cue, doers[0], vocab, told.tallies)


def _judge(
    goal: Goal, row: Masked, cue: Cue, doer: Doer, minute: Minute | None, scene: Scene, denied: bool
) -> None:
    """Give a goal its signs and confidence and put it among the told; a denied one is noted twice."""
    signs = set(signs_of(row, cue, doer, minute, goal.words, scene.vocab))
    if doer.person.key in scene.aside:
        signs.add("bystander")
    if doer.person.key in scene.leaders:
        signs.add("leader")
    if not confirmed(row, cue, scene.vocab):
        signs.add("unconfirmed")
    if of_strangers(row, doer.start, scene.pair):
        signs.add("strangers")
    if _AGENT.fullmatch(row.text, cue.end, doer.start):
        signs.add(BY_HIM)
    if doer.start == 0 and not row.text.startswith("<p"):
        signs.add("recent")
    goal.signs = frozenset(signs)
    goal.anew = scene.vocab.language == "it" and bool(pattern("anew").search(row.text, 0, doer.start))
    language = scene.vocab.language
    goal.confidence = min(confidence(goal.signs, language), most_of(goal.signs, language))
    if denied:
        if scene.lost is not None and taken_back(scene.lost, [doer]):
            goal.standing.add(TAKEN_BACK)
        scene.told.denied.append(goal)
        if cue.rule in ("noun_shot", "verb_weak") and scene.vocab.language == "en":
            return
    if (
        denied
        and language == "it"
        and pattern("missed_goal").search(row.text, max(0, cue.start - 45), cue.start)
    ):
        return
    if (
        not (denied and scene.lost is not None)
        and denial(row.text, cue, scene.vocab) not in NEVER[scene.vocab.language]
    ):
        scene.told.goals.append(goal)
