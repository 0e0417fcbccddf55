"""Goals told in running text: each with the person, minute and team that its clause tells."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from knowledge.drafting import subjects
from knowledge.drafting.clock import Clock
from knowledge.drafting.cues import RULED, Cue, denial, find_cues, is_past, is_quoted
from knowledge.drafting.goal_making import (
    ahead_after,
    make_goal,
    of_strangers,
    own_goal,
    own_words,
    spoken_side,
    team_in,
)
from knowledge.drafting.masking import Masked
from knowledge.drafting.matches import Pair
from knowledge.drafting.records import Goal, Mention, Minute
from knowledge.drafting.scorers import find_doers, from_before
from knowledge.drafting.signs import confidence, most_of, signs_of
from knowledge.drafting.subjects import Doer
from knowledge.drafting.tallies import note_tally, repeats
from knowledge.drafting.vocabulary import Vocabulary, compile_rule, pattern

_ENDS = tuple('.!?”»"’…)')
SURE = 0.75
"""From here on a scorer is who the next sentence is about."""
WEAK = 0.5
"""Under this a doer is a guess."""


@dataclass(slots=True)
class Told:
    """What the running text says of goals: candidates in order, tallies of doubles, goals without a name."""

    goals: list[Goal] = field(default_factory=list)
    tallies: Counter[str] = field(default_factory=Counter)
    nameless: list[Goal] = field(default_factory=list)
    denied: list[Goal] = field(default_factory=list)
    hint: int | None = None


def bystanders(rows: list[Masked], vocab: Vocabulary) -> set[str]:
    """Return the people that the text calls referee, goalkeeper or coach: they hardly score."""
    rules = [compile_rule(p) for p in (*vocab.raw["rules"]["bystander"], *vocab.raw["doer"]["coach"])]
    marks = [(row, g) for row in rows for rule in rules for m in rule.finditer(row.text) for g in m.groups()]
    return {row.mark(mark).key for row, mark in marks if mark and mark.startswith("<p")}


@dataclass(slots=True)
class _Scene:
    """What the goals of one sentence are read against."""

    pair: Pair
    vocab: Vocabulary
    clock: Clock
    told: Told
    aside: set[str] = field(default_factory=set)
    recent: Mention | None = None
    lost: Masked | None = None
    own_elsewhere: bool = False


def find_goals(rows: list[Masked], pair: Pair, vocab: Vocabulary, skip: set[int], clock: Clock) -> Told:
    """Return the goals told in the sentences that are no list, speech or past matter."""
    told = Told()
    scene = _Scene(pair, vocab, clock, told, bystanders(rows, vocab))
    for row in rows:
        row.aside = frozenset(scene.aside)
    elsewhere = False
    for position, row in enumerate(rows):
        if row.sentence.index in skip or row.sentence.quoted:
            continue
        elsewhere = _elsewhere(row, pair, elsewhere, vocab)
        if elsewhere:
            continue
        following = rows[position + 1] if position + 1 < len(rows) else None
        lost = following if following and vocab.has("denied_next", following.text[:140]) else None
        cues = find_cues(row, vocab)
        shot_out = vocab.rules["shootout"].search(row.text)
        if shot_out:
            cues = [c for c in cues if c.end <= shot_out.start()]
        for cue in cues:
            scene.lost = lost if cue is cues[-1] or (lost and not lost.of("p")) else None
            scene.own_elsewhere = any(
                vocab.has("own_goal", row.text[c.start : c.end]) for c in cues if c is not cue
            ) and not vocab.has("own_goal", row.text[cue.start : cue.end])
            _read_cue(row, cue, scene)
        spoken = spoken_side(row, len(row.text), pair)
        sides = {pair.side(m) for m in row.marks if m.kind in "tr"} - {None}
        told.hint = spoken if len(sides) == 1 else None
        if row.text.rstrip()[-1:] in _ENDS:
            scorer = _scorer_in(row, told)
            scene.recent = scorer or _salient(row, scene) or (scene.recent if not row.of("p") else None)
    return told


def _scorer_in(row: Masked, told: Told) -> Mention | None:
    """Return who surely scored in a sentence: "he" in the next one is rather him than who crossed."""
    goals = [g for g in told.goals if g.sentence == row.sentence.index and g.confidence > SURE]
    best = max(goals, key=lambda g: g.confidence, default=None)
    return next((m for _, _, m in row.of("p") if best and m.key == best.scorer), None)


def _salient(row: Masked, scene: _Scene) -> Mention | None:
    """Return the person whom "he" in the next sentence would mean."""
    received = pattern("receiver").search(row.text)
    vocab = scene.vocab
    if received and vocab.has("passes", row.text):
        return row.mark(received.group(1))
    subject = subjects.before(row, len(row.text), vocab)
    if isinstance(subject, Doer):
        return subject.person
    people = [m for _, _, m in row.of("p")]
    return next((m for m in reversed(people) if m.key not in scene.aside), people[-1] if people else None)


def _elsewhere(row: Masked, pair: Pair, before: bool, vocab: Vocabulary) -> bool:
    """Whether a sentence is about another match: it names others and not ours, or follows one that did."""
    teams = [m for m in row.marks if m.kind == "t"]
    if vocab.has("other_game", row.text) and not row.sentence.title:
        return True
    if any(pair.side(m) is not None for m in teams):
        return before and any(pair.side(m) is None and "|" not in m.key for m in teams)
    others = [m for a, b, m in row.of("t") if "|" not in m.key and not _whose_player(row.text, a, b)]
    if others:
        told = (
            bool(row.scores)
            or vocab.has("win", row.text)
            or vocab.has("verb", row.text)
            or vocab.has("team_goal", row.text)
        )
        return not row.minutes and (before or (told and not any(m.kind == "r" for m in row.marks)))
    return before


def _whose_player(text: str, start: int, end: int) -> bool:
    """Whether a club only says whose player somebody is."""
    return bool(
        pattern("of_player").match(text[end : end + 40])
        or pattern("player_of").search(text[max(0, start - 30) : start])
    )


def _read_cue(row: Masked, cue: Cue, scene: _Scene) -> None:
    """Add what one goal word tells."""
    vocab, told = scene.vocab, scene.told
    if any(not row.scores[int(m.key)].first + row.scores[int(m.key)].second for m in _scores_in(row, cue)):
        return
    if is_quoted(row, cue) or (scene.own_elsewhere and cue.rule in ("verb_weak", "noun_shot")):
        return
    doers = find_doers(row, cue, vocab)
    doubtful = all(d.sure < WEAK for d in doers)
    if doubtful and scene.recent is not None and cue.rule in ("verb", "verb_likely"):
        doers = from_before(row, cue, scene.recent, vocab) or doers
    denied = _taken_back(scene.lost, doers) or denial(row.text, cue, vocab) is not None
    quiet = denied or cue.rule == "team_goal" or scene.own_elsewhere or is_past(row.text, cue, vocab)
    own = None if quiet else own_goal(row, own_words(row.text, cue), vocab)
    side = team_in(row, cue, scene.pair)
    subject = subjects.before(row, cue.start, vocab)
    doers = [d for d in doers if d.person.key not in scene.aside] or doers
    doers = [d for d in doers if not (vocab.language == "en" and cue.start <= d.start < cue.end)]
    if side is None and isinstance(subject, Mention) and cue.rule in ("verb", "team_goal"):
        side = scene.pair.side(subject)
    strength = cue.strength * (0.9 if row.sentence.title or row.sentence.index < 2 else 1.0)
    if own is not None:
        goal = make_goal(own.key, scene.clock.at(row, cue.start, cue.end), None, strength, row, cue, vocab)
        goal.kind = "own_goal"
        told.goals.append(goal)
    elif doers:
        _add_goals(row, cue, doers, side, strength, denied, scene)
    elif cue.rule in ("team_goal", "verb") and not denied and not is_past(row.text, cue, vocab):
        minute = scene.clock.at(row, cue.start, cue.end)
        told.nameless.append(make_goal("", minute, side, strength, row, cue, vocab))


def _scores_in(row: Masked, cue: Cue) -> list[Mention]:
    """Return the scores inside a goal's words."""
    return [m for a, _, m in row.of("s") if cue.start <= a < cue.end]


def _add_goals(
    row: Masked,
    cue: Cue,
    doers: list[Doer],
    side: int | None,
    strength: float,
    denied: bool,
    scene: _Scene,
) -> None:
    """Add the goals of the doers of one goal word."""
    vocab, told, clock = scene.vocab, scene.told, scene.clock
    hint = spoken_side(row, cue.start, scene.pair)
    if vocab.has("conceding", row.text[max(0, cue.start - 60) : cue.end]):
        side = None if side is None else 1 - side
        hint = None if hint is None else 1 - hint
    ahead = ahead_after(row, cue, scene.pair)
    each = clock.one_each(row, len(doers))
    for i, doer in enumerate(doers):
        minute = each[i] if each else clock.at(row, cue.start, cue.end, doer.start)
        if minute is None and len(doers) == 1:
            minute = clock.at(row, cue.start, cue.end)
        goal = make_goal(doer.person.key, minute, side, strength * doer.sure, row, cue, vocab)
        goal.hints = [h for h in (hint if hint is not None else told.hint, ahead) if h is not None]
        _judge(goal, row, cue, doer, minute, scene, denied)
        if len(doers) == 1 and minute is not None and not denied:
            told.goals += repeats(goal, clock.joined(row, minute))
    if not denied and (len(doers) == 1 or cue.rule == "noun"):
        note_tally(row, cue, doers[0], vocab, told.tallies)


def _judge(
    goal: Goal, row: Masked, cue: Cue, doer: Doer, minute: Minute | None, scene: _Scene, denied: bool
) -> None:
    """Give a goal its signs and confidence and put it among the told; a denied one is noted twice."""
    signs = set(signs_of(row, cue, doer, minute, goal.words, scene.vocab))
    if doer.person.key in scene.aside:
        signs.add("bystander")
    if not _confirmed(row, cue, scene.vocab):
        signs.add("unconfirmed")
    if of_strangers(row, doer.start, scene.pair):
        signs.add("strangers")
    if doer.start == 0 and not row.text.startswith("<p"):
        signs.add("recent")
    goal.signs = frozenset(signs)
    language = scene.vocab.language
    goal.confidence = min(confidence(goal.signs, language), most_of(goal.signs, language))
    if denied:
        scene.told.denied.append(goal)
    if not (denied and scene.lost is not None) and denial(row.text, cue, scene.vocab) != RULED:
        scene.told.goals.append(goal)


def _confirmed(row: Masked, cue: Cue, vocab: Vocabulary) -> bool:
    """Whether the words round a shot's noun say that it went in; other goal words need no proof."""
    if cue.rule != "noun_shot" and not pattern("needs_proof").match(row.text[cue.start : cue.end]):
        return True
    if pattern("rebound").search(row.text[: cue.start]) or vocab.has(
        "no_shot", row.text[max(0, cue.start - 60) : cue.start]
    ):
        return False
    after = _SAME_CLAUSE.match(row.text, cue.end)
    return vocab.has("confirms", after.group() if after else "")


_SAME_CLAUSE = re.compile(r"(?:(?! (?:before|after|when|prima|dopo|quando) )[^.;:,]|, (?:which|che) ){0,80}")


def _taken_back(lost: Masked | None, doers: list[Doer]) -> bool:
    """Whether the next sentence rules the goal out: it names nobody or its scorer."""
    if lost is None:
        return False
    named = {m.key for _, _, m in lost.of("p")}
    return not named or any(d.person.key in named for d in doers)
