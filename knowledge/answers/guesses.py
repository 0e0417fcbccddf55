"""Yes or no to a guess: the same is asked without one name or figure, and the answer compared with the one guessed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from ..base.catalogue import catalogue
from ..base.queries import Base
from ..models import Entry
from ..understanding.decision import decide
from ..understanding.demands import TO_COME, UNREAL
from ..understanding.figures import Scope
from ..understanding.lexicon import INVERSE, in_any_language
from ..understanding.names import Gazetteer, NameHit
from ..understanding.plain_filters import asks_once
from ..understanding.query import Query
from ..understanding.ranking import Candidate, Ranking
from ..understanding.reading import Reader, Reading
from ..understanding.undemanded import origins_asked
from ..understanding.words import words_only
from .claims import DETAILS, HAPPENED, MISSED, SCORING, Claims, Verdict
from .match_rows import whole_of
from .sentences import Sentences
from .unknowns import Unknown
from .values import DATED, NAMED, Told, Values

AFFIRMED = 0.6
"""Likeness to a stored question from which the one without the guess says yes."""
DENIED = 0.5
"""The same for a no, which needs another value of the same kind, too."""
NEARLY = 0.75
"""The same for a yes from a row with several values, and for a name of which nothing tells the kind."""

STORED = 0.9
"""Likeness from which words that tell little are enough."""
AS_ALIKE = 0.15
"""How much less alike than the best a stored question may be that says all that was said."""
RIVAL = 0.15
"""How much less a row may score than the one without the guess, and still be the one that was meant."""
RESULT = frozenset({"win", "lose"})
"""Concepts of which two clubs named together do not tell who did it."""
EXPECTED = frozenset({"fact.legacy", "fact.prospect"})
"""Topics of what was only expected when an article was written."""
BEATING = frozenset({"beat", "knock_out", "thrash"})
"""Concepts of what one club does to another."""
OPEN = frozenset({"substitution", "save", "miss", "yellow_card"})
"""Kinds of event of which a match has more than a report tells."""
LEAVING = frozenset({"leave", "resign", "sack"})
"""Concepts of what many do, each from a club of his own."""
UNGUESSED = frozenset({INVERSE, "play_well", "best"})
"""Concepts of which a row tells nothing about those whom it does not name."""
UNDONE = ("disallowed_goal.", "miss.")
"""Beginnings of the intents of what nearly was a goal."""
GOAL = frozenset({"score_goal", "goal"})
"""Concepts that such a row does not confirm."""
REACH = 4
"""Best rows for a question among which one may tell what was guessed."""
TURNING = DETAILS | HAPPENED | {"before", "after", "more", "less", "both", "all"}
"""Words that tell little of what is asked, but decide between yes and no."""


class Guess(NamedTuple):
    """What a question may guess: its kind, the question without it, the ids or figures said, the likeness needed."""

    kind: str
    query: Query
    said: frozenset[str] = frozenset()
    least: float = DENIED


class Guesses:
    """Asks a question without each thing that it may guess."""

    def __init__(
        self, base: Base, gazetteer: Gazetteer, ranking: Ranking, readers: Mapping[str, Reader]
    ) -> None:
        self._base = base
        self._readers = readers
        self._gazetteer = gazetteer
        self._ranking = ranking
        self._sentences = Sentences(readers, base.matches)
        self._values = Values(base, gazetteer, readers)
        self._claims = Claims(gazetteer)
        self._ordinals = in_any_language("ordinal")

    def of(
        self,
        query: Query,
        reading: Reading,
        ranked: Sequence[Candidate],
        unknowns: Sequence[Unknown],
        lead: str = "",
    ) -> Verdict | None:
        """Return the verdict on a question that guesses, else None; a no outweighs a yes to another of its parts.

        `ranked` are the best rows for the question as it is, `unknowns` the names in it that no article tells of;
        `lead` is what stored questions say: yes, no or nothing.
        """
        open_ = (query.kinds or query.before) and not query.yes_no
        if (
            not UNGUESSED.isdisjoint(query.said)
            or origins_asked(query)
            or not query.said  # "was he there against PSG?"
            or UNREAL in query.demands
            or open_
            or len(unknowns) > 1
            or not (query.yes_no or self._claims.verbal(query))
            or not self._claims.made_by(query, reading.text)
        ):
            return None
        guesses = self._of_unknown(query, reading, unknowns[0]) if unknowns else self._of_known(query, ranked)
        affirmed, denied, counted = None, None, False
        for guess in guesses:
            verdict = self._verdict(query, guess, ranked, STORED if lead == "no" else AFFIRMED)
            if verdict and verdict.lead == "no" and guess.kind != "count":
                return verdict
            if verdict and verdict.lead == "no":
                denied = denied or verdict
            else:
                affirmed = affirmed or verdict
                counted = counted or bool(verdict and guess.kind == "count")
        return (
            denied if denied and not counted else affirmed
        )  # "fourth in his first year?": one of two figures

    def _of_unknown(self, query: Query, reading: Reading, unknown: Unknown) -> Iterator[Guess]:
        """Yield a question without the one name in it that no article tells of."""
        without = f"{reading.text[: unknown.start]} {reading.text[unknown.end :]}"
        other = self._readers[reading.language].read(without)
        gone = frozenset(reading.features) - frozenset(other.features)
        bare = replace(
            query,
            features=tuple(f for f in query.features if f not in gone),
            text=other.wording,
            speakers=frozenset(),
        )
        for kind in (unknown.kind,) if unknown.kind else NAMED:
            least = DENIED if unknown.kind else NEARLY
            yield Guess(kind, replace(bare, kinds=frozenset({kind})), least=least)

    def _of_known(self, query: Query, ranked: Sequence[Candidate]) -> Iterator[Guess]:
        """Yield a question without each of its names, numbers, years, months and seasons."""
        match = self._base.matches.get(ranked[0].entry.match or "") if ranked else None
        sides = frozenset((match.home, match.away)) if match and match.date else frozenset()
        for hit in query.names:
            if hit.ids <= sides:
                continue
            kind = self._gazetteer.kind(next(iter(hit.ids))) if len(hit.ids) == 1 else ""
            if kind in NAMED:
                yield Guess(kind, _without(query, hit, kind), hit.ids)
        scope = query.scope
        for number in dict.fromkeys((*scope.numbers, *scope.minutes)):
            if f"#{number}" in query.said and not (
                query.words & self._ordinals and "finish_position" not in query.said
            ):
                kept = tuple(f for f in query.features if f != f"#{number}")
                kind = "minute" if number in scope.minutes else "count"
                open_ = replace(query, features=kept, scope=_less(scope, number), kinds=frozenset({kind}))
                yield Guess(kind, open_, frozenset({str(number), f"{number}000"}))
        if len(scope.years) == 1 and not match:
            yield _dated(query, replace(scope, years=()), "year", str(scope.years[0]))
        if len(scope.seasons) == 1:
            season = scope.seasons[0]
            said = (f"{season}-{(season + 1) % 100:02}", str(season), str(season + 1))
            yield _dated(query, replace(scope, seasons=()), "year", *said)
        if len(scope.months) == 1 and not match:
            yield _dated(query, replace(scope, months=()), "date", str(scope.months[0]))

    def _verdict(
        self, query: Query, guess: Guess, ranked: Sequence[Candidate], enough: float = AFFIRMED
    ) -> Verdict | None:
        """Compare what was guessed with what the row tells that answers without it.

        A yes needs `enough` likeness.
        """
        for best in self._asked(guess.query):
            values, shown = self._values.told(best.entry, guess.kind, guess.query.ids)
            if values & guess.query.ids:
                return None
            if values:
                shown = whole_of(self._base, shown)
                holds = self._affirmed if guess.said & values else self._denied
                lead = "yes" if guess.said & values else "no"
                sure = lead == "no" or best.likeness >= enough
                sure = sure and holds(query, guess, best, Told(values, shown), ranked)
                return Verdict(lead, shown) if sure else None
        return None

    def _affirmed(
        self, query: Query, guess: Guess, best: Candidate, told: Told, ranked: Sequence[Candidate]
    ) -> bool:
        """Whether the value of a row is what was said, and the row tells all the rest of the question, too."""
        if guess.kind in DATED and best.entry.match in self._base.matches:
            return False  # it only says which match is meant
        if SCORING & query.said and MISSED & best.entry.features and not MISSED & query.said:
            return False  # who nearly made it level did not
        if best.entry.intent in EXPECTED and TO_COME not in query.demands:
            return False  # what is expected is not there yet
        if guess.kind == "club" and RESULT & query.said and self._gazetteer.clubs(guess.query.ids):
            return False  # "did Atalanta win with Liverpool?": who won, is Liverpool
        if guess.kind == "club" and guess.said <= query.subject:
            doers = self._ranking.entries.row(best.at).subjects.keys()
            if guess.said.isdisjoint(doers) and guess.query.ids & doers:
                return False  # "did Liverpool put Atalanta out?": it was the other way round
        if guess.kind == "club" and self._other_way_round(query, guess, best):
            return False
        if len(told.values) > 1 and (best.entry.intent.endswith(".what") or best.likeness < NEARLY):
            return False
        if guess.kind == "count" and not _is_first(best, ranked):
            return False
        if best.entry.intent.startswith(UNDONE) and guess.query.said & GOAL:
            return False
        return (
            self._same(guess.query, best)
            and self._claims.verbal(query)
            and self._sentences.holds(told.entry, query.scope)
        )

    def _other_way_round(self, query: Query, guess: Guess, best: Candidate) -> bool:
        """Whether the stored question asks who beat the side of which it is said that it beat another one."""
        sample, side = best.sample, guess.query.subject
        if sample is None or not query.subject:
            return False
        stored = self._readers[sample.language].read(sample.text, mend=False)
        if guess.said <= query.subject:  # "did Marseille beat Atalanta?", "whom did Atalanta beat?"
            return bool(BEATING & query.said and query.opponent and not stored.opponent & query.opponent)
        return bool(stored.opponent & side and not stored.subject & side)

    def _denied(
        self, query: Query, guess: Guess, best: Candidate, told: Told, ranked: Sequence[Candidate]
    ) -> bool:
        """Whether a row that was asked for tells another value, and nothing tells of the one that was said."""
        anywhere = not guess.said and query.scope.empty and best.entry.match
        beaten = guess.kind in ("club", "person") and self._asks_who_beat_whom(query)
        if beaten or (guess.kind == "club" and anywhere):
            return False  # no article tells of all that two clubs, or coaches, played
        if "coach" in query.said and len(told.values) == 1 and asks_once(query):
            return False  # a coach has had more clubs, and a club more coaches
        what = best.entry.intent.partition(".")[0]
        event = what in catalogue().events
        if guess.kind == "person" and self._of_many(query, guess, what):
            return False  # others may have done so, too
        if guess.kind == "person" and len(told.values) > 1 and not event:
            return False  # a list of people seldom names all
        if self._of_another_article(guess, best.entry) or self._of_another_match(guess, best.entry):
            return False
        least = NEARLY if guess.kind in DATED and best.entry.match else guess.least
        if best.likeness < least or self._tells(ranked, guess, best.score):
            return False
        side = guess.query.subject
        own = next((row for row in ranked if not row.entry.absent and _of_side(row.entry, side)), best)
        if own.entry.row != best.entry.row and own.likeness >= best.likeness and self._explains(own):
            return False  # another row is what was asked for
        mentioned = guess.said & self._sentences.told(told.entry)
        asked = best.likeness >= STORED if event else guess.kind == "count" and _is_first(best, ranked)
        if mentioned and not asked:
            return False
        return self._same(guess.query, best, TURNING)

    def _asks_who_beat_whom(self, query: Query) -> bool:
        """Whether a question names clubs or coaches and a result, and nothing that tells which match it was."""
        said = query.said - catalogue().light
        coaches = frozenset(coach for match in self._base.matches.values() for coach in match.coaches)
        return said <= RESULT | {"beat"} and query.ids <= self._gazetteer.clubs(query.ids) | coaches

    def _of_many(self, query: Query, guess: Guess, what: str) -> bool:
        """Whether nobody tells of all who did what a question asks of somebody: who played, who came on."""
        alone = not self._gazetteer.people(guess.query.ids)
        left = LEAVING & query.said and query.scope.empty and not self._gazetteer.clubs(guess.query.ids)
        return "play" in query.said or (alone and (what in OPEN or bool(left)))

    def _of_another_article(self, guess: Guess, entry: Entry) -> bool:
        """Whether what was guessed is told, with all else that is named, by articles other than that of a row."""
        query = guess.query
        narrowed = not replace(query.scope, years=()).empty or bool(query.matches)
        if narrowed or not guess.said or guess.kind not in NAMED:
            return False
        sources = frozenset().union(*(self._base.entries.sources_of(i) for i in guess.said))
        if not sources or entry.source in sources:
            return False
        named = [frozenset().union(*map(self._base.entries.sources_of, hit.ids)) for hit in query.names]
        return any(all(source in told for told in named) for source in sources)

    def _of_another_match(self, guess: Guess, entry: Entry) -> bool:
        """Whether a row on one match would deny what is asked of another one: that it rained in the year after."""
        said = {int(year) for year in guess.said if year.isdigit()} if guess.kind == "year" else set[int]()
        match = self._base.matches.get(entry.match or "")
        return match is not None and any(
            said & other.years
            and not said & match.years
            and {other.home, other.away} == {match.home, match.away}
            for other in self._base.matches.values()
        )

    def _tells(self, ranked: Sequence[Candidate], guess: Guess, score: float) -> bool:
        """Whether what was guessed is the value of a row that answers the question as it is about as well."""
        near = (c.entry for c in ranked[:REACH] if c.score >= score - RIVAL and self._explains(c))
        side = guess.query.subject
        return any(
            guess.said & self._values.told(entry, guess.kind, guess.query.ids).values
            and _of_side(entry, side)
            for entry in near
        )

    def _explains(self, row: Candidate) -> bool:
        """Whether a row leaves no word of weight unexplained, and no figure that its sentence does not tell."""
        figures = self._sentences.told(row.entry)
        return all(f in catalogue().light or f[1:] in figures for f in row.unexplained)

    def _asked(self, query: Query) -> list[Candidate]:
        """Return the row that surely answers a question, then others that answer it about as well."""
        asked = replace(query, yes_no=False)
        rows = self._ranking.rank(asked)
        decided = decide(asked, rows, self._base.matches, False)
        if decided.outcome not in ("answer", "list", "both"):
            return []
        if decided.outcome == "both" and len({c.entry.values for c in decided.chosen}) > 1:
            return []
        best = decided.chosen[0]
        near = (c for c in rows if c is not best and c.score >= best.score - RIVAL and not c.entry.absent)
        return [c for c in (best, *near) if self._explains(c)]

    def _same(self, query: Query, best: Candidate, weighty: Collection[str] = ()) -> bool:
        """Whether a stored question as alike as the best says all that a question says, and does not deny it.

        Where `weighty` words are given, it need say these only.
        """
        light = catalogue().light
        said = {f for f in query.said - query.asides if f in TURNING or f not in light}
        said = {f for f in said if f[0] != "#" or f[1:] not in self._sentences.told(best.entry)}
        if light.issuperset(said) and best.likeness < STORED:
            return False
        if weighty:
            said = said.intersection(weighty)
        places, samples = best.entry.places, best.entry.samples
        for like in self._ranking.entries.row(best.at).likes(self._ranking.asked(query)):
            if like.likeness < max(DENIED, best.likeness - AS_ALIKE):
                break
            held = all(like.place in places.get(f, ()) for f in said)
            if held and like.place not in places.get(INVERSE, ()):
                return not self._claims.denies(words_only(samples[like.place].text))
        return False


def _of_side(entry: Entry, side: frozenset[str]) -> bool:
    """Whether a row is not of another side than the one that a question is about."""
    return not side or entry.team is None or entry.team in side


def _is_first(best: Candidate, ranked: Sequence[Candidate]) -> bool:
    """Whether the row that answers without the guess is the best for the question with it."""
    return bool(ranked) and ranked[0].entry.row == best.entry.row


def _without(query: Query, hit: NameHit, kind: str) -> Query:
    return replace(
        query,
        names=tuple(h for h in query.names if h is not hit),
        kinds=frozenset({kind}),
        subject=query.subject - hit.ids,
        opponent=query.opponent - hit.ids,
        speakers=frozenset() if query.speakers & hit.ids else query.speakers,
    )


def _dated(query: Query, scope: Scope, kind: str, *said: str) -> Guess:
    return Guess(kind, replace(query, scope=scope, kinds=frozenset({kind})), frozenset(said))


def _less(scope: Scope, number: int) -> Scope:
    return replace(
        scope,
        numbers=tuple(n for n in scope.numbers if n != number),
        minutes=tuple(n for n in scope.minutes if n != number),
    )
