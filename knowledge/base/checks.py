"""What single files cannot tell: references, duplicates, sums, clashes and near copies."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

from ..models import LANGUAGES, Mistake
from ..understanding.fuzzy import token_set_ratio
from ..understanding.words import fold
from .catalogue import Catalogue
from .files import Inputs
from .schema import EventPart, FactPart, MatchPart

NEAR_COPY = 85
"""token_set_ratio above which two samples of one fact say the same; see the design's list of data tests."""

PEOPLE = ("player", "assist", "by", "on", "off", "won_by", "fouled_by", "keeper")


def check_inputs(inputs: Inputs, catalogue: Catalogue, *, thorough: bool) -> Iterator[Mistake]:
    """Yield every mistake across files. `thorough` also compares samples (slow; for `check`, not for builds)."""
    kinds = {part.id: part.kind for _, part in inputs.names}
    matches = {m.id: m for _, article in inputs.articles for m in article.match}
    yield from _duplicates(inputs)
    yield from _aliases(inputs)
    events: dict[str, list[EventPart]] = defaultdict(list)
    ids = {e.id for _, a in inputs.articles for e in a.event}
    for file, article in inputs.articles:
        for match in article.match:
            yield from _match(file, match, kinds)
        for event in article.event:
            events[event.match].append(event)
            yield from _event(file, event, kinds, matches, catalogue, ids)
        for fact in article.fact:
            yield from _fact(file, fact, kinds, matches, catalogue)
            if thorough:
                yield from _near_copies(file, fact)
        for match in article.match:
            yield from _sum(file, match, events[match.id])
    for fact in inputs.amendments.fact:
        yield from _fact("amendments.toml", fact, kinds, matches, catalogue)
    rows = ids | {f.id for _, a in inputs.articles for f in a.fact}
    for part in (*inputs.amendments.forget, *inputs.amendments.ask):
        if part.id not in rows:
            yield Mistake("amendments.toml", f"'{part.id}'", "no row has this id any more; remove the entry", True)


def _duplicates(inputs: Inputs) -> Iterator[Mistake]:
    seen: dict[str, str] = {}
    for file, article in inputs.articles:
        for part in (article.source, *article.match, *article.event, *article.fact):
            if part.id in seen:
                yield Mistake(file, f"'{part.id}'", f"the id is taken in {seen[part.id]}; choose another")
            seen[part.id] = file
    named: dict[str, str] = {}
    for file, name in inputs.names:
        if name.id in named:
            yield Mistake(file, f"name '{name.id}'", f"the id is taken in {named[name.id]}; choose another")
        named[name.id] = file
        for id_ in filter(None, (name.town, name.stadium, *(role.club for role in name.roles))):
            if id_ not in {part.id for _, part in inputs.names}:
                yield _unknown(file, f"name '{name.id}'", id_, {part.id: "" for _, part in inputs.names})


def _aliases(inputs: Inputs) -> Iterator[Mistake]:
    declared = {fold(clash.alias) for _, clash in inputs.clashes}
    owner: dict[str, str] = {}
    for file, name in inputs.names:
        for alias in {fold(a) for a in (*name.alias, name.full or "", name.name.en or "", name.name.it or "") if a}:
            if owner.setdefault(alias, name.id) != name.id and alias not in declared:
                yield Mistake(
                    file,
                    f"name '{name.id}'",
                    f"the alias '{alias}' belongs to '{owner[alias]}' too; remove one or add a [[clash]]",
                )


def _unknown(file: str, place: str, id_: str, known: dict[str, str]) -> Mistake:
    from ..understanding.fuzzy import nearest

    near = nearest(id_, tuple(known))
    hint = f"did you mean '{near}'?" if near else "add it to a file in names/"
    return Mistake(file, place, f"unknown name '{id_}'; {hint}")


def _match(file: str, match: MatchPart, kinds: dict[str, str]) -> Iterator[Mistake]:
    place = f"match '{match.id}'"
    ids = [match.home, match.away, match.competition, match.venue, match.winner]
    for id_ in filter(None, (*ids, *match.coaches.values(), *match.goalkeepers.values())):
        if id_ not in kinds:
            yield _unknown(file, place, id_, kinds)
    for team in (*match.coaches, *match.goalkeepers):
        if team not in (match.home, match.away):
            yield Mistake(file, place, f"'{team}' does not play in this match; use '{match.home}' or '{match.away}'")


def _event(
    file: str,
    event: EventPart,
    kinds: dict[str, str],
    matches: dict[str, MatchPart],
    catalogue: Catalogue,
    ids: set[str],
) -> Iterator[Mistake]:
    place = f"event '{event.id}'"
    if event.kind not in catalogue.events:
        yield Mistake(file, place, f"unknown kind '{event.kind}'; write one of {', '.join(catalogue.events)}")
    match = matches.get(event.match)
    if match is None:
        yield Mistake(file, place, f"unknown match '{event.match}'; write one of {', '.join(matches) or 'none yet'}")
    elif event.team and event.team not in (match.home, match.away):
        yield Mistake(file, place, f"'{event.team}' does not play in this match; use '{match.home}' or '{match.away}'")
    for id_ in filter(None, (getattr(event, name) for name in PEOPLE)):
        if id_ not in kinds:
            yield _unknown(file, place, id_, kinds)
    if event.led_to and event.led_to not in ids:
        yield Mistake(file, place, f"led_to names no event: '{event.led_to}'; write the id of an event")
    if not (event.en or event.it):
        yield Mistake(file, place, "has no sentence; write en = \"...\" or it = \"...\"")


def _fact(
    file: str, fact: FactPart, kinds: dict[str, str], matches: dict[str, MatchPart], catalogue: Catalogue
) -> Iterator[Mistake]:
    place = f"fact '{fact.id}'"
    if fact.topic not in catalogue.topics:
        yield Mistake(file, place, f"unknown topic '{fact.topic}'; write one of {', '.join(catalogue.topics)}")
    for id_ in fact.about:
        if id_ not in kinds and id_ not in matches:
            yield _unknown(file, place, id_, {**kinds, **dict.fromkeys(matches, "match")})
    if not (fact.en or fact.it):
        yield Mistake(file, place, "has no sentence; write en = \"...\" or it = \"...\"")
    for language in LANGUAGES:
        if fact.evidence is None and not (fact.en if language == "en" else fact.it):
            yield Mistake(file, place, f"has no sentence in '{language}'; write {language} = \"...\"")
        if fact.evidence is None and not fact.ask.get(language):
            yield Mistake(file, place, f"has no question in '{language}'; write ask.{language} = [\"...\"]")


def _near_copies(file: str, fact: FactPart) -> Iterator[Mistake]:
    for language in LANGUAGES:
        for one, other in combinations([fold(s) for s in fact.ask.get(language)], 2):
            if token_set_ratio(one, other) > NEAR_COPY:
                yield Mistake(
                    file, f"fact '{fact.id}'", f"'{one}' and '{other}' are near copies; say one in other words"
                )


def _sum(file: str, match: MatchPart, events: list[EventPart]) -> Iterator[Mistake]:
    """Goals must not exceed the score of their side; fewer is allowed, a report need not tell all."""
    if match.score is None:
        return
    goals: Counter[str] = Counter()
    for event in events:
        counts = event.kind in ("goal", "own_goal") or (event.kind == "penalty" and event.outcome == "scored")
        if counts and event.team:
            goals[event.team] += 1
    for team, stored in ((match.home, match.score[0]), (match.away, match.score[1])):
        if goals[team] > stored:
            yield Mistake(
                file,
                f"match '{match.id}'",
                f"the score gives {team} {stored}, but {goals[team]} goals are told; correct the score or the goals",
            )
