"""Transfers and contracts: who signs, for how long and how much, his age, his position and where he was before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from knowledge.drafting.fact_context import FactContext, Found, Reader, needing, plain
from knowledge.drafting.fact_words import length, nations, number, term
from knowledge.drafting.masking import Masked
from knowledge.drafting.typed_fact import TypedFact

_LAST_SEASON = re.compile(r"\b(?:scors[ao]|ultim[ao]|passat[ao]|precedente)\b")
"""What tells in Italian that figures are of the season before."""
_UNTIL = re.compile(
    r"\b(?:until|through to|to|fino al|sino al)(?: (?:30 )?(?:june|giugno))?(?: del)? (20\d\d)\b"
)
"""The year that a new contract runs to."""


def _signing(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    if context.match or "person" not in slots or "team" not in slots:
        return
    if context.lead is None:
        context.lead = slots["person"], slots["team"]
    yield from plain(context, "signing", row, slots)
    yield from plain(context, "signed", row, slots)
    yield from needing(context, "came_from", row, slots, "club")


def _came_from(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    lead = context.lead[0] if context.lead else None
    own = "club" in slots and slots.get("person", lead) == lead
    if context.lead and context.lead[1] and own and lead in {m.key for _, _, m in row.of("p")}:
        if slots["club"] != context.lead[1]:
            clubs = {"team": context.lead[1], "club": slots["club"]}
            yield TypedFact(kind, row, {"person": context.lead[0]}, clubs)
    elif "club" in slots and slots.get("person", lead) == lead:
        yield from _of_lead(context, kind, row, slots, None)
    elif "club" in slots and context.match is None and context.home():
        slots["team"] = context.home()
        yield from plain(context, kind, row, slots)


def _last_club(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    if "club" in slots:
        context.before = slots["club"]
        yield from _of_lead(context, kind, row, slots, None)


def _loan(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    clubs = {context.club(m.key) for _, _, m in row.of("t")}
    here = context.lead is not None and context.lead[1] in clubs
    if not here and (
        _AT.match(row.text, slots["end"]) or (clubs and _EARLIER.search(row.text, slots["end"]))
    ):
        return
    yield from _of_lead(context, kind, row, slots, term("deals", slots["deal"]))


def _record_goals(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    if context.language == "it" and not _LAST_SEASON.search(row.text):
        return
    if context.before:
        slots.setdefault("club", context.before)
    yield from _of_lead(context, kind, row, slots, number(slots["number"], context.language))


def _contract(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    value = length(slots, context.language)
    yield from _of_hero(context, kind, row, slots, value)


def _renewed(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    if context.match or "person" not in slots or "team" not in slots:
        return
    if context.lead is None:
        context.lead = slots["person"], slots["team"]
    year = _UNTIL.search(row.text)
    for fact in plain(context, kind, row, slots) if year else ():
        fact.values["value"] = int(year.group(1)) if year else 0
        yield fact


def _until(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    yield from _of_hero(context, kind, row, slots, int(slots["year"]))


_AT = re.compile(r" (?:at|with|to|for|al|alla|all’|nel|nella|con) ?(?:il |la |l’)?<t\d+>")
_EARLIER = re.compile(
    r"\b(?:in (?:19|20)\d\d|last (?:season|term)|nel (?:19|20)\d\d|scorsa (?:stagione|annata))\b"
)
"""What goes on behind the terms of a move that was an earlier one: at another club, or in another year."""
_NO_FEE = re.compile(r"\b(?:ingaggio|stipendio|offert\w+|a stagione|all’anno|wages?|salary|a week)\b")
"""What tells of a sum that it is no fee: what somebody earns, or what was only offered."""


def _fee(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    if _NO_FEE.search(row.text):
        return
    yield from _of_hero(context, kind, row, slots, {"en": slots["sum"], "it": slots["sum"]})


def _shirt(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    yield from _of_lead(context, kind, row, slots, number(slots["number"], context.language))


def _age(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    person = slots.get("person") or (None if context.match else context.hero())
    told = context.match is None or "year-old" in row.text or "enne" in row.text
    if person and told and 14 <= int(slots["age"]) <= 90:
        yield from plain(context, kind, row, slots | {"person": person})


def _position(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    hero = None if context.match else context.hero()
    if hero:
        slots.setdefault("person", hero)
    for fact in needing(context, kind, row, slots, "person"):
        fact.values["value"] = term("positions", slots["position"])
        yield fact


def _nationality(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    hero = None if context.match else context.hero()
    if hero:
        slots.setdefault("person", hero)
    for fact in needing(context, kind, row, slots, "person"):
        fact.values["value"] = term("peoples", slots["people"])
        yield fact


def _national(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    hero = None if context.match else context.hero()
    if hero:
        slots.setdefault("person", hero)
    told = nations().get(slots["nation"]) or nations().get(slots["nation"].split()[-1])
    for fact in needing(context, kind, row, slots, "person") if told else ():
        fact.values["value"] = told
        yield fact


def _wanted(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    """Yield which other club was after the player whom an article on a transfer is about."""
    if context.lead and slots.get("club") not in (None, context.lead[1], context.before):
        yield from _of_lead(context, kind, row, slots, None)


def _hurt(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    """Yield who is injured, in an article without a match: in a report injuries are events."""
    if context.match:
        return
    if hero := context.hero():
        slots.setdefault("person", hero)
    told = [(a, club) for a, _, m in row.of("t") if (club := context.club(m.key))]
    own = next((club for a, club in told if not a), None)
    if own is None and context.lead and slots.get("person") == context.lead[0]:
        own = context.lead[1]
    if own:
        slots["team"] = own
    for fact in needing(context, kind, row, slots, "person"):
        if "injury" in slots:
            fact.values["value"] = term("injuries", slots["injury"])
        yield fact


def _agent(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    hero = None if context.match else context.hero()
    if hero:
        slots.setdefault("person", hero)
    if slots.get("person") != slots.get("other"):
        yield from needing(context, kind, row, slots, "person")


def _club_goals(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    home, hero = context.home(), context.hero()
    if hero and "person" not in slots:
        slots["person"] = hero
    if home and context.lead and hero == slots.get("person"):
        slots.setdefault("team", home)
    yield from () if context.match else needing(context, kind, row, slots, "person")


def _caps(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    hero = None if context.match else context.hero()
    if hero:
        slots.setdefault("person", hero)
    yield from needing(context, kind, row, slots, "person")


def _of_lead(
    context: FactContext, kind: str, row: Masked, slots: Found, value: object
) -> Iterator[TypedFact]:
    """Yield a fact on the player who moves, where an article is on a transfer."""
    if context.lead is None or context.match or context.lead[1] is None:
        return
    if context.turned_to(row, slots["at"]) not in (None, context.lead[0]):
        return
    fact = TypedFact(kind, row, {"person": context.lead[0]}, {"team": context.lead[1]})
    if "club" in slots:
        fact.teams["club"] = slots["club"]
    if value:
        fact.values["value"] = value
    yield fact


def _of_hero(
    context: FactContext, kind: str, row: Masked, slots: Found, value: object
) -> Iterator[TypedFact]:
    lead = context.lead[0] if context.lead else None
    person, home = lead or context.person_before(row, slots["at"]), context.home()
    turned = context.turned_to(row, slots["at"])
    if lead and turned not in (None, lead):
        person, home = turned or None, None
    if person is None or not value or context.match:
        return
    slots["person"] = person
    clubs = {club for _, _, m in row.of("t") if (club := context.club(m.key))}
    if home or len(clubs) == 1:
        slots["team"] = home or clubs.pop()
    slots.pop("number", None)
    for fact in plain(context, kind, row, slots):
        fact.values["value"] = value
        yield fact


TRANSFER_READERS: Mapping[str, Reader] = {
    "signing": _signing,
    "came_from": _came_from,
    "last_club": _last_club,
    "loan": _loan,
    "record_goals": _record_goals,
    "record_games": _record_goals,
    "contract": _contract,
    "until": _until,
    "fee": _fee,
    "shirt": _shirt,
    "hurt": _hurt,
    "age": _age,
    "renewed": _renewed,
    "expired": _until,
    "nationality": _nationality,
    "agent": _agent,
    "national": _national,
    "wanted": _wanted,
    "club_goals": _club_goals,
    "club_games": _club_goals,
    "caps": _caps,
    "first_club": _caps,
    "position": _position,
}
"""How each kind of fact on a transfer or a contract is read."""
