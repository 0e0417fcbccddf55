"""Goals told in running text: each with the person, minute and team that its clause tells."""

from __future__ import annotations

import re

from knowledge.drafting.anaphora import brought_on, speaks_on
from knowledge.drafting.asides import (
    bystanders,
    coaches,
    is_elsewhere,
    is_other_fixture,
    leaders,
    officials,
    unlucky,
)
from knowledge.drafting.clock import Clock
from knowledge.drafting.cue_goals import read_cue
from knowledge.drafting.cues import LAST_MET, find_cues
from knowledge.drafting.goal_making import for_strangers, spoken_side
from knowledge.drafting.goal_scene import SURE, Scene, Told, lost_next, salient, scorer_in
from knowledge.drafting.masking import Masked
from knowledge.drafting.pair import Pair
from knowledge.drafting.scorers import find_doers
from knowledge.drafting.second_reader import read_again
from knowledge.drafting.tallies import note_headline
from knowledge.drafting.told_behind import told_after, told_before, told_behind, told_in_list, told_perhaps
from knowledge.drafting.vocabulary import Vocabulary, pattern

_ENDS = tuple('.!?”»"’…)')
RATHER = 0.6
"""How sure an Italian goal must be for its scorer to be whom the next sentence is about."""
_THEY = re.compile(r"(?:(?:and|but|then|so|yet) )?they\b")
"""How a sentence opens that goes on about the team of the one before."""
AT_ONCE = 12
"""Letters within which a sentence comes to the shoot-out, so that the rest of its paragraph is of that, too."""


def find_goals(rows: list[Masked], pair: Pair, vocab: Vocabulary, skip: set[int], clock: Clock) -> Told:
    """Return the goals told in the sentences that are no list, speech or past matter."""
    told = Told()
    scene = Scene(pair, vocab, clock, told, bystanders(rows, vocab))
    scene.leaders = leaders(rows, vocab.language)
    scene.officials = officials(rows)
    scene.coaches = coaches(rows, vocab)
    scene.unlucky = unlucky(rows)
    scene.shootout = any(_shoot_out(row, vocab) for row in rows)
    scene.kicked = _kicked(rows, vocab) if scene.shootout else frozenset()
    for row in rows:
        row.aside = frozenset(scene.aside)
    elsewhere = headed = kicks = abroad = False
    away: int | None = None
    after: int | None = None
    subject: int | None = None
    ours: set[str] = set()
    for position, row in enumerate(rows):
        if row.sentence.index in skip or row.sentence.quoted:
            continue
        if vocab.language == "en" and LAST_MET.match(row.text):
            continue
        elsewhere = is_elsewhere(row, pair, elsewhere, vocab, ours)
        people = {m.key for m in row.marks if m.kind == "p"}
        told.named[row.sentence.index] = frozenset(people)
        carried = vocab.language == "it" and away == row.sentence.paragraph
        carried = carried and not row.of("t") and not row.sentence.title
        elsewhere = elsewhere or (carried and not ours & people)
        away = row.sentence.paragraph if elsewhere else None
        headed = is_other_fixture(row, pair) or (
            headed and all(pair.side(m) is None for _, _, m in row.of("t"))
        )
        if elsewhere or headed:
            continue
        ours |= people
        following = rows[position + 1] if position + 1 < len(rows) else None
        lost = following if following and lost_next(following.text[:140], vocab) else None
        lost = lost or (_annulled(rows[position + 1 :], row) if vocab.language == "it" else None)
        cues = find_cues(row, vocab)
        scene.chain = None
        shot_out = _shoot_out(row, vocab)
        kicks = kicks and after is not None and after == row.sentence.paragraph and not row.minutes
        if shot_out:
            kicks = vocab.language == "it" and shot_out.start() < AT_ONCE
        elif scene.shootout and _kicks_begin(row, people, vocab):
            kicks = True
        after = row.sentence.paragraph
        if kicks and not shot_out:
            continue
        if shot_out:
            cues = [c for c in cues if c.end <= shot_out.start()]
        teams = [m for _, _, m in row.of("tr")]
        if vocab.language == "en" and any(for_strangers(row, cue, pair) for cue in cues):
            scene.officials = scene.officials | {
                d.person.key for cue in cues for d in find_doers(row, cue, vocab)
            }
            abroad = True
            continue
        abroad = abroad and all(pair.is_stranger(m) for m in teams)
        if abroad and teams:
            continue
        for cue in cues:
            scene.lost = lost if cue is cues[-1] or (lost and not lost.of("p")) else None
            scene.own_elsewhere = any(
                vocab.has("own_goal", row.text[c.start : c.end]) for c in cues if c is not cue
            ) and not vocab.has("own_goal", row.text[cue.start : cue.end])
            read_cue(row, cue, scene)
        if vocab.language == "en":
            note_headline(row, told.tallies)
        read_again(row, cues, scene)
        if vocab.language == "it":
            told_before(row, following, scene)
            told_behind(row, scene)
            told_after(row, scene)
            told_in_list(row, scene)
            told_perhaps(row, scene)
        spoken = spoken_side(row, len(row.text), pair)
        sides = {pair.side(m) for m in row.marks if m.kind in "tr"} - {None}
        told.hint = spoken if len(sides) == 1 else None
        if vocab.language == "en":
            they = _THEY.match(row.text) and not sides
            told.hint = subject if they else told.hint
            subject = next((s for _, _, m in row.of("tr") if (s := pair.side(m)) is not None), subject)
        if row.text.rstrip()[-1:] in _ENDS:
            scorer = scorer_in(row, told, RATHER if vocab.language == "it" else SURE)
            if vocab.language == "it" and told.of_several(row.sentence.index, RATHER):
                scorer = None
            fouled = pattern("fouled").search(row.text) if vocab.language == "it" else None
            victim = row.mark(fouled.group(1)) if fouled else None
            on = brought_on(row)
            goes_on = scene.recent if speaks_on(row, vocab) else None
            scene.recent = (
                victim
                or scorer
                or on
                or goes_on
                or salient(row, scene)
                or (scene.recent if not row.of("p") else None)
            )
    return told


def _annulled(behind: list[Masked], row: Masked) -> Masked | None:
    """Return the sentence that takes a goal back some way behind it, in its paragraph: "Gol annullato"."""
    for later in behind[:LATER]:
        if later.sentence.paragraph != row.sentence.paragraph:
            return None
        if _ANNULLED.match(later.text):
            return later
    return None


LATER = 4
"""Sentences behind a goal within which it is taken back."""
_ANNULLED = re.compile(r"(?:il |la )?(?:gol|rete|tutto) (?:è |viene )?annullat[oa]\b")
"""How a sentence begins that takes back what was told before."""


def _shoot_out(row: Masked, vocab: Vocabulary) -> re.Match[str] | None:
    """Return where a sentence comes to a shoot-out that took place, none that only loomed."""
    found = vocab.rules["shootout"].search(row.text)
    return None if found and _LOOMED.match(row.text, found.end()) else found


_LOOMED = re.compile(
    r"(?:s|out)? (?:was |were |seemingly |then )?"
    r"(?:loom|beckon|on the (?:horizon|cards)|in (?:sight|prospect)|approaching)"
)
"""What stands behind a shoot-out that did not come to be: "with penalties looming"."""


def _kicks_begin(row: Masked, people: set[str], vocab: Vocabulary) -> bool:
    """Whether a sentence of a match that went to a shoot-out opens the tale of its kicks."""
    begun = pattern("kicks_begin").match(row.text) is not None
    return begun or (vocab.language == "it" and _takes_turns(row, people))


def _takes_turns(row: Masked, people: set[str]) -> bool:
    """Whether a sentence of a match that went to a shoot-out tells of several who take their kicks."""
    return len(people) >= TAKERS and not row.minutes and bool(_FROM_THE_SPOT.search(row.text))


TAKERS = 2
"""People whom a sentence on a shoot-out names at least."""
_FROM_THE_SPOT = re.compile(r"\b(?:dal dischetto|dagli (?:undici|11) metri|rigor[ei]|penalty|tiri)\b")


def _kicked(rows: list[Masked], vocab: Vocabulary) -> frozenset[frozenset[int]]:
    """Return the scores of shoot-outs: those told beside the word, too high for play."""
    found = set()
    for row in rows:
        for start, end, mark in row.of("s"):
            score = row.scores[int(mark.key)]
            if score.first + score.second >= KICKS and vocab.has(
                "shootout", row.text[max(0, start - BESIDE) : end + BESIDE]
            ):
                found.add(frozenset((score.first, score.second)))
    return frozenset(found)


KICKS, BESIDE = 5, 40
"""Kicks that go in from which a score beside the word is a shoot-out's, and the letters that are beside it."""
