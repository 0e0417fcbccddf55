"""What a short question inherits from the turn before: match, people, or the whole question with one part swapped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ..models import Context, Entry, Match
from .carrying import asked_again, exchanged
from .correcting import Correcting
from .decision import LEGS
from .exchange import COUNTED, FIGURES, Exchange, a_year_apart, fits, shifted
from .led import Led
from .lexicon import Lexicon
from .matches_meant import MatchesMeant
from .names import Gazetteer, NameHit
from .other_side import OtherSide
from .pointing import NAMING, Pointing
from .query import Query, query_of
from .reading import SPEECH, Reader, Reading

JOINED = 2
"""Content words up to which a question may be short of the subject of the one before."""
FULL = 4
"""Content words from which a question without pronoun or connector stands alone, if it names its own scope."""

AGAINST = "opponent"
"""Concept of "against whom", which is but a question word."""
NICKNAME = "nickname"
"""Concept of what a club is called besides."""
ENDED = "score_result"
"""Concept of how a match ended, behind which "who?" asks who scored."""
WON_KICK, KICKS = "win_penalty", frozenset({"penalty", "take_penalty", "win_penalty"})
"""Concept of how a penalty came about, and those of a question on a penalty."""
POINTED = {("win",), ("lose_ball",)}
"""What "who won it?" and "who gave it away?" say, which ask behind one how the penalty came about."""
WITH_WHO = 3
"""Most words of it: "and against who?"."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to take a question.

    `how` is "alone", "leaning" (inherits scope), "pronoun" (and its people), "swapped" (inherits the question with one
    part exchanged) or "again" (inherits it with another question word). It is `sure` where a name or scope stands in
    the place of another: if that answers, nothing else is meant; `bare` where a question word is all there is.
    """

    query: Query
    how: str
    sure: bool = False
    bare: bool = False


class Followups:
    """Makes the ways in which a question may be meant after another one."""

    def __init__(
        self,
        gazetteer: Gazetteer,
        matches: Mapping[str, Match],
        readers: Mapping[str, Reader],
        lexicons: Mapping[str, Lexicon],
        light: frozenset[str],
        exchanged: Sequence[frozenset[str]] = (),
        apart: Mapping[str, frozenset[str]] | None = None,
        side_of: Callable[[str, str], str] = lambda match, person: "",
        name_of: Callable[[str], str] = str,
        is_event: Callable[[str], bool] = lambda row: False,
    ) -> None:
        """`apart`, `exchanged` and `side_of` are those of `MatchesMeant`, `Exchange` and `Pointing`.

        `name_of` tells how a name is written, `is_event` whether a row is an event of a match.
        """
        self._is_event = is_event
        self._name_of = name_of
        self._light = light
        self._gazetteer = gazetteer
        self._matches = matches
        self._readers = readers
        self._lexicons = lexicons
        self._led = Led(gazetteer, matches, {language: one.syntax for language, one in lexicons.items()})
        months = frozenset(month for lexicon in lexicons.values() for month in lexicon.months)
        self._meant = MatchesMeant(gazetteer, matches, light, apart or {}, months)
        self._exchange = Exchange(gazetteer, matches, lexicons, light, exchanged, side_of)
        self._pointing = Pointing(gazetteer, matches, lexicons, light, side_of)
        self._correcting = Correcting(gazetteer, readers, lexicons, matches, light)
        self._other_side = OtherSide(gazetteer, matches, lexicons, light, side_of)

    def variants(self, reading: Reading, context: Context) -> list[Variant]:
        """Return the readings of a question, the most dependent first; alone where nothing went before."""
        if context.question:
            reading = a_year_apart(self._correcting.rest(reading))
        coached = self._correcting.of_coach(reading)
        before = self._previous(reading, context) if coached and context.question else None
        if coached and before and self._exchange.asks_nothing(coached, before):
            reading, coached = coached, None
        reading = self._meant.dated(reading, context)
        alone = query_of(reading)
        if not (alone.features or alone.names or alone.kinds or alone.scope.empty or context.question):
            alone = replace(alone, features=("happen", "match"))  # "2023": the match of that year is meant
        if self._asks_nickname(reading):
            alone = replace(alone, features=(NICKNAME,), kinds=frozenset(), subject=frozenset())
        if reading.of_two:
            alone = replace(alone, matches=self._meant.met_twice(alone) or None)
        syntax = self._lexicons[reading.language].syntax
        ended = self._meant.of_result(alone, context, syntax["participle"])
        ended = ended or self._meant.of_both(alone, context, syntax["both"])
        if ended:
            return [Variant(ended, "sided")]
        set_apart = [Variant(query, "apart") for query in self._meant.set_apart(alone)]
        set_apart += [Variant(query_of(coached), "apart")] if coached else []
        set_apart += [Variant(query, "sided") for query in self._meant.sided(alone, context)]
        led = self._led.query(reading, alone)
        set_apart += [Variant(led, "led")] if led else []
        if not context.question or not self._depends(reading):
            return [Variant(alone, "alone"), *set_apart]
        found = []
        previous = self._previous(reading, context)
        if previous and self._light.issuperset(reading.features):
            reading = self._led.of_side(reading)
        if previous and KICKS & set(previous.features) and _of_the_kick(reading):
            reading = reading._replace(features=(WON_KICK,), kinds=frozenset({"person"}))
        other = self._other_side.query(reading, previous, context) if previous else None
        others = self._others(reading, previous, other or query_of(reading), context)
        if other:
            if other.matches != frozenset({context.match}):  # of the other match the same man may be told
                return [Variant(other, "swapped")]
            return [Variant(other.without(others), "swapped")]
        if previous and self._exchange.asks_nothing(reading, previous):
            swapped = self._exchange.swapped(reading, previous, context)
            others |= self._played_for_other(swapped, previous, context)
            swapped = swapped.without(others)
            found.append(Variant(swapped, "swapped", self._exchange.is_sure(reading, previous)))
        bare = not found and previous is not None and self._asks_otherwise(reading)
        if bare and previous and not (reading.kinds == previous.kinds and reading.kinds <= FIGURES):
            found.append(
                Variant(self._asked_again(reading, previous, context, others), "again", sure=True, bare=True)
            )
            if not reading.features and not reading.scope.minutes and not context.match:
                return found
        topic = self._pointing.topic(reading, context, previous)
        meant = self._pointing.meant(reading, context, previous, topic)
        leaning = self._leaning(reading, context, previous)
        instead = previous.kinds if previous and found and found[0].sure else frozenset()
        leaning = replace(leaning, asked_before=instead)
        found += [Variant(query, "leg") for query in self._of_leg(reading, leaning, context)]
        found += [Variant(query, "pronoun") for query in self._pointing.own_coach(reading, leaning, context)]
        if meant:
            found.append(Variant(replace(leaning, names=(*leaning.names, meant)), "pronoun", bare=bare))
        person = self._lexicons[reading.language].syntax["person_pronoun"]
        if topic and not reading.words & person:
            return found
        if previous:
            found += [Variant(query, "joined") for query in self._joined(reading, previous, leaning)]
        if found and found[0].sure and not reading.features and not reading.kinds:
            return found  # "and Ranieri's?" asks of him what was asked, not whatever is told of him
        if not (meant and reading.words & person and not reading.ids):
            found.append(Variant(leaning, "leaning", bare=bare))
        clear = meant is not None and len(meant.ids) == 1 and not reading.names
        points = reading.words & person - self._lexicons[reading.language].syntax["clitic_article"]
        pointed = meant.ids if meant and clear and points else frozenset[str]()
        left = (context.source, context.match) if context.source else None
        own = [f for f in reading.features if f not in self._light]
        spoken = leaning.spoken if len(own) <= JOINED else frozenset[str]()
        if found and self._pointing.points_back(reading, context):
            return found
        alone = replace(alone, left=left, spoken=spoken, pointed=pointed, asked_before=instead)
        match = self._matches.get(context.match or "")
        held = match is not None and bool(match.date) and reading.scope.empty and alone.ids <= match.names
        if not leaning.within:
            found.append(Variant(replace(alone, before=leaning.before, held=held), "alone"))
        return found + set_apart

    def _asks_nickname(self, reading: Reading) -> bool:
        """Whether a question only asks who bears the nickname of a club: "who are la dea?", "chi sono gli orobici?"."""
        hit = reading.names[0] if len(reading.names) == 1 else None
        wh = self._lexicons[reading.language].syntax["wh"]
        asks = not reading.features and reading.scope.empty and not reading.connector
        asks = asks and reading.kinds <= NAMING and bool(reading.tokens) and reading.tokens[0].text in wh
        if hit is None or not asks or len(hit.ids) != 1 or not self._gazetteer.clubs(hit.ids):
            return False
        own = self._name_of(next(iter(hit.ids))).casefold().split()
        return not set(own) & set(hit.surface.casefold().split())

    def _depends(self, reading: Reading) -> bool:
        if reading.connector or reading.scope.years_apart:
            return True
        if not reading.scope.empty:
            person = reading.words & self._lexicons[reading.language].syntax["person_pronoun"]
            named = bool(self._gazetteer.people(reading.ids))
            again = reading.words & self._lexicons[reading.language].syntax["same"] and not reading.names
            if again or self._pointing.drops_person(reading):
                return True
            said = self._light.issuperset(reading.features)
            return (said and not reading.names) or bool(person and not named)
        named = bool(self._gazetteer.clubs(reading.ids))
        if reading.pronouns and not (named and len(reading.features) >= FULL):
            return True
        return len(reading.features) < FULL or not reading.names

    def _joined(self, reading: Reading, previous: Reading, leaning: Query) -> list[Query]:
        """Return a question with the subject of the one before: "who gave it away?" behind one on a penalty."""
        own = [f for f in reading.features if f not in self._light]
        kinds = previous.kinds | reading.kinds
        subject = [f for f in previous.features if f not in self._light and f not in own and f not in kinds]
        if not own or len(own) > JOINED or not subject or reading.names or not reading.scope.empty:
            return []
        return [replace(leaning, features=(*leaning.features, *subject), before=(), names=previous.names)]

    def _asks_otherwise(self, reading: Reading) -> bool:
        """Whether the question is a bare question word: "when?", "against whom?", "in che anni?"."""
        lex = self._lexicons[reading.language]
        syntax = lex.syntax
        others = {lex.stem(word) for word in syntax["another"] & reading.words}
        content = [
            f
            for f in reading.features
            if f not in self._light and f not in others and not self._repeats_kind(f, reading)
        ]
        if content == [AGAINST] and len(reading.tokens) <= WITH_WHO and not reading.kinds.isdisjoint(NAMING):
            content = []
        which = reading.words & syntax["which_of"] and not reading.words & syntax["doing"]
        return bool(reading.kinds or which) and not content and not reading.names

    def _repeats_kind(self, feature: str, reading: Reading) -> bool:
        return feature in reading.kinds or feature.startswith("#")

    def _others(
        self, reading: Reading, previous: Reading | None, query: Query, context: Context
    ) -> frozenset[str]:
        """Return whom "who else?" and "and at the other end?" do not ask for: those named before, or just told."""
        syntax = self._lexicons[reading.language].syntax
        if (
            previous is None
            or "person" not in query.kinds
            or not reading.words & (syntax["another"] | syntax["other"])
        ):
            return frozenset()
        if not reading.words.isdisjoint(syntax["match_noun"] | syntax["occasion"]):
            return frozenset()
        told = context.people if "person" in previous.kinds and len(context.people) == 1 else ()
        return self._gazetteer.people(previous.ids) | frozenset(told)

    def _played_for_other(self, swapped: Query, previous: Reading, context: Context) -> frozenset[str]:
        """Return whom "and for Inter?" does not ask for: the one who was told of the other side."""
        turned = bool(swapped.subject and previous.subject) and swapped.subject.isdisjoint(previous.subject)
        match = self._matches.get(context.match or "")
        one = match is not None and len(context.people) == 1 and swapped.subject <= {match.home, match.away}
        return frozenset(context.people) if turned and one and "person" in swapped.kinds else frozenset()

    def _asked_again(
        self, reading: Reading, previous: Reading, context: Context, others: frozenset[str]
    ) -> Query:
        """Return the question before with another question word, leaning on its answer; `others` are not meant."""
        old = query_of(previous)
        leaning = self._leaning(reading, context, previous)
        if others:
            words = set(map(self._lexicons[reading.language].stem, reading.words))
            leaning = replace(leaning, features=tuple(f for f in leaning.features if f not in words))
        if reading.kinds == {"person"} and not reading.features:  # "what was the score?", "who?"
            old = replace(old, features=tuple("score_goal" if f == ENDED else f for f in old.features))
        return replace(
            leaning,
            features=tuple(dict.fromkeys((*old.features, *leaning.features))),
            names=tuple(hit for hit in old.names if hit.ids.isdisjoint(others)),
            excepted=leaning.excepted | others,
            scope=leaning.scope if not leaning.scope.empty else old.scope,
            subject=leaning.subject or old.subject,
            opponent=leaning.opponent or old.opponent,
            yes_no=False,
            text=f"{leaning.text} {old.text}",
            before=(),
        )

    def carried(self, reading: Reading, context: Context, variant: Variant, told: Entry) -> str:
        """Return the question that the next turn may swap a part of; `told` is the best row."""
        if variant.bare and variant.how != "again" and told.match:
            return next((s.text for s in told.samples if s.language == reading.language), reading.text)
        leans = variant.how in ("pronoun", "swapped", "again")
        previous = self._previous(reading, context) if leans else None
        if variant.how == "leaning" and not (reading.features or reading.kinds) and context.question:
            goes_on = told.row in context.entries or not reading.names  # "one, Scamacca?" asks nothing new
            return context.question if goes_on else asked_again(reading.text, context.question)
        if variant.how == "leaning" and reading.features and COUNTED.issuperset(reading.features):
            return asked_again(reading.text, context.question)  # "and the season before?"
        if previous is None:
            return reading.text
        if variant.how == "pronoun":
            topic = self._pointing.topic(reading, context, previous)
            return f"{reading.text.rstrip(' ?!.')} {self._name_of(topic)}" if topic else reading.text
        if variant.how == "again":
            return asked_again(reading.text, previous.text)
        months = self._lexicons[previous.language].months
        return exchanged(reading, previous, variant.query, months, self._matches, self._name_of)

    def _previous(self, reading: Reading, context: Context) -> Reading | None:
        language = context.language if context.language in self._readers else reading.language
        previous = self._readers[language or "en"].read(context.question)
        return previous if previous.features or previous.kinds else None

    def _leaning(self, reading: Reading, context: Context, previous: Reading | None) -> Query:
        query = query_of(reading)
        match = self._other_leg(reading, self._matches.get(context.match or ""))
        scope = shifted(reading.scope, match, previous)
        matches = query.matches
        if match and scope.empty and fits(query, match, self._gazetteer):
            matches = frozenset({match.id})
        elif context.matches and scope.empty:
            matches = frozenset(context.matches)
        timed = (
            "minute" in query.kinds | query.said and query.kinds | query.said <= {"minute"} and scope.empty
        )
        near = frozenset(context.people) | frozenset(context.names)
        spoken = near | (previous.ids if previous else frozenset())
        subject = query.subject
        words = self._lexicons[reading.language].syntax
        club = self._gazetteer.clubs(context.names) or self._gazetteer.clubs(previous.ids if previous else ())
        if reading.words & words["group_pronoun"] and len(club) == 1 and not subject:
            subject = club
        speakers = query.speakers
        if SPEECH & set(query.features) and not speakers and "coach" not in query.features:
            # "what did he say?", but not "what did his coach say of him?"
            speakers = frozenset(context.people)
        return replace(
            query,
            matches=matches,
            speakers=speakers,
            scope=scope,
            near=near - query.ids,
            spoken=frozenset() if words["another"] & reading.words else spoken | frozenset(context.spoken),
            cups=(self._cups(previous.ids if previous else ()) or self._cups(spoken)) - query.ids,
            subject=subject,
            rows=frozenset(context.entries),
            within=frozenset(context.entries)
            if timed and all(map(self._is_event, context.entries))
            else frozenset(),
            source=(context.source, context.match) if context.source else None,
            before=previous.features if previous else (),
            paragraph=context.paragraph,
            told=query.told
            | (
                frozenset(context.entries).difference(self._matches)
                if words["another"] & reading.words
                else frozenset()
            ),
        )

    def _cups(self, ids: Iterable[str]) -> frozenset[str]:
        return frozenset(i for i in ids if self._gazetteer.kind(i) == "competition")

    def _of_leg(self, reading: Reading, leaning: Query, context: Context) -> list[Query]:
        """Return how the other leg of a tie ended, where nothing but the leg is said: "and the second leg?"."""
        match = self._matches.get(context.match or "")
        said = [feature for feature in reading.features if feature not in self._light]
        if match is None or reading.names or not said or not LEGS.issuperset(said):
            return []
        clubs = (NameHit(frozenset({club}), 0, 0, "") for club in (match.home, match.away))
        return [replace(leaning, features=(*said, "score_result"), names=tuple(clubs), matches=None)]

    def _other_leg(self, reading: Reading, match: Match | None) -> Match | None:
        """Return the other match of a tie where a leg is asked for ("and the second leg?"), else `match` itself."""
        if match is None or not LEGS & set(reading.features):
            return match
        pair = {match.home, match.away}
        others = [
            m
            for m in self._matches.values()
            if {m.home, m.away} == pair and m.season == match.season and m.id != match.id
        ]
        return others[0] if len(others) == 1 else match


def _of_the_kick(reading: Reading) -> bool:
    """Whether a question behind one on a penalty asks how it came about: "who gave it away?"."""
    asks = not reading.kinds.isdisjoint(NAMING) and not reading.names
    return bool(asks and reading.pronouns and reading.features in POINTED)
