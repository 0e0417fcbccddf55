"""What a short question inherits from the turn before: match, people, or the whole question with one part swapped."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from ..models import Context, Entry, Match
from .carrying import asked_again, exchanged
from .figures import Scope
from .lexicon import Lexicon
from .names import Gazetteer, NameHit
from .occasions import LATEST
from .other_side import OtherSide
from .query import Query, query_of
from .reading import SPEECH, Reader, Reading
from .side_filters import NUMBER_OF_GOAL

LEGS = frozenset({"first_leg", "second_leg", "return_fixture"})
"""Concepts of one of two matches of a tie."""
JOINED = 2
"""Content words up to which a question may be short of the subject of the one before."""
FULL = 4
"""Content words from which a question without pronoun or connector stands alone, if it names its own scope."""


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
    ) -> None:
        """`apart` are the matches that a concept sets apart from others: the one in the rain.

        `side_of` tells for which side somebody played in a match, "" where that is not told; `name_of` how a name is
        written.
        """
        self._side_of, self._name_of = side_of, name_of
        self._apart = apart or {}
        self._exchanged = exchanged
        self._parts = frozenset().union(*exchanged)
        self._light = light
        self._gazetteer = gazetteer
        self._matches = matches
        self._readers = readers
        self._lexicons = lexicons
        self._with_date = sorted((match for match in matches.values() if match.date), key=_date)
        self._coaches = frozenset(coach for match in matches.values() for coach in match.coaches)
        self._other_side = OtherSide(gazetteer, matches, lexicons, light)

    def variants(self, reading: Reading, context: Context) -> list[Variant]:
        """Return the readings of a question, the most dependent first; alone where nothing went before."""
        reading = self._dated(reading, context)
        alone = query_of(reading)
        if not (alone.features or alone.names or alone.kinds or alone.scope.empty or context.question):
            alone = replace(alone, features=("happen", "match"))  # "2023": the match of that year is meant
        if reading.of_two:
            alone = replace(alone, matches=self._met_twice(alone) or None)
        set_apart = [Variant(query, "apart") for query in self._set_apart(alone)]
        set_apart += [Variant(query, "sided") for query in self._sided(alone, context)]
        if not context.question or not self._depends(reading):
            return [Variant(alone, "alone"), *set_apart]
        found = []
        previous = self._previous(reading, context)
        other = self._other_side.query(reading, previous, context) if previous else None
        if other:
            return [Variant(other, "swapped")]
        if previous and self._asks_nothing(reading, previous):
            swapped = self._swapped(reading, previous, context)
            syntax = self._lexicons[reading.language].syntax
            named = bool(reading.names or not reading.scope.empty)
            sure = (
                named
                and not reading.words & (syntax["person_pronoun"] | syntax["group_pronoun"])
                and (len(self._kept(reading, previous)) < len(previous.names) or not previous.scope.empty)
            )
            found.append(Variant(swapped, "swapped", sure))
        bare = not found and previous is not None and self._asks_otherwise(reading)
        if bare and previous:
            found.append(
                Variant(self._asked_again(reading, previous, context), "again", sure=True, bare=True)
            )
            if not reading.features and not reading.scope.minutes and not context.match:
                return found
        meant = self._meant(reading, context)
        leaning = self._leaning(reading, context, previous)
        found += [Variant(query, "pronoun") for query in self._own_coach(reading, leaning, context)]
        if meant:
            found.append(Variant(replace(leaning, names=(*leaning.names, meant)), "pronoun", bare=bare))
        if previous:
            found += [Variant(query, "joined") for query in self._joined(reading, previous, leaning)]
        person = self._lexicons[reading.language].syntax["person_pronoun"]
        if not (meant and reading.words & person and not reading.ids):
            found.append(Variant(leaning, "leaning", bare=bare))
        left = (context.source, context.match) if context.source else None
        found.append(Variant(replace(alone, left=left), "alone"))
        return found + set_apart

    def _dated(self, reading: Reading, context: Context) -> Reading:
        """Return a question on the latest or earliest of several reported matches as one on the year of that match.

        "Gasperini's last game" may be one that nobody reported, so a coach's is left alone, and a competition's too.
        """
        if not reading.occasion or not reading.scope.empty:
            return reading
        cups = any(self._gazetteer.kind(i) == "competition" for i in reading.ids)
        clubs = self._gazetteer.clubs(reading.ids)
        last = self._matches.get(context.match or "")
        if not clubs:
            told = self._gazetteer.clubs(context.names)
            clubs = frozenset({last.home, last.away}) if last else told if len(told) > 1 else clubs
        reported = [m for m in self._with_date if clubs <= {m.home, m.away}]
        if cups or self._coaches & reading.ids or len(reported) < 2:
            return reading
        date = _date(reported[-1 if reading.occasion == LATEST else 0])
        same = [m for m in reported if _date(m)[:4] == date[:4]]
        year, month, day = (int(part) for part in date.split("-"))
        scope = (
            replace(reading.scope, years=(year,))
            if len(same) == 1
            else replace(reading.scope, dates=((year, month, day),))
        )
        return reading._replace(scope=scope)

    def _met_twice(self, query: Query) -> frozenset[str]:
        """Return the matches of two clubs that met in more than one of those reported, of the clubs named."""
        clubs = self._gazetteer.clubs(query.ids)
        reported = [m for m in self._with_date if not clubs or clubs & {m.home, m.away}]
        pairs = [frozenset({m.home, m.away}) for m in reported]
        return frozenset(m.id for m, pair in zip(reported, pairs, strict=True) if pairs.count(pair) > 1)

    def _sided(self, query: Query, context: Context) -> list[Query]:
        """Return what is asked of a side by the club that it was: "the visitors' keeper", "i padroni di casa".

        Where the club is named, too, that it played at home says nothing more: "when Atalanta lost at home to Inter".
        """
        sides = {"home", "away"} & query.said
        named = self._gazetteer.clubs(query.ids)
        if len(sides) != 1 or (named and not (query.subject and len(named) > 1)):
            return []
        side = sides.pop()
        clubs = frozenset(
            match.home if side == "home" else match.away for match in self._reported(query, context)
        )
        if len(clubs) != 1 or (named and clubs != query.subject):
            return []
        features = tuple(f for f in query.features if f != side)
        hit = () if named else (NameHit(clubs, 0, 0, "", "subject"),)
        here = frozenset({context.match}) if context.match and query.scope.empty else None
        return [
            replace(
                query,
                features=features,
                names=(*query.names, *hit),
                subject=clubs,
                matches=query.matches or here,
            )
        ]

    def _reported(self, query: Query, context: Context) -> list[Match]:
        """Return the matches that a query may be about: in its scope, of the clubs named, or of the turn before."""
        scope, named = query.scope, self._gazetteer.clubs(query.ids)
        meant = query.matches or frozenset({context.match} if context.match and scope.empty else ())
        scores = {tuple(sorted(score)) for score in scope.scores}
        return [
            match
            for match in self._matches.values()
            if (match.id in meant if meant else match.date)
            and named <= {match.home, match.away}
            and not (scope.years and match.years.isdisjoint(scope.years))
            and not (scores and tuple(sorted(match.score or ())) not in scores)
        ]

    def _set_apart(self, query: Query) -> list[Query]:
        """Return what is asked of the match that a word of the question sets apart: "who scored in the wet one?"."""
        return [
            replace(query, features=tuple(f for f in query.features if f != concept), matches=matches)
            for concept, matches in self._apart.items()
            if concept in query.features
            and not query.either
            and matches
            and (query.kinds or any(f != concept and f not in self._light for f in query.features))
        ]

    def _depends(self, reading: Reading) -> bool:
        if reading.connector or reading.scope.years_apart:
            return True
        if not reading.scope.empty:
            person = reading.words & self._lexicons[reading.language].syntax["person_pronoun"]
            named = bool(self._gazetteer.people(reading.ids))
            return not (reading.features or reading.names) or bool(person and not named)
        named = bool(self._gazetteer.clubs(reading.ids))
        if reading.pronouns and not (named and len(reading.features) >= FULL):
            return True
        return len(reading.features) < FULL or not reading.names

    def _meant(self, reading: Reading, context: Context) -> NameHit | None:
        """Return whom a pronoun stands for: people of the answer before for "he", its clubs for "they"."""
        syntax = self._lexicons[reading.language].syntax
        ids: frozenset[str] = frozenset()
        if reading.words & syntax["person_pronoun"]:
            ids = frozenset(context.people)
        elif reading.words & syntax["group_pronoun"] or ("team" in reading.features and reading.pronouns):
            ids = self._gazetteer.clubs(context.names)
        elif (
            not reading.names
            and reading.scope.empty
            and len([f for f in reading.features if f not in self._light]) <= 1
        ):
            ids = frozenset(context.people) | frozenset(context.names)
        ids -= reading.ids
        return NameHit(ids, 0, 0, "") if ids else None

    def _joined(self, reading: Reading, previous: Reading, leaning: Query) -> list[Query]:
        """Return a question with the subject of the one before: "who gave it away?" behind one on a penalty."""
        own = [f for f in reading.features if f not in self._light]
        kinds = previous.kinds | reading.kinds
        subject = [f for f in previous.features if f not in self._light and f not in own and f not in kinds]
        if not own or len(own) > JOINED or not subject or reading.names or not reading.scope.empty:
            return []
        return [replace(leaning, features=(*leaning.features, *subject), before=(), names=previous.names)]

    def _own_coach(self, reading: Reading, leaning: Query, context: Context) -> list[Query]:
        """Return what is asked of "his manager", who coached the side of somebody of the turn before; none else."""
        match = self._matches.get(context.match or "")
        syntax = self._lexicons[reading.language].syntax
        owned = reading.words & (syntax["own"] | syntax["person_pronoun"])
        if match is None or not owned or "coach" not in reading.features or reading.ids:
            return []
        sides = frozenset(self._side_of(match.id, person) for person in context.people[:1]) - {""}
        coaches = frozenset(coach for coach, side in match.coached if side in sides)
        if not coaches:
            return []
        if reading.words & syntax["who"]:  # "who was his coach?"
            return [
                replace(
                    leaning,
                    names=(*leaning.names, NameHit(sides, 0, 0, "", "subject")),
                    subject=sides,
                    near=frozenset(),
                )
            ]
        features = tuple(f for f in leaning.features if f != "coach")
        speakers = coaches if SPEECH & leaning.said else leaning.speakers
        names = (*leaning.names, NameHit(coaches, 0, 0, ""))
        return [replace(leaning, features=features, names=names, speakers=speakers)]

    def _asks_nothing(self, reading: Reading, previous: Reading) -> bool:
        """Whether the question only names another match, person or club for the question before."""
        counted = any(f.startswith("#") for f in previous.features) or not reading.kinds
        content = [
            f for f in reading.features if not (f.startswith("#") and counted) and f not in self._parts
        ]
        if not reading.scope.empty:  # "what about the other match, in 2025?"
            content = [f for f in content if f not in self._light]
        if reading.scope.years_apart:
            return len(content) <= 2
        if self._parts & set(reading.features) and not self._replaced(reading, previous):
            return False
        if not (reading.names or reading.features or reading.kinds) and reading.scope.empty:
            return False  # "and now?"
        return not content and (not reading.kinds or reading.kinds == previous.kinds)

    def _replaced(self, reading: Reading, previous: Reading) -> frozenset[str]:
        """Return the features of the question before whose place words of this one take: "and in the second half?"."""
        asked, before = set(reading.features), set(previous.features)
        groups = [group for group in self._exchanged if group & asked and group & before]
        return frozenset(f for group in groups for f in group & before) - asked

    def _asks_otherwise(self, reading: Reading) -> bool:
        """Whether the question is a bare question word: "when?", "against whom?", "in che anni?"."""
        content = [f for f in reading.features if f not in self._light and not self._repeats_kind(f, reading)]
        which = reading.words & self._lexicons[reading.language].syntax["which_of"]
        return bool(reading.kinds or which) and not content and not reading.names

    def _repeats_kind(self, feature: str, reading: Reading) -> bool:
        return feature in reading.kinds or feature.startswith("#")

    def _asked_again(self, reading: Reading, previous: Reading, context: Context) -> Query:
        """Return the question before with another question word, leaning on its answer."""
        old = query_of(previous)
        leaning = self._leaning(reading, context, previous)
        return replace(
            leaning,
            features=tuple(dict.fromkeys((*old.features, *leaning.features))),
            names=old.names,
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
        previous = self._previous(reading, context) if variant.how in ("swapped", "again") else None
        if previous is None:
            return reading.text
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
        scope = self._shifted(reading.scope, match)
        matches = query.matches
        if match and scope.empty and self._fits(query, match):
            matches = frozenset({match.id})
        elif context.matches and scope.empty:
            matches = frozenset(context.matches)
        near = frozenset(context.people) | frozenset(context.names)
        spoken = near | (previous.ids if previous else frozenset())
        subject = query.subject
        words = self._lexicons[reading.language].syntax
        club = self._gazetteer.clubs(context.names)
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
            cups=frozenset(i for i in spoken - query.ids if self._gazetteer.kind(i) == "competition"),
            subject=subject,
            rows=frozenset(context.entries),
            source=(context.source, context.match) if context.source else None,
            before=previous.features if previous else (),
            paragraph=context.paragraph,
        )

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

    def _fits(self, query: Query, match: Match) -> bool:
        clubs = self._gazetteer.clubs(query.ids)
        return not clubs or bool(clubs & {match.home, match.away})

    def _swapped(self, reading: Reading, previous: Reading, context: Context) -> Query:
        match = self._matches.get(context.match or "")
        scope = self._shifted(reading.scope, match)
        old = query_of(previous)
        kept = self._kept(reading, previous)
        apart = bool(reading.scope.years_apart)
        new = () if apart else tuple(f for f in reading.features if f not in self._light or f in self._parts)
        gone = self._replaced(reading, previous)
        if any(f.startswith("#") for f in new):
            gone |= frozenset(f for f in old.features if f.startswith("#"))
        of_goal = match is not None and bool(scope.scores and previous.scope.scores) and not scope.years
        if of_goal:  # "who made it 2-0?", "and the 1-0?"
            gone, new = gone | NUMBER_OF_GOAL, ("score_goal", *new)
        features = tuple(dict.fromkeys((*(f for f in old.features if f not in gone), *new)))
        spoken = bool(SPEECH & set(old.features))
        people = self._gazetteer.people(i for hit in (*kept, *reading.names) for i in hit.ids)
        objects = self._objects(reading) | self._objects(previous)
        return replace(
            old,
            features=features,
            names=(*kept, *reading.names),
            scope=old.scope if scope.empty and not scope.minutes else scope,
            kinds=old.kinds if apart else reading.kinds or old.kinds,
            subject=reading.subject or old.subject,
            opponent=reading.opponent or (old.opponent if not reading.subject else frozenset()),
            language=reading.language,
            speakers=frozenset(people) - objects if spoken else frozenset(),
            matches=frozenset({match.id})
            if match
            and (scope.empty or of_goal)
            and (old.scope.empty or of_goal)
            and self._fits(old, match)
            and self._played(reading, match)
            else None,
        )

    def _played(self, reading: Reading, match: Match) -> bool:
        """Whether the people named now were in that match: "and Chivu's?" leaves a match of Inzaghi's."""
        coaches = frozenset(i for m in self._matches.values() for i in m.coaches) & reading.ids
        return not coaches or bool(coaches & match.coaches)

    def _kept(self, reading: Reading, previous: Reading) -> list[NameHit]:
        """Return the names of the question before that stay: not those of the kind, or in the part, of the new ones."""
        if SPEECH & set(previous.features) and reading.names:
            told_of = self._objects(previous)
            if self._objects(reading):
                return [hit for hit in previous.names if not hit.ids & told_of]
            if self._gazetteer.people(reading.ids):
                return [
                    hit for hit in previous.names if hit.ids & told_of or not self._gazetteer.people(hit.ids)
                ]
        kinds = {self._gazetteer.kind(i) for i in reading.ids}
        return [hit for hit in previous.names if not {self._gazetteer.kind(i) for i in hit.ids} & kinds]

    def _objects(self, reading: Reading) -> frozenset[str]:
        """Return the names behind "about" or "on": of whom something is said."""
        objects = self._lexicons[reading.language].syntax["object"]
        behind = (hit for hit in reading.names if hit.first and reading.tokens[hit.first - 1].text in objects)
        return frozenset(i for hit in behind for i in hit.ids)

    def _shifted(self, scope: Scope, match: Match | None) -> Scope:
        """Turn "two years before" into the year that is meant, counted from the match of the turn before."""
        if not scope.years_apart or match is None or not match.years:
            return scope
        return replace(scope, years=(max(match.years) + scope.years_apart,), years_apart=0, numbers=())


def _date(match: Match) -> str:
    return match.date or ""
