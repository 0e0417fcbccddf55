"""Typed facts and statements as rows of an article file: told in both languages, with how fans ask for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from knowledge.answers.wording import fill
from knowledge.drafting.fact_words import Both, facts
from knowledge.drafting.identity import Identity
from knowledge.drafting.names_file import articles_of, written_in_both
from knowledge.drafting.speakers import leads_to
from knowledge.drafting.toml_rows import Row
from knowledge.drafting.typed_fact import TypedFact
from knowledge.drafting.untyped import Untyped
from knowledge.drafting.wording import LANGUAGES
from knowledge.models import Name

SURE = 0.7
"""Confidence of a fact that a pattern reads."""
OF_A_SIDE = frozenset(
    {
        "role", "booked", "dismissed", "place", "points", "brace", "hat_trick", "lineup", "next", "ahead", "behind",
        "unbeaten", "unbeaten_end", "winless", "wins", "losses", "travelled", "shots", "advanced", "qualified",
        "first_win", "last_trophy", "last_away",
    }
)  # fmt: skip
"""Facts that one team of a match has for itself: a question about the other asks for something else."""
LONGEST = 440
"""Characters of a quotation at most; sentences beyond are left to themselves."""
_INNER_MARK = re.compile(r"[\"“”«»]")
"""A mark of quotation inside what was said: then it does not all stand between the outer marks."""
_INNER = str.maketrans({"“": "‘", "”": "’", "«": "‘", "»": "’", '"': "’"})


def _is_quoted(run: list[Untyped]) -> bool:
    return any(mark in u.row.sentence.text for u in run for mark in '"“«')


def _speaker_of(run: list[Untyped]) -> str:
    return run[0].asked.key if run[0].asked else ""


class FactWriter:
    """Turns facts into rows.

    `match` is the id of the match reported, "" where there is none; `lead` are the keys of whom the article is about.
    """

    def __init__(self, identity: Identity, match: str, lead: Iterable[str] = ()) -> None:
        self.identity, self.match = identity, match
        self.lead = list(lead)
        events = [e for m in identity.reading.matches for e in m.events]
        self.reds = {e.player for e in events if e.detail.get("colour") == "red"}
        self.reading = identity.reading
        self.language = identity.reading.language
        teams = identity.reading.matches[0].teams if identity.reading.matches else ()
        written = (
            self.reading.cast.entities
        )  # a side that only a nickname of several stands for is in none of them
        self._sides = {
            side: self.name(team)
            for side, team in zip(("home", "away"), teams, strict=False)
            if team in written
        }

    def name(self, key: str) -> Name:
        """Return a name of the article as templates want it."""
        entity = self.reading.cast.entities[key]
        both = written_in_both(entity)
        known = articles_of(both, entity) if entity.kind in "tn" else None
        return Name(
            key, "club", both, {"en": "", **(known or {"it": ""})}, "m", "singular", None, None, None, ()
        )  # fmt: skip

    def row(self, fact: TypedFact) -> Row | None:
        """Return the row of a typed fact without its id; None where a template lacks a name."""
        spec = facts()[fact.kind]
        ids = {slot: self.identity.mentioned(key) for slot, key in {**fact.people, **fact.teams}.items()}
        if any(i is None for i in ids.values()):
            return None
        listed = [i for key in fact.listed if (i := self.identity.mentioned(key))]
        slots: dict[str, Any] = {slot: self.name(key) for slot, key in {**fact.people, **fact.teams}.items()}
        slots |= self._sides | fact.values
        texts = {k: self._fill(spec[k], slots, k) for k in LANGUAGES}
        if not all(texts.values()):
            return None
        value = ids.get(spec["value"]) or listed or fact.values.get("value")
        if isinstance(value, Name):
            value = ids["person"]
        about = [*self._scope(spec, fact), *ids.values(), *listed]
        return {
            "about": list(dict.fromkeys(about)),
            "topic": spec["topic"],
            "value": value,
            "team": ids.get("team") if fact.kind in OF_A_SIDE and self.match else None,
            **texts,
            "ask": self.asked(spec.get("ask", {}), slots),
            "yes": self.asked(spec.get("yes", {}), slots) or self._each(fact, "each"),
            "no": self.asked(spec.get("no", {}), slots) or self._each(fact, "not"),
            "paragraph": fact.row.sentence.paragraph,
            "evidence": fact.row.sentence.text,
            "confidence": SURE,
        }

    def _scope(self, spec: Mapping[str, Any], fact: TypedFact) -> list[str]:
        """Return what a question about a fact may name besides: the match, or whom the article is about."""
        if spec.get("alone"):
            return []
        if self.match:
            sides = set(self.reading.matches[0].teams)
            own = spec.get("match") or not fact.teams or sides & set(fact.teams.values())
            return [self.match] if own else []
        of_others = fact.teams and not {*fact.teams.values(), *fact.people.values()} & {*self.lead}
        return [] if of_others else self._context()

    def _context(self) -> list[str]:
        """Return the match, or whom and which club an article without one is about."""
        return [self.match] if self.match else [i for key in self.lead if (i := self.identity.mentioned(key))]

    def _fill(self, template: str, slots: Mapping[str, Any], language: str) -> str:
        own = {k: v[language] if isinstance(v, dict) else v for k, v in slots.items()}
        text = (fill(template, own, language) or "").strip()
        return text[:1].upper() + text[1:]

    def sides(self) -> dict[str, Name]:
        """Return the names of the sides of the match, where the text writes them."""
        return dict(self._sides)

    def asked(self, spec: Mapping[str, list[str]], slots: Mapping[str, Any]) -> dict[str, list[str]] | None:
        """Return questions with their slots filled; None where a name is lacking for each of them."""
        found = {k: [t for q in spec.get(k, ()) if (t := self._fill(q, slots, k))] for k in LANGUAGES}
        return {k: list(dict.fromkeys(v)) for k, v in found.items()} if any(found.values()) else None

    def _each(self, fact: TypedFact, key: str) -> dict[str, list[str]] | None:
        """Return a question for each name of a list: was he booked? `key` tells whether with yes or with no."""
        asked = facts()[fact.kind].get(key)
        people = [self.name(k) for k in fact.listed if k not in self.reds or key == "each"]
        if not asked or not people:
            return None
        return {k: [self._fill(q, {"person": p}, k) for p in people for q in asked[k]] for k in LANGUAGES}

    def statements(self, said: Iterable[Untyped]) -> Iterator[tuple[int, Row]]:
        """Yield what each speaker says at a stretch as one row, with the place of its first sentence."""
        runs: list[list[Untyped]] = []
        for fact in said:
            if fact.topic != "statement" or fact.asked is None:
                continue
            if runs and self._goes_on(runs[-1], fact):
                runs[-1].append(fact)
            else:
                runs.append([fact])
        asked: dict[str, int] = {}
        for at, run in sorted(enumerate(runs), key=lambda r: (not _is_quoted(r[1]), r[0])):
            asked.setdefault(_speaker_of(run), at)
        for at, run in enumerate(runs):
            row = self._statement(run)
            if row:
                if asked[_speaker_of(run)] != at:
                    row["ask"] = None  # who asks what somebody said is told the first of it
                yield run[0].row.sentence.index, row

    def _goes_on(self, run: list[Untyped], fact: Untyped) -> bool:
        last = run[-1]
        assert last.asked
        assert fact.asked
        near = (
            fact.row.sentence.index - last.row.sentence.index <= 2
        )  # one too short to stand alone may lie between
        size = sum(len(u.row.sentence.text) + 1 for u in (*run, fact))
        leads = last.row.sentence.text.rstrip().endswith(":")
        alike = (
            leads or _is_quoted(run) or not _is_quoted([fact])
        )  # what is told of him does not begin what he said
        return near and alike and last.asked.key == fact.asked.key and size <= LONGEST

    def _statement(self, run: list[Untyped]) -> Row | None:
        asked = run[0].asked
        assert asked
        person = self.identity.mentioned(asked.key)
        if person is None:
            return None
        first, last = (run[at].row.sentence.index for at in (0, -1))
        lead = next((r for r in self.reading.rows if r.sentence.index == first - 1), None)
        if lead and leads_to(lead, run[0].row, asked.key):
            first -= 1
        spoken = [r.sentence for r in self.reading.rows if first <= r.sentence.index <= last]
        text = " ".join(s.text.strip() for s in spoken)[:LONGEST]
        slots: dict[str, Any] = {"person": self.name(asked.key), **self._sides}
        bare = text.strip(' "“”«»')
        whole = bare if _INNER_MARK.search(bare) is None else text.strip()
        quoted = slots | {"value": whole.translate(_INNER)}
        texts = {k: self._fill(facts()["said"][k], quoted, k) for k in LANGUAGES}
        if any(m.key == asked.key for u in run for m in u.row.marks):
            texts[self.language] = text
        marks = [m for u in run for m in u.row.marks if m.kind in "ptvc"]
        names = [i for m in marks if (i := self.identity.mentioned(m.key))]
        told: Both = {self.language: text}
        return {
            "about": list(dict.fromkeys([*self._context(), person, *names])),
            "speaker": person,
            "topic": "statement",
            "value": told,
            **texts,
            "ask": self.asked(facts()["statement"]["ask"], slots),
            "paragraph": run[0].row.sentence.paragraph,
            "evidence": text,
            "confidence": 0.6,
        }
