"""What a name with several meanings stands for in a text: "Rovers", "Derby"."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from knowledge.drafting.gazetteer import Gazetteer
from knowledge.drafting.reading import fold
from knowledge.drafting.records import Mention, Sentence
from knowledge.drafting.vocabulary import Vocabulary, shared_words

_FULL_NAME = re.compile(r"[A-ZÀ-Þ][^\W\d_]*[a-zß-ÿ][^\W\d_]* [A-ZÀ-Þ][a-zß-ÿ][^\W\d_]*")
"""A first name and a surname, neither of them in capitals."""
_FOLLOWING = re.compile(r" ([A-Za-z]+)")


def settle_senses(
    mentions: dict[int, list[Mention]],
    fresh: dict[str, str],
    sentences: list[Sentence],
    gazetteer: Gazetteer,
    vocab: Vocabulary,
) -> None:
    """Give "Rovers" to the club of the text that ends so; take "Derby" from the club where it means a match."""
    if vocab.language != "en":
        return
    plain = {m.key for row in mentions.values() for m in row if m.kind == "t" and "|" not in m.key}
    names = {key: gazetteer.entries[key].name for key in plain if key in gazetteer.entries}
    names |= {"x:" + key: name for key, name in fresh.items()}
    for row in mentions.values():
        for i, mention in enumerate(row):
            options = mention.key.split("|")
            if mention.kind != "t" or len(options) < 2 or plain & set(options):
                continue
            if mention.text not in shared_words()["second_words"]:
                continue
            ending = [key for key, name in names.items() if name.endswith(" " + mention.text)]
            if ending:
                row[i] = replace(mention, key="|".join(ending))
    for word in shared_words()["match_words"]:
        _forget_match_word(word, mentions, sentences)


def settle_surnames(mentions: dict[int, list[Mention]], bare: set[str], sides: int = 2) -> None:
    """Take a club's name for a surname where somebody named in full bears it, and the club is none most spoken of.

    `bare` are clubs whose names stand as people's do, `sides` is how many clubs a text is about.
    """
    spoken = Counter(m.key for row in mentions.values() for m in row if m.kind == "t")
    about = {key for key, _ in spoken.most_common(sides)}
    bearers = {
        m.key.split()[-1]
        for row in mentions.values()
        for m in row
        if m.kind == "o" and _FULL_NAME.fullmatch(m.text)
    }
    for row in mentions.values():
        for i, mention in enumerate(row):
            name = fold(mention.text)
            if mention.kind == "t" and (
                mention.key in bare or (mention.key not in about and name in bearers)
            ):
                row[i] = replace(mention, kind="o", key=name)


def bare_surnames(mentions: dict[int, list[Mention]], sentences: list[Sentence]) -> set[str]:
    """Return the clubs of an Italian text that are called as people are: never with an article, once as a player."""
    called: dict[str, list[bool]] = {}
    never: set[str] = set()
    for sentence in sentences:
        for mention in mentions.get(sentence.index, ()):
            if mention.kind not in "tv" or "|" in mention.key:
                continue
            lead = sentence.text[: mention.start - sentence.start]
            tail = sentence.text[mention.end - sentence.start :]
            if sentence.title or " " in mention.text or _WITH_ARTICLE.search(lead) or _LISTED.match(tail):
                never.add(mention.key)
            called.setdefault(mention.key, []).append(bool(_DID.search(lead) or _DOES.match(tail)))
    return {key for key, slots in called.items() if key not in never and any(slots)}


_WITH_ARTICLE = re.compile(
    r"(?:\b(?:il|lo|la|i|gli|le|un|una|[ad][aei]l|[ad][ae]ll[aoe]|d[ae]i|ai|nel|nell[ao]|sul|sull[ao]|col|ex|contro|tra|fra|a|in)"
    r"\s|\w[’']|[-–/])[“\"«]?$",
    re.IGNORECASE,
)
"""What stands before a club's name in Italian, and hardly before a surname."""
_LISTED = re.compile(r" ?[-–/:(]| ?\d")
"""What stands behind a club's name in a fixture, a table or before its line-up."""
_DID = re.compile(
    r"\b(?:(?:gol|rete|tiro|testa|assist|cross|sinistro|destro|punizione|rigore|vantaggio|raddoppio|pareggio|sponda)"
    r" di|va|ci pensa|ci prova|(?:firmat|servit|imbeccat|lanciat|innescat)[oa] da|per)\s$"
)
"""What stands before a player's name."""
_DOES = re.compile(
    r" (?:apre le (?:marcature|danze)|(?:la )?sblocca|raddoppia|fulmina|trafigge|svetta|incorna|trova il gol)\b"
    r"| (?:che (?:spiazza|calcia|batte|insacca|segna|tira|trasforma)|calcia|crossa|insacca|tira|trasforma)\b"
    r"|, (?:entrat|subentrat|servit|imbeccat|lanciat|innescat|dimenticat|lasciat[oa] sol)[oa]\b"
)
"""What stands behind one."""


def _forget_match_word(word: str, mentions: dict[int, list[Mention]], sentences: list[Sentence]) -> None:
    """Drop the mentions of a club whose name always stands as a word for a match ("Derby win keeps Leeds up")."""
    texts = {s.index: s for s in sentences}
    named = [(i, m) for i, row in mentions.items() for m in row if m.key == word and m.kind == "t"]
    if named and all(_is_match_word(texts[i], m, word) for i, m in named):
        for i, mention in named:
            mentions[i].remove(mention)


def _is_match_word(sentence: Sentence, mention: Mention, word: str) -> bool:
    if fold(mention.text) != word:
        return False
    tail = _FOLLOWING.match(sentence.text, mention.end - sentence.start)
    return tail is not None and fold(tail.group(1)) in shared_words()["after_match_words"]
