"""A side that a report calls only by a nickname of several clubs."""

from __future__ import annotations

import tomllib

import pytest

from knowledge.drafting import draft


@pytest.mark.parametrize(
    "text",
    [
        "Il Torino passa al 10' con Vlasic. I rossoblù pareggiano al 55' con Orsolini e vincono 2-1 al 90' con Castro.",
        "Torino-rossoblù 1-2. Apre Vlasic al 10', i rossoblù pareggiano al 55' con Orsolini, poi segna Castro al 90'.",
        "I rossoblù battono il Torino 2-1. Al 10' Vlasic porta avanti il Torino, poi Orsolini al 55' e Castro al 90'.",
    ],
)
def test_it_makes_an_article_that_can_be_read(text: str) -> None:
    made = draft(text, [])
    assert tomllib.loads(made.to_toml())["source"]["language"] == "it"
    assert tomllib.loads(made.names_toml() or "")  # its names are new
