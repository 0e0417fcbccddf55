"""From rows to what was asked of them: yes or no first, both matches, lists, comparisons, false premises."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..base.catalogue import catalogue
from ..base.queries import Base
from ..models import Answer, Entry, Language
from ..understanding.contrasts import MARKS, Contrasts
from ..understanding.decision import Decision, decide
from ..understanding.filters import MISSING
from ..understanding.led import Led
from ..understanding.lexicon import all_lexicons, in_any_language
from ..understanding.names import Gazetteer, Strangers
from ..understanding.query import Query, query_of
from ..understanding.ranking import Candidate, Ranking
from ..understanding.reading import Reader, Reading
from .bounds import bounded
from .claims import Verdict
from .comparing import Comparing
from .deeds import Deeds
from .guesses import Guesses
from .head_to_head import HeadToHead
from .player_clubs import PlayerClubs
from .polarity import Polarity
from .render import Renderer
from .tenure import Tenure
from .unknowns import Unknowns
from .verdicts import PLAYED, Verdicts

CLOSED = {
    "goal.player",
    "match.scorers",
    "penalty.player",
    "match.coaches",
    "match.goalkeepers",
    "match.winner",
}
"""Intents whose rows tell everything of a match, so that somebody not among the values is a no."""

LIKE = 0.6
"""Likeness to a stored question from which a row answers, though something is compared that no article compares."""

STORED = 0.9
"""Likeness from which the yes or no of a stored question stands, whatever the values of rows say."""


class Operators:
    """Turns a decision into a reply."""

    def __init__(
        self,
        base: Base,
        gazetteer: Gazetteer,
        ranking: Ranking,
        renderer: Renderer,
        opposites: Mapping[str, frozenset[str]],
        strangers: Strangers,
        readers: Mapping[str, Reader],
    ) -> None:
        lexicons = all_lexicons()
        self._unknowns = Unknowns(strangers)
        self._base = base
        self._gazetteer = gazetteer
        self._ranking = ranking
        self._renderer = renderer
        self._polarity = Polarity(base.matches, gazetteer, ranking, opposites, readers)
        self._verdicts, self._deeds = Verdicts(base, gazetteer), Deeds(base, gazetteer, ranking)
        syntax = {language: words.syntax for language, words in lexicons.items()}
        self._led = Led(gazetteer, base.matches, syntax)
        self._tenure = Tenure(base, gazetteer)
        self._guesses = Guesses(base, gazetteer, ranking, readers)
        self._clubs = PlayerClubs(base, gazetteer)
        self._comparing = Comparing(base, gazetteer, self._verdicts)
        self._head_to_head = HeadToHead(base, gazetteer)
        between = in_any_language("between")
        self._of = in_any_language("oblique")
        joints = in_any_language("pair")
        self._contrasts = Contrasts(gazetteer, base.matches, between, joints)

    def reply(
        self,
        query: Query,
        reading: Reading,
        ranked: Sequence[Candidate],
        decision: Decision,
        language: Language,
    ) -> tuple[Answer, list[Entry]]:
        """Return the reply and the rows it stands on (none for a no)."""
        set_apart = (
            query.of_two and len(query.matches or ()) == 2
        )  # by names that ask nothing: "the one with Inzaghi or Chivu's"
        whole = query if set_apart or reading.ids <= query.ids else query_of(reading)
        compared = None
        if decision.outcome != "unknown_name":
            compared = self._head_to_head.of(whole) or self._comparing.of(whole, reading)
        both = {c.entry.match for c in decision.chosen} if decision.outcome == "both" else ()
        if compared and compared.said == "deeds" and len(both) > 1:
            compared = None
        if compared and compared.rows:
            return self._renderer.compared(compared, language), list(compared.rows)
        if compared and not (query.features and _is_told(decision)):
            return self._renderer.refusal(Decision("no_fact", near=decision.near), query, language, ()), []
        best = decision.chosen[0].entry if decision.outcome == "answer" else None
        verdict = self._tenure.of(query, best) or self._verdicts.of(query, reading.text)
        verdict = verdict or self._verdicts.nobody(query)
        if verdict:
            return self._ruled(verdict, language)
        each = self._verdicts.of_each(query, reading.text)
        if each:
            leads = {verdict.lead for verdict in each}
            lead = {"yes": "both_yes", "no": "neither"}[leads.pop()] if len(leads) == 1 else "both_no"
            return self._renderer.answer([v.entry for v in each], language, lead), [v.entry for v in each]
        club = self._clubs.of(query) if decision.outcome != "unknown_name" else None
        if club and not (decision.outcome == "answer" and (club.lead or _tells_club(decision, query))):
            return self._renderer.compared(club, language), list(club.rows)
        contrasted = self._contrasted(query, decision)
        if contrasted:
            in_all = self._played_in_all(query, contrasted) or self._did_so(query, contrasted)
            lead = "both_yes" if in_all and len({e.match for e in contrasted}) > 1 else ""
            return self._renderer.answer(contrasted, language, lead), contrasted
        if decision.outcome in ("answer", "list", "both"):
            chosen = [c.entry for c in decision.chosen]
            bound = bounded(reading, chosen[0]) if decision.outcome == "answer" else ""
            if bound:
                return self._ruled(Verdict(bound, chosen[0]), language)
            lead = self._lead(query, decision) or _still(query, chosen)
            told = any(entry.values for entry in chosen)
            guess = self._guessed(query, reading, ranked, decision, lead if told else "")
            if guess:
                return self._ruled(guess, language)
            deed = self._deed(query, reading, ranked)
            if deed and not lead:
                return self._ruled(deed, language)
            if deed and decision.outcome == "answer" and deed.lead != lead:  # neither is sure
                lead = ""
            if club and club.lead and not lead:
                return self._renderer.compared(club, language), list(club.rows)
            near = [c.entry for c in decision.near]
            return self._renderer.answer(chosen, language, lead, near), chosen
        weak = decision.outcome in ("no_fact", "choice") or (
            decision.outcome == "absent"
            and not decision.chosen[0].signal
            and decision.reason.startswith("absent.")
        )
        stranger = decision.outcome == "unknown_name" and all(
            unknown.kind in ("", "person") for unknown in self._unknowns.find(reading)
        )
        guess = self._verdicts.of_stranger(query, reading.text) if stranger else None
        guess = guess or self._guessed(query, reading, ranked, decision)
        if guess:
            return self._ruled(guess, language)
        deed = self._deed(query, reading, ranked) if decision.outcome != "unknown_name" else None
        if deed:
            return self._ruled(deed, language)
        denied = self._denied(query, language) if weak else None
        if denied:
            return denied
        if decision.outcome == "choice":
            return self._renderer.choice(decision.near, language), []
        return self._renderer.refusal(decision, query, language, self.unknown_names(reading)), []

    def _deed(self, query: Query, reading: Reading, ranked: Sequence[Candidate]) -> Verdict | None:
        return self._in_order(query, reading, ranked, self._deeds.of(query, reading.text))

    def _in_order(
        self, query: Query, reading: Reading, ranked: Sequence[Candidate], verdict: Verdict | None
    ) -> Verdict | None:
        """Return a verdict, none where its yes would tell of somebody what was done to him."""
        if verdict is None or verdict.lead != "yes" or self._oblique(reading):
            return verdict
        return None if self._polarity.parties.turned_about(query, ranked, verdict.entry.row) else verdict

    def _ruled(self, verdict: Verdict, language: Language) -> tuple[Answer, list[Entry]]:
        return self._renderer.answer([verdict.entry], language, verdict.lead), [verdict.entry]

    def _contrasted(self, query: Query, decision: Decision) -> list[Entry]:
        """Return a row for each of two things that were set side by side, none where one row tells of both."""
        told = decision.outcome in ("answer", "list", "both") and not self._tells_both(query, decision)
        asked = self._contrasts.alternatives(query)
        events = not any(c.entry.absent or c.entry.intent.startswith("fact.") for c in decision.chosen)
        if told and asked and events and not any(c.entry.values & asked[1] for c in decision.chosen):
            rows = self._neither(*asked)
            if rows:
                return rows
        weighed = query.either and {"more", "less"} & set(query.features)
        if decision.outcome in ("both", "unknown_name") or (
            told and not weighed and not MARKS & set(query.features)
        ):
            return []
        chosen = None if told else self._alternative(query)
        if chosen:
            return [chosen]
        if asked and not told and (rows := self._neither(*asked)):
            return rows
        found: list[Entry] = []
        untold = 0
        for side in self._contrasts.sides(query):
            decided = decide(side, self._ranking.rank(side), self._base.matches, False)
            if decided.outcome in ("answer", "list"):
                found += [c.entry for c in decided.chosen if self._contrasts.serves(query, c.entry)]
            else:
                untold += 1
        if untold:  # "was it 2023 or 2025 when it rained?": one of them is told
            return found if query.either and untold == 1 and found and found[0].match else []
        return found if len({e.row for e in found}) > 1 else []

    def _played_in_all(self, query: Query, told: Sequence[Entry]) -> bool:
        """Whether it was asked if somebody played in two matches, and an event of each is his."""
        people = self._gazetteer.people(query.ids)
        asked = query.yes_no and bool(people) and catalogue().light.issuperset(query.features)
        events = all(people <= e.names and not e.intent.startswith(("fact.", "match.")) for e in told)
        return asked and events

    def _tells_both(self, query: Query, decision: Decision) -> bool:
        """Whether an answer names both of two people or clubs of which one was asked for."""
        asked = self._contrasts.alternatives(query) if decision.outcome == "answer" else None
        return asked is not None and len(decision.chosen[0].entry.values & asked[1]) > 1

    def _neither(self, bare: Query, offered: frozenset[str]) -> list[Entry]:
        """Return the rows that answer where neither of the two offered is right: who it was instead."""
        decided = decide(bare, self._ranking.rank(bare), self._base.matches, False)
        if decided.outcome not in ("answer", "list") or not _is_told(decided):
            return []
        rows = [candidate.entry for candidate in decided.chosen]
        return [] if any(row.values & offered or row.intent.startswith("fact.") for row in rows) else rows

    def _alternative(self, query: Query) -> Entry | None:
        """Return the row that tells which of two, where a question names them as alternatives."""
        asked = self._contrasts.alternatives(query)
        if asked is None:
            return None
        ranked = [
            c for c in self._ranking.rank(asked[0]) if c.entry.absent or len(c.entry.values & asked[1]) == 1
        ]
        decided = decide(asked[0], ranked, self._base.matches, False)
        return decided.chosen[0].entry if decided.outcome == "answer" else None

    def _oblique(self, reading: Reading) -> bool:
        """Whether the first man named is not the one who did it: "al posto di Pavard è entrato Darmian?"."""
        first = next((hit.first for hit in reading.names if self._gazetteer.people(hit.ids)), 0)
        return first > 0 and reading.tokens[first - 1].text in self._of

    def unknown_names(self, reading: Reading) -> list[str]:
        """Return the names in the question that the base does not tell of: known strangers, unknown capitals."""
        return [unknown.name for unknown in self._unknowns.find(reading)]

    def _guessed(
        self, query: Query, reading: Reading, ranked: Sequence[Candidate], decision: Decision, lead: str = ""
    ) -> Verdict | None:
        """Return the verdict on what a question guesses of one thing, where `lead` does not say the same."""
        # likeness knows no years: "was it the 1990s?" is as like the stored "were the 2000s?"
        dated = bool(query.scope.years and decision.chosen and not decision.chosen[0].entry.match)
        stored = lead and not dated and self._polarity.likeness(query, decision.chosen[0], lead) >= STORED
        if (
            decision.reason == "asked_of_both"
            or stored
            or (not lead and self._polarity.is_open(query, decision))
        ):
            return None
        unexplained = decision.chosen[0].unexplained if decision.chosen else ()
        unknowns = self._unknowns.find(reading, unexplained)
        meant = self._led.query(reading, query) or query  # "did Palladino's team ...?" guesses no player
        guess = self._in_order(
            query, reading, ranked, self._guesses.of(meant, reading, ranked, unknowns, lead)
        )
        if guess is None or (guess.lead == lead and not (lead == "no" and _of_event(decision))):
            return None
        other = {"yes": "no", "no": "yes"}[guess.lead]
        said = decision.chosen and not dated and self._polarity.likeness(query, decision.chosen[0], other)
        return None if said and said >= STORED else guess

    def _lead(self, query: Query, decision: Decision) -> str:
        """Return what is said first: yes, no, yes or no for both matches, or nothing."""
        said = [self._polarity.of(query, c) for c in decision.chosen]
        if decision.outcome == "answer":  # one of two matches says nothing of both
            return "" if MARKS & set(query.features) and decision.chosen[0].entry.match else said[0]
        if decision.outcome == "both" and decision.reason == "several_matches" and len(set(said)) == 1:
            return {"yes": "both_yes", "no": "neither"}.get(said[0], "")
        if decision.outcome != "both" or decision.reason != "asked_of_both":
            return ""
        if all(said):
            return "both_yes" if set(said) == {"yes"} else "both_no"
        told = [c.entry for c in decision.chosen]
        return "both_yes" if self._did_so(query, told) or self._played_in_all(query, told) else ""

    def _did_so(self, query: Query, told: Sequence[Entry]) -> bool:
        """Whether a yes/no question asks of somebody in both matches, and each tells of his goal or his part."""
        people = self._gazetteer.people(query.ids)
        scored = "score_goal" in query.features
        did = (people <= (e.names if scored and e.intent.startswith("goal.") else e.values) for e in told)
        return query.yes_no and bool(people) and all(did)

    def _denied(self, query: Query, language: Language) -> tuple[Answer, list[Entry]] | None:
        """Correct a false premise: the same question without the people named, where the rows tell everything."""
        people = [h for h in query.names if self._gazetteer.people(h.ids)]
        if not people or not query.yes_no or (catalogue().light | PLAYED).issuperset(query.features):
            return None  # no row tells of all who played
        others = tuple(h for h in query.names if h not in people)
        ranked = self._ranking.rank(replace(query, names=others, kinds=frozenset()))
        best = next((c for c in ranked if c.entry.intent in CLOSED), None)
        if best is None or best.score < 0.65 or best is not ranked[0] or MISSING & best.entry.tokens:
            return None
        if best.entry.team and best.entry.team in query.opponent:  # whom he scored against
            return None
        if best.entry.values & frozenset().union(*(hit.ids for hit in people)):
            return None  # it was him: something else of it was asked
        if set(best.unexplained) - catalogue().light - query.asides:
            return None
        if query.scope.empty and not query.matches and not self._gazetteer.clubs(query.ids):
            match = best.entry.match or ""
            if not all(self._base.entries.side_of(match, p) for hit in people for p in hit.ids):
                return None  # nothing points at a match in which somebody else may not have been
        return self._renderer.answer([best.entry], language, "no"), [best.entry]


def _still(query: Query, chosen: Sequence[Entry]) -> str:
    """Return yes or no to whether it was the same man again, from the one who is told: "and in 2025, still him?"."""
    values = chosen[0].values if len(chosen) == 1 and chosen[0].intent in CLOSED else frozenset[str]()
    if not query.still or len(values) != 1:
        return ""
    return "yes" if query.still == values else "no"


def _of_event(decision: Decision) -> bool:
    """Whether an event answers, whose no tells of him who was named: who did it is worth more."""
    return decision.chosen[0].entry.intent.partition(".")[0] in catalogue().events


def _tells_club(decision: Decision, query: Query) -> bool:
    """Whether a club is just what the best row was asked for, or a fact tells where somebody was.

    Where he went is more than where he was, and so is where he stood on the pitch.
    """
    best = decision.chosen[0]
    where = "place" in query.kinds and best.entry.intent.startswith("fact.")
    return best.likeness >= LIKE and (where or "club" in best.entry.own_kinds)


def _is_told(decision: Decision) -> bool:
    """Whether an answer leaves no word of a question open that says something."""
    best = decision.chosen[0] if decision.outcome in ("answer", "list", "both") else None
    return best is not None and best.likeness >= LIKE and catalogue().light.issuperset(best.unexplained)
