"""One field of a match as an entry: its sentence, its item for lists, the questions that ask for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from knowledge.answers.grammar import say
from knowledge.answers.wording import word
from knowledge.models import LANGUAGES, Match, Name
from knowledge.understanding.index import FIELD

from .drafts import Draft, questions_of
from .match_labels import match_slots
from .schema import MatchPart

Slots = dict[str, dict[str, Any]]


class MatchFields:
    """Drafts the entry of any one field of a match."""

    def __init__(self, part: MatchPart, match: Match, names: Mapping[str, Name]) -> None:
        self.part, self.match, self.names = part, match, names
        self.slots: Slots = {lang: match_slots(part, names, lang) for lang in LANGUAGES}

    def entry(
        self,
        field: str,
        values: list[Any],
        kind: str,
        key: str | dict[str, str],
        *,
        team: str | None = None,
        extra: Callable[..., dict[str, Any]] | None = None,
        item: Callable[..., str] | None = None,
        minute: int | None = None,
        asked_of: str | None = None,
    ) -> Draft:
        """Draft `field` with its values, worded by the template `key`, filled with the slots that `extra` adds.

        `asked_of` is the team that its questions may name where the field is not one side's.
        """
        text: dict[str, str] = {}
        shown: dict[str, str] = {}
        slots: Slots = {}
        for lang in LANGUAGES:
            given = self.slots[lang] | (extra(lang) if extra else {})
            asked = {
                k: v
                for k, v in given.items()
                if k not in ("date", "competition", "season", "venue", "year", "town")
            }
            given["team"] = asked["team"] = self.names.get(team or "")
            other = self.match.away if team == self.match.home else self.match.home
            given["opponent"] = asked["opponent"] = self.names.get(other) if team else None
            asked.setdefault("coach", self.names.get(self.part.coaches.get(team or "", "")))
            slots[lang] = asked
            template = key if isinstance(key, str) else key[lang]
            text[lang] = word(lang, "match", template, given) or ""
            shown[lang] = item(lang) if item else say(self.names.get(str(values[0]), values[0]), "", lang)
        suffix_id = f":{team}" if team else ""
        winners = {"winner": values[0], "loser": values[0]}.get(field, asked_of)
        asks = _for_question(slots, self.names, winners)
        questions = questions_of("match", field, asks, needs="team" if team else None)
        return Draft(
            id=f"{self.match.id}:{field}{suffix_id}",
            row=self.match.id,
            intent=f"match.{field}",
            source=self.match.source,
            match=self.match.id,
            kinds=frozenset({kind}),
            names=self.match.names,
            core=frozenset(),
            values=tuple(values),
            team=team,
            text=text,
            item=shown,
            questions=questions,
            minute=minute,
            many=False,
            tokens=frozenset({FIELD} if self.part.confidence is not None else ()),
        )


def _for_question(slots: Slots, names: Mapping[str, Name], team: str | None) -> Slots:
    if team is None:
        return slots
    return {lang: given | {"team": names.get(team)} for lang, given in slots.items()}
