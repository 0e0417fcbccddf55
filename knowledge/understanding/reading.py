"""A question read in one language: its features, names with roles, scope, expected kind. No row is looked at yet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from .circumstances import circumstances
from .dangling import completed
from .demands import Demands, demanding
from .figures import Scope, join_figures, scope_of
from .framing import Framing
from .lexicon import Lexicon, stems_of
from .meaning import Meaning, Words
from .membership import members_of
from .mending import Mender
from .names import Gazetteer, NameHit
from .occasions import SCOPING
from .premises import GRANTED, Premise, Premises
from .roles import Roles
from .words import Token, tokens_of

TAGGED = 3
"""Words at the beginning or end of a question among which "right" or "vero" asks for a yes."""
_CLAUSE = re.compile(r"[,:;–—]")
LAST = 2
"""Last words of a text among which a question word asks, whatever the form of the rest."""
FRAGMENT = 2
"""Words at the beginning of an Italian text among which a noun shows that it has no verb: "il miglior piazzamento?"."""
SPEECH = frozenset({"say", "reply", "quote", "remark"})
"""Concepts of speaking: with them it matters who speaks and of whom."""
CALLED = "called"
"""Concept of what somebody is called, which is but who he is."""
ARTICLE = "article"
"""Concept of the words for an article."""

DATED = frozenset({"date", "year"})
"""Kinds of value that ask when."""
SIDE_SUPPORTERS = "side_supporters"
"""Feature of a question for the number of one club's supporters, which no crowd tells."""
REMEMBERED = 256
"""Readings that are kept: a question is read again when the next one of its chat may lean on it."""

LOST, BEAT = "lose", "beat"
"""What "beaten" says of a side that was, and of one that has beaten the other."""


class Reading(NamedTuple):
    """One question, read. `features` are concepts, stems and figures; `unknown` are words that nothing knows.

    `wording` are its words, mended, without what points at a match. `excepted` are names that cannot be meant: "who
    scored besides Lautaro?"; `of_two` tells that it is asked which of two matches it was, `occasion`
    that the latest or earliest of several is meant; `premises` are results that it takes for granted. The
    sentence that asks reaches from the token `begin` to before `end`.
    """

    text: str
    language: str
    tokens: tuple[Token, ...]
    features: tuple[str, ...]
    names: tuple[NameHit, ...]
    scope: Scope
    kinds: frozenset[str]
    yes_no: bool
    several: bool
    either: bool
    asides: frozenset[str]
    unknown: tuple[str, ...]
    pronouns: frozenset[str]
    connector: bool
    subject: frozenset[str]
    opponent: frozenset[str]
    speakers: frozenset[str]
    words: frozenset[str]
    guessed: tuple[tuple[str, str], ...]
    excepted: frozenset[str] = frozenset()
    of_two: bool = False
    occasion: str = ""
    premises: tuple[Premise, ...] = ()
    wording: str = ""
    begin: int = 0
    end: int = 0
    demands: Demands = Demands()
    members: frozenset[str] = frozenset()

    @property
    def ids(self) -> frozenset[str]:
        """Every id that a name of the question may mean."""
        return frozenset(i for hit in self.names for i in hit.ids)


class Reader:
    """Reads questions of one language against the names and words of a fact base."""

    def __init__(
        self,
        words: Lexicon,
        other: Lexicon,
        gazetteer: Gazetteer,
        seen: frozenset[str],
        strangers: frozenset[str] = frozenset(),
        years: frozenset[int] = frozenset(),
        stems: frozenset[str] | None = None,
    ) -> None:
        """`seen` are the words of the stored questions, `years` those of stored matches.

        `stems` are those of all known words where they are at hand.
        """
        self._years = years
        self._lex = words
        self._names = gazetteer
        known_stems = stems_of(words, seen) if stems is None else stems
        self._mender = Mender(words, other, gazetteer, seen, strangers, known_stems)
        self._roles = Roles(words, gazetteer)
        self._words = Words(words, self._mender.known)
        self._premises = Premises(words, gazetteer)
        self._demanding = demanding(words.language)
        self._framing = Framing(words, gazetteer.first_words, SPEECH)
        self._lately: dict[str, Reading] = {}

    def alternatives(self, reading: Reading) -> list[Reading]:
        """Return other readings of a text with misspelt words, each with one word mended differently."""
        covered = {i for hit in reading.names for i in range(hit.first, hit.last)}
        others = self._mender.others(reading.tokens, covered, reading.guessed)
        return [self.read(reading.text, instead=instead) for instead in others]

    def without_article_names(self, reading: Reading) -> Reading | None:
        """Return the reading without names that only tell an article: "the Gasp piece"; None where it has none."""
        texts = [token.text for token in reading.tokens]
        kept = tuple(hit for hit in reading.names if not self._tells_article(texts, hit))
        if len(kept) == len(reading.names):
            return None
        ids = frozenset(i for hit in kept for i in hit.ids)
        return reading._replace(
            names=kept,
            subject=reading.subject & ids,
            opponent=reading.opponent & ids,
            speakers=reading.speakers & ids,
        )

    def _tells_article(self, texts: Sequence[str], hit: NameHit) -> bool:
        """Whether a name stands before the word for an article, or behind it: "the piece on Gasp"."""
        places = [hit.last] if hit.last < len(texts) else []
        if hit.first > 1 and texts[hit.first - 1] in self._lex.syntax["object"]:
            places.append(hit.first - 2)
        found = (self._lex.concepts.longest(texts, at) for at in places)
        return any(meant and meant[1] == ARTICLE for meant in found)

    def last_clause(self, reading: Reading, *, after_wh: bool = False) -> Reading | None:
        """Return the reading of the clause that asks, behind a comma or colon, without what is told before it.

        A date told before is still meant, and so are names where the clause has none. None where no statement stands
        before; `after_wh` allows one with a question word: "somebody who".
        """
        tokens, text, syntax = reading.tokens, reading.text, self._lex.syntax
        begins = {
            i for i in range(1, len(tokens)) if _CLAUSE.search(text[tokens[i - 1].end : tokens[i].start])
        }
        asks = (
            i
            for i in range(len(tokens) - 1, 0, -1)
            if tokens[i].text in syntax["wh"] or ({i, i - 1} & begins and tokens[i].text in syntax["yes_no"])
        )
        at = max((i for i in begins if i <= next(asks, 0)), default=0)
        asked = any(token.text in syntax["wh"] for token in tokens[:at])
        if not at or "?" in text[: tokens[at].start] or (asked and not after_wh):
            return None
        clause = self.read(text[tokens[at].start :])
        before = (hit for hit in reading.names if hit.first < at)
        kept = [] if clause.names else [NameHit(hit.ids, 0, 0, "", hit.role) for hit in before]
        return clause._replace(scope=reading.scope, names=(*kept, *clause.names)) if clause.features else None

    def read(self, text: str, *, mend: bool = True, instead: Mapping[str, str] | None = None) -> Reading:
        """Read `text`; with `mend`, unknown words are corrected towards known ones, or as `instead` says."""
        if not mend or instead:
            return self._anew(text, mend, instead or {})
        found = self._lately.get(text)
        if found is None:
            if len(self._lately) >= REMEMBERED:
                del self._lately[next(iter(self._lately))]
            found = self._lately[text] = self._anew(text, mend, {})
        return found

    def _anew(self, text: str, mend: bool, instead: Mapping[str, str]) -> Reading:
        text = completed(unicodedata.normalize("NFC", text), self._lex.syntax)
        guessed: list[tuple[str, str]] = []
        if not mend:
            tokens = self._expand(tokens_of(text))
        else:
            tokens = self._expand(self._mender.spaced(tokens_of(text), text, instead))
            tokens = self._expand(self._mender.mend(tokens, text, guessed, instead))
        tokens, left_out, of_two, occasion = self._framing.of(self._with_h(tokens), text)
        tokens = join_figures(tokens, self._lex, self._years)
        hits = self._roles.find(tokens)
        meaning = self._words.read(tokens, {i for hit in hits for i in range(hit.first, hit.last)}, text)
        self._made_active(tokens, meaning.features)
        words = frozenset(token.text for token in tokens)
        yes_no = self._asks_yes_or_no(text, tokens, meaning)
        asked = frozenset(meaning.kinds[:1]) - {"yes_no"}
        part = tokens[meaning.begin : meaning.end]
        if asked and (self._tagged(part) or (asked == {"count"} and self._only_measures(part))):
            asked = frozenset()
        called = frozenset[str]()
        if asked == {"name"} and self._calls_somebody(tokens) and CALLED in meaning.features:
            asked = frozenset({"person"})
            called = frozenset({CALLED})
        spoken = bool(SPEECH & set(meaning.features))
        if spoken and not asked and not yes_no and words & self._lex.syntax["which_of"]:
            asked = frozenset({"statement"})
        subject, opponent = self._clubs(hits, "subject"), self._clubs(hits, "opponent")
        cup = any(self._names.kind(i) == "competition" for hit in hits for i in hit.ids)
        if "count" in asked and self._counts_supporters(tokens, hits):
            meaning.features.append(SIDE_SUPPORTERS)
        fixture = bool(subject and opponent) and not yes_no
        beside = circumstances(meaning.features, fixture=fixture, cup=cup)
        granted = meaning.scoping + (meaning.results if asked & GRANTED and not yes_no else [])
        return Reading(
            text=text, language=self._lex.language, tokens=tuple(tokens), features=tuple(meaning.features),
            names=tuple(hits), scope=scope_of(tokens, self._lex), kinds=asked, yes_no=yes_no,
            either=self._offers(tokens), asides=meaning.asides | beside | called,
            several=bool(words & self._lex.syntax["several"]),
            unknown=tuple(meaning.unknown), pronouns=words & self._lex.syntax["pronoun"],
            connector=self._connects(tokens),
            subject=subject, opponent=opponent,
            speakers=self._roles.speakers(hits, tokens) if spoken else frozenset(), words=words, guessed=tuple(guessed),
            excepted=frozenset(i for hit in self._roles.find(left_out) for i in hit.ids) if left_out else frozenset(),
            of_two=of_two, occasion=occasion,
            premises=self._premises.find(text, tokens, hits, granted, dated=bool(asked & DATED)),
            wording=self._wording(tokens, hits, meaning), begin=meaning.begin, end=meaning.end,
            demands=self._demanding.of(tokens, text, hits),
            members=members_of(self._lex, [t.text for t in tokens], hits, self._names),
        )  # fmt: skip

    def _calls_somebody(self, tokens: Sequence[Token]) -> bool:
        """Whether it is asked what a man is called who is told by his part: "come si chiama il difensore che"."""
        return any(self._lex.noun_kinds.get(token.text) == "person" for token in tokens)

    def _counts_supporters(self, tokens: Sequence[Token], hits: Sequence[NameHit]) -> bool:
        """Whether the supporters of one club are meant: "how many Leeds fans", "quanti tifosi del Lecce"."""
        syntax = self._lex.syntax
        clubs = [hit for hit in hits if self._names.clubs(hit.ids)]
        ahead, behind = syntax["member_of"], syntax["supporters"]
        for hit in clubs:
            before = [token.text for token in tokens[max(0, hit.first - 2) : hit.first]]
            if hit.last < len(tokens) and tokens[hit.last].text in behind:
                return True
            if len(before) == 2 and before[0] in behind and before[1] in ahead:
                return True
        return False

    def _made_active(self, tokens: Sequence[Token], features: list[str]) -> None:
        """Tell a side that "has beaten" another from one that "was beaten", which a participle alone does not."""
        texts, syntax = [token.text for token in tokens], self._lex.syntax
        at = next((i for i, text in enumerate(texts) if text in syntax["participle"]), 0)
        having = max((i for i in range(at) if texts[i] in syntax["active"]), default=0)
        if not syntax["passive"].isdisjoint(texts[having:at]):
            said, meant = BEAT, LOST
        elif at and texts[having] in syntax["active"]:
            said, meant = LOST, BEAT
        else:
            return
        if said in features:
            features[features.index(said)] = meant

    def _offers(self, tokens: Sequence[Token]) -> bool:
        """Whether alternatives are offered; "or not" and "vero o falso" only ask for yes or no."""
        syntax = self._lex.syntax
        return any(
            one.text in syntax["or"] and other.text not in syntax["or_not"]
            for one, other in pairwise([*tokens, *tokens[:1]])
        )

    def _wording(self, tokens: Sequence[Token], hits: Sequence[NameHit], meaning: Meaning) -> str:
        """Return the words that are compared letter by letter: those that ask, without a date and a fixture's names.

        Stored questions seldom say what points at their match.
        """
        fixture: set[int] = set()
        for one, other in pairwise(hits):
            if other.first - one.last <= 1 and self._names.clubs(one.ids) and self._names.clubs(other.ids):
                fixture.update(range(one.first, other.last))
        told = [
            token.text
            for at, token in enumerate(tokens)
            if meaning.begin <= at < meaning.end
            and at not in fixture
            and token.kind not in SCOPING
            and token.text not in self._lex.months
        ]
        return " ".join(told or [token.text for token in tokens])

    def _with_h(self, tokens: list[Token]) -> list[Token]:
        """Read "quanti anni a Gasperini" as "ha": behind years, before a person or nothing, it is no preposition."""
        texts = [token.text for token in tokens]
        for at in range(1, len(tokens)) if "anni" in texts else ():
            if tokens[at].text == "a" and tokens[at - 1].text == "anni":
                names = self._names.find(tokens[at + 1 : at + 3])
                person = names and names[0].first == 0 and self._names.people(names[0].ids)
                if person or at == len(tokens) - 1:
                    tokens[at] = tokens[at]._replace(text="ha")
        return tokens

    def _clubs(self, hits: Sequence[NameHit], role: str) -> frozenset[str]:
        return self._names.clubs([i for hit in hits if hit.role == role for i in hit.ids])

    def _connects(self, tokens: Sequence[Token]) -> bool:
        """Whether the text begins as the continuation of another: "and", "what about"."""
        syntax = self._lex.syntax
        begins = [token.text for token in tokens[:2]]
        return bool(set(begins[:1]) & syntax["connector"]) or " ".join(begins) in syntax["connector_phrases"]

    def _asks_yes_or_no(self, text: str, tokens: Sequence[Token], meaning: Meaning) -> bool:
        begin, end = meaning.begin, meaning.end
        if self._asks_last([token.text for token in tokens]):
            return False
        asks = any(token.text in self._lex.syntax["wh"] for token in tokens[begin : begin + 2])
        tagged = not asks and self._has_tag(tokens[begin:end])  # "who won, right?" asks who
        doubted = not asks and (self._doubted(text, tokens) or self._or_not(tokens))
        if meaning.kinds[:1] == ["yes_no"] or tagged or doubted:
            return True
        if meaning.kinds or begin == end:
            return False
        last = tokens[end].start if end < len(tokens) else len(text)
        return self._polar_by_form(text[tokens[begin].start : last], tokens[begin:end])

    def _asks_last(self, texts: Sequence[str]) -> bool:
        """Whether a question word comes last: "was putting an end to what?", "... some board game. Which one?"."""
        syntax = self._lex.syntax
        at = next((i for i in range(max(1, len(texts) - LAST), len(texts)) if texts[i] in syntax["wh"]), 0)
        if not at or texts[at - 1] in syntax["or"] or not syntax["both"].isdisjoint(texts):
            return False  # "did he, or what?", "sia nel 2023 che nel 2025"
        return (
            texts[at] != "che" or texts[at - 1] in syntax["joint"]
        )  # "in che partita?", but "..., che faccio"

    def _has_tag(self, tokens: Sequence[Token]) -> bool:
        tags = [token.text for token in (*tokens[:TAGGED], *tokens[-TAGGED:])]
        return not self._lex.syntax["tag"].isdisjoint(tags)

    def _tagged(self, tokens: Sequence[Token]) -> bool:
        """Whether a question word stands in a statement with a tag: "he was 67 when he left, right?"."""
        wh = self._lex.syntax["wh"]
        at = next((at for at, token in enumerate(tokens) if token.text in wh), 0)
        return at > TAGGED and tokens[at].text in self._lex.syntax["dating"] and self._has_tag(tokens)

    def _only_measures(self, tokens: Sequence[Token]) -> bool:
        """Whether a statement with a tag only tells by what it counts: "smaller by population, right?"."""
        return self._has_tag(tokens) and self._lex.syntax["wh"].isdisjoint(token.text for token in tokens)

    def _doubted(self, text: str, tokens: Sequence[Token]) -> bool:
        """Whether a statement is asked back behind a comma: "..., wasn't it", "..., no?"."""
        syntax = self._lex.syntax
        for at in range(1, len(tokens)):
            if "," not in text[tokens[at - 1].end : tokens[at].start]:
                continue
            words = [token.text for token in tokens[at : at + 2]]
            if words[0] in syntax["yes_no"] and words[-1] in syntax["not"]:
                return True
            if len(words) == 1 and words[0] in syntax["or_not"]:
                return True
        return False

    def _or_not(self, tokens: Sequence[Token]) -> bool:
        """Whether a question ends with the other answer: "did he win it or not?"."""
        last = [token.text for token in tokens[-2:]]
        syntax = self._lex.syntax
        return len(last) == 2 and last[0] in syntax["or"] and last[1] in syntax["or_not"]

    def _polar_by_form(self, text: str, tokens: Sequence[Token]) -> bool:
        """Whether an Italian text without a question word asks yes or no: a finite verb or a question mark shows it."""
        if self._lex.language != "it":
            return False
        syntax = self._lex.syntax
        texts = [token.text for token in tokens]
        if set(texts[:3]) & syntax["tell"] and "se" not in texts:
            return False
        if set(texts[:FRAGMENT]) & syntax["fragment"] and not set(texts) & syntax["finite"]:
            return False
        if set(texts[:2]) & syntax["wh"] or set(texts) & (syntax["wh"] - {"che", "come", "cui"}):
            return False
        return "?" in text or "è" in text.lower() or bool(set(texts) & syntax["finite"])

    def _begins_name(self, tokens: Sequence[Token]) -> bool:
        """Whether a name of several words begins some tokens: "st mirren" is no second half."""
        named = self._names.find(tokens)
        return bool(named) and named[0].first == 0 and named[0].last > 1

    def _expand(self, tokens: Sequence[Token]) -> list[Token]:
        """Replace shorthand by what it stands for."""
        if self._lex.shorthand.keys().isdisjoint([token.text for token in tokens]):
            return list(tokens)
        expanded: list[Token] = []
        for at, token in enumerate(tokens):
            meant = self._lex.shorthand.get(token.text) if token.kind == "word" else None
            if meant is None or token.joined or self._begins_name(tokens[at : at + 4]):
                expanded.append(token)
            else:
                expanded += [token._replace(text=word) for word in meant]
        return expanded
