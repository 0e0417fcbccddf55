"""Article and name files of made-up matches, as many as wanted, and questions about them as fans type them.

Names are put together from syllables, so no two people share a surname and nobody in them is real. An article
tells one match: score, coaches, three goals with assists, and thirty facts about people of its own: in the
shipped articles, too, there is one event to ten facts.
"""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass, field
from pathlib import Path

from knowledge import Language

FACTS = 30
PEOPLE = 30
"""Facts and people of one article."""
FIRST = (
    "Aldo",
    "Bruno",
    "Carlo",
    "Dario",
    "Elio",
    "Fabio",
    "Gino",
    "Ivan",
    "Livio",
    "Marco",
    "Nino",
    "Oreste",
)
HEADS = (
    "ba", "bel", "bran", "ca", "cas", "cor", "da", "del", "don", "fa", "fer", "fol", "ga", "gal", "gor",
    "lam",    "len", "lo", "ma", "man", "mor", "na", "nor", "pa", "pel", "pra", "ra", "ren", "ro", "sal", "san", "sor",
    "ta", "ter", "tor", "va", "ven", "vol", "za", "zan",
)  # fmt: skip
MIDDLES = (
    "bar", "bel", "cor", "dar", "der", "dol", "fan", "gar", "lan", "let", "lom", "mas", "mon", "nar", "pen",
    "por", "ran", "rel", "sam", "ser", "sten", "tar", "tel", "ton", "van", "ver", "vin", "zol",
)  # fmt: skip
TAILS = (
    "acci", "aldi", "anti", "ardo", "astri", "atti", "azzi", "egni", "elli", "enti", "erini", "esco", "etti",
    "ezzo", "iani", "icchi", "igni", "illo", "inelli", "ioni", "isti", "olini", "ondi", "oni", "orelli",
    "osi",    "otti", "ucci", "ugno", "urri", "acco", "ebbi", "edda", "idda", "obba", "onca", "uddu", "unna", "aggi",
    "obbi", "ummo", "ippa", "annu", "ossu", "iddu", "eppo", "affa", "occo", "ibba", "essa", "alba", "orda",
    "inda", "enga", "usta", "irpa", "emma", "ulda", "arga", "olpa", "ilva", "onza", "erga", "inza", "aspo",
    "umbi", "elva", "orza", "impo", "unda", "erpa", "ospo", "arca", "enzo", "ista", "urco", "olto", "empo",
    "albo", "isco", "ompo", "arvo", "elmo", "ondo", "urbo", "ilto", "erno", "asco", "icco", "otto",
)  # fmt: skip
TOWNS = ("ago", "ano", "ate", "asco", "engo", "ello", "ignano", "iglia", "one", "ora")

TOLD: tuple[tuple[str, str, str, tuple[str, ...], tuple[str, ...]], ...] = (
    # topic, English sentence, Italian sentence, questions in English, in Italian; {who}, {club}, {n}, {other}
    ("goals_tally", "{who} has scored {n} goals for {club}.", "{who} ha segnato {n} gol con {club}.",
     ("How many goals has {who} scored for {club}?", "{who} goal tally", "number of goals {who} has"),
     ("Quanti gol ha segnato {who} con {club}?", "bottino di reti di {who}", "a quante reti sta {who}")),
    ("age", "{who} was {n} years old that day.", "{who} aveva {n} anni quel giorno.",
     ("How old was {who}?", "age of {who}", "what age did {who} have"),
     ("Quanti anni aveva {who}?", "età di {who}", "che età ha {who}")),
    ("contract", "{who} signed for {n} years with {club}.", "{who} ha firmato per {n} anni con {club}.",
     ("How many years did {who} sign for?", "length of the deal of {who}", "{who} contract, how long"),
     ("Per quanti anni ha firmato {who}?", "durata del contratto di {who}", "accordo di {who}, quanto dura")),
    ("falling_out", "{who} quarrelled with {other} at {club}.", "{who} ha litigato con {other} a {club}.",
     ("Whom did {who} quarrel with?", "{who} row with which man", "person {who} fell out with"),
     ("Con chi ha litigato {who}?", "lite di {who} con quale uomo", "chi si è scontrato con {who}")),
    ("predecessor", "{other} held the post at {club} before {who}.", "Prima di {who} a {club} c'era {other}.",
     ("Who held the post before {who}?", "predecessor of {who}", "whom did {who} replace in charge"),
     ("Chi c'era prima di {who}?", "predecessore di {who}", "{who} al posto di quale tecnico")),
)  # fmt: skip
SLIPS = {"o": "p", "a": "s", "e": "r", "i": "u", "l": "k", "n": "m", "t": "r"}
"""Neighbours on a keyboard."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and the row that answers it."""

    text: str
    language: Language
    row: str


@dataclass
class World:
    """What was generated: sample questions as stored, and others to ask, with slips of the thumb."""

    samples: list[tuple[str, str]] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)


def surname(number: int) -> str:
    """Return the surname with a number, 0 to 100,799."""
    tail, rest = number % len(TAILS), number // len(TAILS)
    return (HEADS[rest % len(HEADS)] + MIDDLES[rest // len(HEADS) % len(MIDDLES)] + TAILS[tail]).capitalize()


def generate(folder: Path, facts: int, chance: random.Random, questions: int = 600) -> World:
    """Write articles with that many facts, and as many names, into a data folder; return what to ask.

    A fifth of the questions has one letter beside the right one.
    """
    world = World()
    (folder / "articles").mkdir(parents=True)
    (folder / "names").mkdir()
    articles = max(facts // FACTS, 1)
    order = list(range(len(HEADS) * len(MIDDLES) * len(TAILS)))
    chance.shuffle(order)
    names = []
    for number in range(articles):
        people = order[number * PEOPLE : (number + 1) * PEOPLE]
        names += [_name(f"p-{surname(at).lower()}", "person", _full(at), surname(at)) for at in people]
        text = _article(number, people, articles, chance, world)
        (folder / "articles" / f"generated-{number:05}.toml").write_text(text, encoding="utf-8")
    for number in range(_clubs(articles)):
        names.append(_name(_club(number), "club", _town(number), ""))
    for at in range(0, len(names), 5000):
        path = folder / "names" / f"generated-{at:06}.toml"
        path.write_text("\n".join(names[at : at + 5000]), encoding="utf-8")
    chance.shuffle(world.asked)
    del world.asked[questions:]
    world.asked = [slip(one, chance) if at % 5 == 0 else one for at, one in enumerate(world.asked)]
    return world


def _clubs(articles: int) -> int:
    return min(max(articles // 5, 4), 300)


def _club(number: int) -> str:
    return f"c-{_town(number).lower()}"


def _town(number: int) -> str:
    return (HEADS[number % len(HEADS)] + "x" + TOWNS[number // len(HEADS) % len(TOWNS)]).capitalize()


def _full(number: int) -> str:
    return f"{FIRST[number % len(FIRST)]} {surname(number)}"


def _name(id_: str, kind: str, shown: str, alias: str) -> str:
    more = f'alias = ["{alias.lower()}"]\n' if alias else ""
    return f'[[name]]\nid = "{id_}"\nkind = "{kind}"\nname.en = "{shown}"\nname.it = "{shown}"\n{more}'


def _article(number: int, people: list[int], articles: int, chance: random.Random, world: World) -> str:
    home, away = chance.sample(range(_clubs(articles)), 2)
    day = dt.date(1990, 8, 1) + dt.timedelta(days=number % 12000)
    match, ids = f"g{number}-match", [f"p-{surname(at).lower()}" for at in people]
    season = (
        f"{day.year}-{(day.year + 1) % 100:02}" if day.month > 6 else f"{day.year - 1}-{day.year % 100:02}"
    )
    parts = [
        f'[source]\nid = "g{number}"\ntitle = "Report {number}"\npublished = {day}\nlanguage = "en"\n'
        f'label.en = "report {number}"\nlabel.it = "cronaca {number}"\n',
        f'[[match]]\nid = "{match}"\ncompetition = "serie-a"\nseason = "{season}"\ndate = {day}\n'
        f'home = "{_club(home)}"\naway = "{_club(away)}"\nscore = [2, 1]\n'
        f'coaches = {{ "{_club(home)}" = "{ids[8]}", "{_club(away)}" = "{ids[9]}" }}\n',
    ]
    minutes = sorted(chance.sample(range(2, 90), 3))
    for at, minute in enumerate(minutes):
        side = _club(away if at == 1 else home)
        scorer, helper = _full(people[at * 2]), _full(people[at * 2 + 1])
        parts.append(
            f'[[event]]\nid = "g{number}-goal-{at}"\nmatch = "{match}"\nkind = "goal"\nminute = {minute}\n'
            f'team = "{side}"\nplayer = "{ids[at * 2]}"\nassist = "{ids[at * 2 + 1]}"\n'
            f'en = "{scorer} scored after {minute} minutes, set up by {helper}."\n'
            f'it = "{scorer} ha segnato al minuto {minute} su assist di {helper}."\n'
        )
        world.asked.append(Asked(f"when did {surname(people[at * 2])} score?", "en", f"g{number}-goal-{at}"))
    parts += [_fact(number, at, people, (home, away)[at % 2], chance, world) for at in range(FACTS)]
    return "\n".join(parts)


def _fact(number: int, at: int, people: list[int], club: int, chance: random.Random, world: World) -> str:
    topic, en, it, ask_en, ask_it = TOLD[(number + at) % len(TOLD)]
    other = people[(at + 3) % PEOPLE]
    told = {"who": _full(people[at]), "club": _town(club), "n": chance.randint(2, 39), "other": _full(other)}
    row = f"g{number}-fact-{at}"
    short = told | {"who": surname(people[at])}
    by_person = topic in ("falling_out", "predecessor")
    value = f'"p-{surname(other).lower()}"' if by_person else str(told["n"])
    asked_en, asked_it = (
        [q.format(**(short if n else told)) for n, q in enumerate(a)] for a in (ask_en, ask_it)
    )
    world.samples += [(row, question) for question in (*asked_en, *asked_it)]
    world.asked += [
        Asked(f"please, {asked_en[1]}?", "en", row), Asked(f"mi sai dire {asked_it[1]}?", "it", row),
    ]  # fmt: skip
    quoted_en, quoted_it = (", ".join(f'"{q}"' for q in a) for a in (asked_en, asked_it))
    return (
        f'[[fact]]\nid = "{row}"\nabout = ["p-{surname(people[at]).lower()}", "{_club(club)}"]\n'
        f'topic = "{topic}"\nvalue = {value}\nen = "{en.format(**told)}"\nit = "{it.format(**told)}"\n'
        f"ask.en = [{quoted_en}]\nask.it = [{quoted_it}]\nparagraph = {at + 1}\n"
    )


def slip(asked: Asked, chance: random.Random) -> Asked:
    """Return the question with one letter of its longest word beside the right one."""
    word = max(asked.text.split(), key=len)
    places = [at for at, letter in enumerate(word) if at > 1 and letter in SLIPS]
    if not places:
        return asked
    at = chance.choice(places)
    wrong = word[:at] + SLIPS[word[at]] + word[at + 1 :]
    return Asked(asked.text.replace(word, wrong, 1), asked.language, asked.row)
