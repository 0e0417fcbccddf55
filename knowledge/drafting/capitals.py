"""Runs of capitalised words that may be names nobody knows."""

from __future__ import annotations

import re

from knowledge.drafting.reading import fold
from knowledge.drafting.records import Sentence, Token
from knowledge.drafting.tenses import deeds
from knowledge.drafting.vocabulary import Vocabulary, around, shared_words

_JOIN = re.compile(r"[ \-‑]|\. |[’'](?=[^\W\d_]{2})")


_LISTED = re.compile(r" ?\(?\d|[’']s ")


def capital_runs(
    sentence: Sentence,
    words: list[Token],
    taken: set[int],
    vocab: Vocabulary,
    lower: set[str],
    capital: set[str],
    unjoined: frozenset[str] = frozenset(),
) -> list[tuple[int, int]]:
    """Return the runs of capitalised words of a sentence that may be names, as first and last token.

    `unjoined` are folded words with a capital that stand in the text without a hyphen, too: "Murphy-Isak-Gordon".
    """
    spans: list[tuple[int, int]] = []
    at = 0
    while at < len(words):
        if at in taken or not _opens(sentence, words, at, vocab, lower, capital, taken):
            at += 1
            continue
        last = at
        while (step := _next(sentence, words, last, taken, vocab.language)) is not None and not _shouted(
            words[step], vocab, lower
        ):
            if _two_men(sentence, words[last], words[step], unjoined):
                break
            last = step
        first = at
        if at > 0 and at - 1 not in taken and words[at - 1].text in shared_words()["particles"]:
            gap = words[at].start - words[at - 1].end
            first = at - 1 if gap == 1 and words[at - 1].text not in ("da", "do", "al", "le", "el") else at
        spans.append((first, last))
        at = last + 1
    return spans


def _two_men(sentence: Sentence, first: Token, second: Token, unjoined: frozenset[str]) -> bool:
    """Whether a hyphen joins two men who are named apart elsewhere: "il tridente Murphy-Isak-Gordon"."""
    gap = sentence.text[first.end - sentence.start : second.start - sentence.start]
    return gap == "-" and fold(first.text) in unjoined and fold(second.text) in unjoined


def _shouted(token: Token, vocab: Vocabulary, lower: set[str]) -> bool:
    """Whether a word in capitals is none of a name: a verb of goals, or a word the text has in small letters."""
    word = fold(token.text)
    known = word in lower or word in vocab.words["common"] or word in vocab.words["starters"]
    return token.text.isupper() and len(word) > 3 and (known or vocab.has("verb", word + " "))


def _next(sentence: Sentence, words: list[Token], last: int, taken: set[int], language: str) -> int | None:
    """Return the next token of the name that goes on after `last`, or None."""
    if last + 1 >= len(words) or last + 1 in taken:
        return None
    gap = sentence.text[words[last].end - sentence.start : words[last + 1].start - sentence.start]
    following = words[last + 1].text
    if gap == ". " and len(words[last].text) > 2:
        return None
    if not _JOIN.fullmatch(gap) and gap not in ("’", "'"):
        return None
    if gap in ("’", "'"):
        return (
            last + 1
            if words[last].text in shared_words()["apostrophe_names"] and following[0].isupper()
            else None
        )
    if (
        following[0].isupper()
        and following.lower() in shared_words()["elided"]
        and sentence.text[words[last + 1].end - sentence.start :][:1] in ("’", "'")
    ):
        return last + 1 if following in shared_words()["apostrophe_names"] else None
    if following in shared_words()["after_people"] | shared_words()["openers"]:
        return None
    if following[0].isupper():
        return last + 1 if following != words[last].text else None
    beyond = last + 2
    if (
        gap == " "
        and following in shared_words()["particles"]
        and beyond < len(words)
        and beyond not in taken
    ):
        near = words[beyond].start - words[last + 1].end
        if (
            following in ("van", "de")
            and beyond + 1 < len(words)
            and words[beyond].text in ("der", "den", "la", "de")
        ):
            beyond += 1
        plain = ("do", "al", "le", "ben") if language == "en" else ("da", "do", "al", "le", "ben")
        if near == 1 and words[beyond].text[0].isupper() and following not in plain:
            return beyond
    if gap == "-" and _second_syllable(sentence, words, last):
        return last + 1
    if gap == "-" and following[0].isalpha() and len(following) > 2 and words[last].text[0].isupper():
        return last + 1 if following[0].isupper() else None
    return None


_FROM_THERE = re.compile(
    r" (?:d[ai]|dal|dall[ao]|dagli|dalle|dei|col|con)[ ’'](?:il |la |l[’'])?(?:limite|dischetto|bandierina"
    r"|fondo|vertice"
    r"|distanza|lontano|destra|sinistra|undici|corner|venti|trenta|\d+|lunetta|interno|angolo|fuori"
    r"|due passi|pochi passi"
    r"|posizione|centro|testa|prima|tacco|sinistro|destro|piatto|fascia|trequarti|mancino)\b"
    r"| (?:su (?:punizione|corner|angolo|rigore|calcio)|al (?:volo|limite|centro))\b"
)
"""From where, or how, somebody shoots or crosses: who stands before it is a player ("Rossi dal limite")."""
SYLLABLE = 6
"""Letters that a syllable of a Korean given name has at most."""
_JOINED = frozenset(
    {"born", "led", "based", "bound", "style", "owned", "like", "wide", "time", "half", "bred", "held"}
)
"""Words that English joins to a name with a hyphen: "West Ham-born"."""


def _second_syllable(sentence: Sentence, words: list[Token], last: int) -> bool:
    """Whether small letters behind a hyphen end a given name told after its family's: "Kim Min-jae"."""
    family, given, following = words[last - 1], words[last].text, words[last + 1].text
    return (
        last > 0
        and following.islower()
        and following not in _JOINED
        and 1 < len(following) <= SYLLABLE
        and 1 < len(given) < SYLLABLE
        and family.text[:1].isupper()
        and given[0].isupper()
        and words[last].start - family.end == 1
        and sentence.text[family.end - sentence.start] == " "
    )


def _opens(
    sentence: Sentence,
    words: list[Token],
    at: int,
    vocab: Vocabulary,
    lower: set[str],
    capital: set[str],
    taken: set[int],
) -> bool:
    """Whether a name may begin at token `at`."""
    token = words[at]
    word, low = token.text, fold(token.text)
    if not word[0].isupper():
        return False
    plain = (
        vocab.words["days"] | vocab.words["months"] | vocab.words["short_months"] | vocab.words["capitals"]
    )
    given = low in vocab.words["short_months"] and low in shared_words()["first_names"]  # "Jan Oblak"
    if given and _named_on(words, at, taken, vocab):
        return True
    if low in plain or word.lower() in plain or word in shared_words()["never_people"]:
        return False
    if word == "Man" and _OF_A_CLUB.match(sentence.text, token.end - sentence.start):
        return False
    before = sentence.text[: token.start - sentence.start]
    at_start = not before.strip() or bool(re.search(r"[.!?:“\"«‘(–—;•|]\s*$|['’]\s*$|-\s$|\d-\d\s$", before))
    elided = re.search(r"(\w+)[’']$", before)
    if elided and elided.group(1).lower() in shared_words()["elided"] and len(elided.group(1)) > 0:
        at_start = False
    follows = sentence.text[token.end - sentence.start : token.end - sentence.start + 1]
    if len(word) == 1 and not (follows in ".’'" and follows):
        return False
    if word.lower() in shared_words()["elided"] and follows in ("’", "'"):
        return (
            word in ("D", "Dell", "Dall")
            and at + 1 < len(words)
            and words[at + 1].text[0].isupper()
            and at + 1 not in taken
        )
    if (
        word in shared_words()["capital_particles"]
        and (not at_start or re.search(r"[:;,]\s*$|\d[’']\s*$", before))
        and at + 1 < len(words)
        and words[at + 1].text[0].isupper()
    ):
        return words[at + 1].start - token.end == 1 and at + 1 not in taken
    if vocab.language == "en" and low in shared_words()["given_names"] and _named_on(words, at, taken, vocab):
        return True
    if vocab.language == "it" and _is_called_like_things(sentence, words, at, at_start, vocab):
        return True
    if low in vocab.words["starters"] or low in vocab.words["function"]:
        if (
            at_start
            and low in capital
            and low not in vocab.words["function"]
            and _LISTED.match(sentence.text, token.end - sentence.start)
        ):
            return True
        if not at_start:
            return (
                low in vocab.words["starters"]
                and low not in vocab.words["function"]
                and low in capital
                and low not in lower
            )
        return False
    if low in vocab.words["roles"] or low in vocab.words["coach_words"]:
        return False
    following = words[at + 1] if at + 1 < len(words) else None
    if following and following.start - token.end == 1 and following.text[0].islower():
        if (
            vocab.language == "it"
            and at_start
            and low not in capital
            and following.text in shared_words()["of"] | _BEHIND_NO_NAME
            and not _FROM_THERE.match(sentence.text, token.end - sentence.start)
        ):
            return False
        if (
            vocab.language == "en"
            and re.search(r"(?:an|ish|ese|ch|ic)$", low)
            and following.text in (vocab.words["roles"] | shared_words()["capped"])
        ):
            return False
    if at_start and low not in capital:
        return (
            low not in lower
            and low not in vocab.words["common"]
            and not around(vocab.language, "common_end").search(low)
        )
    return True


def _is_called_like_things(
    sentence: Sentence, words: list[Token], at: int, at_start: bool, vocab: Vocabulary
) -> bool:
    """Whether an Italian word is a surname: "gol di Grande a inizio ripresa", "Vitali raccoglie la respinta"."""
    low = fold(words[at].text)
    following = words[at + 1] if at + 1 < len(words) else None
    if following is None or following.text[0].isupper() or low in vocab.words["function"]:
        return False
    ended = around(vocab.language, "common_end").search(low) and low not in vocab.words["common"]
    if sentence.title or sentence.text.isupper() or words[at].text.isupper():
        return False
    if at_start:
        behind = _DOES.match(sentence.text, words[at].end - sentence.start)
        alone = (low.endswith("i") or bool(ended)) and low not in vocab.words["starters"]
        return alone and behind is not None and behind.group(1) in deeds()
    lead = sentence.text[: words[at].start - sentence.start]
    return low in vocab.words["starters"] and bool(_OF_SOMEBODY.search(lead))


_DOES = re.compile(r" (?:(?:al|all[’']|dopo|nel) ?\d{1,2}[’'′°]* |\(\d{1,2}[’'′]\) )?([a-zàèéìòù]+)")
"""What somebody does, behind his name and a minute."""
_OF_SOMEBODY = re.compile(
    r"\b(?:gol|rete|tiro|assist|cross|colpo di testa|destro|sinistro|rigore|serve|per|lo serve) (?:di|a|ad) $"
)
"""What stands before somebody who scored, shot or was served."""
_BEHIND_NO_NAME = frozenset({"il", "i", "un", "una", "uno"})
"""Articles that stand behind no name in Italian, but behind what is said first of a thing: "Illusorio il vantaggio"."""
_OF_A_CLUB = re.compile(r" (?:of|City|United|Utd|U)\b")
"""What follows "Man" where it is nobody's surname."""


def _named_on(words: list[Token], at: int, taken: set[int], vocab: Vocabulary) -> bool:
    """Whether a second name stands right behind a first one ("Mark Hughes")."""
    if at + 1 >= len(words) or at + 1 in taken or words[at + 1].start - words[at].end != 1:
        return False
    low = fold(words[at + 1].text)
    plain = low in vocab.words["starters"] or low in vocab.words["function"] or low in vocab.words["common"]
    return words[at + 1].text[0].isupper() and not words[at + 1].text.isupper() and not plain
