"""Who somebody is and how a season went: birth, height, foot and club, and what a team won, lost, scored and let in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from knowledge.drafting.fact_context import FactContext, Found, Reader, plain
from knowledge.drafting.fact_words import fact_rules, facts, number, term
from knowledge.drafting.masking import Masked
from knowledge.drafting.typed_fact import TypedFact
from knowledge.drafting.vocabulary import vocabulary
from knowledge.drafting.wording import LANGUAGES, day

FEWEST = 3
"""Different figures in a sentence that sums a season up without its points: "three wins" alone are a run."""
_PART = re.compile(
    r"<v\d+>|\b(?:at home|home|away|on the road|set[- ]pieces?|first half|so far|since|under|in casa|casalingh\w+"
    r"|intern[eo]|in trasferta|fuori casa|piazzati|palla inattiva|situazioni|girone|ultim[eia]|last|da quando)\b"
)
"""What tells that figures are of a part of a season only."""
_LEAGUE = re.compile(r"<c\d+>|\b(?:in [abc]\b|(?:in|of) the league|in campionato)")
_GOALS = frozenset({"goals_for", "goals_against"})
_CLAUSE = re.compile(r"[,;:()]| (?:e|ed|and|but|ma|while|mentre) ")
_PLACE = re.compile(
    r"\b(?:born|nat[oa]) (?:in|at|near|a|ad) "
    r"([A-ZÀ-Ú][\w’'-]+(?: (?:(?:di|de|of|upon|sul|del) )?[A-ZÀ-Ú][\w’'-]+){0,3})"
)
_BORN = re.compile(r"\b(?:born|nat[oa])\b(?=([^.;]{0,60}))")
_IT_WAS_BORN = re.compile(
    r"\b(?!(?:s?he|who|was|were|is|had|also|fu|che|egli|lui|lei|è|era|born|child|boy|son|girl|man|player|[a-z]+enne)\b)"
    r"[a-zà-ù]{3,} (?:was|were|is|è|fu|era) $"
)
"""What else was born: "the idea was born in ..."."""
_SHAPE = re.compile(r"\b[3-5](?:-\d){2,3}\b")
_YEAR = r"((?:18|19|20)\d\d)\b"
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th|°|º)? (?:of )?([a-z]+),? {_YEAR}")
_MONTH_FIRST = re.compile(rf"\b([a-z]+) (\d{{1,2}})(?:st|nd|rd|th)?,? {_YEAR}")
_ONLY_YEAR = re.compile(rf"\b(?:in|nel) {_YEAR}")


def _record(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    """Yield one figure of a season, where a sentence of an article without a match tells several."""
    known = facts()["record_items"]
    told = {known[m["item"]] for rule in fact_rules(context.language)[kind] for m in rule.finditer(row.text)}
    value = 1 if slots["number"] == "una" else number(slots["number"], context.language)
    summed = ("points" in told and len(told) > 1) or len(told) >= FEWEST
    clause = _CLAUSE.split(row.text[: slots["at"]])[-1] + _CLAUSE.split(row.text[slots["at"] :])[0]
    named = known[slots["item"]] in _GOALS and _LEAGUE.search(clause) is not None
    part = _PART.search(clause if named else row.text)
    if context.match or not (summed or named) or part or value is None:
        return
    before = [club for at, _, m in row.of("t") if at < slots["at"] and (club := context.club(m.key))]
    team = before[0] if before else context.home() or context.club_beside(row)
    if team:
        yield TypedFact(known[slots["item"]], row, teams={"team": team}, values={"value": value})


def _born(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    person = None if context.match else context.person_before(row, slots["at"])
    born = _BORN.search(row.sentence.text)
    if person is None or born is None or _IT_WAS_BORN.search(row.text, 0, slots["at"]):
        return
    place = _PLACE.match(row.sentence.text, born.start())
    if place:
        told = dict.fromkeys(LANGUAGES, place.group(1))
        yield TypedFact("born_place", row, {"person": person}, values={"value": told})
    date = _date(born.group(1).lower(), context.language)
    if date:
        yield TypedFact("born_date", row, {"person": person}, values={"value": date})


def _date(text: str, language: str) -> dict[str, str] | None:
    """Return the first day, else the first year, that a text in small letters tells, in both languages."""
    months = vocabulary(language).words_list("months")
    for pattern, at in ((_DAY_FIRST, (1, 2)), (_MONTH_FIRST, (2, 1))):
        found = pattern.search(text)
        if found and found.group(at[1]) in months and 1 <= int(found.group(at[0])) <= 31:
            iso = f"{found.group(3)}-{months.index(found.group(at[1])) + 1:02}-{int(found.group(at[0])):02}"
            return {code: day(iso, code) for code in LANGUAGES}
    year = _ONLY_YEAR.search(text)
    return dict.fromkeys(LANGUAGES, year.group(1)) if year else None


def _height(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    person = None if context.match else context.person_before(row, slots["at"])
    metres = slots.get("metres")
    value = int(re.sub(r"\D", "", metres)) if metres else int(slots["number"])
    if person:
        yield TypedFact(kind, row, {"person": person}, values={"value": value})


def _foot(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    if "person" in slots:
        yield TypedFact(kind, row, {"person": slots["person"]}, values={"value": term("feet", slots["foot"])})


def _plays(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    """Yield the club of whom an article is about that neither a match nor a move has led to."""
    hero = None if context.match or context.lead else context.hero()
    if hero and slots.get("person") == hero and "team" in slots:
        yield from plain(context, kind, row, slots)


def _system(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    """Yield how the team that an article without a match is about lines up, where a sentence tells one shape."""
    shapes = set(_SHAPE.findall(row.sentence.text))
    named = {club for _, _, m in row.of("t") if (club := context.club(m.key))}
    home, people = context.home(), {m.key for _, _, m in row.of("p")}
    if context.match or home is None or named - {home} or len(shapes) != 1:
        return
    person = {"person": people.pop()} if len(people) == 1 else {}
    yield TypedFact(kind, row, person, {"team": home}, {"value": dict.fromkeys(LANGUAGES, shapes.pop())})


PROFILE_READERS: Mapping[str, Reader] = {
    "record": _record,
    "born": _born,
    "height": _height,
    "foot": _foot,
    "plays": _plays,
    "system": _system,
}
"""How each kind of fact on a person or a season is read."""
