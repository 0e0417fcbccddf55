"""Yes or no: what the stored yes/no questions of a row say to the one that was asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..base.catalogue import catalogue
from ..models import Entry, Match, Sample
from ..understanding.decision import Decision
from ..understanding.demands import TO_COME, UNREAL, speaks_of_future, speaks_of_unreal
from ..understanding.lexicon import INVERSE, in_any_language
from ..understanding.names import Gazetteer
from ..understanding.ordering import TELLING, WHO_WON
from ..understanding.premises import LOST, WON
from ..understanding.prepared_row import Like
from ..understanding.query import Query
from ..understanding.ranking import Candidate, Ranking
from ..understanding.reading import Reader
from ..understanding.words import words_only
from .claims import DETAILS, HAPPENED, MISSED, SCORING, Claims
from .parties import Parties

POLAR = 0.65
"""Likeness to a stored yes/no question from which its yes or no is said first."""
PLAINLY = 0.8
"""The same where a question has only words that say little."""
SURE = 0.8
"""Likeness from which a text without the form of a yes/no question ("Ilicic, all grace?") is taken for a stored one."""
EQUAL = 0.06
"""Stored yes/no questions this close in likeness must agree, else neither yes nor no is said."""
OPEN = 0.2
"""How much more like an open question may be than the yes/no ones that are heard."""
USUAL = 0.3
"""Share of the stored questions of a row that name somebody whom it goes without saying."""
AS_ALIKE = 0.15
"""How much less alike than a yes the no may be that holds a word of the question which no yes holds."""
TELLING_MORE = 1.0
"""Weight of what one of them shares with the question beyond the other; an everyday word has less."""
BEYOND = 0.4
"""Share of the words of a question from which a stored yes that lacks them affirms something else.

Of 8,464 stored yes/no questions, each hidden in turn, 174 were told the opposite of their answer, 285 before.
"""
MARKED = "@?^#"
"""First letters of features that are no words: names, kinds of question, subjects, figures."""
SIZED = frozenset({
    "more", "less", "better", "worse", "before", "after", "first", "second", "third", "last", "only", "late", "early",
    "t_at_least", "t_thousand", "t_hundred", "t_almost", "t_half", "finish_position",
})  # fmt: skip
"""Words beside which a figure is no value to compare: more than five, half a thousand."""
TIMED = frozenset({"late", "early", "t_end", "first_half", "second_half"})
"""Concepts of a part of a match."""
YEARS = range(1900, 2100)
RESULTS = {"winner": WON, "loser": LOST}
"""Concepts that ask whether a side won, and whether it lost."""


class Polarity:
    """Says yes or no where a stored question is sure enough, else nothing."""

    def __init__(
        self,
        matches: Mapping[str, Match],
        gazetteer: Gazetteer,
        ranking: Ranking,
        opposites: Mapping[str, frozenset[str]],
        readers: Mapping[str, Reader],
    ) -> None:
        self._matches = matches
        self._gazetteer = gazetteer
        self._ranking = ranking
        self._opposites = opposites
        self._readers = readers
        self._claims = Claims(gazetteer)
        self.parties = Parties(gazetteer, ranking, readers)
        self._scope = catalogue().light
        self._not = in_any_language("not")
        self._still = in_any_language("still")
        self._without = in_any_language("without")
        self._decades = in_any_language("decades")
        self._knowing = in_any_language("knowing")
        self._narrow = in_any_language("narrowing") | in_any_language("both")
        self._possible = in_any_language("possible")
        self._wh = in_any_language("wh")

    def of(self, query: Query, candidate: Candidate) -> str:
        """Return "yes" or "no" where a stored yes/no question was asked, else ""."""
        if query.either or self._assisted(query, candidate.entry) or self._asks_for_most(query):
            return ""
        negated = self._claims.negates(query)
        result = self._result(query, candidate.entry)
        if result:
            return self._claims.turned(query, result) if negated else result
        asks = query.yes_no or self._told_as(query, candidate)
        said = self._said(query, candidate, negated=negated) if asks else set()
        if len(said) == 1:
            return next(iter(said))
        figure = self._by_figure(query, candidate.entry) if query.yes_no else ""
        return self._claims.turned(query, figure) if negated and figure else figure

    def _asks_for_most(self, query: Query) -> bool:
        """Whether a fragment asks which one was most so: "la parata più bella?", and claims nothing."""
        words = words_only(query.text)
        named = bool(words) and words[0] in in_any_language("the")
        most = named and not in_any_language("most").isdisjoint(words)
        return query.yes_no and most and not self._claims.verbal(query)

    def _assisted(self, query: Query, entry: Entry) -> bool:
        """Whether it is asked if the scorer set somebody up, and a row tells who set him up."""
        people = self._gazetteer.people(query.ids)
        given = entry.intent.endswith(".assist") and not SCORING & query.said
        return given and bool(people) and people.isdisjoint(entry.values)

    def likeness(self, query: Query, candidate: Candidate, said: str) -> float:
        """Return how like the most alike stored question is that a row answers with `said`, yes or no."""
        likes = self._ranking.entries.row(candidate.at).likes(self._ranking.asked(query))
        samples = candidate.entry.samples
        heard = (like for like in likes if samples[like.place].polarity == said)
        if said == "no":
            heard = (like for like in heard if not self._narrows(query, samples[like.place]))
        return next((like.likeness for like in heard), 0.0)

    def is_open(self, query: Query, decision: Decision) -> bool:
        """Whether a question is most like a stored one that takes neither yes nor no: "is there a statue yet?"."""
        best = decision.chosen[0] if decision.outcome == "answer" else None
        like = (
            next(iter(self._ranking.entries.row(best.at).likes(self._ranking.asked(query))), None)
            if best
            else None
        )
        if best is None or like is None or like.likeness < SURE or not query.yes_no:
            return False
        asks = like.place in best.entry.places.get("?yes_no", ())
        return asks and best.entry.samples[like.place].polarity == "open"

    def _by_figure(self, query: Query, entry: Entry) -> str:
        """Return yes or no to "was it 2014?", "are there five?" from the year or number that a fact tells, or ""."""
        told = next(iter(entry.values)) if entry.intent.startswith("fact.") and len(entry.values) == 1 else ""
        if query.kinds or not told.isdecimal() or SIZED & set(query.features):
            return ""
        if query.scope.years and int(told) not in YEARS and len(_years(entry)) > 1:
            return ""  # "was he 67 in 2016?"
        asked = query.scope.years if int(told) in YEARS else query.scope.numbers
        if len(asked) != 1:
            return ""
        if asked[0] == int(told):
            return "yes"
        return "" if asked[0] in entry.numbers else "no"

    def _told_as(self, query: Query, candidate: Candidate) -> bool:
        """Whether a text that asks for no kind of answer is most like a stored yes/no question."""
        leans = query.rows and not any(hit.last for hit in query.names)
        if query.kinds or leans or self._wh.intersection(words_only(query.text)[:2]):
            return False  # "assisted by": a fragment that names nobody claims nothing
        best = next(iter(self._ranking.entries.row(candidate.at).likes(self._ranking.asked(query))), None)
        return (
            best is not None
            and best.likeness >= SURE
            and candidate.entry.samples[best.place].polarity in ("yes", "no")
        )

    def _said(self, query: Query, candidate: Candidate, *, negated: bool) -> set[str]:
        """Return what the stored yes/no questions say that are most alike: yes, no, both (then neither is sure)."""
        plainly = self._gazetteer.people(query.ids) and self._scope.issuperset(query.features)
        samples, enough = candidate.entry.samples, PLAINLY if plainly else POLAR
        of_today = self._gazetteer.people(query.ids) and not self._still.isdisjoint(query.words)
        likes: list[Like] = []
        top = 0.0
        for like in self._ranking.entries.row(candidate.at).likes(self._ranking.asked(query)):
            if like.likeness < enough:
                break
            top = max(top, like.likeness)
            sample = samples[like.place]
            # "he does not condemn him?" is a yes that "does he?" is not
            if not self._not & query.words and self._claims.denies(words_only(sample.text)):
                continue
            if sample.polarity == "no" and self._narrows(query, sample):
                continue
            if of_today and sample.polarity == "yes" and self._still.isdisjoint(words_only(sample.text)):
                continue  # "has he been the coach?" says nothing of "is he still?"
            if UNREAL in query.demands and not speaks_of_unreal(sample.text, sample.language):
                continue
            if self._asks_besides(query, sample):
                if not likes or like.likeness >= likes[0].likeness - EQUAL:
                    return set()
                continue
            if (self._without & query.words) != self._without.intersection(words_only(sample.text)):
                continue  # "was he afraid?" says nothing of "without fear?"
            if sample.polarity in ("yes", "no"):
                likes.append(like)
            enough = likes[0].likeness - EQUAL if likes else max(enough, like.likeness - OPEN)
        if likes and samples[likes[0].place].polarity == "no" and likes[0].likeness < top - EQUAL:
            return set()  # a denial far from what was asked denies something else
        own = [like for like in likes if not self._of_another(query, samples[like.place], candidate.entry)]
        if not own or own[0].likeness < likes[0].likeness:  # the most alike is about somebody else
            return set()
        if self._other_fits_better(query, candidate, own[0]) or self._of_another_thing(
            query, candidate, own[0]
        ):
            return set()
        said = set()
        for like in own:
            lead = self._turned(query, candidate, like.place)
            plain = negated and lead and not self._claims.denies(words_only(samples[like.place].text))
            said.add(self._claims.turned(query, lead) if plain else lead)
        return set() if "yes" in said and self._only_denied(query, candidate, own[0].likeness) else said

    def _other_fits_better(self, query: Query, candidate: Candidate, best: Like) -> bool:
        """Whether one that says the opposite, nearly as alike, shares words with the question that the best lacks."""
        samples = candidate.entry.samples
        for like in self._ranking.entries.row(candidate.at).likes(self._ranking.asked(query)):
            if like.likeness < best.likeness - AS_ALIKE:
                return False
            other = {samples[like.place].polarity, samples[best.place].polarity} == {"yes", "no"}
            if other and like.shared > best.shared + TELLING_MORE:
                return True
        return False

    def _of_another_thing(self, query: Query, candidate: Candidate, best: Like) -> bool:
        """Whether the question has a word of its own in the place of one of the stored one, or much beyond a yes.

        "Did the city pay for it?" is not "did the Champions League pay for it?".
        """
        entry, weights = candidate.entry, self._ranking.asked(query).weights
        stored = {f for f, places in entry.places.items() if best.place in places and f[0] not in MARKED}
        own = [f for f in weights if f not in stored and f not in self._scope and f not in query.asides]
        if not own:
            return False
        beyond = sum(weights[f] for f in own) > BEYOND * sum(weights.values())
        affirms = entry.samples[best.place].polarity == "yes"
        return bool(stored - weights.keys() - self._scope - {INVERSE}) or (affirms and beyond)

    def _turned(self, query: Query, candidate: Candidate, place: int) -> str:
        """Return what a stored yes/no question says to this one: its answer, the opposite, or "" where it differs."""
        entry = candidate.entry
        sample = entry.samples[place]
        features = frozenset(f for f, places in entry.places.items() if place in places)
        if self._left_out(query, features):
            return ""
        if sample.polarity == "yes" and query.said & HAPPENED - features - query.asides:
            return ""
        if sample.polarity == "yes" and self._only_possible(query, sample):
            return ""
        if sample.polarity == "yes" and SCORING & query.said and MISSED & features - query.said:
            return ""
        asked = set(query.features)
        if sample.polarity == "no" and self._denies_more(asked, features):
            return ""
        turned = sum(
            1
            for f in asked - features - self._scope
            for o in self._opposites.get(f, ())
            if o in features - asked
        )
        turned += (INVERSE in asked) != (INVERSE in features)
        if turned % 2 and sample.polarity == "yes" and TIMED & features - asked:
            return ""  # lucky at the end is not undeserved
        return {"yes": "no", "no": "yes"}[sample.polarity] if turned % 2 else str(sample.polarity)

    def _only_possible(self, query: Query, sample: Sample) -> bool:
        """Whether a stored question asks what could have been, and this one what was."""
        return bool(self._possible.intersection(words_only(sample.text))) and not self._possible & query.words

    def _denies_more(self, asked: set[str], stored: frozenset[str]) -> bool:
        """Whether a stored question answered with no holds more than was asked: no hat-trick is not no goal."""
        more = {f for f in stored - asked - self._scope if f[0] not in MARKED and f != INVERSE}
        return any(f in TELLING and not self._opposites.get(f, frozenset()) & asked for f in more)

    def _only_denied(self, query: Query, candidate: Candidate, likeness: float) -> bool:
        """Whether a word of the question stands only in stored ones answered with no, about as alike as the best."""
        row, places = self._ranking.entries.row(candidate.at), candidate.entry.places
        denied = query.said.intersection(row.no_only) - self._scope - {INVERSE}
        held = {place for feature in denied for place in places[feature]}
        likes = row.likes(self._ranking.asked(query)) if held else ()
        return any(like.place in held and like.likeness >= likeness - AS_ALIKE for like in likes)

    def _asks_besides(self, query: Query, sample: Sample) -> bool:
        """Whether a stored question asks what is known of a thing, or will be: "was it clear how serious it was?"."""
        if sample.polarity == "yes" and TO_COME not in query.demands:
            return speaks_of_future(sample.text, sample.language)
        return bool(self._knowing.intersection(words_only(sample.text)) - query.words)

    def _narrows(self, query: Query, sample: Sample) -> bool:
        """Whether a stored question denies only that it was the only one, or all: "did they come third just once?"."""
        return bool(self._narrow.intersection(words_only(sample.text)) - query.words)

    def _of_another(self, query: Query, sample: Sample, entry: Entry) -> bool:
        """Whether a stored yes/no question is about another club, other people or another year than the question."""
        stored = self._readers[sample.language].read(sample.text, mend=False)
        clubs = self._gazetteer.clubs(stored.ids)
        if clubs and query.subject and not (stored.subject or clubs) & query.subject:
            return True
        if stored.opponent & query.subject and not stored.subject & query.subject:
            return True  # "did they beat Marseille?" says nothing of "did Marseille beat them?"
        asked = self._gazetteer.clubs(query.ids)
        if clubs and asked and clubs.isdisjoint(asked) and entry.intent.startswith("fact."):
            return True  # "is he a former coach of Atalanta?" says nothing of Inter
        match = self._matches.get(entry.match or "")
        around = match.names if match else frozenset()
        usual = around | self._usual(entry)
        ours, theirs = query.ids - stored.ids - usual, stored.ids - query.ids - usual
        if {self._gazetteer.kind(i) for i in ours} & {self._gazetteer.kind(i) for i in theirs}:
            return True
        if sample.polarity == "no" and self._gazetteer.people(stored.ids) - query.ids:
            return True  # "did he come on for Dumfries?" denies Dumfries
        if self._gazetteer.people(ours | query.ids & around) - stored.ids - entry.values:
            return True
        if sample.polarity == "no" and not query.ids - around and stored.ids - around - entry.values:
            return True  # "were Juventus top?" says nothing of "were we top?"
        if (
            entry.intent.startswith(("goal.", "fact."))
            and query.subject
            and entry.team
            and entry.team not in query.subject
        ):
            return True
        years_matter = query.scope.years or sample.polarity == "no"
        if stored.scope.years and years_matter and stored.scope.years != query.scope.years:
            return True
        if query.scope.years and not stored.scope.years and len(_years(entry)) > 1:
            return True  # "is he 67?" says nothing of how old he was in 2016
        if _figures(stored.features) != _figures(query.features):
            return True
        ages = self._decades & query.words, self._decades & stored.words
        if all(ages) and ages[0] != ages[1]:
            return True  # "was he in his forties?" says nothing of his fifties
        result = match.score if match else None
        only_scope = not stored.scope.scores and all(set(s) == set(result or ()) for s in query.scope.scores)
        if stored.scope.scores != query.scope.scores and not only_scope:
            return True
        return self.parties.swapped(query, stored)

    def _usual(self, entry: Entry) -> frozenset[str]:
        """Return those whom many stored questions of a fact name: that somebody is named says nothing new."""
        named = {f[1:]: len(held) for f, held in entry.places.items() if f[0] == "@"}
        often = USUAL * len(entry.samples)
        return frozenset(name for name, times in named.items() if times >= often)

    def _left_out(self, query: Query, features: frozenset[str]) -> bool:
        """Whether the question holds a detail that the stored one lacks: "in the first half", "only"."""
        return any(
            f in DETAILS and f not in features and not self._turns(f, features) for f in query.features
        )

    def _turns(self, feature: str, features: frozenset[str]) -> bool:
        return any(o in features for o in self._opposites.get(feature, ()))

    def _result(self, query: Query, entry: Entry) -> str:
        """Return yes or no to "did X win, lose" from who did, or "" where that is not asked."""
        if not query.yes_no or entry.intent not in WHO_WON or not query.subject:
            return ""
        asked = [side for side, words in RESULTS.items() if words & set(query.features)]
        if len(asked) != 1:
            return ""
        told = entry.intent.removeprefix("match.")
        return "yes" if (asked[0] == told) == bool(query.subject & entry.values) else "no"


def _figures(features: Sequence[str]) -> set[str]:
    """Return the figures among features: not those of a phrase ("the starting eleven") and no "first"."""
    return {f for f in features if f[0] == "#" and f != "#1"}


def _years(entry: Entry) -> set[int]:
    """Return the years that the sentence of a fact tells."""
    if not entry.intent.startswith("fact.") or entry.match:
        return set()
    return {
        int(word)
        for text in entry.text.values()
        for word in words_only(text)
        if word.isdigit() and int(word) in YEARS
    }
