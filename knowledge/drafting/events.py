"""What else happened: cards, saves, misses, substitutions, injuries, disallowed goals."""

from __future__ import annotations

import re
from collections import Counter

from knowledge.drafting import subjects
from knowledge.drafting.card_talk import FOULING, only_spoken_of
from knowledge.drafting.clock import Clock
from knowledge.drafting.goal_scene import Told
from knowledge.drafting.masking import Masked
from knowledge.drafting.records import TAKEN_BACK, Event, Mention
from knowledge.drafting.subjects import Doer
from knowledge.drafting.vocabulary import Rule, Vocabulary, pattern

_MARKS = re.compile(r"<([a-z])\d+>")


def people_in(row: Masked, text: str) -> list[Mention]:
    """Return the people of a passage of a sentence, else the next one behind it."""
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


def doer_before(row: Masked, start: int, vocab: Vocabulary) -> list[Mention]:
    """Return whom the words before a place are told of, nobody where that is unsure."""
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
                if (m := people_in(row, match.group()))
                and (doer := _saver(row, match.end()) or m[0] if kind == "save" else m[0]).key not in coaches
            ]
        for match in vocab.rules["subbed"].finditer(row.text):
            people = people_in(row, match.group())
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
            for person in people_in(row, match.group()):
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
    return [row.mark(named.group(1))] if named else doer_before(row, match.start(), vocab)


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
_WHOSE = (_WHO, _ASIDE, _AND_WAS, _WAS, FOULING)
"""What tells who was shown a card, the surest first."""


def _carded(row: Masked, match: re.Match[str], vocab: Vocabulary) -> Mention | None:
    """Return who was shown a card: after "espulso", "red card for", else the subject before."""
    after = pattern("card_to").match(row.text[match.end() :])
    subject = subjects.before(row, match.start(), vocab)
    if vocab.language == "it" and after:
        return row.mark(after.group(1))
    told = row.text[: match.start()]
    who = next((found for rule in _WHOSE if (found := rule.search(told))), None)
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
