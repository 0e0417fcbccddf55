"""Which teams the names of a text stand for before and after its match is known: short forms, nicknames, lands."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from knowledge.drafting.fixtures import Fixture
from knowledge.drafting.gazetteer import Gazetteer, is_byname
from knowledge.drafting.masking import Masked
from knowledge.drafting.pair import Pair
from knowledge.drafting.people import Cast
from knowledge.drafting.reading import fold
from knowledge.drafting.records import Entity, Mention, Sentence
from knowledge.drafting.vocabulary import Vocabulary, shared_words


def parts_a_name(fixture: Fixture, text: str, gazetteer: Gazetteer) -> bool:
    """Whether what seems to set two teams against each other is the hyphen of one's name ("Paris St-Germain 4-2")."""
    at = fixture.away_start
    if text[at - 1 : at] != "-" or at - fixture.home_start > LONG_NAME:
        return False
    return gazetteer.spans(text[fixture.home_start : at + len(fixture.away)], at - fixture.home_start)


LONG_NAME = 60
"""Characters of a fixture's home team at most."""


_DAY_IN_NAME = re.compile(r"\b(Sheff(?:ield)?) Wed(?:nesday)?\b")
"""A club that is called like a day of the week."""


def is_no_fixture(fixture: Fixture, parts: list[Sentence], vocab: Vocabulary) -> bool:
    """Whether what looks like two teams is a date and a time, or words in capitals ("REAL SCRAPE 1-1 DRAW")."""
    teams = (_DAY_IN_NAME.sub(r"\1", name) for name in (fixture.home, fixture.away))
    names = [fold(word) for name in teams for word in name.split()]
    if any(word in vocab.words["months"] or word in vocab.words["days"] for word in names):
        return True
    sentence = next((s for s in parts if s.index == fixture.sentence), None)
    shouted = fixture.home.isupper() and fixture.away.isupper()
    if sentence is None or not (sentence.text.isupper() or shouted):
        return False
    heads = (f"{name}:".lower() for name in (fixture.home, fixture.away))
    if any(s.text.lower().startswith(head) for head in heads for s in parts):
        return False
    plain = (vocab.words["common"] | vocab.words["starters"] | vocab.words["function"]) - _LINKS
    return any(fold(word) in plain for word in (*fixture.home.split()[1:], *fixture.away.split()))


_LINKS = frozenset(
    ("di", "de", "del", "della", "dei", "da", "a", "la", "le", "in", "sul", "san", "of", "and", "the", "on")
)
"""Words that stand inside the names of clubs, too."""


def call_in_full(rows: list[Masked], people: Cast, gazetteer: Gazetteer) -> None:
    """Let "City" alone be the one club of the text that is called so in full, not another that it never names."""
    for row in rows:
        for i, mention in enumerate(row.marks):
            entity = people.entities.get(mention.key)
            if mention.kind != "t" or entity is None:
                continue
            if mention.text not in shared_words()["second_words"] and not mention.key.startswith("x:"):
                longer = _begins_another(mention, entity, people, gazetteer)
                if longer:
                    _rename(row, i, longer, people)
                continue
            if any(gazetteer.is_name(form, mention.key) for form in entity.forms):
                continue
            called = {
                k
                for k, e in people.entities.items()
                if k in gazetteer.entries and any(form.endswith(f" {mention.text}") for form in e.forms)
            }
            called = called or {
                k
                for k, e in people.entities.items()
                if k in gazetteer.entries
                and gazetteer.entries[k].name.endswith(f" {mention.text}")
                and any(gazetteer.is_name(form, k) and form != mention.text for form in e.forms)
            }
            if len(called) == 1:
                _rename(row, i, called.pop(), people)


def call_bare(rows: list[Masked], people: Cast, gazetteer: Gazetteer) -> None:
    """Let "City" alone be the club that a nickname or ground of the text tells, else a team of that name alone.

    A report for a club's own readers never writes it in full, and the greatest club called so is seldom meant.
    """
    for word in shared_words()["second_words"]:
        spots = [
            (row, i) for row in rows for i, m in enumerate(row.marks) if m.kind == "t" and _is_bare(m, word)
        ]
        options = {key for row, i in spots for key in row.marks[i].key.split("|")}
        if not spots or any(_is_written(key, word, people, gazetteer) for key in options):
            continue
        ending = [k for k, e in people.entities.items() if e.kind == "t" and _ends_so(e, word)]
        likely = ending[0] if len(ending) == 1 else _hinted(rows, word, gazetteer)
        key = likely or f"x:{word.lower()}"
        people.entities.setdefault(key, Entity(key, "t", word, {word: len(spots)}))
        for row, i in spots:
            _rename(row, i, key, people)


def _is_bare(mention: Mention, word: str) -> bool:
    """Whether a mention is a club's second word alone, in whatever letters."""
    return mention.text.title() == word


def _is_written(key: str, word: str, people: Cast, gazetteer: Gazetteer) -> bool:
    """Whether the text writes a club otherwise than by its second word."""
    entity, known = people.entities.get(key), gazetteer.entries.get(key)
    if known is not None and known.name == word:
        return True
    return (
        entity is not None
        and not key.startswith("x:")
        and any(form.title() != word and not is_byname(form, known) for form in entity.forms)
    )


def _ends_so(entity: Entity, word: str) -> bool:
    """Whether a club is written with its second word somewhere."""
    return any(form.endswith(f" {word}") for form in entity.forms)


def _hinted(rows: list[Masked], word: str, gazetteer: Gazetteer) -> str | None:
    """Return the one club with a second word whose nickname or own ground the text names, None for none or several."""
    votes: Counter[str] = Counter()
    for row in rows:
        for mention in row.marks:
            if mention.kind == "t" and mention.text.title() != word:
                votes.update(key for key in mention.key.split("|"))
            elif mention.kind == "v":
                votes.update(
                    club for key in mention.key.split("|") for club in gazetteer.grounds.get(key, ())
                )
    told = {
        k: n
        for k, n in votes.items()
        if k in gazetteer.entries and gazetteer.entries[k].name.endswith(f" {word}")
    }
    best = sorted(told, key=lambda k: -told[k])[:2]
    return best[0] if best and (len(best) < 2 or told[best[0]] > told[best[1]]) else None


def called_by_land(people: Cast, gazetteer: Gazetteer) -> dict[str, str]:
    """Return the one club of a country that the text names, where it calls the country only by its people."""
    lands: dict[str, list[str]] = {}
    for key, entity in people.entities.items():
        if entity.kind == "t" and key in gazetteer.nations:
            lands.setdefault(gazetteer.nations[key], []).append(key)
    unnamed = nicknamed(people, gazetteer)
    return {land: clubs[0] for land, clubs in lands.items() if len(clubs) == 1 and land in unnamed}


def call_by_land(rows: list[Masked], people: Cast, clubs: dict[str, str]) -> None:
    """Let "gli olandesi" be the club that is meant."""
    for row in rows:
        for i, mention in enumerate(row.marks):
            if mention.kind == "t" and mention.key in clubs:
                _rename(row, i, clubs[mention.key], people)


def _rename(row: Masked, at: int, key: str, people: Cast) -> None:
    """Let a mention of a sentence stand for another team, among the masks and in the cast."""
    mention = row.marks[at]
    row.marks[at] = replace(mention, key=key)
    known = people.mentions.get(row.sentence.index, [])
    for i, other in enumerate(known):
        if other.start == mention.start:
            known[i] = replace(other, key=key)


def _begins_another(mention: Mention, entity: Entity, people: Cast, gazetteer: Gazetteer) -> str | None:
    """Return the club whose name a short one begins ("Hearts" in a text on Hearts of Oak), if it is only that."""
    known = gazetteer.entries.get(mention.key)
    if known is None or known.kind != "club" or known.name == mention.text or len(entity.forms) > 1:
        return None
    longer = {
        k
        for k, e in people.entities.items()
        if k != mention.key and e.kind == "t" and any(f" {mention.text} " in f" {form}" for form in e.forms)
    }
    return longer.pop() if len(longer) == 1 else None


def nicknamed(people: Cast, gazetteer: Gazetteer) -> frozenset[str]:
    """Return the nations that a text never names but by what their people are called."""
    nations = {k: gazetteer.entries[k] for k in people.entities if k in gazetteer.entries}
    return frozenset(
        key
        for key, entry in nations.items()
        if entry.kind == "nation"
        and not any(gazetteer.is_name(form, key) for form in people.entities[key].forms)
        and all(form.islower() for form in people.entities[key].forms)
    )


def only_called(people: Cast, gazetteer: Gazetteer) -> frozenset[str]:
    """Return the clubs that a text calls by a nickname or by "City" alone and never names."""
    found = set()
    for key, entity in people.entities.items():
        if entity.kind != "t" or "|" in key:
            continue
        known = gazetteer.entries.get(key)
        full = [form for form in entity.forms if known is None or gazetteer.is_name(form, key)]
        if all(is_byname(form, known) for form in full):
            found.add(key)
    return frozenset(found)


_IN_TOWN = re.compile(r"\b(?:di|a|ad|da|sbancat[oa]|espugnat[oa]|violat[oa]|trasferta) $")
"""What stands before a town and, without an article, before no club."""


def only_towns(rows: list[Masked], gazetteer: Gazetteer) -> frozenset[str]:
    """Return the clubs whose name only ever tells the town of another club that the text names."""
    leads: dict[str, list[str]] = {}
    towns: dict[str, str] = {}
    for row in rows:
        for start, _, mention in row.of("t"):
            if "|" not in mention.key:
                leads.setdefault(mention.key, []).append(row.text[max(0, start - LEAD) : start])
                towns.setdefault(mention.key, fold(mention.text))
    return frozenset(
        key
        for key, before in leads.items()
        if any(other != key and other in leads for other in gazetteer.towns.get(towns[key], ()))
        and all(_IN_TOWN.search(lead) for lead in before)
    )


LEAD = 12
"""Letters before a name that tell a town from a club."""


def land_of_a_club(rows: list[Masked], gazetteer: Gazetteer, nations: frozenset[str]) -> frozenset[str]:
    """Return the one nation that a text names if a club of its is named, too: "gli olandesi" are that club."""
    keys = {m.key for row in rows for m in row.marks if m.kind == "t" and "|" not in m.key}
    lands = {gazetteer.nations[key] for key in keys if key in gazetteer.nations}
    named = nations & keys
    return named if len(named) == 1 and named <= lands else frozenset()


def lands_of_clubs(rows: list[Masked], gazetteer: Gazetteer, nations: frozenset[str]) -> frozenset[str]:
    """Return the nations that open a headline as the place of what follows ("Scozia, il Celtic...")."""
    clubs = {m.key for row in rows[:OPENING] for _, _, m in row.of("t")}
    lands = Counter(gazetteer.nations[key] for key in clubs if key in gazetteer.nations)
    heads = {
        m.key for row in rows[:OPENING] for a, b, m in row.of("t") if a == 0 and row.text[b : b + 1] in ",:"
    }
    return frozenset(land for land, count in lands.items() if count > 1 and land in nations & heads)


OPENING = 3
"""Sentences at the top that name the teams of a match."""


def call_by_town(rows: list[Masked], people: Cast, pair: Pair, gazetteer: Gazetteer) -> None:
    """Let the town of one of two clubs stand for it where it was taken for a man ("ad approfittarne è Carrara")."""
    homes = {
        team: fold(entry.home) for team in pair.teams if (entry := gazetteer.entries.get(team)) and entry.home
    }
    for row in rows:
        for i, mention in enumerate(row.marks):
            owners = [team for team, home in homes.items() if fold(mention.text) == home]
            known = people.entities.get(mention.key)
            if mention.kind == "p" and len(owners) == 1 and known and set(known.forms) <= {mention.text}:
                row.marks[i] = replace(mention, kind="t", key=owners[0])
                row.text = row.text.replace(f"<p{i}>", f"<t{i}>")


def forget_nicknames(rows: list[Masked], people: Cast, pair: Pair, gazetteer: Gazetteer) -> None:
    """Let a nickname of a club that the text never names stand for either team ("Boro" for Stevenage)."""
    either = "|".join(pair.teams)
    for row in rows:
        for i, mention in enumerate(row.marks):
            if mention.kind != "t" or "|" in mention.key or mention.key in pair.teams:
                continue
            if mention.key.startswith("x:") and " " not in mention.key:
                row.marks[i] = replace(mention, key=either)
                continue
            entity = people.entities.get(mention.key)
            known = gazetteer.entries.get(mention.key)
            named = [f for f in entity.forms if gazetteer.is_name(f, known.id)] if entity and known else []
            if entity and known and all(is_byname(form, known) for form in named):
                row.marks[i] = replace(mention, key=either)
