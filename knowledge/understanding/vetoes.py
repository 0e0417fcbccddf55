"""What speaks against the best row, however sure it seems: too little in common, another subject, a row told before."""

from __future__ import annotations

import re

from .confidence import is_stored
from .index import DOER, MEMBER
from .lexicon import INVERSE, is_concept
from .ordering import COUNTRIES, YEAR, of_other_years, untold
from .ordinals import of_another
from .query import Query
from .ranking import Candidate
from .row_words import told_after
from .side_filters import GOAL, OF_A_GOAL
from .undemanded import falls_short

COMMON = 0.67
"""Share of a follow-up that a row elsewhere must explain."""
HALF = 0.5
"""Misfit of a row whose sentence only might hold the kind of value asked for."""
UNSUITED = frozenset({"competition", "count", "minute", "place", "score"})
"""Kinds of value that a row without any does not tell a follow-up, whatever it shares with the turn before."""
COUNTED = frozenset({"count", "minute", "score"})
"""Kinds of value that are figures."""
SELDOM, MOSTLY = 0.2, 0.6
"""Shares of a row's stored questions that name a club of which it tells by the way, and one of which it tells."""
EVEN = 0.01
"""Lead in score up to which a row and an absent topic are even: then what is told is told."""
MOST = "more"
"""Concept of more and most."""
WHOLE = 0.8
"""Share of a yes/no question that a field of a match must explain."""
BESIDE = frozenset({"player", "match"})
"""Concepts beside which it is still who did it that is asked of an event."""
SEASON = re.compile(r"\b20\d\d-(\d\d)\b")
"""The year in which a season ended."""
MANY = 20
"""Stored questions of a row from which a concept that one of them holds may be there by accident."""
ALIKE = 0.8
"""Likeness to that one from which it is what is asked."""
LIGHT_CONCEPTS = frozenset({"play", "match", "player", "happen"})
"""Concepts that stand beside what is asked."""
USUAL = 0.3
"""Share of the stored questions of a fact that hold what it is about."""
SPANNING = frozenset({"season", "run"})
"""Concepts of more than one match."""
CHANGES = frozenset({"go_off", "come_on"})
"""Concepts of a change of players."""
FLOOR = 0.6
FAINT = 0.5
"""Score and likeness under both of which no row answers."""


def vetoed(query: Query, best: Candidate, absent: Candidate | None) -> bool:
    """Whether the best row must not answer; `absent` is the best subject that no article tells of."""
    return (
        _too_weak(query, best)
        or (not is_stored(best, absent) and _outdone(best, absent))
        or untold(query, best)
        or falls_short(query, best)
        or _foreign(best, absent)
        or _astray(query, best)
        or _unrelated(query, best)
        or _of_another_club(query, best)
        or _mere_field(query, best)
        or _uncounted(query, best)
        or _of_the_others(query, best)
        or of_another(query, best.entry)
        or _turned_round(query, best)
        or _dated_otherwise(query, best)
        or _origin_untold(query, best)
        or _no_scorer(query, best)
        or _no_goal(query, best)
        or _of_a_season(query, best)
        or (not query.rows and _other_thing(query, best))
        or _a_result(query, best)
        or _by_accident(query, best)
        or _no_change(query, best)
    )


def _too_weak(query: Query, best: Candidate) -> bool:
    """Whether the best row is hardly alike at all, whatever its lead."""
    unsuited = query.kinds & (UNSUITED if query.rows else {"competition"})
    if best.evidence.misfit >= HALF and unsuited and not best.evidence.own_kind:
        return True
    if _bare(query, best) or _mere_club(query, best) or _doer_unknown(query, best):
        return True
    return best.likeness < FAINT and (best.score < FLOOR or (best.likeness == 0.0 and _says_more(best)))


def _by_accident(query: Query, best: Candidate) -> bool:
    """Whether each concept that is asked stands in but one stored question of many: "what's Lautaro's contract?".

    There "chi ha firmato la prodezza" is among the questions on his goal: a word with another sense.
    """
    said = [f for f in query.said - query.asides if f not in LIGHT_CONCEPTS]
    if not said or query.rows or len(best.entry.samples) < MANY or best.likeness >= ALIKE:
        return False
    return all(is_concept(f) and len(best.entry.places.get(f, ())) == 1 for f in said)


def _no_change(query: Query, best: Candidate) -> bool:
    """Whether a fact would answer for a change of which it does not tell: who went off, or why he was taken off."""
    if not best.entry.intent.startswith("fact."):
        return False
    changed = "person" in query.kinds and not CHANGES.isdisjoint(query.said)
    why = "reason" in query.kinds and not (CHANGES | {"t_pull_out"}).isdisjoint(best.unexplained)
    return why or (changed and not best.evidence.own_kind)


def _bare(query: Query, best: Candidate) -> bool:
    """Whether a row that tells no figure of its own shares only names with a question for one: "how much for him?"."""
    stored = best.likeness >= WHOLE and "name" in best.entry.own_kinds
    placed = "place" in query.kinds and "club" not in best.entry.own_kinds and not stored
    counted = (placed or not COUNTED.isdisjoint(query.kinds)) and not best.evidence.own_kind
    return counted and best.explained <= 0.0 and not query.rows


def _mere_club(query: Query, best: Candidate) -> bool:
    """Whether a field of a match would tell who somebody of a club was, where only the club is named."""
    said = best.explained > 0.0 or bool(query.rows) or "person" not in query.kinds
    return not said and best.entry.intent.startswith("match.") and not query.ids.isdisjoint(query.subject)


def _doer_unknown(query: Query, best: Candidate) -> bool:
    """Whether "did Smith score against Milan?" names nobody known, and the row explains no such word."""
    if not (query.yes_no and query.opponent) or any(
        hit.ids.isdisjoint(query.opponent) for hit in query.names
    ):
        return False
    return any(":" in feature for feature in best.unexplained) or (
        "score_goal" in query.features and bool(best.unexplained)
    )


def _says_more(best: Candidate) -> bool:
    """Whether a question has words of its own that a field of a match leaves unexplained."""
    return best.entry.intent.startswith("match.") and bool(best.unexplained)


def _mere_field(query: Query, best: Candidate) -> bool:
    """Whether a yes/no question says more of what somebody did than the field of a match that names him.

    "Did the keeper do anything special?" is no question for who kept goal.
    """
    entry = best.entry
    field = entry.intent.startswith("match.") and bool(entry.values)
    return query.yes_no and not query.kinds and field and best.coverage < WHOLE


def _uncounted(query: Query, best: Candidate) -> bool:
    """Whether it is asked who did something most, which one event of a match does not tell."""
    event = "." in best.entry.intent and not best.entry.intent.startswith(("match.", "fact.", "absent."))
    return event and MOST in best.unexplained and "person" in query.kinds


def _of_the_others(query: Query, best: Candidate) -> bool:
    """Whether a player of one club is asked for, and the row answers with one of the other.

    Of a whole event who did it is asked for where a question says no more than its kind: "which player erred?".
    """
    if not query.members or not query.members <= query.subject or "person" not in query.kinds:
        return False
    plain = query.said <= {best.entry.intent.partition(".")[0]} | BESIDE
    told = told_after(best.entry, MEMBER) | (told_after(best.entry, DOER) if plain else frozenset())
    return bool(told) and told.isdisjoint(query.members)


def _dated_otherwise(query: Query, best: Candidate) -> bool:
    """Whether a fact tells of years, as its stored question does, among which the one asked for is not."""
    if best.entry.match or not of_other_years(query, best):
        return False
    told = frozenset(int(year) for text in best.entry.text.values() for year in YEAR.findall(text))
    ends = frozenset(2000 + int(year) for text in best.entry.text.values() for year in SEASON.findall(text))
    return bool(told) and (told | ends).isdisjoint(query.scope.years)


def _origin_untold(query: Query, best: Candidate) -> bool:
    """Whether an event answers for where somebody is from, because a stored question calls him by it."""
    asked = bool(query.said) and query.said <= COUNTRIES and query.yes_no
    return asked and not best.entry.intent.startswith("fact.")


def _a_result(query: Query, best: Candidate) -> bool:
    """Whether how a match ended would answer for where a side finished in the league."""
    placed = "finish_position" in query.said and "place" in query.kinds
    return placed and best.entry.intent.startswith("match.")


def _no_scorer(query: Query, best: Candidate) -> bool:
    """Whether a fact that names nobody would answer for who scored."""
    asked = "person" in query.kinds and not query.yes_no and not GOAL.isdisjoint(query.said)
    plain = asked and query.said <= OF_A_GOAL
    stored = best.likeness >= WHOLE
    return plain and not stored and best.entry.intent.startswith("fact.") and not best.evidence.own_kind


def _of_a_season(query: Query, best: Candidate) -> bool:
    """Whether what somebody did in one match would be told of his season."""
    counted = "count" in query.kinds and not SPANNING.isdisjoint(best.unexplained)
    return counted and bool(query.ids) and best.entry.own_kinds == {"count"}


def _other_thing(query: Query, best: Candidate) -> bool:
    """Whether a match, which nothing points at, answers for a word that it does not explain: "who won the toss?"."""
    plain = any(":" in feature for feature in best.unexplained) and best.coverage < HALF
    return plain and best.entry.intent.startswith("match.") and query.scope.empty and not query.names


def _no_goal(query: Query, best: Candidate) -> bool:
    """Whether who missed would tell who scored: "who scored with a header?"."""
    if "person" not in query.kinds or query.yes_no or "score_goal" not in query.said or "miss" in query.said:
        return False
    often = USUAL * len(best.entry.samples)
    missed = best.entry.intent.startswith("fact.") and len(best.entry.places.get("miss", ())) >= often
    return missed or ("score_goal" in best.unexplained and best.likeness < WHOLE)


def _turned_round(query: Query, best: Candidate) -> bool:
    """Whether the stored question asks for those who did the opposite: who came off the bench, not who started."""
    if "person" not in query.kinds or query.yes_no or best.place < 0:
        return False
    if not best.entry.intent.startswith(("substitution.", "match.substitutes")):
        return False
    return (INVERSE in query.said) != (best.place in best.entry.places.get(INVERSE, ()))


def _outdone(best: Candidate, absent: Candidate | None) -> bool:
    """Whether an absent topic fits better than the best row and explains as much."""
    return bool(absent and absent.score > best.score + EVEN and absent.coverage >= best.coverage)


def _astray(query: Query, best: Candidate) -> bool:
    """Whether a follow-up without a name of its own lands in another article or match with little in common."""
    came_from = query.source or query.left
    if not came_from or any(hit.last for hit in query.names) or not query.scope.empty:
        return False
    source, match = came_from
    away = bool(query.rows and best.entry.match) and match is None and best.entry.source != source
    if not away and query.near and query.near <= best.entry.names:
        return False
    elsewhere = best.entry.source != source or bool(best.entry.match and best.entry.match != match)
    return elsewhere and (best.coverage < COMMON or len(query.features) < len(query.kinds) + 2)


def _unrelated(query: Query, best: Candidate) -> bool:
    """Whether a follow-up that says next to nothing itself lands on a fact that has to do with nothing said before."""
    entry = best.entry
    if not query.rows or entry.match or entry.row in query.rows or any(hit.last for hit in query.names):
        return False
    own = [f for f in query.features if f not in query.kinds]
    if len(own) > 1 or not query.scope.empty or not entry.features.isdisjoint(query.before):
        return False
    apart = query.paragraphs_to(entry)
    return apart is None or apart > 1


def _of_another_club(query: Query, best: Candidate) -> bool:
    """Whether a fact is asked of one club by nearly all its stored questions, and of another one by this question."""
    entry, asked = best.entry, query.subject | query.opponent
    if entry.match or len(asked) != 1 or asked & entry.values:
        return False
    places, count = entry.places, len(entry.samples)
    others = {f[1:] for f in places if f[0] == "^"} - query.ids
    own = len(places.get(f"@{next(iter(asked))}", ()))
    return own < SELDOM * count and any(len(places.get(f"@{i}", ())) > MOSTLY * count for i in others)


def _foreign(best: Candidate, absent: Candidate | None) -> bool:
    """Whether the question holds a word of an absent topic that the best row leaves unexplained."""
    return bool(absent and absent.signal & set(best.unexplained))
