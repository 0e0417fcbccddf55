"""Facts that a sentence tells in a form of its own: posts, contracts, ages, crowds, tables, streaks ..."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from knowledge.drafting.article import Reading
from knowledge.drafting.fact_words import (
    fact_rules,
    goal_counts,
    length,
    number,
    ranked,
    role,
    term,
    text_rules,
)
from knowledge.drafting.masking import Masked

ALONE = 2.0
"""How many times as often as anybody else somebody must be named to be whom an article is about."""
BACK = 90
"""Characters before a contract or a fee within which its person stands."""
MOST_LISTED = 14
AHEAD = frozenset({"clear", "ahead", "+", "di vantaggio"})
"""Words and marks of a lead in the table."""
LISTS = ("booked", "dismissed")
_HEAD = re.compile(r"(<t\d+>)(?: \([\d-]+\))?:")
_QUOTES = re.compile(r"[\"“”«»]")
_FIRST_PERSON = re.compile(r"\b(?:i|we|our|my|us|you|noi|nostr[aeio]|mi[ao]|ho|abbiamo|siamo|sono|mi|ci)\b")
_PERSON = re.compile(r"<p\d+>")
_BRACKETS = re.compile(r"\([^)]*\)|\d+(?:\+\d+)?[’']?")
_APART = re.compile(r",|;| and | e | - ")
Found = dict[str, Any]


@dataclass(slots=True)
class TypedFact:
    """A fact: its kind in facts.toml, its slots (`people` and `teams` are keys of the cast) and its sentence."""

    kind: str
    row: Masked
    people: dict[str, str] = field(default_factory=dict)
    teams: dict[str, str] = field(default_factory=dict)
    values: dict[str, Any] = field(default_factory=dict)
    listed: list[str] = field(default_factory=list)


class FactFinder:
    """Reads the typed facts of one article."""

    def __init__(self, reading: Reading) -> None:
        self.reading, self.language = reading, reading.language
        self.match = reading.matches[0] if reading.matches else None
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

    def find(self) -> list[TypedFact]:
        """Return the facts, each once; who an article is about is found first, because others lean on it."""
        found: list[TypedFact] = []
        for kinds in (("appointed", "signing"), None):
            for row in self.reading.rows:
                found += self._of_row(row, kinds)
        came = next((f.teams["club"] for f in found if f.kind == "came_from"), None)
        for fact in found:
            if came and fact.kind in ("signing", "signed"):
                fact.teams.setdefault("club", came)
        gone = {f.people.get("other") for f in found if f.kind in ("resigned", "sacked")}
        found = [f for f in found if f.kind != "coach" or f.people["person"] not in gone]
        return _once(list(self._by_team(found))) + list(self._tallies())

    def _by_team(self, found: list[TypedFact]) -> Iterator[TypedFact]:
        """Yield the facts, the lists of cautions of two teams also as one, that of each as its own."""
        for kind in LISTS:
            lists = [f for f in found if f.kind == kind]
            if len(lists) < 2:
                continue
            whole = TypedFact(kind, lists[0].row, listed=[p for f in lists for p in f.listed])
            told = [f.values["value"] for f in lists]
            whole.values["value"] = {k: ", ".join(v[k] for v in told) for k in ("en", "it")}
            yield whole
            for fact in lists:
                team = self._lineup_of(fact.row)
                if team:
                    fact.teams["team"] = team
        yield from found

    def _lineup_of(self, row: Masked) -> str | None:
        """Return the team whose line-up stands before a list."""
        at = row.sentence.index
        for before in reversed([r for r in self.reading.rows if at - 4 < r.sentence.index < at]):
            head = _HEAD.match(before.text)
            if head:
                return self.club(before.mark(head.group(1)).key)
        return None

    def _tallies(self) -> Iterator[TypedFact]:
        """Yield how many goals each scorer has, where every goal is told with its side."""
        match = self.match
        if match is None or match.score is None:
            return
        sides = [g.team for g in match.goals]
        if (sides.count(0), sides.count(1)) != match.score:
            return
        own = Counter(g.scorer for g in match.goals if g.kind != "own_goal")
        for goal in {g.scorer: g for g in reversed(match.goals) if g.kind != "own_goal"}.values():
            count = own[goal.scorer]
            row = next((r for r in self.reading.rows if r.sentence.index == goal.sentence), None)
            if row is None or count > len(goal_counts()["en"]):
                continue
            told = {k: v[count - 1] for k, v in goal_counts().items()}
            yield TypedFact("scored", row, {"person": goal.scorer}, values={"value": told})
            if count in (2, 3) and goal.team is not None:
                team = {"team": match.teams[goal.team]}
                yield TypedFact("brace" if count == 2 else "hat_trick", row, {"person": goal.scorer}, team)

    def heroes(self) -> tuple[str, ...]:
        """Return whom and which club an article without a match is about: each of its sentences may be on them."""
        return tuple(key for key in (self._hero(), self._home()) if key) if self.match is None else ()

    def _of_row(self, row: Masked, kinds: tuple[str, ...] | None) -> Iterator[TypedFact]:
        known = fact_rules(self.language)
        for kind, rules in known.items():
            early = kind in ("appointed", "signing")
            if early != (kinds is not None) or (kind != "role" and _is_speech(row)):
                continue
            if kind == "unbeaten" and any(rule.search(row.text) for rule in known["unbeaten_end"]):
                continue
            reader: Callable[[str, Masked, Found], Iterator[TypedFact]] = getattr(
                self, f"_{kind}", self._plain
            )
            for rule in rules:
                matches = list(rule.finditer(row.text))
                for match in matches:
                    yield from reader(kind, row, self._slots(row, match))
                if matches:
                    break
        if kinds is None:
            yield from self._of_text(row)

    def _slots(self, row: Masked, match: re.Match[str]) -> Found:
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

    def _home(self) -> str | None:
        """Return the club that an article without a match is about."""
        if self.lead and self.lead[1]:
            return self.lead[1]
        return None if self.match else _foremost(self._clubs, 1.0)

    def _hero(self) -> str | None:
        """Return whom an article without a match is about."""
        return self.lead[0] if self.lead else None if self.match else _foremost(self._people, ALONE)

    def _before(self, row: Masked, at: int) -> str | None:
        """Return the person named last before a place, else whom the article is about."""
        named = list(_PERSON.finditer(row.text, max(0, at - BACK), at))
        return row.mark(named[-1].group()).key if named else self._hero()

    # --- each kind with what it needs besides its pattern

    def _plain(self, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
        fact = TypedFact(kind, row)
        for name in ("team", "rival", "club"):
            if name in slots:
                fact.teams[name] = slots[name]
        for name in ("person", "other"):
            if name in slots:
                fact.people[name] = slots[name]
        told = slots.get("number") or slots.get("ordinal") or slots.get("points") or slots.get("age")
        if told:
            value = number(told, self.language)
            if not value:
                return
            fact.values["value"] = value
        yield fact

    def _needing(self, kind: str, row: Masked, slots: Found, *needed: str) -> Iterator[TypedFact]:
        if all(name in slots for name in needed):
            yield from self._plain(kind, row, slots)

    def _streak(self, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
        yield from (f for f in self._needing(kind, row, slots, "team") if f.values.get("value", 0) > 1)

    _unbeaten = _unbeaten_end = _winless = _wins = _losses = _streak

    def _points(self, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
        yield from self._needing(kind, row, slots, "team")

    def _gap(self, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
        way = "ahead" if slots["gap"] in AHEAD else "behind"
        if slots.get("team") != slots.get("rival"):
            yield from self._needing(way, row, slots, "team")

    def _tally(self, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
        yield from self._needing(kind, row, slots, "person")

    def _debut(self, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
        if self.match:
            yield from self._needing(kind, row, slots, "person")

    def _role(self, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
        slots.setdefault("team", self._home())
        if slots["team"] is None:
            del slots["team"]
        for fact in self._needing(kind, row, slots, "person"):
            fact.values["value"] = role(slots["role"])
            yield fact

    def _coach(self, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
        slots["team"] = slots.get("team") or self._home()
        if self.match is None and slots["team"] is not None:
            yield from self._needing(kind, row, slots, "person")

    def _resigned(self, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
        if self.match or "other" not in slots:
            return
        self.gone = self.gone or slots["other"]
        slots["team"] = slots.get("team") or self._home()
        if slots["team"] is None:
            del slots["team"]
        for fact in self._plain(kind, row, slots):
            if "reason" in slots:
                fact.values["value"] = term("reasons", slots["reason"])
            yield fact

    _resigned_why = _resigned

    def _interim(self, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
        home = self._home()
        if home:
            slots["team"] = home
        if self.gone:
            slots["other"] = self.gone
        if self.match is None:
            yield from self._needing(kind, row, slots, "person")

    def _round(self, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
        for fact in self._plain(kind, row, slots) if self.match else ():
            if "competition" in slots:
                fact.teams["competition"] = slots["competition"]
            yield fact

    def _loan(self, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
        yield from self._of_lead(kind, row, slots, term("deals", slots["deal"]))

    def _last_club(self, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
        if "club" in slots:
            self.before = slots["club"]
            yield from self._of_lead(kind, row, slots, None)

    def _came_from(self, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
        if "club" in slots:
            yield from self._of_lead(kind, row, slots, None)

    def _record_goals(self, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
        if self.before:
            slots.setdefault("club", self.before)
        yield from self._of_lead(kind, row, slots, number(slots["number"], self.language))

    _record_games = _record_goals

    def _of_lead(self, kind: str, row: Masked, slots: Found, value: object) -> Iterator[TypedFact]:
        """Yield a fact on the player who moves, where an article is on a transfer."""
        if self.lead is None or self.match or self.lead[1] is None:
            return
        fact = TypedFact(kind, row, {"person": self.lead[0]}, {"team": self.lead[1]})
        if "club" in slots:
            fact.teams["club"] = slots["club"]
        if value:
            fact.values["value"] = value
        yield fact

    def _position(self, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
        for fact in self._needing(kind, row, slots, "person"):
            fact.values["value"] = term("positions", slots["position"])
            yield fact

    def _appointed(self, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
        slots["team"] = slots.get("team") or slots.get("team2") or self._home()
        if "person" not in slots or slots["team"] is None:
            return
        if self.lead is None:
            self.lead = slots["person"], slots["team"]
        yield from self._plain("appointed", row, slots)
        yield from self._plain("takes", row, slots)

    def _succeeded(self, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
        slots["person"] = slots.get("person") or self._hero()
        home = self._home()
        if home:
            slots["team"] = home
        if slots["person"] is None or self.match or slots.get("other") in (None, slots["person"]):
            return
        yield from self._plain("succeeds", row, slots)
        yield from self._plain("succeeded", row, slots)

    def _sacked(self, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
        if self.match:
            return
        slots["team"] = slots.get("team") or self._home()
        if slots["team"] is None:
            del slots["team"]
        yield from self._needing("sacked", row, slots, "other")

    def _contract(self, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
        value = length(slots, self.language)
        yield from self._of_hero(kind, row, slots, value)

    def _until(self, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
        yield from self._of_hero(kind, row, slots, int(slots["year"]))

    def _of_hero(self, kind: str, row: Masked, slots: Found, value: object) -> Iterator[TypedFact]:
        person, home = self._before(row, slots["at"]), self._home()
        if person is None or not value or self.match:
            return
        slots["person"] = person
        if home:
            slots["team"] = home
        slots.pop("number", None)
        for fact in self._plain(kind, row, slots):
            fact.values["value"] = value
            yield fact

    def _fee(self, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
        yield from self._of_hero(kind, row, slots, {"en": slots["sum"], "it": slots["sum"]})

    def _age(self, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
        person = slots.get("person") or (None if self.match else self._hero())
        told = self.match is None or "year-old" in row.text or "enne" in row.text
        if person and told and 14 <= int(slots["age"]) <= 90:
            yield from self._plain(kind, row, slots | {"person": person})

    def _place(self, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
        value = ranked(slots["ordinal"], self.language)
        for fact in self._needing(kind, row, slots, "team") if value else ():
            fact.values["value"] = value
            if "competition" in slots:
                fact.teams["competition"] = slots["competition"]
            yield fact

    def _next(self, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
        slots["team"] = slots.get("team") or self._home()
        pair = {slots.get("team"), slots.get("rival")}
        if None in pair or len(pair) < 2 or (self.match and pair == set(self.match.teams)):
            return
        day = {"day": term("days", slots["day"])} if slots.get("day") else {}
        for first, second in (("team", "rival"), ("rival", "team")):
            fact = TypedFact(
                kind, row, teams={"team": slots[first], "rival": slots[second]}, values=dict(day)
            )
            yield fact

    def _signing(self, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
        if self.match or "person" not in slots or "team" not in slots:
            return
        if self.lead is None:
            self.lead = slots["person"], slots["team"]
        yield from self._plain("signing", row, slots)
        yield from self._plain("signed", row, slots)
        yield from self._needing("came_from", row, slots, "club")

    def _dismissed_why(self, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
        if slots.get("person") in self.reds:
            yield TypedFact(
                kind, row, {"person": slots["person"]}, values={"value": term("reasons", slots["reason"])}
            )

    def _weather(self, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
        if self.match and not re.match(r" (?:di|of) ", row.text[slots["end"] : slots["end"] + 4]):
            yield TypedFact(kind, row, values={"value": term("weathers", slots["weather"])})

    def _whistle(self, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
        """Yield who is in charge of a match: it is the referee who gives a penalty or shows a card."""
        if self.match and "person" in slots and slots["person"] not in {g.scorer for g in self.match.goals}:
            name = self.reading.cast.entities[slots["person"]].name
            yield TypedFact("referee", row, values={"value": {"en": name, "it": name}})

    # --- what stands in lists and figures, as written

    def _of_text(self, row: Masked) -> Iterator[TypedFact]:
        if self.match is None:
            return
        for kind, rules in text_rules(self.language).items():
            match = next((m for rule in rules if (m := rule.search(row.sentence.text))), None)
            fact = TypedFact(kind, row)
            if match is None:
                continue
            if kind == "attendance":
                count = int(re.sub(r"\D", "", match.group("count")))
                fact.values["value"] = count * 1000 if "mila" in match.group().lower() else count
            elif kind == "referee":
                name = _capitals(match.group("name"))
                if not name:
                    continue
                fact.values["value"] = {"en": name, "it": name}
            elif not self._listed(fact, match):
                continue
            yield fact

    def _listed(self, fact: TypedFact, match: re.Match[str]) -> bool:
        """Fill in a list of names; False where it is none."""
        start = fact.row.sentence.start
        a, b = match.start("list") + start, match.end("list") + start
        fact.listed = list(
            dict.fromkeys(m.key for m in fact.row.marks if m.kind == "p" and a <= m.start < b)
        )[:MOST_LISTED]
        parts = [_BRACKETS.sub("", p).strip() for p in _APART.split(match.group("list"))]
        parts = [p for p in parts if p]
        told = ", ".join(p for p in parts if p[:1].isupper())
        if not told or not fact.listed or len(parts) > len(fact.listed) + 1 or len(told) > 200:
            return False
        fact.values["value"] = {"en": told, "it": told}
        return True


def _is_speech(row: Masked) -> bool:
    """Whether a sentence is spoken: marks of quotation that are not closed make others look so."""
    return row.sentence.quoted and bool(_QUOTES.search(row.text) or _FIRST_PERSON.search(row.text))


def _capitals(text: str) -> str:
    """Return the words with a capital that a text begins with: a name."""
    words = text.strip().split()
    end = next((i for i, w in enumerate(words) if not w[:1].isupper()), len(words))
    name = " ".join(words[:end]).strip("-–’' ")
    return name if len(name) > 2 else ""


def _foremost(counts: Counter[str], times: float) -> str | None:
    """Return who is named most, `times` as often as the next at least."""
    best = counts.most_common(2)
    if not best or (len(best) > 1 and (best[0][1] < times * best[1][1] or best[0][1] == best[1][1])):
        return None
    return best[0][0]


def _once(found: list[TypedFact]) -> list[TypedFact]:
    """Return the facts without repetitions; of two values of the same thing the first stays."""
    seen: set[tuple[object, ...]] = set()
    kept = []
    for fact in found:
        role_told = getattr(fact.values.get("value"), "id", "") if fact.kind == "role" else ""
        mine = (
            tuple(sorted(fact.people.items()))
            if fact.kind in ("age", "contract", "position")
            else (
                tuple(sorted({**fact.people, **fact.teams}.items())) if fact.kind not in ("weather",) else ()
            )
        )
        key = (fact.kind, role_told, mine)
        if key not in seen:
            seen.add(key)
            kept.append(fact)
    return kept
