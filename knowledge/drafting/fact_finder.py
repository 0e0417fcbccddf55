"""Finds the typed facts of an article, sentence by sentence: posts, contracts, crowds, tables, streaks ..."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from knowledge.drafting.article import Reading
from knowledge.drafting.fact_context import FactContext, Reader, plain
from knowledge.drafting.fact_words import fact_rules
from knowledge.drafting.masking import Masked
from knowledge.drafting.match_facts import MATCH_READERS, goals_of_each
from knowledge.drafting.occasion_facts import OCCASION_READERS, told_events
from knowledge.drafting.post_facts import POST_READERS, without_doubtful_coaches
from knowledge.drafting.profile_facts import PROFILE_READERS
from knowledge.drafting.pronoun_subjects import with_subject
from knowledge.drafting.table_facts import TABLE_READERS, listed_points
from knowledge.drafting.transfer_facts import TRANSFER_READERS
from knowledge.drafting.typed_fact import TypedFact, without_repetitions
from knowledge.drafting.written_facts import with_lists_by_team, written_facts

_QUOTES = re.compile(r"[\"“”«»]")
_OBLIQUE = re.compile(
    r"(?:\b(?:to|against|with|at|over|by|from|beat|beating|past|contro|con|al|alla|allo|sul|sulla|sullo|dal|dalla|dallo)"
    r"(?: (?:the|il|la|lo|i|gli|[a-z]+ [a-z]+))?|\b(?:all|sull|dall|contro l)’) ?$"
)
"""What stands before a team that a sentence is not about."""
_FIRST_PERSON = re.compile(r"\b(?:i|we|our|my|us|you|noi|nostr[aeio]|mi[ao]|ho|abbiamo|siamo|sono|mi|ci)\b")
READERS: Mapping[str, Reader] = {
    **POST_READERS,
    **TRANSFER_READERS,
    **TABLE_READERS,
    **MATCH_READERS,
    **PROFILE_READERS,
    **OCCASION_READERS,
}
"""How each kind of fact is read that needs something besides its pattern."""


SEVERAL = frozenset({"place", "points", "nationality"})
"""Facts of which a sentence may tell more than one, in different words."""
SPOKEN = frozenset({"role", "shirt"})
"""Facts that are told in speech, too."""
HELD = ("coach", "succeeded")
"""Facts that tell who holds a post: not who has left it."""
OF_ITS_DOER = frozenset(
    {
        "unbeaten",
        "winless",
        "wins",
        "losses",
        "place",
        "points",
        "gap",
        "next",
        "shots",
        "first_win",
        "advanced",
    }
)
"""Facts told of the team that a sentence is about, never of one that it met."""
LEADING = ("appointed", "signing", "renewed")
"""Facts that tell whom an article is about."""


class FactFinder:
    """Reads the typed facts of one article."""

    def __init__(self, reading: Reading) -> None:
        self.context = FactContext(reading)

    def find(self) -> list[TypedFact]:
        """Return the facts, each once; who an article is about is found first, because others lean on it."""
        found: list[TypedFact] = []
        for kinds in (LEADING, None):
            for row in self.context.reading.rows:
                found += self._of_row(row, kinds)
        lead = self.context.lead[0] if self.context.lead else None
        came = next(
            (f.teams["club"] for f in found if f.kind == "came_from" and f.people["person"] == lead), None
        )
        for fact in found:
            if came and fact.kind in ("signing", "signed"):
                fact.teams.setdefault("club", came)
        gone = {f.people.get("other") for f in found if f.kind in ("resigned", "sacked")}
        found = [f for f in found if f.kind not in HELD or f.people["person"] not in gone]
        found = without_doubtful_coaches(found)
        found += self._after(found)
        whole = without_repetitions(list(with_lists_by_team(self.context, found)))
        return [*whole, *goals_of_each(self.context), *told_events(self.context, whole)]

    def _after(self, found: list[TypedFact]) -> list[TypedFact]:
        """Return who followed whom, where one left a post and one took it: in the article or in a sentence of it."""
        left = [f for f in found if f.kind in ("sacked", "resigned")]
        came = [f for f in found if f.kind == "appointed"]
        held = {f.teams.get("team") for f in came}
        came += [f for f in found if f.kind == "interim" and f.teams.get("team") not in held]
        known = {f.people["person"] for f in found if f.kind == "succeeds"}
        whole = [] if known else _followed(left, came) or _followed_at_each(left, came)
        rows = {f.row.sentence.index for f in left}
        beside = [
            fact
            for at in sorted(rows)
            for fact in _followed(*([f for f in fs if f.row.sentence.index == at] for fs in (left, came)))
        ]
        return whole or [f for f in beside if f.people["person"] not in known]

    def _of_row(self, row: Masked, kinds: tuple[str, ...] | None) -> Iterator[TypedFact]:
        row = with_subject(row, self.context.reading.rows)
        known = fact_rules(self.context.language)
        for kind, rules in known.items():
            early = kind in LEADING
            if early != (kinds is not None) or (kind not in SPOKEN and _is_speech(row)):
                continue
            if kind == "unbeaten" and any(rule.search(row.text) for rule in known["unbeaten_end"]):
                continue
            reader = READERS.get(kind, plain)
            for rule in rules:
                matches = list(rule.finditer(row.text))
                for match in matches:
                    if kind in OF_ITS_DOER and _OBLIQUE.search(row.text, 0, match.start()):
                        continue  # "Rovers, who drew with City, are third"
                    yield from reader(self.context, kind, row, self.context.slots(row, match))
                if matches and kind not in SEVERAL:
                    break
        if kinds is None:
            yield from written_facts(self.context, row)
            yield from listed_points(row)


def _followed_at_each(left: list[TypedFact], came: list[TypedFact]) -> list[TypedFact]:
    """Return who followed whom at each club of several, where one left it and one came."""
    clubs = dict.fromkeys(f.teams["team"] for f in left if "team" in f.teams)
    return [
        fact
        for club in clubs
        for fact in _followed(*([f for f in fs if f.teams.get("team") == club] for fs in (left, came)))
    ]


def _followed(left: list[TypedFact], came: list[TypedFact]) -> list[TypedFact]:
    """Return that the one who came followed the one who left his club; none where there are more of either."""
    if len(left) > 1 and came:
        left = [f for f in left if f.teams.get("team") == came[0].teams.get("team")]
    gone, new = {f.people["other"] for f in left}, {f.people["person"] for f in came}
    if len(gone) != 1 or len(new) != 1 or gone == new:
        return []
    people = {"person": came[0].people["person"], "other": left[0].people["other"]}
    kinds = ("succeeds", "succeeded")
    return [TypedFact(kind, came[0].row, dict(people), dict(came[0].teams)) for kind in kinds]


def _is_speech(row: Masked) -> bool:
    """Whether a sentence is spoken: marks of quotation that are not closed make others look so."""
    return row.sentence.quoted and bool(_QUOTES.search(row.text) or _FIRST_PERSON.search(row.text))
