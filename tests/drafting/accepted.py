"""A base of the shipped facts and of drafted articles that an administrator accepted whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from knowledge import Knowledge, build
from knowledge.drafting import draft, read_names
from knowledge.drafting.cli import SHIPPED


@contextmanager
def with_accepted(folder: Path, texts: Sequence[str]) -> Iterator[Knowledge]:
    """Open a base, built in `folder`, with the drafts of `texts`, each knowing the names of those before it."""
    for name in ("articles", "names"):
        (folder / name).mkdir()
    for number, text in enumerate(texts):
        made = draft(text, [*read_names([SHIPPED]), *read_names([folder / "names"])])
        (folder / "articles" / f"a{number}.toml").write_text(made.to_toml(), "utf-8")
        (folder / "names" / f"a{number}.toml").write_text(made.names_toml(), "utf-8")
    base = folder / "facts.sqlite"
    build(base, folder)
    knowledge = Knowledge.open(base)
    yield knowledge
    knowledge.close()
