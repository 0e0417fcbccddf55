"""What single files cannot tell: references, duplicates, clashes. Names, scores and samples stand apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from knowledge.models import LANGUAGES, Mistake
from knowledge.understanding.fuzzy import nearest

from .catalogue import Catalogue
from .files import AMENDMENTS, Inputs
from .name_checks import Dangling, Kinds, check_names, expected_name
from .sample_checks import check_samples
from .schema import EventPart, FactPart, MatchPart
from .score_checks import check_score

PEOPLE = ("player", "assist", "by", "on", "off", "won_by", "fouled_by", "keeper")


def check_inputs(
    inputs: Inputs, catalogue: Catalogue, *, thorough: bool = False, whole: bool = True
) -> Iterator[Mistake]:
    """Yield every mistake across files.

    `thorough` also judges samples (for `check`, not for builds). Without `whole` some file could not be read,
    so that what nothing is known of may stand in it.
    """
    for mistake in _mistakes(inputs, catalogue):
        if whole or not isinstance(mistake, Dangling):
            yield mistake
    if thorough:
        yield from check_samples(inputs)


def _mistakes(inputs: Inputs, catalogue: Catalogue) -> Iterator[Mistake]:
    kinds: Kinds = {part.id: part.kind for _, part in inputs.names}
    matches = {m.id: m for _, article in inputs.articles for m in article.match}
    sources = {article.source.id for _, article in inputs.articles}
    events: dict[str, list[EventPart]] = defaultdict(list)
    forgotten = {part.id for part in inputs.amendments.forget}
    for _, article in inputs.articles:
        for event in article.event:
            events[event.match].append(event)
    ids = {e.id for own in events.values() for e in own}
    yield from _duplicates(inputs)
    yield from check_names(inputs, kinds)
    for file, article in inputs.articles:
        for match in article.match:
            yield from _match(file, match, kinds)
            yield from check_score(file, match, [e for e in events[match.id] if e.id not in forgotten])
        for event in article.event:
            yield from _event(file, event, kinds, matches, catalogue, ids)
        for fact in article.fact:
            yield from _fact(file, fact, kinds, matches, catalogue, sources)
    for fact in inputs.amendments.fact:
        yield from _fact(AMENDMENTS, fact, kinds, matches, catalogue, sources)
    yield from _references(inputs, ids)


def _references(inputs: Inputs, events: set[str]) -> Iterator[Mistake]:
    rows = events | {f.id for _, a in inputs.articles for f in a.fact}
    own = {f.id for f in inputs.amendments.fact}
    for file, article in inputs.articles:
        for fact in article.fact:
            for id_ in sorted(
                set(fact.tells) - ({f.id for f in article.fact} | {e.id for e in article.event})
            ):
                yield Dangling(file, f"fact '{fact.id}', tells", f"the article has no row '{id_}'; remove it")
    changed = [*(p.id for p in inputs.amendments.forget), *(p.id for p in inputs.amendments.ask)]
    for id_ in changed:
        if id_ not in rows | own:
            yield Dangling(AMENDMENTS, f"'{id_}'", "no row has this id any more; remove the entry", True)
    for (_, id_), file in inputs.asked_in.items():
        if id_ not in rows:
            near = nearest(id_, tuple(rows))
            hint = f"did you mean '{near}'?" if near else "remove it"
            yield Dangling(file, f"'{id_}'", f"no row has this id; {hint}")


def _duplicates(inputs: Inputs) -> Iterator[Mistake]:
    seen: dict[str, str] = {}
    for file, article in inputs.articles:
        rows = [article.source.id, *(m.id for m in article.match)]
        for id_ in (*rows, *(e.id for e in article.event), *(f.id for f in article.fact)):
            if id_ in seen:
                yield _taken(file, f"'{id_}'", seen[id_])
            seen.setdefault(id_, file)
    for fact in inputs.amendments.fact:
        if fact.id in seen:
            yield _taken(AMENDMENTS, f"'{fact.id}'", seen[fact.id])
        seen.setdefault(fact.id, AMENDMENTS)
    named: dict[str, str] = {}
    for file, name in inputs.names:
        if name.id in named:
            yield _taken(file, f"name '{name.id}'", named[name.id])
        elif name.id in seen:
            yield _taken(file, f"name '{name.id}'", seen[name.id])
        named.setdefault(name.id, file)


def _taken(file: str, place: str, by: str) -> Mistake:
    return Mistake(file, place, f"the id is taken in {by}; choose another")


def _match(file: str, match: MatchPart, kinds: Kinds) -> Iterator[Mistake]:
    place = f"match '{match.id}'"
    for field, kind in (
        ("home", "club"),
        ("away", "club"),
        ("winner", "club"),
        ("competition", "competition"),
        ("venue", "place"),
    ):
        yield from expected_name(file, f"{place}, {field}", getattr(match, field), kind, kinds)
    for field in ("coaches", "goalkeepers"):
        for team, person in getattr(match, field).items():
            yield from expected_name(file, f"{place}, {field}", person, "person", kinds)
            yield from _plays(file, f"{place}, {field}", team, match)
    yield from _plays(file, f"{place}, winner", match.winner, match)
    if match.home == match.away:
        yield Mistake(file, f"{place}, away", f"'{match.away}' plays itself; write the other team")


def _plays(file: str, place: str, team: str | None, match: MatchPart) -> Iterator[Mistake]:
    if team and team not in (match.home, match.away):
        yield Mistake(
            file, place, f"'{team}' does not play in this match; write '{match.home}' or '{match.away}'"
        )


def _event(
    file: str,
    event: EventPart,
    kinds: Kinds,
    matches: Mapping[str, MatchPart],
    catalogue: Catalogue,
    ids: set[str],
) -> Iterator[Mistake]:
    place = f"event '{event.id}'"
    if event.kind not in catalogue.events:
        kinds_known = ", ".join(catalogue.events)
        yield Mistake(file, f"{place}, kind", f"unknown kind '{event.kind}'; write one of {kinds_known}")
    match = matches.get(event.match)
    if match is None:
        known = ", ".join(matches) or "a [[match]] first"
        yield Dangling(file, f"{place}, match", f"unknown match '{event.match}'; write one of {known}")
    else:
        yield from _plays(file, f"{place}, team", event.team, match)
    for field in PEOPLE:
        yield from expected_name(file, f"{place}, {field}", getattr(event, field), "person", kinds)
    if event.led_to and event.led_to not in ids:
        yield Dangling(
            file, f"{place}, led_to", f"names no event: '{event.led_to}'; write the id of an event"
        )
    if event.period == "second_half" and event.minute and event.minute <= 45:
        remedy = f"write {event.minute + 45}, minutes count from the first kick-off"
        yield Mistake(file, f"{place}, minute", f"minute {event.minute} is not in the second half; {remedy}")
    yield from _sentences(file, place, event)


def _fact(
    file: str,
    fact: FactPart,
    kinds: Kinds,
    matches: Mapping[str, MatchPart],
    catalogue: Catalogue,
    sources: set[str],
) -> Iterator[Mistake]:
    place = f"fact '{fact.id}'"
    if fact.topic not in catalogue.topics:
        near = nearest(fact.topic, tuple(catalogue.topics))
        hint = f"did you mean '{near}'?" if near else f"write one of {', '.join(catalogue.topics)}"
        yield Mistake(file, f"{place}, topic", f"unknown topic '{fact.topic}'; {hint}")
    if fact.source and fact.source not in sources:
        yield Dangling(
            file,
            f"{place}, source",
            f"unknown source '{fact.source}'; write one of {', '.join(sorted(sources))}",
        )
    for id_ in fact.about:
        if id_ not in matches and id_ not in kinds:  # what stands is put together for the hint alone
            yield from expected_name(
                file, f"{place}, about", id_, None, {**kinds, **dict.fromkeys(matches, "match")}
            )
    yield from _sentences(file, place, fact)
    for language in LANGUAGES:
        if fact.evidence is None and not fact.ask.get(language):
            yield Mistake(file, place, f"has no question in '{language}'; write ask.{language} = [\"...\"]")


def _sentences(file: str, place: str, row: EventPart | FactPart) -> Iterator[Mistake]:
    """Yield missing sentences: a row has both languages, a draft's row (with evidence) one at least."""
    missing = [language for language in LANGUAGES if not (row.en if language == "en" else row.it)]
    if row.evidence is not None and len(missing) < len(LANGUAGES):
        return
    for language in missing:
        yield Mistake(file, place, f"has no sentence in '{language}'; write {language} = \"...\"")
