"""Which unknown names are people, which clubs and stadiums; and which writings are one person's."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from knowledge.drafting.gazetteer import Gazetteer, is_byname
from knowledge.drafting.name_votes import kinds_of
from knowledge.drafting.names import Scan
from knowledge.drafting.reading import fold
from knowledge.drafting.records import Entity, Mention, Sentence
from knowledge.drafting.vocabulary import Vocabulary, shared_words

NICKNAME = "?|"
"""How the key of a team's nickname begins that is not known: it may stand for either team."""


@dataclass(slots=True)
class Cast:
    """All that is named: entities by id, and the mentions of each sentence with their final kinds."""

    entities: dict[str, Entity] = field(default_factory=dict)
    mentions: dict[int, list[Mention]] = field(default_factory=dict)


def cast(
    found: Scan,
    sentences: list[Sentence],
    vocab: Vocabulary,
    gazetteer: Gazetteer,
    teams: frozenset[str] = frozenset(),
) -> Cast:
    """Return the entities of a text and its mentions, persons joined across their writings.

    `teams` are unknown names, folded, that are teams whatever the words round them say.
    """
    kinds = kinds_of(found, sentences, vocab) | dict.fromkeys(teams, "t")
    _clubs_as_surnames(found, kinds, gazetteer, sentences, vocab)
    short = _short_clubs(found, kinds, sentences)
    persons = _persons(found, kinds)
    result = Cast()
    last: dict[str, str] = {}
    for sentence in sentences:
        row = []
        for mention in found.mentions[sentence.index]:
            kind, key = mention.kind, mention.key
            if kind == "t":
                key = short.get(key, key)
            if kind == "o":
                kind = kinds.get(key, "o")
                if key in short:
                    kind, key = "t", short[key]
                elif kind == "p":
                    options = persons.get(key, (key,))
                    key = next(
                        (last[o] for o in (mention.key,) if o in last and last[o] in options), options[0]
                    )
                    for option in persons:
                        if key in persons[option]:
                            last[option] = key
                elif kind == "g":
                    kind, key = "t", NICKNAME + key
                elif kind == "t":
                    key = "x:" + key
                elif kind == "v":
                    key = "v:" + key
            mention = replace(mention, kind=kind, key=key)
            row.append(mention)
            _count(result, mention)
        result.mentions[sentence.index] = row
    for entity in result.entities.values():
        entity.name = _known_name(entity, gazetteer, vocab) or _display(entity)
    return result


def _before(mention: Mention, sentence: Sentence) -> str:
    """Return the few letters before a mention."""
    return sentence.text[max(0, mention.start - sentence.start - 8) : mention.start - sentence.start]


def _clubs_as_surnames(
    found: Scan, kinds: dict[str, str], gazetteer: Gazetteer, sentences: list[Sentence], vocab: Vocabulary
) -> None:
    """Turn "Holland" or "Valencia" into a person where the text also writes "Matt Holland", "Enner Valencia"."""
    by_index = {s.index: s for s in sentences}
    surnames = {key.split()[-1] for key, kind in kinds.items() if kind == "p" and " " in key}
    for index, row in found.mentions.items():
        for i, mention in enumerate(row):
            entry = gazetteer.entries.get(mention.key)
            word = fold(mention.text)
            borne = (
                entry
                and (entry.kind == "nation" or word in shared_words()["also_people"])
                and word in surnames
            )
            shot = (
                mention.kind == "t"
                and entry is not None
                and entry.kind == "club"
                and vocab.language == "it"
                and _SHOT_BY.search(by_index[index].text, 0, mention.start - by_index[index].start)
            )
            if shot:
                row[i] = replace(mention, kind="o", key=word)
                kinds[word] = "p"
                continue
            if mention.kind in "tn" and borne and not _ARTICLE.search(_before(mention, by_index[index])):
                row[i] = replace(mention, kind="o", key=fold(mention.text))
                kinds[fold(mention.text)] = "p"


_SHOT_BY = re.compile(
    r"\b(?:conclusione|tiro|cross|assist|punizione|colpo di testa|destro|sinistro|diagonale|incornata|parata|botta"
    r"|girata|zuccata|tap-in|pallonetto|zampata|traversone|sponda|rigore|gol|rete|doppietta|tripletta)"
    r"(?: [a-zàèéìòù]+)? di $"
    r"|\b(?:firmat|siglat|realizzat|segnat|trasformat)[oaie] da $"
    r"|\b(?:in vantaggio|in gol|a segno|a rete|in rete|avanti)"
    r"(?: (?:al|all[’']|dopo) ?\d{1,2}[’'°′]?(?: minuti?)?)? con $"
)
"""What stands before somebody's surname though a club bears it too: clubs have their article there."""


def _known_name(entity: Entity, gazetteer: Gazetteer, vocab: Vocabulary) -> str | None:
    """Return a known club's name as the text writes it, its official one where only nicknames stand."""
    entry = gazetteer.entries.get(entity.key_id)
    if entry is None:
        return None
    entity.known = True
    official = entry.it if vocab.language == "it" else entry.name
    if entry.kind in ("competition", "stadium"):
        return official
    written: Counter[str] = Counter()
    named = [form for form in entity.forms if not is_byname(form, entry)]
    for form, count in entity.forms.items():
        if named and form not in named:
            continue
        if gazetteer.is_name(form, entry.id) and (not form.isupper() or len(form) < 5):
            written[_unclipped(form, official)] += count
    if " " in official and official in written:
        return official
    bare = {f: n for f, n in written.items() if f.split()[-1] not in shared_words()["team_suffixes"]}
    chosen = bare if sum(bare.values()) * 2 > written.total() else written
    return _display(Entity(entity.id, "t", "", dict(chosen))) if chosen else official


def _unclipped(form: str, official: str) -> str:
    """Return a form with a clipped name written out: "Juve Primavera" is "Juventus Primavera"."""
    first, _, rest = form.partition(" ")
    clipped = " " not in official and len(first) > 3 and fold(official).startswith(fold(first))
    return f"{official} {rest}".strip() if clipped and not first.isupper() else form


_ARTICLE = re.compile(
    r"(?:\b(?:il|la|lo|al|alla|del|della|dal|dalla|sul|sulla|the|of) |[’'])$", re.IGNORECASE
)


def _short_clubs(found: Scan, kinds: dict[str, str], sentences: list[Sentence]) -> dict[str, str]:
    """Return the clubs that short forms stand for: "la Samb" Sambenedettese, "la Pro" Pro Vercelli."""
    clubs = {
        fold(m.text): m.key
        for row in found.mentions.values()
        for m in row
        if m.kind == "t" and "|" not in m.key
    }
    clubs |= {key: "x:" + key for key, kind in kinds.items() if kind == "t"}
    surnames = {part for key, kind in kinds.items() if kind == "p" and " " in key for part in key.split()}
    short: dict[str, str] = {}
    for key in [m.key for row in found.mentions.values() for m in row if m.key.startswith("x:")]:
        name = key.removeprefix("x:")
        bare = _BY_NAME.sub(" ", f" {name} ").strip()
        slips = {club for n, club in clubs.items() if club != key and bare != name and n == bare}
        if len(name) > SLIP:
            slips |= {club for n, club in clubs.items() if club != key and _close(name, n)}
        if len(slips) == 1:
            short[key] = slips.pop()
    for sentence in sentences:
        for mention in found.mentions[sentence.index]:
            before = sentence.text[
                max(0, mention.start - sentence.start - 8) : mention.start - sentence.start
            ]
            longer = {key for name, key in clubs.items() if _is_part(mention.key, name)}
            if mention.kind == "o" and len(longer) == 1:
                short[mention.key] = longer.pop()
            likely = len(mention.key) > 3 and mention.key not in surnames
            if (
                mention.kind != "o"
                or " " in mention.key
                or len(mention.key) < 3
                or not (likely or _ARTICLE.search(before))
            ):
                continue
            fits = {
                key
                for name, key in clubs.items()
                if name != mention.key
                and (
                    name.startswith(mention.key)
                    or _ends_with(name, mention.key, bool(_ARTICLE.search(before)))
                )
            }
            if len(fits) == 1:
                short[mention.key] = fits.pop()
    return short


_BY_NAME = re.compile(
    r" (?:calcio|us|usd|ac|acd|as|asd|ss|ssd|ssc|fc|cfc|bc|acf|uc|sc|18\d\d|19\d\d|20\d\d)(?= )"
)
"""What stands before or behind a club's name in full: "Calcio Lecco 1912", "US Alessandria"."""
SLIP = 9
"""Letters of a club's name of two words in which one is a slip of the pen."""


def _is_part(written: str, name: str) -> bool:
    """Whether a club's name of three words or more is written without its last or middle ones ("Western Sydney")."""
    words, full = written.split(), name.split()
    if not 1 < len(words) < len(full) or words[0] != full[0]:
        return False
    return words == full[: len(words)] or (words[-1] == full[-1] and set(words) < set(full))


def _ends_with(name: str, word: str, called: bool) -> bool:
    """Whether a club's name ends with a word that alone would name it: "Louisville" in "Racing Louisville".

    `called` is set where an article stands before it: "the Dash".
    """
    return (
        len(word) > (3 if called else 4)
        and (name.split()[-1] == word or name in (f"al-{word}", f"al {word}"))
        and (called or word not in shared_words()["generic"])
    )


def _count(result: Cast, mention: Mention) -> None:
    entity = result.entities.setdefault(mention.key, Entity(mention.key, mention.kind, mention.text))
    entity.forms[mention.text] = entity.forms.get(mention.text, 0) + 1
    if mention.kind == "t":
        entity.kind = "t"


def _display(entity: Entity) -> str:
    """Return the fullest writing of a name; a capital form in other letters only where no other is."""
    surnames: Counter[str] = Counter()
    for form, count in entity.forms.items():
        surnames[form.split()[-1]] += count

    def rank(form: str) -> tuple[bool | int, ...]:
        words = form.split()
        initial = bool(re.match(r"^[A-Z]\.", form)) or len(words[0]) == 1
        written = len(form) <= 3 or not any(word.isupper() and len(word) > 3 for word in words)
        if entity.kind == "t":
            return (not initial, len(form.replace("-", " ").split()), written, len(form), entity.forms[form])
        whole = len(words) > 1
        return (not initial, whole, written, len(words), surnames[words[-1]], entity.forms[form])

    best = max(entity.forms, key=rank)
    return best.title() if best.isupper() and len(best) > 4 else best


def _persons(found: Scan, kinds: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """Return for each writing of a person the fullest writings it may stand for, the most frequent first."""
    counts = Counter(
        m.key for row in found.mentions.values() for m in row if m.kind == "o" and kinds.get(m.key) == "p"
    )
    full = sorted(
        (k for k in counts if len(k.split()) > 1),
        key=lambda k: (-len(k.split()), len(k.split()[0]) == 1, -counts[k]),
    )
    heads: dict[str, str] = {}
    for key in full:
        heads[key] = next((h for h in full if h != key and heads.get(h) == h and _same(key, h)), key)
    tops = [k for k in full if heads[k] == k]
    result: dict[str, tuple[str, ...]] = {k: (heads[k],) for k in full}
    singles = [k for k in counts if len(k.split()) == 1]
    for key in singles:
        last = tuple(h for h in tops if h.split()[-1] == key)
        part = last or tuple(h for h in tops if key in h.split())
        near = part or tuple(h for h in tops if _close(key, h.split()[-1])) or _clipped(key, tops)
        other = near or tuple(
            s
            for s in singles
            if s != key
            and (counts[s], singles.index(key)) > (counts[key], singles.index(s))
            and _close(key, s)
        )
        result[key] = tuple(sorted(other, key=lambda h: -counts[h])) or (key,)
    for key in singles:
        if result[key][0] in singles and result[key][0] != key:
            result[key] = result.get(result[key][0], result[key])
    return result


CLIPPED = 3
"""Letters that a clipped name has at least, and that it lacks at least."""


def _clipped(key: str, tops: list[str]) -> tuple[str, ...]:
    """Return the one man whose surname begins with a word ("Tav" for "James Tavernier"), nobody if several do."""
    if len(key) < CLIPPED:
        return ()
    fits = [h for h in tops if h.split()[-1].startswith(key) and len(h.split()[-1]) >= len(key) + CLIPPED]
    return tuple(fits) if len(fits) == 1 else ()


def _same(short: str, long: str) -> bool:
    """Whether two full writings name one person: a shorter form, an initial, a slip of the pen."""
    a, b = short.split(), long.split()
    if len(a[0]) == 1:
        return a[1:] == b[-len(a) + 1 :] and b[0].startswith(a[0])
    if len(a) < len(b):
        tail = b[-len(a) :]
        slip = len(a) > 1 and tail[:-1] == a[:-1] and _close(a[-1], tail[-1])
        return tail == a or b[: len(a)] == a or (a[-1] == b[-1] and a[0] in b) or slip
    if len(a) == len(b) == 2 and a[1] == b[1] and _close(a[0], b[0]):
        return True
    return len(a) == len(b) and a != b and _close(a[-1], b[-1]) and (a[0] == b[0] or _close(a[0], b[0]))


def _close(a: str, b: str) -> bool:
    """Whether two words differ by one edit: of six letters or more, of five where one has a letter more."""
    short = min(len(a), len(b))
    if short < 5 or (short == 5 and len(a) == len(b)) or abs(len(a) - len(b)) > 1 or a == b:
        return False
    i = 0
    while i < min(len(a), len(b)) and a[i] == b[i]:
        i += 1
    return a[i + 1 :] == b[i + 1 :] or a[i:] == b[i + 1 :] or a[i + 1 :] == b[i:]
