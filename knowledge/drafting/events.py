"""What else happened: assists, cards, saves, misses, substitutions, injuries, disallowed goals."""

from __future__ import annotations

import re
from collections import Counter

from knowledge.drafting import subjects
from knowledge.drafting.card_talk import only_spoken_of
from knowledge.drafting.clock import Clock
from knowledge.drafting.goal_scene import Told
from knowledge.drafting.masking import Masked
from knowledge.drafting.records import TAKEN_BACK, Event, Goal, Mention
from knowledge.drafting.subjects import Doer
from knowledge.drafting.vocabulary import Rule, Vocabulary, compile_rule, pattern

_MARKS = re.compile(r"<([a-z])\d+>")


def add_assists(rows: list[Masked], goals: list[Goal], vocab: Vocabulary) -> None:
    """Give goals the person that set them up, where their sentence tells."""
    thing = vocab.raw["labels"]["assist_thing"]
    owner = (
        compile_rule(rf"({{P}})’s? (?:{thing})\b")
        if vocab.language == "en"
        else compile_rule(
            rf"(?:{thing}) (?:[a-zàèéìòù]+ ){{0,3}}?(?:di|del|da|dal) ?(?:[a-zàèéìòù]+ ){{0,2}}({{P}})"
        )
    )
    by_index = {row.sentence.index: row for row in rows}
    for goal in (g for g in goals if g.kind != "own_goal"):
        row = by_index.get(goal.sentence)
        if row is None or (goal.listed and not any(m.key == goal.scorer for m in row.marks)):
            row = next((r for r in rows if r.sentence.text == goal.evidence), None)
        if row is None:
            continue
        if goal.listed:
            story = (by_index.get(i) for i in sorted(goal.told_in))
            row = next((r for r in story if r and any(m.key == goal.scorer for m in r.marks)), row)
        named = [m for match in vocab.rules["assist"].finditer(row.text) for m in _people(row, match.group())]
        beside = {g.scorer for g in goals if g.sentence == goal.sentence}
        owners = ((row.mark(m.group(1)), m.group()) for m in owner.finditer(row.text))
        named += [m for m, told in owners if not (m.key in beside and told.endswith("header"))]
        named += [
            m
            for match in vocab.rules["assist_verb"].finditer(row.text)
            for m in _subject(row, match.start(), vocab)
        ]
        others = {g.scorer for g in goals if g.sentence == goal.sentence} - {goal.scorer}
        goal.assist = next(
            (m.key for m in named if m.key != goal.scorer and not _nearer(row, m, others, goal.scorer)),
            goal.assist,
        )


APART = 200
"""Characters that a clause between two names counts for."""
BEHIND = 60
"""The same for a scorer told behind who passed to him: most stand before."""
_CLAUSE = re.compile(r"[,;]")


def _nearer(row: Masked, passer: Mention, others: set[str], scorer: str) -> bool:
    """Whether somebody stands next to another scorer of a sentence than this one."""
    people = row.of("p")
    at = next((a for a, _, m in people if m is passer or m == passer), None)
    if at is None:
        return False

    def far(place: int) -> int:
        apart = len(_CLAUSE.findall(row.text, min(place, at), max(place, at)))
        return abs(place - at) + APART * apart + (BEHIND if place > at else 0)

    own = [far(a) for a, _, m in people if m.key == scorer]
    theirs = [far(a) for a, _, m in people if m.key in others - {passer.key}]
    return bool(own and theirs) and min(theirs) < min(own)


def _people(row: Masked, text: str) -> list[Mention]:
    found = [row.mark(m.group()) for m in _MARKS.finditer(text) if m.group(1) == "p"]
    if found:
        return found
    match = re.compile(re.escape(text) + r" (?:the )?(?:[a-z\-]+ ){0,3}(<p\d+>)").search(row.text)
    return [row.mark(match.group(1))] if match else []


_BY = re.compile(r"(?: [a-z\-]+){0,3}? (?:by|da|dal|dalla|dall’) (?:[a-zà-ù\-]+ ){0,4}?(<p\d+>)")
"""Who did what a word before told of the other: "saw his shot pushed away by keeper <p>"."""


def _saver(row: Masked, end: int) -> Mention | None:
    """Return who made a save of which the one who shot was told first."""
    match = _BY.match(row.text, end)
    return row.mark(match.group(1)) if match else None


def _subject(row: Masked, start: int, vocab: Vocabulary) -> list[Mention]:
    subject = subjects.before(row, start, vocab)
    return [subject.person] if isinstance(subject, Doer) and subject.sure > 0.5 else []


def find_events(
    rows: list[Masked],
    vocab: Vocabulary,
    clock: Clock,
    told: Told,
    sides: dict[str, Counter[int]],
    skip: set[int],
    coaches: set[str],
) -> list[Event]:
    """Return the events that are no goals, each with its sentence; coaches neither save nor miss."""
    found: list[Event] = []
    for row in rows:
        if (
            row.sentence.quoted
            or row.sentence.index in skip
            or (vocab.has("past_match", row.text) and row.sentence.index > 1)
        ):
            continue
        found += _cards(row, vocab, clock)
        for kind, rule, score in (("save", "save", 0.7), ("miss", "miss", 0.65)):
            found += [
                _event(kind, row, doer, match.end(), clock, score)
                for match in vocab.rules[rule].finditer(row.text)
                if (m := _people(row, match.group()))
                and (doer := _saver(row, match.end()) or m[0] if kind == "save" else m[0]).key not in coaches
            ]
        for match in vocab.rules["subbed"].finditer(row.text):
            people = _people(row, match.group())
            swapped = match.group().startswith(LEAVES) or vocab.has("subbed_off", match.group())
            swapped = swapped or bool(_TAKES_OFF.search(row.text, 0, match.start()))
            if len(people) == 2 and swapped:
                people.reverse()
            several = _LISTED_BEFORE.search(row.text, 0, match.start()) and _LISTED_BEHIND.match(
                row.text, match.end()
            )
            if len(people) == 2 and not several:
                event = _event("substitution", row, people[0], match.end(), clock, 0.6)
                event.detail["off"] = people[1].key
                if _EARLIER.search(match.group()):
                    event.minute = None
                found.append(event)
        swapped_in = {
            e.player for e in found if e.kind == "substitution" and e.sentence == row.sentence.index
        }
        for match in vocab.rules["sent_on"].finditer(row.text):
            senders = [m.key for _, end, m in row.of("p") if end <= match.start() and m.key in coaches]
            for person in _people(row, match.group()):
                if person.key not in swapped_in | coaches:
                    found.append(_event("substitution", row, person, match.end(), clock, 0.6))
                    found[-1].detail |= {"sent_by": senders[-1]} if senders else {}
        injury = vocab.rules["injury"].search(row.text)
        if injury:
            subject = _injured(row, injury, vocab)
            found += [_event("injury", row, s, injury.end(), clock, 0.5) for s in subject]
    for goal in told.denied:
        if TAKEN_BACK in goal.standing or vocab.has("denied_next", goal.evidence.lower()):
            found.append(
                Event("disallowed_goal", goal.scorer, goal.minute, None, goal.sentence, goal.evidence, 0.6)
            )
    return _unique(found, sides)


LEAVES = ("fuori ", "esce ", "escono ")
"""How words on a change begin that name who leaves first: "fuori <p>, dentro <p>"."""
_EARLIER = re.compile(r"\b(?:who had|had (?:come|replaced)|entrat[oa] (?:da|prima|poco prima))\b")
"""What tells of a change before what the sentence gives the minute of."""
_TAKES_OFF = re.compile(
    r"\b(?:toglie|richiama|leva|cambia|sostituisce|tolto|richiamato|took off|takes off|withdrew|withdraws|sacrific\w+)"
    r" (?:(?!(?:per|for|e|and)\b)[a-zà-ù’\-]+ ){0,3}$"
)
"""What stands before who leaves, where who comes is named behind him: "toglie <p> per <p>"."""
_HURT = re.compile(
    r"(?: (?:to|for|di|a|al|per|occorso a|accusato da|subito da|patito da))? ?(?:[a-zà-ù\-]+ ){0,2}(<p\d+>)"
)
"""Whom an injury hit, behind the word for it: "an injury to <p>", "the injured <p>"."""
_WHO_HURT = re.compile(
    r"(<p\d+>),? (?:(?:che|who)\b[^.;<]{0,50}|(?:uscito|out|ko|fermo|sostituito|fermato)\b(?:[^.;<]|<m\d+>){0,40})$"
)
"""Whom it hit, in a clause of his: "without <p>, who is carried off"."""


def _injured(row: Masked, match: re.Match[str], vocab: Vocabulary) -> list[Mention]:
    """Return who is hurt: whom a clause is of, whom the word names behind it, else the subject before."""
    named = _WHO_HURT.search(row.text, 0, match.start()) or _HURT.match(row.text, match.end())
    return [row.mark(named.group(1))] if named else _subject(row, match.start(), vocab)


def _cards(row: Masked, vocab: Vocabulary, clock: Clock) -> list[Event]:
    """Return the sendings-off and cautions of a sentence."""
    events = []
    for colour in ("red", "yellow"):
        told = list(vocab.rules[colour].finditer(row.text))
        sure = [
            m
            for m in told
            if not _could(row.text, m, vocab.rules["deny_before"]) and not only_spoken_of(row.text, m)
        ]
        if sure and _SHORT_OF.search(row.text):
            sure = told
        sure.sort(key=lambda m: pattern("card_to").match(row.text[m.end() :]) is None)
        named = [(m, person) for m in sure if (person := _carded(row, m, vocab)) is not None]
        if named:
            match, person = named[0]
            event = _event("card", row, person, match.end(), clock, 0.75)
            event.detail["colour"] = colour
            events.append(event)
        if told:
            break
    return events


def _could(text: str, match: re.Match[str], deny: Rule) -> bool:
    return (
        deny.search(text[max(0, match.start() - 60) : match.start()]) is not None
        or "var" in text[match.end() : match.end() + 8]
    )


_WHO = re.compile(r"(<p\d+>),? ?\(?(?:who|che)(?: [a-zàèéìòù]+){0,3} ?$")
"""Whose clause it is: "Rossi (che viene anche espulso)"."""
_ASIDE = re.compile(
    r"(<p\d+>), (?!and\b|e\b)[a-zà-ù][^,.;]*<p\d+>[^,.;]*, (?:was|is|got|were|è stato|viene|è)(?: [a-zà-ù\-]+){0,2} ?$"
)
"""Who met with it, beyond an aside that names another: "<p>, already booked for a foul on <p>, was sent off"."""
_SHORT_OF = re.compile(r"\b(?:in dieci|in nove|down to (?:ten|nine)|reduced to (?:ten|nine|10|9))\b")
"""What tells that a card was shown, whatever the words before it leave open."""
_AND_WAS = re.compile(r"(<p\d+>) (?!and\b|[a-z\-]+ <p)[a-z][^.;]*<p\d+> and (?:was|is|got|were) ?$")
"""Who did the one thing and met with the other: "<p> fouled <p> and was sent off"."""

_WAS = re.compile(r"(<p\d+>),? (?:was|is|were|got|gets|being|been|(?:has|had) been)(?: [a-z\-]+){0,4} ?$")
"""Who met with it, though the sentence is about somebody else: "<p> went down and <p> was shown a"."""


def _carded(row: Masked, match: re.Match[str], vocab: Vocabulary) -> Mention | None:
    """Return who was shown a card: after "espulso", "red card for", else the subject before."""
    after = pattern("card_to").match(row.text[match.end() :])
    subject = subjects.before(row, match.start(), vocab)
    if vocab.language == "it" and after:
        return row.mark(after.group(1))
    told = row.text[: match.start()]
    who = _WHO.search(told) or _ASIDE.search(told) or _AND_WAS.search(told) or _WAS.search(told)
    if who:
        return row.mark(who.group(1))
    owner = re.search(r"(<p\d+>)’s? (?:[a-z\-]+ ){0,3}$", row.text[: match.start()])
    if owner:
        return row.mark(owner.group(1))
    if isinstance(subject, Doer):
        return subject.person
    return row.mark(after.group(1)) if after else None


def _event(kind: str, row: Masked, person: Mention, place: int, clock: Clock, confidence: float) -> Event:
    minute = clock.at(row, place, place)
    return Event(
        kind,
        person.key,
        minute.minute if minute and minute.sure > CARRIED else None,
        None,
        row.sentence.index,
        row.sentence.text,
        confidence,
    )


_LISTED_BEFORE = re.compile(r"<p\d+>,? (?:and|e) $")
_LISTED_BEHIND = re.compile(r",? (?:(?:and|e) )?<p\d+>")
"""What stands round two people who change places where several do: who went for whom is not told."""
CARRIED = 0.4
"""How sure a minute is that only a sentence before tells."""


def _unique(events: list[Event], sides: dict[str, Counter[int]]) -> list[Event]:
    """Return the events without repetitions, with the side of each player where told."""
    found: list[Event] = []
    for event in events:
        votes = sides.get(event.player)
        event.team = votes.most_common(1)[0][0] if votes else None
        same = [
            f
            for f in found
            if f.kind == event.kind
            and f.player == event.player
            and (f.minute is None or event.minute is None or abs(f.minute - event.minute) < 2)
            and (
                event.kind in ("card", "substitution", "injury", "disallowed_goal")
                or abs(f.sentence - event.sentence) < 2
            )
        ]
        if same:
            same[0].minute = same[0].minute if same[0].minute is not None else event.minute
        else:
            found.append(event)
    return found
