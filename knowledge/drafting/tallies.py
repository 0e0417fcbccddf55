"""How often one person scored by the words: doubles, trebles, several minutes told in one breath."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from knowledge.drafting.cues import Cue
from knowledge.drafting.masking import Masked
from knowledge.drafting.records import Goal, Minute
from knowledge.drafting.subjects import Doer
from knowledge.drafting.vocabulary import Vocabulary, pattern

SECOND = 24
"""Characters behind a goal's words within which it is told to be the scorer's second."""
_COUNTED = re.compile(
    r"(?<!back )(?<!front )\b(two|both|three|four|five|due|tre|quattro|entrambi i|entrambe le) (?:[a-z\-]+ )?$"
)
"""Words before "goals" that say how many one person scored."""
_COUNTS = {"three": 3, "tre": 3, "four": 4, "quattro": 4, "five": 5}
_SEVERAL = re.compile(
    r"<p\d+>[^.;<]{0,3}(?:<[mst]\d+>[^.;<]{0,3})*(?:and|e|ed|&|,) ?(?:(?:[a-zàèéìòù’]+|<t\d+>) ){0,4}<p"
)
"""Two scorers in one breath: "the two goals of <p> and <p>"."""
_ANOTHER = re.compile(
    r"<p\d+>,? and (?:the |an? )?(?:[a-z]+ ){1,3}(?:striker|forward|winger|midfielder|defender|captain|substitute)"
)
"""Another scorer without a name: "two goals from Smith and the Uruguayan striker"."""
_APART = re.compile(r"[,;()]")


def repeats(goal: Goal, minutes: list[Minute]) -> list[Goal]:
    """Return a goal for each further minute that is told with one."""
    return [replace(goal, minute=m.minute, added=m.added, half=m.half, hints=[*goal.hints]) for m in minutes]


def note_bracket(row: Masked, doer: Doer, vocab: Vocabulary, tallies: Counter[str]) -> None:
    """Note how often somebody scored where brackets behind the name say so ("<p> (doppietta), <p> e <p>")."""
    told = _IN_BRACKETS.match(row.text, row.text.find(">", doer.start) + 1)
    if told:
        times = 3 if vocab.has("treble", told.group(1)) or told.group(1) in ("3", "x3") else 2
        tallies[doer.person.key] = max(tallies[doer.person.key], times)


_IN_BRACKETS = re.compile(
    r" ?\((?:[a-zàèéìòù,]+ ){0,3}(doppietta|tripletta|due gol|tre gol|due|tre|two|three|x?2|x?3|brace|hat-trick)\)"
)


def note_tally(row: Masked, cue: Cue, doer: Doer, vocab: Vocabulary, tallies: Counter[str]) -> None:
    """Note that somebody scored two or three where the words say so."""
    near = _APART.split(row.text[max(0, cue.start - 25) : cue.start])[-1]
    near += row.text[cue.start : cue.end] + _APART.split(row.text[cue.end : cue.end + 12])[0]
    who, times = doer.person.key, 1
    second = pattern("second_goal").search(row.text, max(0, cue.start - 8))
    of_next = second and vocab.language == "en" and "<p" in row.text[cue.end : second.start()]
    if second and second.start() < cue.end + SECOND and not of_next:
        times = 2
    counted = _COUNTED.search(row.text[max(0, cue.start - 25) : cue.start])
    if counted and not _SEVERAL.match(row.text, doer.start) and not _ANOTHER.match(row.text, doer.start):
        times = _COUNTS.get(counted.group(1), 2)
    if vocab.has("treble", near) or vocab.has("treble", row.text[cue.start : cue.end]):
        times = max(times, 3)
    elif vocab.has("double", row.text[cue.start : cue.end + 8]) and not pattern("doubling").search(near):
        times = max(times, 2)
    if times > 1:
        tallies[who] = max(tallies[who], times)


_WITH_SEVERAL = re.compile(
    r"(<p\d+>) (?:[a-z’\-]+ |<[tcvro]\d+>(?:’s?)? ){1,9}with (?:a |an |his |her )?(?:[a-z\-]+ |[0-9]+-minute ){0,2}"
    r"(hat-?trick|treble|brace)\b"
)
"""Who scored several, told in a headline: "Smith sends Leeds top with hat-trick"."""


def note_headline(row: Masked, tallies: Counter[str]) -> None:
    """Note how often somebody scored where an English lead says it behind "with"."""
    for match in _WITH_SEVERAL.finditer(row.text) if row.sentence.index < LEAD else ():
        who = row.mark(match.group(1)).key
        tallies[who] = max(tallies[who], 2 if match.group(2) == "brace" else 3)


LEAD = 4
"""Sentences at the top that sum a match up."""
