"""Lines that set two teams against each other ("Team A 2-1 Team B", "A-B 2-1", "A 2 B 1", "A v B")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from knowledge.drafting.records import Sentence

_CAP = r"[A-ZÀ-ÞŁŚŠŽČ0-9][\w’'./&]*"
_LINK = r"(?:di|de|del|della|dei|dell’|da|do|la|le|and|&|of|in|en|d’|el|sul|on|al)"
_NAME = rf"{_CAP}(?:[ \-]{_LINK})?(?: (?:{_CAP}|{_LINK} {_CAP})){{0,4}}"
_HOME, _AWAY = rf"(?P<home>{_NAME})", rf"(?P<away>{_NAME})"
_GOALS = r"(?P<a>\d{1,2})\s?[-–—‑:]\s?(?P<b>\d{1,2})"
_TOLD = r"(?P<a>\d{1,2})(?:\s?[-–—:‑]\s?| a )(?P<b>\d{1,2})"
_LEAD = r"(?:^|(?<=story of )|(?<=tale of )|[:|•,;]\s*|\s[-–—]\s|\bFT\b:?\s*|(?<=[.!?] ))"
_TAIL = r"(?=$|[\s,.:;(|!?–-])"
_BRACKET = r"(?:\s?\([^)\d]{1,25}\))?"
_SUBTITLE = (
    r"(?:[,:] ?(?:il |la |le )?(?:primo tempo|secondo tempo|cronaca|tabellino|partita|pagelle|sintesi|racconto)"
    r"(?: [a-zà-ù][^\d:]{0,60})?)?"
)

_PATTERNS = tuple(
    re.compile(p)
    for p in (
        rf"{_LEAD}{_HOME}{_BRACKET}\s+{_GOALS}\s*(?:\([^)]*\)\s*)?{_AWAY}{_TAIL}",
        rf"{_LEAD}{_HOME}\s?[-–—]\s?{_AWAY}(?:[:,]|\s[-–])?\s*(?:\(?){_TOLD}{_TAIL}",
        rf"{_LEAD}{_HOME}\s+(?P<a>\d{{1,2}})(?:\s?\([^)]*\))?\s*[,–|-]?\s+{_AWAY}\s+(?P<b>\d{{1,2}})(?!\d|’|'|[-–:.]\d|\s?(?:mins?|minutes?|yards|st|nd|rd|th)\b){_TAIL}",
        rf"{_LEAD}{_HOME}{_BRACKET}\s+(?:v|vs\.?|V|VS|Vs\.?|versus)\s+{_AWAY}{_TAIL}",
        rf"^{_HOME}\s?[-–—]\s?{_AWAY}{_SUBTITLE}\s*$",
        rf"\b(?:match|gara|sfida|partita|incontro|derby)(?: tra)? {_HOME}\s?[-–—]\s?{_AWAY}(?=[,.;:)])",
        rf"^{_HOME}[-–—]{_AWAY} (?:a senso|al cardiopalma|da |in |è |e |non |va |senza|con )",
        rf"(?:^|^[A-Z][a-z]+ \d+: ){_HOME} (?P<a>\d{{1,2}})\.(?P<b>\d{{1,2}}) {_AWAY}(?=$| \()",
        rf"{_LEAD}{_HOME}\s+(?P<a>\d{{1,2}})\s+(?:v|vs\.?|V|VS|Vs\.?)\s+(?P<b>\d{{1,2}})\s+{_AWAY}{_TAIL}",
    )
)


_NO_TEAM = frozenset(
    ("Sul", "Sull", "Sullo", "Dal", "Dallo", "Dopo", "Finisce", "Allo", "Con", "Lo", "Il", "Per")
)
"""Words before a score that are no team though they stand where the home side would ("Sullo 0-1 Rossi")."""
_LABEL = re.compile(
    r"(?:(?:tabellino|cronaca|risultato|finale|diretta|live|highlights|pagelle|video|previews?|updates|report|result|match|full|time|story"
    r"|recap|review|ratings|sintesi|racconto|storia)(?:\s+(?:of|from|di|da))?\s+)+",
    re.IGNORECASE,
)
"""Words before a fixture that are no part of the home team's name."""


_TIME_OF_DAY = re.compile(r"^0\d")
"""What stands behind the colon of a time of day and is no number of goals."""
_VERSUS = frozenset({"v", "vs"})
"""Words that stand between two teams and are none."""
_GOALS_ASIDE = re.compile(r" \d{1,2}$")
"""What a team's name ends with where the goals stand on either side of "vs": "Leeds 3 vs 2 Derby"."""
_NAME_LINE = re.compile(rf"{_NAME}\.?")
_SCORE_LINE = re.compile(r"\W{0,2}(\d{1,2})\s?[-–:]\s?(\d{1,2})\W{0,2}")


@dataclass(frozen=True, slots=True)
class Fixture:
    """Two names as written, set against each other; `goals` is None for "A v B". Places are in the text.

    `away_sentence` is where the second name stands if not in the same sentence; `ordered` is unset where the
    winner rather than the home team stands first, as in America ("Galaxy 3, Earthquakes 2").
    """

    home: str
    away: str
    goals: tuple[int, int] | None
    home_start: int
    away_start: int
    sentence: int
    strict: bool
    away_sentence: int | None = None
    ordered: bool = True


def find_fixtures(sentences: list[Sentence]) -> list[Fixture]:
    """Return the fixture lines of a text in order."""
    found: list[Fixture] = []
    for sentence in sentences:
        text = sentence.text
        if len(text) > 600 or not any(c.isdigit() or c in "vV-–—" for c in text):
            continue
        crowded = text.count(",") + text.count(";") > 5
        for rank, pattern in enumerate(_PATTERNS):
            if rank == 2 and crowded:
                continue
            for match in pattern.finditer(text):
                fixture = _read(match, sentence, rank)
                if fixture:
                    found = [f for f in found if not _runs_on(f, fixture)]
                if fixture and not any(
                    f.sentence == fixture.sentence and f.goals == fixture.goals for f in found
                ):
                    found.append(fixture)
    return found + _stacked(sentences) + _boards(sentences)


def _runs_on(earlier: Fixture, later: Fixture) -> bool:
    """Whether a fixture takes the guests of the one that begins before it for hosts ("A - B 1-2 (1-1) A (4-3-3)")."""
    return earlier.goals == later.goals and earlier.home_start == later.away_start


_ALONE = re.compile(
    rf"{_NAME}\s+(?P<goals>\d{{1,2}})\.?(?:\s?\([^)]{{1,160}}\)|\s[A-ZÀ-Þ][^()]{{1,30}}\([^)]*\d[^)]*\).{{0,200}})?"
)


_TOTAL_INSIDE = re.compile(r"[^\W\d_] \d{1,2} [^\W\d_]")
"""A figure within what would be one team's name: two teams and their goals in one line."""


HEAD, FOOT = 12, 12
"""Sentences at the top and at the end of a report among which its result may stand in two lines."""


def _stacked(sentences: list[Sentence]) -> list[Fixture]:
    """Return the fixtures whose teams and goals stand in two short lines; scorers in brackets may stand between."""
    found = []
    near = [*sentences[:HEAD], *sentences[max(HEAD, len(sentences) - FOOT) :]]
    for above, below in pairwise(s for s in near if not s.text.startswith("(")):
        first, second = _ALONE.fullmatch(above.text.strip()), _ALONE.fullmatch(below.text.strip())
        if first is None or second is None:
            continue
        home, away = (m.group()[: m.start("goals")].strip() for m in (first, second))
        goals = int(first["goals"]), int(second["goals"])
        if max(goals) <= 20 and not any(_TOTAL_INSIDE.search(name) for name in (home, away)):
            found.append(Fixture(home, away, goals, above.start, below.start, above.index, True, below.index))
    return found


def _boards(sentences: list[Sentence]) -> list[Fixture]:
    """Return score boards: a name, a score and a name on three lines."""
    found = []
    for first, middle, last in zip(sentences, sentences[1:], sentences[2:], strict=False):
        score = _SCORE_LINE.fullmatch(middle.text)
        if score and _NAME_LINE.fullmatch(first.text) and _NAME_LINE.fullmatch(last.text):
            goals = int(score.group(1)), int(score.group(2))
            found.append(
                Fixture(first.text, last.text, goals, first.start, last.start, first.index, True, last.index)
            )
    return found


def _read(match: re.Match[str], sentence: Sentence, rank: int) -> Fixture | None:
    groups = match.groupdict()
    home, away = groups["home"].strip(" .,'’/-"), groups["away"].strip(" .,'’/-")
    if (
        home in _NO_TEAM
        or away.lower() in _VERSUS
        or (groups.get("a") is None and _GOALS_ASIDE.search(home) and away[:1].isdigit())
    ):
        return None
    if not (any(c.isalpha() for c in home) and any(c.isalpha() for c in away)):
        return None
    label = _LABEL.match(groups["home"])
    skipped = label.end() if label else 0
    home = home[skipped:]
    goals = None
    if groups.get("a") is not None:
        goals = int(groups["a"]), int(groups["b"])
        if max(goals) > 25 or _TIME_OF_DAY.search(groups["b"]):
            return None
    strict = match.start() == 0 and len(sentence.text) < 120
    return Fixture(
        home,
        away,
        goals,
        sentence.start + match.start("home") + skipped,
        sentence.start + match.start("away"),
        sentence.index,
        strict and rank != 4,
        ordered=match.start() > 0
        or "," not in match.group()[match.end("home") - match.start() : match.start("away") - match.start()],
    )
