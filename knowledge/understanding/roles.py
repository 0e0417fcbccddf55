"""The part a name plays in a question: subject, opponent, one side of a fixture; and words that are no names."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .lexicon import Lexicon
from .names import Gazetteer, NameHit
from .words import Token

RELAYED = 4
"""Words before a name among which "quello che" tells that what he says is only talked about."""
SHORT = 3
"""Letters of "v" and "vs.", which stand for a longer word, and between two teams make a fixture of them."""


def role_before(lexicon: Lexicon, texts: Sequence[str], first: int) -> str:
    """Return the role that the word before a club at the place `first` gives it, past one article or filler, or "".

    Who has a post "all'Inter" is Inter's own: "chi sedeva in panca all'Inter?".
    """
    syntax = lexicon.syntax
    for at in (first - 1, first - 2):
        if at < 0:
            return ""
        role = lexicon.roles.get(texts[at])
        if at and texts[at] in syntax["post_at"] and texts[at - 1] in syntax["post"]:
            return "subject"
        if role or texts[at] not in lexicon.fillers:
            return role or ""
    return ""


class Roles:
    """Finds the names in a question of one language, with their parts."""

    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        self._lex = lexicon
        self._names = gazetteer

    def find(self, tokens: Sequence[Token]) -> list[NameHit]:
        """Return the names in `tokens` from left to right, each with its part."""
        hits = [part for hit in self._names.find(tokens) for part in self._fixture(hit, tokens)]
        return self._with_roles(self._not_words(hits, tokens), tokens) if hits else []

    def _fixture(self, hit: NameHit, tokens: Sequence[Token]) -> list[NameHit]:
        """Take an Italian club name apart that is two: "Inter-Milan" is a match there, no club."""
        if self._lex.language != "it" or hit.last - hit.first != 2 or not self._names.clubs(hit.ids):
            return [hit]
        parts = [self._names.find(tokens[at : at + 1]) for at in (hit.first, hit.last - 1)]
        clubs = [self._names.clubs(i for found in part for i in found.ids) for part in parts]
        if not all(clubs) or clubs[0] == clubs[1]:
            return [hit]
        return [
            hit._replace(ids=ids, first=at, last=at + 1, surface=tokens[at].text)
            for at, ids in zip((hit.first, hit.last - 1), clubs, strict=True)
        ]

    def speakers(self, hits: Sequence[NameHit], tokens: Sequence[Token]) -> frozenset[str]:
        """Return who may be asked to have said something: people not behind "about", "on", "su", "di".

        One behind "after" or "when" is only asked for where nobody else is: "what did he say after Palladino came?".
        """
        objects = self._lex.syntax["object"]
        later = self._lex.syntax["sequel"] | self._lex.syntax["dating"]
        texts = [token.text for token in tokens]
        found = [
            h
            for h in hits
            if self._names.people(h.ids)
            and not (h.first and texts[h.first - 1] in objects)
            and not self._relayed(texts, h.first)
        ]
        own = [h for h in found if not (h.first and texts[h.first - 1] in later)]
        return frozenset(i for h in own or found for i in self._names.people(h.ids))

    def _relayed(self, texts: Sequence[str], at: int) -> bool:
        """Whether what somebody named at `at` says is itself talked about: "di quello che dice Conte"."""
        before = texts[max(at - RELAYED, 0) : at]
        return any(" ".join(pair) in self._lex.syntax["relayed"] for pair in pairwise(before))

    def _not_words(self, hits: Sequence[NameHit], tokens: Sequence[Token]) -> list[NameHit]:
        """Drop a name that a longer phrase swallows: the "sporting director" is not the club."""
        texts = [token.text for token in tokens]
        kept = []
        for hit in hits:
            phrase = self._lex.concepts.longest(texts, hit.first)
            if not phrase or phrase[0] <= hit.last - hit.first or phrase[1].startswith("_"):
                kept.append(hit)
        return self._either(kept, texts)

    def _either(self, hits: Sequence[NameHit], texts: Sequence[str]) -> list[NameHit]:
        """Join names with "or" between them: either may be the one, so neither is demanded."""
        joined: list[NameHit] = []
        for hit in hits:
            previous = joined[-1] if joined else None
            between = set(texts[previous.last : hit.first]) if previous else set()
            kinds = {self._names.kind(i) for i in (previous.ids | hit.ids if previous else ())}
            if previous and between and between <= self._lex.syntax["or"] and len(kinds) == 1:
                joined[-1] = previous._replace(ids=previous.ids | hit.ids, last=hit.last)
            else:
                joined.append(hit)
        return joined

    def _with_roles(self, hits: list[NameHit], tokens: Sequence[Token]) -> list[NameHit]:
        """Tell subject from opponent by the word before a team; two teams side by side are a fixture."""
        placed: list[NameHit] = []
        texts = [token.text for token in tokens]
        dated = self._dating_clause(texts)
        for i, hit in enumerate(hits):
            if not self._names.clubs(hit.ids):
                placed.append(hit)
                continue
            if hit.first > dated:
                placed.append(hit._replace(role="fixture"))
                continue
            role = role_before(self._lex, texts, hit.first)
            following = hits[i + 1] if i + 1 < len(hits) else None
            if following and self._names.clubs(following.ids) and self._side_by_side(tokens, hit, following):
                role = role if role == "subject" and following.first - hit.last == 1 else "fixture"
            previous = placed[-1] if placed else None
            if previous and previous.role == "fixture" and self._side_by_side(tokens, previous, hit):
                role = "fixture"
            placed.append(hit._replace(role=role or "subject"))
        return self._second_subject(placed)

    def _dating_clause(self, texts: Sequence[str]) -> int:
        """Return where a clause begins that only tells the match: "who scored when Inter won there?"; else the end."""
        syntax = self._lex.syntax
        for at in range(2, len(texts)):
            if texts[at] in syntax["clause"] and not syntax["outcome"].isdisjoint(texts[at:]):
                asked = not syntax["wh"].isdisjoint(texts[:at])
                return at if asked and texts[at] in syntax["dating"] else len(texts)
        return len(texts)

    def _second_subject(self, hits: list[NameHit]) -> list[NameHit]:
        """Where two different teams would both be subject, the later is the opponent."""
        seen: frozenset[str] | None = None
        result = []
        for hit in hits:
            if hit.role == "subject":
                if seen is not None and not hit.ids & seen:
                    hit = hit._replace(role="opponent")
                seen = seen or hit.ids
            result.append(hit)
        return result

    def _side_by_side(self, tokens: Sequence[Token], one: NameHit, other: NameHit) -> bool:
        between = [token for token in tokens[one.last : other.first] if token.kind != "score"]
        if len(between) != 1:
            return not between
        joint = between[0]
        return joint.text in ("versus", "and", "e") or joint.end - joint.start <= SHORT < len(joint.text)
