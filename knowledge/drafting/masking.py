"""A sentence in small letters whose names, minutes and scores are one mark each, for patterns to read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from knowledge.drafting.minutes import find_minutes
from knowledge.drafting.people import Cast
from knowledge.drafting.records import Mention, Minute, Score, Sentence
from knowledge.drafting.tenses import in_the_present
from knowledge.drafting.vocabulary import Vocabulary

_MARK = re.compile(r"<([a-z])(\d+)>")
_SCORE = re.compile(
    r"(?<![\d/.,:–-])(\d{1,2})\s?[-–—‑]\s?(\d{1,2})(?!\s?[-–—‑]\s?\d|\d|[./]\d|%|\s?(?:years|season|yards|minutes|mins|metri|anni))"
    r"|(?<![\d:.-])\b(\d) (?:a|to) (\d)\b(?!-\d)"
)
_PLAIN_SCORE = re.compile(r"(?<![\d’+,.:/-])\d[-–]\d(?![\d’-])(?! ?(?:min|m\b|giorni|anni|years|days|weeks))")
"""A score in small figures, which no minute begins or ends with ("1-0 al termine")."""
_WORDS = {
    "nil": 0,
    "zero": 0,
    "uno": 1,
    "una": 1,
    "due": 2,
    "tre": 3,
    "quattro": 4,
    "cinque": 5,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "sei": 6,
}
_SPOKEN = re.compile(
    r"\b(?!one-two\b|uno-due\b)("
    + "|".join(_WORDS)
    + r")(?:[- ](?:a|to)[- ]|-)("
    + "|".join(_WORDS)
    + r")\b(?!-)"
    r"|\b(one|two|three|four|five|six)[ -](nil)\b"
)
_COUNTED = re.compile(
    r"\b(\d|"
    + "|".join(_WORDS)
    + r")[ -](?:gol|goals?|reti|rete) (?:ad?|contro|to) (\d|"
    + "|".join(_WORDS)
    + r")\b"
)
"""A score told in goals: "3 gol a zero", "due reti a una", "three goals to two"."""
_SMALL = str.maketrans({"'": "’", "`": "’", "´": "’", "′": "’", "‘": "’", "‑": "-", "″": "’"})


@dataclass(slots=True)
class Masked:
    """A masked sentence: `text` for patterns, `marks` what each mark stands for, `aside` who hardly scores.

    `lands` are the nations named as the place of something ("in Svezia"), each with the words before it.
    """

    sentence: Sentence
    text: str
    marks: list[Mention]
    minutes: list[Minute] = field(default_factory=list)
    scores: list[Score] = field(default_factory=list)
    aside: frozenset[str] = frozenset()
    lands: tuple[tuple[str, str], ...] = ()

    def of(self, kind: str) -> list[tuple[int, int, Mention]]:
        """Return the marks of a kind (one or several letters) with their span in the masked text."""
        return [
            (m.start(), m.end(), self.marks[int(m.group(2))])
            for m in _MARK.finditer(self.text)
            if m.group(1) in kind
        ]

    def mark(self, match_text: str) -> Mention:
        """Return what a mark such as "<p3>" stands for."""
        return self.marks[int(re.sub(r"\D", "", match_text))]


def small(text: str) -> str:
    """Return a text in small letters with curly apostrophes, of the same length."""
    low = text.translate(_SMALL).lower()
    return low if len(low) == len(text) else "".join(c.lower()[:1] or c for c in text.translate(_SMALL))


def mask(sentence: Sentence, cast: Cast, vocab: Vocabulary, scores: list[Score]) -> Masked:
    """Return the masked sentence. New scores are added to `scores`, whose places are in the article."""
    low = small(sentence.text)
    names = [m for m in cast.mentions.get(sentence.index, []) if m.kind in "ptvco"]
    taken = [(m.start - sentence.start, m.end - sentence.start) for m in names]
    marks = list(names)
    own: list[Score] = []
    blank = low
    for a, b in taken:
        blank = blank[:a] + "¤" * (b - a) + blank[b:]
    minutes = find_minutes(_PLAIN_SCORE.sub(lambda m: "¤" * len(m.group()), blank), vocab.language)
    for i, minute in enumerate(minutes):
        marks.append(Mention("m", str(i), minute.start + sentence.start, minute.end + sentence.start, ""))
    spans = [(m.start, m.end) for m in minutes]
    for score in _scores(blank, sentence):
        if all(score.end - sentence.start <= a or score.start - sentence.start >= b for a, b in spans):
            marks.append(Mention("s", str(len(own)), score.start, score.end, ""))
            own.append(score)
    for side, rule in (("home", "home_word"), ("away", "away_word")):
        for match in vocab.rules[rule].finditer(blank):
            a, b = match.span()
            marks += [Mention("r", side, a + sentence.start, b + sentence.start, match.group())]
    scores.extend(own)
    marks = _apart(marks)
    leads = [
        (m.key, low[: m.start - sentence.start])
        for m in cast.mentions.get(sentence.index, [])
        if m.kind == "n"
    ]
    lands = tuple((key, lead) for key, lead in leads if lead.endswith("in "))
    text = _write(low, marks, sentence.start)
    text = in_the_present(text) if vocab.language == "it" else text
    return Masked(sentence, text, marks, minutes, own, lands=lands)


def _apart(marks: list[Mention]) -> list[Mention]:
    """Return the marks in order without those that overlap an earlier one."""
    chosen: list[Mention] = []
    for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
        if not chosen or mark.start >= chosen[-1].end:
            chosen.append(mark)
    return chosen


def _write(low: str, marks: list[Mention], offset: int) -> str:
    parts, at = [], 0
    for i, mark in enumerate(marks):
        raw = low[mark.start - offset : mark.end - offset]
        parts.append(low[at : mark.start - offset])
        lead = " " if mark.kind in "ms" and parts[-1][-1:] not in ("", " ", "(", "’", "-") else ""
        parts.append(f"{lead}<{mark.kind}{i}>" + (" " if raw.endswith(" ") else ""))
        at = mark.end - offset
    parts.append(low[at:])
    return "".join(parts)


def _scores(low: str, sentence: Sentence) -> list[Score]:
    found = []
    for match in (*_SCORE.finditer(low), *_SPOKEN.finditer(low), *_COUNTED.finditer(low)):
        figures = [g for g in match.groups() if g is not None]
        first, second = (_WORDS[g] if g in _WORDS else int(g) for g in figures[:2])
        if max(first, second) > 20 or (max(first, second) > 12 and min(first, second) > 5):
            continue
        found.append(Score(match.start() + sentence.start, match.end() + sentence.start, first, second))
    return sorted(found, key=lambda s: s.start)
