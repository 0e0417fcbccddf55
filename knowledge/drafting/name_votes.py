"""Whether an unknown name is a person, a club or a ground, by votes of what stands round it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from knowledge.drafting.gazetteer import PLACE
from knowledge.drafting.known_names import general
from knowledge.drafting.names import Scan
from knowledge.drafting.reading import fold
from knowledge.drafting.records import Mention, Sentence
from knowledge.drafting.team_words import odds, signs_of
from knowledge.drafting.vocabulary import Vocabulary, around, shared_words

_ACRONYM = re.compile(r"[A-Z]{2,5}s?")


LONGEST = 6
"""Words of a person's name at most: "Bergson Gustavo Silveira da Silva"."""
ENOUGH, MORE = 2, 4
"""Votes that make an unknown name a club's, and where two known ones are named in the first sentences."""


def kinds_of(found: Scan, sentences: list[Sentence], vocab: Vocabulary) -> dict[str, str]:
    """Return for each unknown name "p", "t", "v" or "o"."""
    words = shared_words()
    known = {m.key for s in sentences[:4] for m in found.mentions[s.index] if m.kind == "t"}
    enough = MORE if sum("|" not in key and not key.startswith("x:") for key in known) > 1 else ENOUGH
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    women = vocab.language == "it" and any(_WOMEN.search(s.text) for s in sentences)
    for sentence in sentences:
        for mention in found.mentions[sentence.index]:
            if mention.kind == "o" and not mention.key.startswith(PLACE):
                lead = sentence.text[: mention.start - sentence.start]
                _vote(votes[mention.key], mention, sentence, vocab, women and bool(_SHE.search(lead)))
                if any(m.kind == "c" and m.start == mention.end + 1 for m in found.mentions[sentence.index]):
                    votes[mention.key]["never"] += 1
    likely = _spoken_of_as_teams(found, sentences, vocab.language, TEAM if enough == ENOUGH else ANOTHER)
    named = _towns_of({m.key for row in found.mentions.values() for m in row if m.kind == "t"})
    kinds: dict[str, str] = {}
    towns = general().towns.keys() | {fold(town) for town in words["towns"]}
    for key, count in votes.items():
        parts = key.split()
        if count["v"] > 0 and count["v"] >= count["p"]:
            kinds[key] = "v"
        elif len(parts) == 1 and vocab.language == "en" and _RESULT.search(key) and vocab.has("win", key):
            kinds[key] = "o"
        elif parts[0] in words["first_names"] and len(parts) == 2 and not count["clubword"]:
            kinds[key] = "p"
        elif count["beaten"] and not count["p"]:
            kinds[key] = "t"
        elif key in likely - named and not (count["never"] or count["scorer"] or key.endswith("cup")):
            kinds[key] = "g" if count["group"] == count["written"] else "t"
        elif (
            key in towns
            or parts[-1].title() in words["never_clubs"]
            or count["never"]
            or not count["written"]
            or len(key) < 3
            or (
                len(parts) == 1
                and key in vocab.words["common"]
                and (count["t"] or count["article"])
                and not count["p"]
            )
        ):
            kinds[key] = "o"
        elif count["group"] > 0 and count["group"] == count["written"] and not count["p"]:
            kinds[key] = "g"
        elif count["clubword"] or count["t"] >= 9 or (count["t"] > count["p"] and count["t"] >= enough):
            kinds[key] = "t"
        elif count["place"] > count["p"] and len(parts) == 1:
            kinds[key] = "o"
        else:
            kinds[key] = (
                "p" if len(parts) <= LONGEST and not any(p in words["never_people"] for p in parts) else "o"
            )
    surnames = {key.split()[-1] for key, kind in kinds.items() if kind == "p" and " " in key}
    surnames |= {part for key, kind in kinds.items() if kind == "p" and " " in key for part in key.split()}
    clubs = {key for key, count in votes.items() if count["clubword"] or count["t"] >= 9}
    return {
        key: "p" if key in surnames and (kind == "o" or (kind == "t" and key not in clubs)) else kind
        for key, kind in kinds.items()
    }


def _towns_of(clubs: set[str]) -> set[str]:
    """Return the towns of some clubs, folded."""
    known = general()
    towns = {fold(known.entries[club].home) for club in clubs if club in known.entries}
    return towns | {town for town, owners in known.towns.items() if clubs & set(owners)}


TEAM, ANOTHER = 0.3, 1.5
"""Odds (their logarithm) of the words round an unknown name from which it is a team's, and where two are known."""


def _spoken_of_as_teams(found: Scan, sentences: list[Sentence], language: str, least: float) -> set[str]:
    """Return the unknown names that the words round them tell to be teams', the odds of which are `least`."""
    unknown = [
        (sentence, mention)
        for sentence in sentences
        if not sentence.title and not sentence.text.isupper()
        for mention in found.mentions[sentence.index]
        if mention.kind == "o" and not mention.key.startswith(PLACE) and len(mention.key) > 2
    ]
    return {key for key, signs in signs_of(unknown).items() if odds(signs, language) >= least}


def _vote(
    count: Counter[str], mention: Mention, sentence: Sentence, vocab: Vocabulary, woman: bool = False
) -> None:
    words = shared_words()
    a, b = mention.start - sentence.start, mention.end - sentence.start
    before, after = sentence.text[max(0, a - 25) : a].lower(), sentence.text[b : b + 30]
    parts = re.split(r"[ \-]", mention.text)
    language = vocab.language
    if language == "en" and _IS_A_MAN.match(sentence.text, b) and parts[-1] in words["stadium_last"]:
        count["p"] += 3
    elif (parts[-1] in words["stadium_last"] and len(parts) > 1) or (
        parts[0] in words["stadium_first"] and len(parts) > 1
    ):
        count["v"] += 3
    elif (len(parts) > 1 and any(p in words["club_words"] for p in (parts[0], parts[-1]))) or (
        language == "it" and "Calcio" in parts
    ):
        count["clubword"] += 1
    if mention.text in words["never_people"] or (language == "it" and _DERBY_OF.search(before)):
        count["never"] += 1
    if language == "it" and _ARTICLE.search(before):
        count["article"] += 1
    owner = _OWNER.search(before) if language == "en" else None
    if owner and owner.group(1) in vocab.words["common"]:
        count["never"] += 1
    if _SCORER.search(before):
        count["p"] += 3
        count["scorer"] += 1
    if _BEATEN.search(before):
        count["beaten"] += 1
    if language == "en" and len(parts) < 3 and _GROUP.search(before) and mention.text.endswith("s"):
        count["group"] += 1
    if language == "it" and len(parts) == 1 and _GROUP_IT.search(before) and mention.text[-1] in "ies":
        count["group"] += 1
    acronym = bool(_ACRONYM.fullmatch(mention.text)) and len(parts) == 1 and len(mention.text) < 4
    count["acronym" if acronym else "written"] += 1
    tail = before.rsplit(" ", 2)
    role = tail[-2].strip(",.:’'\"") if len(tail) > 1 else ""
    if role in vocab.words["roles"] or role in vocab.words["coach_words"]:
        count["p"] += 3
    if re.search(
        r"(?:stadio|arena|ground|campo sportivo|al|at the)\s(?:del(?:l[oa])?\s)?[\"“«‘']?$", before
    ) and re.search(r"stadio|ground|campo", before):
        count["v"] += 2
    count["p"] += 1 if len(parts) > 1 and not (language == "en" and _GROUP.search(before)) else 0
    near = sentence.text[max(0, a - 25) : a]
    if a == 0 and _LINEUP.match(sentence.text[b:]):
        count["t"] += 9
    if language == "it" and _AT_GROUND.search(near) and sentence.text[b : b + 1] in ("”", "»", '"', "’", "'"):
        count["v"] += 2
    if language == "it" and _CROWD_OF.search(near):
        count["v"] += 2
    if language == "it" and _OF_GROUND.search(near.lower()):
        count["t"] += 3
    bare = len(parts) > 1 and language == "it" and _BARE_AGAINST.search(near)
    if woman and len(parts) == 1:
        count["p"] += 1
    elif not bare and around(language, "before_club").search(sentence.text[max(0, a - 25) : a]):
        vague = language == "it" and re.search(
            r"\b(?:al|allo|alla|ai|nel|nella|all[’'])\s?$", sentence.text[max(0, a - 8) : a]
        )
        count["t"] += 1 if vague else 2
    thing = len(parts) > 1 and re.match(r" (?:goal|half|attack|box|area)\b", after)
    plural = before.endswith("and ") and re.match(r" (?:were|are|have)\b", after)
    if around(language, "after_club").search(after.lower()) and not (thing or plural):
        count["t"] += 2
    if around(language, "after_person").search(after.lower()):
        count["p"] += 2
    if re.search(r"(?:\bin|\bnear)\s$" if language == "en" else r"(?:\bin)\s$", before):
        count["place"] += 2
    if re.search(r"\d{1,3}\s?[’'](?:\s?(?:st|pt|rig\.?))?\s$", before) or re.match(
        r"^\s\(?\d{1,3}(?:[’'+,)]|\s?pen)", after
    ):
        count["p"] += 2


_IS_A_MAN = re.compile(
    r"[’']s (?:[a-z\-]+ ){0,3}(?:goal|strike|header|shot|effort|penalty|opener|winner|equali[sz]er|volley|finish"
    r"|free-kick|cross|brace|hat-trick|double)\b"
    r"|, who\b| (?:scored|headed|netted|slotted|fired|tapped|converted|struck)\b"
)
"""What stands behind somebody whose surname is a ground's last word: "Jess Park's strike"."""
_LINEUP = re.compile(
    r"\s?(?:\(\d(?:-\d){2,4}\))?\s?[:–-]\s?(?:\d{1,2}\s)?[A-ZÀ-Þ][^:]*?(?:[,;][^:,;]{2,60}){7}"
)


_BEATEN = re.compile(
    r"(?<![\d-])\d\s?-\s?\d (?:al|all[’']|allo |alla |ai |contro|con (?:il|la|l[’'])|over|against|at|to|with)"
    r"\s?(?:the )?$"
)
"""What stands before the other team in a result ("vince 3-0 all'")."""
_OWNER = re.compile(r"\bthe ([a-z]+)[’']s $")
"""Whose something is that has a capital and is nobody, where a plain word is written so: "the People's Elephant"."""
_SCORER = re.compile(r"\d ?[-–] ?\d (?:[a-zà-ÿ’'.&-]+ ){1,3}\($")
"""What stands before a scorer in brackets behind the score that he made: "Leeds 1-0 Derby (Smith)"."""
_RESULT = re.compile(r"ed$")
"""How a verb of a headline ends that is nobody's name: "U18s Hammered at Leeds"."""
_GROUP = re.compile(r"(?:^|\s)the\s$")
"""What stands before a nickname such as "the Shakers", and before no person."""
_GROUP_IT = re.compile(r"(?:^|\s)(?:i|gli|le|dei|degli|delle|ai|agli|alle|dai|dagli|dalle)\s[\"“«]?$")
"""The same in Italian ("i Tulipani"), where hardly anybody's name has a plural article before it."""
_ARTICLE = re.compile(
    r"(?:^|\s)(?:il|lo|la|i|gli|le|un|una|d?[ae]lla|d?[ae]l|nel|nella|sul|sulla)\s$|\w[’']$"
)
_DERBY_OF = re.compile(r"\bderby (?:della |del |dello |dell[’']|di |d[’'])$")
"""What stands before what a derby is called after: "il derby della Lanterna"."""
_WOMEN = re.compile(
    r"[Ff]emminil|FEMMINIL|\bWomen\b|\b(?:giocatric|calciatric|allenatric|ragazze|attaccanti?ssim)"
)
"""What a report of a women's match is known by."""
_SHE = re.compile(r"\b(?:[Ll]a|[Dd]ella|[Aa]lla|[Dd]alla)\s$")
"""What stands before a woman's surname in such a report, as before a club's name."""
_BARE_AGAINST = re.compile(r"\b(?:contro|con|di|da)\s$")
"""What stands in Italian before a person's full name and hardly before a club's, which has its article."""
_AT_GROUND = re.compile(r"\b(?:(?:al|allo|del|dello|nel|dal)\s|(?:all|dell|nell|dall)[’'])[\"“”«‘']$")


_CROWD_OF = re.compile(
    r"\b(?:mila|spettatori|paganti|presenti|anime|tutto esaurito|pubblico) (?:(?:del|dello|della|dei|al)\s|dell[’'])$"
)
"""What stands before a ground with its crowd."""
_OF_GROUND = re.compile(r"\b(?:campo|terreno|fortino) (?:del|della|dello|dell[’']|dei)\s?$")
