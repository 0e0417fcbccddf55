"""Questions from what happened in a match: who, when, from whom, for whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from typing import Any

from knowledge.base.schema import Both, EventPart, MatchPart
from knowledge.base.score_checks import counts_as_goal
from knowledge.models import Name
from knowledge.quiz import ranking
from knowledge.quiz.options import minutes_instead, names_instead, words_apart
from knowledge.quiz.records import Form
from knowledge.quiz.spoken import names_in
from knowledge.quiz.stock import PEOPLE, Stock, people_of
from knowledge.quiz.wording import Wording, tidy

KINDS = {
    ("goal", "player"): "scorer",
    ("goal", "assist"): "assist",
    ("own_goal", "player"): "scorer",
    ("penalty", "player"): "penalty",
    ("penalty", "won_by"): "penalty",
    ("penalty", "fouled_by"): "foul",
    ("miss", "player"): "missed",
    ("miss", "assist"): "assist",
    ("save", "player"): "saved",
    ("save", "by"): "saved",
    ("substitution", "player"): "substitute",
    ("substitution", "off"): "substitute",
    ("injury", "player"): "injury",
    ("foul", "player"): "foul",
    ("foul", "on"): "foul",
    ("error", "player"): "error",
    ("error", "by"): "error",
    ("disallowed_goal", "player"): "disallowed",
    ("card", "player"): "card",
}
"""(event kind, asked field) -> kind of question, where the answer is a person."""

ASKED = (*PEOPLE, "minute", "why", "part", "formation")
_SLOT = re.compile(r"\{(\w+)")


class EventForms:
    """Makes the forms of all events in one language."""

    def __init__(self, stock: Stock, wording: Wording) -> None:
        self.stock, self.wording = stock, wording
        self.rows = stock.rows

    def forms(self) -> Iterator[Form]:
        """Yield one form for each field of each event that can be asked without doubt."""
        for match_id, events in self.stock.events.items():
            match = self.rows.matches.get(match_id)
            fixture = match and self.wording.fixture(match)
            if match is None or not fixture:
                continue
            for event in events:
                slots = self.slots(event, match, fixture)
                for field in ASKED:
                    value = getattr(event, field)
                    if value is not None:
                        yield from self._form(event, field, value, slots, match)
            yield from self._hauls(match, fixture)

    def slots(self, event: EventPart, match: MatchPart, fixture: str) -> dict[str, Any]:
        """Return what templates may say about an event."""
        other = match.away if event.team == match.home else match.home
        led_to = next((e for e in self.rows.events if e.id == event.led_to), None)
        slots: dict[str, Any] = {f: self._name(getattr(event, f)) for f in (*PEOPLE, "team")}
        slots |= {
            "fixture": fixture,
            "minute": event.minute,
            "formation": event.formation,
            "opponent": self._name(other) if event.team else None,
            "half": self.wording.word("half", event.period or ""),
            "scorer": self._name(led_to.player) if led_to else None,
        }
        for field in ("how", "why", "part"):
            both: Both | None = getattr(event, field)
            slots[field] = both and self.wording.text(both)
        return slots

    def _name(self, id_: str | None) -> Name | None:
        return self.rows.names.get(id_ or "")

    def _form(
        self, event: EventPart, field: str, value: Any, slots: dict[str, Any], match: MatchPart
    ) -> Iterator[Form]:
        right = self._shown(field, value)
        rivals = self._rivals(event, match)
        told = {k: v for k, v in slots.items() if k != field}
        others = {r for e in rivals if (r := getattr(e, field))}
        banned = others if field == "minute" else set()
        settled = [
            t
            for t in self.wording.phrases(f"{event.kind}.{field}")
            if self._settled(t, event, field, match, rivals)
        ]
        questions = [self.wording.fill(t, told) for t in settled]
        if not any(questions):
            banned = others
            any_of = self.wording.phrases(f"any.{event.kind}.{field}")
            questions = [self.wording.fill(t, told) for t in any_of]
        asked = tuple(q for q in questions if q and not self._gives_away(q, value))
        values = self._wrong(event, field, value, right, asked, banned) if asked and right else []
        wrong = [w for v in values if (w := self._shown(field, v))]
        sentence = event.en if self.wording.language == "en" else event.it
        if len(wrong) < 2 or not sentence or not right:
            return
        kind = KINDS.get((event.kind, field), field if field in ("minute", "formation", "part") else "words")
        yield Form(
            row=event.id,
            asked=field,
            kind=kind,
            questions=asked,
            right=right,
            wrong=tuple(wrong),
            sentence=sentence,
            source=self.rows.source_of[event.id],
            match=event.match,
            value=str(value),
            names=frozenset({*people_of(event), match.home, match.away}),
            topic=event.kind,
            weight=ranking.weight(kind),
            difficulty=ranking.difficulty(kind),
            answers=self._answers(field, value),
            said=self.wording.said(
                f"{event.kind}.{field}",
                slots,
                field,
                [self._name(v) if field in PEOPLE else v for v in values[:4] if v not in others],
            ),
        )

    def _answers(self, field: str, value: Any) -> tuple[str, ...]:
        if field in PEOPLE:
            return self.rows.names[value].aliases
        return (str(value),) if field in ("minute", "formation") else ()

    def _shown(self, field: str, value: Any) -> str | None:
        if isinstance(value, Both):
            return tidy(self.wording.text(value) or "") or None
        if field == "minute":
            return self.wording.figure(value, "minute")
        return self.wording.name(value) if field in PEOPLE else str(value)

    def _gives_away(self, question: str, value: Any) -> bool:
        """Whether the question names the person it asks for."""
        name = self.rows.names.get(value) if isinstance(value, str) else None
        return name is not None and name.id in names_in(question, [name], self.wording.language)

    def _rivals(self, event: EventPart, match: MatchPart) -> list[EventPart]:
        """Return the other events of the match that the same words could mean."""
        goal = event.kind == "goal"
        return [
            e
            for e in self.stock.events[match.id]
            if e.id != event.id and (e.kind == event.kind or (goal and counts_as_goal(e)))
        ]

    def _settled(
        self, template: str, event: EventPart, field: str, match: MatchPart, rivals: list[EventPart]
    ) -> bool:
        """Whether what the template tells leaves one answer: no other event fits it with another value.

        A goal without its minute is only settled where every goal of the side is told.
        """
        told = set(_SLOT.findall(template)) & {*PEOPLE, "team", "minute", "how", "half"}
        told = {"period" if s == "half" else s for s in told} - {field}
        if event.kind == "goal" and not told & {"minute", "how"} and not self._complete(match):
            return False
        for other in rivals:
            fits = all(getattr(other, s) in (_unknown(s), getattr(event, s)) for s in told)
            if fits and getattr(other, field) != getattr(event, field):
                return False
        return True

    def _complete(self, match: MatchPart) -> bool:
        goals = sum(counts_as_goal(e) for e in self.stock.events[match.id])
        return match.score is not None and goals == sum(match.score)

    def _wrong(
        self,
        event: EventPart,
        field: str,
        value: Any,
        right: str | None,
        asked: tuple[str, ...],
        banned: Set[Any],
    ) -> list[Any]:
        """Return wrong values of a field: ids, minutes or words."""
        if field in PEOPLE:
            if (event.kind, field) == ("save", "by"):
                banned = banned | self._shooters(event)
            return self.people_instead(event, value, asked, banned)
        if field == "minute":
            return minutes_instead(value, banned)
        if field == "formation":
            return [f for f in self.wording.data["pool"]["formation"] if f != value and f not in banned]
        pool = self.wording.data["pool"].get(f"{event.kind}.{field}", ())
        return words_apart(right or "", [tidy(p) for p in pool])

    def _shooters(self, save: EventPart) -> set[str]:
        """Return who else missed in the match: a weak shot may have ended in the goalkeeper's hands."""
        return {e.player for e in self.stock.events[save.match] if e.kind == "miss" and e.player}

    def people_instead(
        self, event: EventPart, right: str, asked: tuple[str, ...], banned: Set[Any] = frozenset()
    ) -> list[str]:
        """Return the people who were not it, those of the same side and match first."""
        side = [p for e in self.stock.events[event.match] for p in people_of(e)]
        clubs = self.stock.clubs(right)
        mates = [p for p in side if self.stock.clubs(p) & clubs] or side
        known = {p for q in asked for p in names_in(q, self.rows.names.values(), self.wording.language)}
        return names_instead(
            self.stock,
            right,
            asked[0],
            event.id,
            match=event.match,
            banned={*banned, *known},
            first=mates,
            settled=True,
        )

    def _hauls(self, match: MatchPart, fixture: str) -> Iterator[Form]:
        """Yield who scored several goals in a match."""
        goals: dict[str, list[EventPart]] = {}
        for event in self.stock.events[match.id]:
            if counts_as_goal(event) and event.player and event.kind != "own_goal":
                goals.setdefault(event.player, []).append(event)
        hauls = {p: events for p, events in goals.items() if len(events) > 1}
        for player, events in hauls.items():
            number = len(events)
            if any(len(e) == number for p, e in hauls.items() if p != player):
                continue
            slots = {"fixture": fixture, "number": number, "team": self._name(events[0].team)}
            key = f"haul.{number}" if self.wording.phrases(f"haul.{number}") else "haul"
            asked = tuple(q for t in self.wording.phrases(key) if (q := self.wording.fill(t, slots)))
            wrong = self.people_instead(events[0], player, asked, set(hauls)) if asked else []
            said = slots | {"player": self._name(player)}
            key = f"haul.{number}" if self.wording.word("statement", f"haul.{number}", said) else "haul"
            stated = self.wording.said(key, said, "player", [self._name(w) for w in wrong[:4]])
            if len(wrong) < 2 or not stated:
                continue
            yield Form(
                row=match.id,
                asked=f"haul-{player}",
                kind="hat_trick" if number == 3 else "scorer",
                questions=asked,
                right=self.wording.name(player),
                match=match.id,
                value=player,
                wrong=tuple(self.wording.name(i) for i in wrong),
                sentence=stated[0],
                said=stated,
                source=self.rows.source_of[match.id],
                names=frozenset({player, match.home, match.away}),
                topic="goal",
                weight=ranking.weight("hat_trick"),
                difficulty="easy",
                answers=self.rows.names[player].aliases,
            )


def _unknown(field: str) -> object:
    """Return what a field that is not told counts as: the time may be the same, the people are not."""
    return None if field in ("minute", "period", "team", "player") else _NEVER


_NEVER = object()
