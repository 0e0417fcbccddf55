"""Whatever a file holds, a build makes a whole base or names the mistakes: never a traceback, never a half."""

# ruff: noqa: E501 - lists of odd values
from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import tomlkit
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge import BuildFailed, Knowledge
from knowledge.base.language_checks import check_languages
from tests.knowledge.base.world import ARTICLE, NAMES, World, make_world

FEW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)


@pytest.fixture(autouse=True, scope="module")
def words_are_checked_once() -> Iterator[None]:
    """Check the words of the languages once: they are not among the files that are spoilt here."""
    mistakes = tuple(check_languages())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("knowledge.base.build.check_languages", lambda: mistakes)
        yield


def whole_or_refused(world: World) -> None:
    """Build, and hold the outcome against the promise."""
    before = world.base.read_bytes() if world.base.exists() else None
    world.check()
    try:
        world.build()
    except BuildFailed as failure:
        mistakes = [str(m) for m in failure.report.mistakes if not m.warning]
        assert mistakes
        assert all(line.isprintable() and len(line) < 1000 for line in mistakes), mistakes
        assert (world.base.read_bytes() if world.base.exists() else None) == before
    else:
        Knowledge.open(world.base)
    assert [p.name for p in world.base.parent.glob("*")] in ([], ["facts.sqlite"])


def in_new_world(make: Callable[[World], None], folder: Path) -> None:
    world = make_world(folder)
    make(world)
    whole_or_refused(world)


@st.composite
def spoilt_texts(draw: st.DrawFn, text: str) -> bytes:
    """Return the text of a file after up to three slips of an editor or a disk."""
    data = text.encode()
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(data)))
        upto = min(len(data), at + draw(st.integers(0, 40)))
        other = draw(st.integers(0, len(data)))
        data = draw(
            st.sampled_from([
                data[:at] + data[upto:],
                data[:at],
                data[:at] + data[at:upto] * 2 + data[upto:],
                data[:other] + data[at:upto] + data[other:],
                data[:at] + draw(st.binary(max_size=6)) + data[upto:],
                data[:at] + draw(st.text(max_size=6)).encode(errors="replace") + data[at:],
                data[:at] + draw(st.sampled_from([b"\0", b'"', b"]", b"\n", b" = ", b"\xff", b"\r", b"'''"])) + data[at:],
            ])
        )  # fmt: skip
    return data


@given(spoilt=st.data())
@FEW
def test_a_spoilt_article_never_breaks_a_build(tmp_path_factory: object, spoilt: st.DataObject) -> None:
    data = spoilt.draw(spoilt_texts(ARTICLE))
    in_new_world(lambda world: world.article.write_bytes(data) and None, new_folder(tmp_path_factory))


@given(spoilt=st.data())
@FEW
def test_a_spoilt_names_file_never_breaks_a_build(tmp_path_factory: object, spoilt: st.DataObject) -> None:
    data = spoilt.draw(spoilt_texts(NAMES))
    in_new_world(lambda world: world.names.write_bytes(data) and None, new_folder(tmp_path_factory))


def new_folder(factory: object) -> Path:
    folder: Path = factory.mktemp("world")  # type: ignore[attr-defined]
    return folder


scalars = st.one_of(
    st.booleans(),
    st.integers(-5, 200),
    st.sampled_from([2**63, -(2**63) - 1, 10**40, 1_900, 45, 90]),
    st.floats(),
    st.dates(),
    st.datetimes(),
    st.text(max_size=12),
    st.sampled_from(["", " ", "lautaro-martinez", "inter", "atalanta-inter", "own_goal", "penalty", "{team}", "[x]", "x" * 5000]),
)  # fmt: skip
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["en", "it", "id", "x"]), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip


@st.composite
def rewritten(draw: st.DrawFn, text: str) -> str:
    """Return the text of a file with one to three of its keys set to something else, still TOML."""
    raw = tomllib.loads(text)
    for _ in range(draw(st.integers(1, 3))):
        node = raw
        while True:
            keys = list(node) if isinstance(node, dict) else list(range(len(node)))
            key = draw(st.sampled_from(keys))
            inner = node[key]
            if isinstance(inner, dict | list) and inner and draw(st.integers(0, 4)):
                node = inner
                continue
            if isinstance(node, dict) and draw(st.booleans()):
                extra = draw(
                    st.sampled_from([key, "winner", "period", "outcome", "kind", "off", "coaches", "stage"])
                )
                node[extra] = draw(values)
            elif draw(st.integers(0, 3)) == 0:
                del node[key]
            else:
                node[key] = draw(values)
            break
        if not raw:
            break
    try:
        return tomlkit.dumps(raw)
    except (ValueError, TypeError):  # tomlkit cannot write a list that mixes tables and figures
        return text


@given(data=st.data())
@settings(FEW, max_examples=40)
def test_any_value_under_any_key_never_breaks_a_build(tmp_path_factory: object, data: st.DataObject) -> None:
    article = data.draw(rewritten(ARTICLE))
    in_new_world(
        lambda world: world.article.write_text(article, encoding="utf-8", errors="replace") and None,
        new_folder(tmp_path_factory),
    )


@given(data=st.data())
@FEW
def test_any_value_in_a_name_never_breaks_a_build(tmp_path_factory: object, data: st.DataObject) -> None:
    names = data.draw(rewritten(NAMES))
    in_new_world(
        lambda world: world.names.write_text(names, encoding="utf-8", errors="replace") and None,
        new_folder(tmp_path_factory),
    )


EVENTS = st.fixed_dictionaries(
    {"kind": st.sampled_from([
        "goal", "own_goal", "penalty", "save", "miss", "disallowed_goal", "error", "substitution", "injury", "foul",
        "card", "formation",
    ])},
    optional={
        "minute": st.integers(1, 125),
        "period": st.sampled_from(["first_half", "second_half", "extra_time"]),
        "team": st.sampled_from(["atalanta", "inter"]),
        "outcome": st.sampled_from(["scored", "missed", "saved"]),
        "formation": st.sampled_from(["4-4-2", "3-4-2-1"]),
        "colour": st.sampled_from(["yellow", "red"]),
        "how": st.just({"it": "di testa"}),
        **{
            field: st.sampled_from(["lautaro-martinez", "djimsiti"])
            for field in ("player", "assist", "by", "on", "off", "won_by", "fouled_by", "keeper")
        },
    },
)  # fmt: skip


@given(
    events=st.lists(EVENTS, max_size=4),
    match=st.fixed_dictionaries({}, optional={
        "score": st.sampled_from([[0, 0], [2, 2], [4, 0], [0, 4]]),
        "half_time": st.just([0, 0]),
        "coaches": st.sampled_from([{"inter": "djimsiti"}, {"inter": "djimsiti", "atalanta": "lautaro-martinez"}]),
        "goalkeepers": st.just({"atalanta": "djimsiti"}),
        "winner": st.sampled_from(["atalanta", "inter"]),
        "stage": st.sampled_from(["final", "quarter-final"]),
        "venue": st.sampled_from(["gewiss-stadium", "bergamo"]),
        "year": st.integers(1900, 2050),
    }),
)  # fmt: skip
@settings(FEW, max_examples=25)
def test_a_match_and_its_events_may_tell_as_little_as_they_like(
    tmp_path_factory: object, events: list[dict[str, object]], match: dict[str, object]
) -> None:
    source = tomllib.loads(ARTICLE)["source"]
    own = {"id": "atalanta-inter", "home": "atalanta", "away": "inter", **match}
    rows = [
        {"id": f"event-{at}", "match": "atalanta-inter", "en": "It happened.", "it": "È successo.", **event}
        for at, event in enumerate(events)
    ]
    article = tomlkit.dumps({"source": source, "match": [own], "event": rows})
    in_new_world(
        lambda world: world.article.write_text(article, encoding="utf-8") and None,
        new_folder(tmp_path_factory),
    )
