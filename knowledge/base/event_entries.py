"""The fields of an event as entries: who, when, with whose help, how, why; and what happened."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from knowledge.answers.grammar import say
from knowledge.answers.wording import word
from knowledge.models import LANGUAGES, Match, Name, Polarity
from knowledge.understanding.index import DRAFTED

from .catalogue import Catalogue
from .drafts import Draft, Texts, questions_of
from .schema import Both, EventPart, in_both

PEOPLE = ("player", "assist", "by", "on", "off", "won_by", "fouled_by", "keeper")
BOTH_SIDES = {
    ("save", "by"),
    ("error", "player"),
    ("error", "by"),
    ("penalty", "won_by"),
    ("penalty", "fouled_by"),
    ("foul", "on"),
    ("foul", "player"),
}
"""(event kind, field) that are told of either side, so that a team in the question does not decide."""

SCORED = frozenset({"goal", "penalty"})
"""Kinds of event that are of one side's scorer."""
FOUL = frozenset({"won_by", "fouled_by"})
"""Fields of a penalty that a question may name the other party of: "who fouled Darmian for the penalty?"."""
_LISTED = re.compile(r"^[^.]{0,25}:|\d['’′](?:.*\d['’′]){2}|^[^ ]+ [^ ]+$")
"""What is a list of goals and no sentence on one."""


class EventEntries:
    """Drafts the entries of events."""

    def __init__(self, names: Mapping[str, Name], known: Catalogue) -> None:
        self.names = names
        self.catalogue = known

    def drafts(
        self,
        event: EventPart,
        match: Match,
        source: str,
        bystanders: frozenset[str] = frozenset(),
        stood: tuple[int, int] | None = None,
        missing: frozenset[str] = frozenset(),
        language: str | None = None,
    ) -> Iterator[Draft]:
        """Draft an entry for each field of `event` that is stored, and one for what happened.

        `bystanders` are the people of the events that it led to or came from: a question may name them. `stood` is
        the score that the event made, home goals first; `missing` are the tokens of a goal beside which others are
        untold; `language` is that of the article.
        """
        fields = self.catalogue.events.get(event.kind, {})
        people = {p for p in (getattr(event, f) for f in PEOPLE) if p}
        team = event.team
        tokens = _half_of(event) | ({"made:" + "-".join(map(str, sorted(stood)))} if stood else set())
        tokens |= {f"side:{team}"} if team and stood else set()
        tokens |= {DRAFTED} if event.evidence is not None else set()
        tokens |= missing if event.evidence is not None else set()
        slots: dict[str, dict[str, Any]] = {lang: self._slots(event, match, lang) for lang in LANGUAGES}
        sentence = in_both(event.en, event.it)
        for field, kind in fields.items():
            value = getattr(event, field, None)
            if field == "how":
                value = value or event.kind
            if value is None:
                continue
            text: dict[str, str] = {
                lang: self._text(event, field, slots[lang], lang) or sentence[lang] for lang in LANGUAGES
            }
            if field == "how" and event.how is None and event.evidence and language:
                if _LISTED.search(event.evidence):
                    continue
                text = {language: event.evidence}  # how it went stands only in the article's own words
            core = people - {value} | bystanders if field == "player" else {event.player or ""} - {""}
            core = people - {value} if field in FOUL else core  # whoever had a part in it may be named
            shown: dict[str, str] = {lang: self._shown(event, field, value, lang) for lang in LANGUAGES}
            yield Draft(
                id=f"{event.id}:{field}",
                row=event.id,
                intent=f"{event.kind}.{field}",
                source=source,
                match=event.match,
                kinds=frozenset({kind}),
                names=frozenset(people | match.names | bystanders),
                core=frozenset(core),
                values=(value,),
                text=text,
                item=shown,
                minute=event.minute,
                paragraph=event.paragraph,
                team=None if (event.kind, field) in BOTH_SIDES else team,
                questions=questions_of(event.kind, field, slots),
                tokens=frozenset(tokens),
            )
        questions: Texts = {}
        for language in LANGUAGES:
            extra: list[tuple[str, Polarity]] = [(t, "open") for t in event.ask.get(language)]
            extra += [(t, "yes") for t in event.yes.get(language)] + [
                (t, "no") for t in event.no.get(language)
            ]
            questions[language] = extra + questions_of("event", "what", slots)[language]
        yield Draft(
            id=f"{event.id}:what",
            row=event.id,
            intent=f"{event.kind}.what",
            source=source,
            match=event.match,
            kinds=frozenset({"manner"}),
            names=frozenset(people | match.names | bystanders),
            core=frozenset(),
            values=(event.id,),
            team=team if event.evidence is not None and event.kind in SCORED else None,
            text=sentence,
            item=sentence,
            questions=questions,
            minute=event.minute,
            paragraph=event.paragraph,
            tokens=frozenset(tokens),
        )

    def _slots(self, event: EventPart, match: Match, language: str) -> dict[str, Any]:
        slots: dict[str, Any] = {f: self.names.get(getattr(event, f) or "") for f in (*PEOPLE, "team")}
        slots["opponent"] = self.names.get(_other(match, event.team) or "")
        slots["minute"] = event.minute
        slots["formation"] = event.formation
        slots["outcome"] = word(language, "outcome", event.outcome, {}) if event.outcome else None
        return slots

    def _text(self, event: EventPart, field: str, slots: Mapping[str, Any], language: str) -> str | None:
        if field in ("how", "why", "part") or (event.kind == "penalty" and not event.outcome):
            return None
        return word(language, event.kind, field, slots)

    def _shown(self, event: EventPart, field: str, value: Any, language: str) -> str:
        if isinstance(value, Both):
            return value.get(language) or ""
        shown = say(self.names.get(str(value), value), "th" if field == "minute" else "", language)
        if field == "player" and event.minute:
            key = "item_penalty" if event.kind == "penalty" else "item_minute"
            return word(language, "list", key, {"value": shown, "minute": event.minute}) or shown
        if field == "player" and event.kind == "penalty":
            return word(language, "list", "item_penalty_only", {"value": shown}) or shown
        return shown


def _half_of(event: EventPart) -> set[str]:
    """Return the half of an event as a token, none where it is not told."""
    if event.minute is not None:
        return {"first_half" if event.minute <= 45 else "second_half"} if event.minute <= 90 else set()
    return {event.period} if event.period else set()


def _other(match: Match, team: str | None) -> str | None:
    return None if team is None else match.away if team == match.home else match.home
