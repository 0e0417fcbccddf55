"""Whom and which match an article is about, and the facts that a pattern tells by itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from knowledge.drafting.article import Reading
from knowledge.drafting.fact_words import number
from knowledge.drafting.masking import Masked
from knowledge.drafting.typed_fact import TypedFact

ALONE = 2.0
"""How many times as often as anybody else somebody must be named to be whom an article is about."""
BACK = 90
"""Characters before a contract or a fee within which its person stands."""
_NEWS = re.compile(
    r"(?i)\b(?:sack(?:s|ed)?|part(?:ed)? company|appoint(?:s|ed)?|resign(?:s|ed)?|steps? down"
    r"|new (?:manager|head coach)|esoner\w+|dimission\w+|si dimette|nuovo (?:allenatore|tecnico|mister)"
    r"|rinnova|prolunga)\b"
)
"""What a title holds of an article on a post or a contract, which may tell a result by the way."""
_FIGURES = re.compile(r"\d ?[-–] ?\d")
_PAST = re.compile(
    r"\b(?:past|beat|beating|beyond|over|under|wrong-footing|legs of|batte|battendo|trafigge|supera|infila"
    r"|alle spalle (?:di|del)) (?:the )?(?:[a-zà-ù\-]+ ){0,4}(<p\d+>)"
)
"""Who let a goal in."""
_PERSON = re.compile(r"<p\d+>")
_FORMER = re.compile(r"\b(?:ex|former|previously of|già)[ -]$")
"""What stands before a club that somebody was at before."""
_OPENS = re.compile(r"(<p\d+>) (?!(?:said|told|added|ha detto|ha dichiarato|has signed|have signed)\b)")
"""Who begins a sentence and does something in it."""
Found = dict[str, Any]
"""The groups of a pattern that matched: keys of the cast and words."""


class FactContext:
    """What the sentences of one article lean on: its match, whom it is about, and what was found before."""

    def __init__(self, reading: Reading) -> None:
        self.reading, self.language = reading, reading.language
        news = _NEWS.search(reading.header.title or "") and not _FIGURES.search(reading.header.title or "")
        self.match = reading.matches[0] if reading.matches and not news else None
        marks = [m for row in reading.rows for m in row.marks]
        self._people = Counter(m.key for m in marks if m.kind == "p")
        self._clubs = Counter(m.key for m in marks if m.kind == "t" and "|" not in m.key)
        self.reds = {e.player for m in reading.matches for e in m.events if e.detail.get("colour") == "red"}
        self.lead: tuple[str, str | None] | None = None
        """Whom an article on a transfer or a new coach is about, and his club."""
        self.gone: str | None = None
        """Who left his post."""
        self.before: str | None = None
        """Where the player who moves was before."""

    def club(self, key: str) -> str | None:
        """Return the club that a mention stands for, None where it may be several."""
        if key in ("home", "away"):
            return self.match.teams[key == "away"] if self.match and self.match.home_known else None
        if "|" not in key:
            return key
        either = key.split("|")
        sides = self.match.teams if self.match else tuple(self._clubs)
        fit = [team for team in sides if team in either]
        return fit[0] if len(fit) == 1 else None

    def home(self) -> str | None:
        """Return the club that an article without a match is about."""
        if self.lead and self.lead[1]:
            return self.lead[1]
        if self.match or self.of_several():
            return None
        title = self.reading.header.title or ""
        titled = {m.key for row in self.reading.rows for _, _, m in row.of("t") if m.text in title}
        named = titled.pop() if len(titled) == 1 else None
        return named if named in self._clubs else _foremost(self._clubs, 1.0)

    def of_several(self) -> bool:
        """Whether the title names several clubs, none of which the article is about more than of the others."""
        title = self.reading.header.title or ""
        rows = self.reading.rows[:2]
        return len({m.key for row in rows for _, _, m in row.of("t") if m.text in title}) > 1

    def club_beside(self, row: Masked) -> str | None:
        """Return the only club of the next sentence of a paragraph, else of the last before it that names one."""
        at, rows = row.sentence.index, [r for r in self.reading.rows if not r.sentence.title]
        behind = [
            r for r in rows if r.sentence.index == at + 1 and r.sentence.paragraph == row.sentence.paragraph
        ]
        for near in (*behind, *(r for r in reversed(rows) if r.sentence.index < at)):
            clubs = {club for _, _, m in near.of("t") if (club := self.club(m.key))}
            if clubs:
                return clubs.pop() if len(clubs) == 1 else None
        return None

    def hero(self) -> str | None:
        """Return whom an article without a match is about."""
        if self.lead or self.match:
            return self.lead[0] if self.lead else None
        title = self.reading.header.title or ""
        titled = {m.key for row in self.reading.rows for _, _, m in row.of("p") if m.text in title}
        return titled.pop() if len(titled) == 1 else _foremost(self._people, ALONE)

    def heroes(self) -> tuple[str, ...]:
        """Return whom and which club an article without a match is about: each of its sentences may be on them."""
        return tuple(key for key in (self.hero(), self.home()) if key) if self.match is None else ()

    def person_before(self, row: Masked, at: int) -> str | None:
        """Return the person named last before a place, else whom the article is about."""
        named = list(_PERSON.finditer(row.text, max(0, at - BACK), at))
        return row.mark(named[-1].group()).key if named else self.hero()

    def subject_before(self, row: Masked) -> str | None:
        """Return whom the sentence before begins with: "he" goes on with him."""
        at = row.sentence.index
        last = next((r for r in reversed(self.reading.rows) if r.sentence.index == at - 1), None)
        opens = _PERSON.match(last.text) if last else None
        return last.mark(opens.group()).key if last and opens else None

    def turned_to(self, row: Masked, place: int) -> str | None:
        """Return whom a paragraph is about up to a place in a sentence of it.

        It is who begins one of its sentences last, else the only one. "" stands for several, none of
        whom begins a sentence; None where it names nobody.
        """
        paragraph, at = row.sentence.paragraph, row.sentence.index
        rows = [
            r
            for r in self.reading.rows
            if r.sentence.paragraph == paragraph and r.sentence.index <= at and not r.sentence.quoted
        ]
        opens = [r.mark(m.group(1)).key for r in rows if (m := _OPENS.match(r.text))]
        named = dict.fromkeys(m.key for r in rows for a, _, m in r.of("p") if r is not row or a < place)
        if opens or not named:
            return opens[-1] if opens else None
        lead = self.lead[0] if self.lead else None
        return lead if lead in named else next(iter(named)) if len(named) == 1 else ""

    def spoken_of(self, row: Masked, end: int) -> set[str]:
        """Return the clubs that a sentence names before a place, else those of the last before it that names any."""
        here = {
            club
            for a, _, m in row.of("t")
            if a < end and not _FORMER.search(row.text, 0, a) and (club := self.club(m.key))
        }
        at, paragraph = row.sentence.index, row.sentence.paragraph
        for before in reversed(self.reading.rows):
            if here or before.sentence.paragraph != paragraph:
                continue
            if before.sentence.index < at:
                here = {club for _, _, m in before.of("t") if (club := self.club(m.key))}
        return here

    def coached(self, person: str | None) -> str | None:
        """Return the team of the match that somebody coaches."""
        coaches = self.match.coaches if self.match else {}
        return next(
            (self.match.teams[side] for side, who in coaches.items() if self.match and who == person), None
        )

    def beaten(self, row: Masked, keeper: str | None) -> str | None:
        """Return the team of a keeper past whom a goal of the match went ("past keeper Rossi")."""
        match = self.match
        goals = [g for g in match.goals if g.sentence == row.sentence.index] if match else []
        sides = {g.team for g in goals}
        past = next((m for m in _PAST.finditer(row.text) if row.mark(m.group(1)).key == keeper), None)
        if match is None or past is None or len(sides) != 1 or any(g.kind == "own_goal" for g in goals):
            return None
        side = sides.pop()
        return match.teams[1 - side] if side is not None else None

    def slots(self, row: Masked, match: re.Match[str]) -> Found:
        """Return the groups of a match: marks as keys of the cast, words as they are, and where it begins."""
        slots: Found = {"at": match.start(), "end": match.end()}
        for name, text in match.groupdict().items():
            if text is None:
                continue
            if not text.startswith("<"):
                slots[name] = text.strip()
                continue
            mention = row.mark(text)
            key = self.club(mention.key) if mention.kind in "tr" else mention.key
            if key is not None:
                slots[name] = key
        return slots


Reader = Callable[[FactContext, str, Masked, Found], Iterator[TypedFact]]
"""Yields the facts of a kind that a sentence tells, from the slots of the pattern that matched."""


def plain(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    """Yield the fact that the groups of a pattern tell by themselves; none where its number is no number."""
    fact = TypedFact(kind, row)
    for name in ("team", "rival", "club"):
        if name in slots:
            fact.teams[name] = slots[name]
    for name in ("person", "other"):
        if name in slots:
            fact.people[name] = slots[name]
    told = slots.get("number") or slots.get("ordinal") or slots.get("points") or slots.get("age")
    if told:
        value = number(told, context.language)
        if not value:
            return
        fact.values["value"] = value
    yield fact


def needing(context: FactContext, kind: str, row: Masked, slots: Found, *needed: str) -> Iterator[TypedFact]:
    """Yield the plain fact where the slots needed are filled."""
    if all(name in slots for name in needed):
        yield from plain(context, kind, row, slots)


def _foremost(counts: Counter[str], times: float) -> str | None:
    """Return who is named most, `times` as often as the next at least."""
    best = counts.most_common(2)
    if not best or (len(best) > 1 and (best[0][1] < times * best[1][1] or best[0][1] == best[1][1])):
        return None
    return best[0][0]
