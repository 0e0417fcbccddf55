"""What a match led to and what surrounded it: rounds reached, cups qualified for, away supporters, the last win."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from knowledge.drafting.fact_context import FactContext, Found, Reader, needing
from knowledge.drafting.fact_words import number, term
from knowledge.drafting.masking import Masked
from knowledge.drafting.typed_fact import TypedFact
from knowledge.drafting.vocabulary import vocabulary

_NO_FACT = re.compile(
    r"\b(?:could|would|might|may|if|hop(?:e|es|ed|ing)|chance|bid|dream\w*|need\w*|want\w*|aim\w*|race|fight\w*|miss\w*"
    r"|without|failed?|out of|potrebbe\w*|avrebb\w+|sarebbe\w*|se|sper\w+|sogn\w+|serv\w+|cors[ae]|lotta|senza"
    r"|fallit\w*|manca\w*|non)\b"
)
"""What tells that a round or a cup is only hoped for, or was missed."""


SHORT, LONG = 60, 420
"""Characters of the shortest and the longest sentence that tells a goal or a card by being quoted."""
_CAUSE = re.compile(r"\b(?:when|after|for|as|per|dopo|che ha|reo|colpevole|quando)\b")
"""What leads to why a card was shown."""


def _beaten_by(context: FactContext) -> tuple[str, str] | None:
    """Return the winner and the loser of the match."""
    match = context.match
    if match is None or match.score is None or match.score[0] == match.score[1]:
        return None
    winner = int(match.score[1] > match.score[0])
    return match.teams[winner], match.teams[1 - winner]


def _won_by(context: FactContext, row: Masked, slots: Found) -> str | None:
    """Return the team of a match that a sentence says got somewhere: its winner, and nobody who only hopes."""
    result = _beaten_by(context)
    if result is None or row.sentence.quoted or _NO_FACT.search(row.text, 0, slots["end"]):
        return None
    team = slots.get("team", result[0])
    return result[0] if team == result[0] else None


def _advanced(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    team, result = _won_by(context, row, slots), _beaten_by(context)
    if team and result:
        values = {"value": term("rounds", slots["round"])}
        teams = {"team": team, "rival": result[1]}
        yield TypedFact(kind, row, teams=teams, values=values)


def _qualified(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    team, match = _won_by(context, row, slots), context.match
    if team and match and slots.get("competition") not in (None, match.competition):
        yield TypedFact(kind, row, teams={"team": team, "competition": slots["competition"]})


def _travelled(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    match = context.match
    count = int(re.sub(r"\D", "", slots["count"]))
    if match and match.home_known and slots.get("team", match.teams[1]) == match.teams[1]:
        yield TypedFact(kind, row, teams={"team": match.teams[1]}, values={"value": count})


def _shots(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    for fact in needing(context, kind, row, slots, "team") if context.match else ():
        if fact.teams["team"] not in (context.match.teams if context.match else ()):
            return
        told = number(slots["aimed"], context.language) if slots.get("aimed") else None
        if told is not None:
            fact.values["aimed"] = told
        yield fact


def _of_two(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    """Yield what a sentence tells of both teams of the match, one against the other."""
    match = context.match
    if match and match.teams.count(slots.get("rival", "")) and "team" not in slots:
        slots["team"] = match.teams[1 - match.teams.index(slots["rival"])]
    pair = {slots.get("team"), slots.get("rival")}
    if match and pair == set(match.teams):
        for fact in needing(context, kind, row, slots, "team"):
            fact.values["value"] = int(slots["year"])
            yield fact


def _last_trophy(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    if context.match and slots.get("team") in context.match.teams and not row.sentence.quoted:
        yield TypedFact(kind, row, teams={"team": slots["team"]}, values={"value": int(slots["year"])})


def _away(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    """Yield when the visitors last won on the ground of the match, which they did not now."""
    match, result = context.match, _beaten_by(context)
    if (
        match
        and match.home_known
        and slots.get("team") == match.teams[1]
        and (not result or result[0] == match.teams[0])
    ):
        teams = {"team": match.teams[1], "rival": match.teams[0]}
        yield TypedFact(kind, row, teams=teams, values={"value": int(slots["year"])})


def _rematch(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    if context.match is None or row.sentence.quoted:
        return
    months = {code: vocabulary(code).words_list("months") for code in ("en", "it")}
    month = months[context.language].index(slots["month"])
    day = int(slots["day"])
    spelled = {"en": f"{day} {months['en'][month].capitalize()}", "it": f"{day} {months['it'][month]}"}
    yield TypedFact(kind, row, values={"value": spelled})


def _first_win(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    result = _beaten_by(context)
    if result and slots.get("team", result[0]) == result[0] and not row.sentence.quoted:
        yield TypedFact(kind, row, teams={"team": result[0]}, values={"value": 0})


def _points_more(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    """Yield the points of two teams of which one has so many more: "top with seven points, one more than Roma"."""
    points, gap = (number(slots[name], context.language) for name in ("points", "gap"))
    if not points or gap is None or slots.get("team") is None or slots.get("rival") in (None, slots["team"]):
        return
    other = (
        points - gap if slots["way"] in ("more", "clear", "ahead", "in più", "di vantaggio") else points + gap
    )
    for team, value in ((slots["team"], points), (slots["rival"], other)):
        yield TypedFact("points", row, teams={"team": team}, values={"value": value})


def told_events(context: FactContext, known: Iterable[TypedFact]) -> Iterator[TypedFact]:
    """Yield the sentence of each goal of who scored once, and of each sending-off for which no reason is told."""
    match, rows = context.match, {r.sentence.index: r for r in context.reading.rows}
    if match is None or match.score is None or not match.score_evidence:
        return
    told = {fact.people.get("person") for fact in known if fact.kind == "dismissed_why"}
    scorers = [g.scorer for g in match.goals]
    parts = [("goal_told", g.scorer, g.sentence) for g in match.goals if scorers.count(g.scorer) == 1]
    parts += [
        ("dismissed_told", e.player, e.sentence)
        for e in match.events
        if e.detail.get("colour") == "red" and e.player not in told
    ]
    for kind, person, at in parts:
        row = rows.get(at)
        if row is None or row.sentence.title or not SHORT <= len(row.sentence.text) <= LONG:
            continue
        if kind == "dismissed_told" and _CAUSE.search(row.text) is None:
            continue
        if any(m.kind == "p" and m.key == person for m in row.marks):
            text = row.sentence.text.strip().replace("“", "‘").replace("”", "’")
            value = dict.fromkeys(("en", "it"), text)
            yield TypedFact(kind, row, {"person": person}, values={"value": value})


def _quoted(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    """Yield what a sentence of a report tells by being quoted: never of a goal, nor of what is an event already."""
    text, match = row.sentence.text.strip(), context.match
    if match is None or row.sentence.quoted or row.sentence.title or len(text) > LONG:
        return
    known = [g.sentence for g in match.goals] + [e.sentence for e in match.events if e.kind == "miss"]
    if kind == "woodwork_told" and row.sentence.index in known:
        return
    for fact in needing(context, kind, row, slots, "person"):
        value = dict.fromkeys(("en", "it"), text.replace("“", "‘").replace("”", "’"))
        yield TypedFact(kind, row, {"person": fact.people["person"]}, values={"value": value})


OCCASION_READERS: Mapping[str, Reader] = {
    "advanced": _advanced,
    "qualified": _qualified,
    "travelled": _travelled,
    "shots": _shots,
    "last_beat": _of_two,
    "last_away": _away,
    "last_trophy": _last_trophy,
    "rematch": _rematch,
    "first_win": _first_win,
    "points_more": _points_more,
    "woodwork_told": _quoted,
    "dedicated": _quoted,
}
"""How each kind of fact on what a match led to is read."""
