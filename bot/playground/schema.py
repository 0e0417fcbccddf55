"""Reads a call's parameters by the table in methods.toml, and refuses what does not fit it.

Telegram ignores parameters it does not know; here they are refused, because they are always a mistake.
"""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from .errors import ApiError, Json, bad_request

_SPEC = re.compile(r"(?P<type>[^! ]+)(?P<must>!)?(?: (?P<low>\d*)\.\.(?P<high>\d*))?")
_TRUE, _FALSE = {"true", "1", "yes"}, {"false", "0", "no", ""}


@dataclass(frozen=True, slots=True)
class Spec:
    """One parameter: its type, whether it must be given, and its limits (None: no limit)."""

    type: str
    must: bool
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came in a multipart request."""

    name: str
    mime: str
    data: bytes


def parse_spec(text: str) -> Spec:
    """Return the parameter that `text` describes (see the head of methods.toml)."""
    found = _SPEC.fullmatch(text)
    if found is None:
        raise ValueError(f"methods.toml: cannot read {text!r}")
    low, high = (int(found[side]) if found[side] else None for side in ("low", "high"))
    return Spec(found["type"], bool(found["must"]), low, high)


def _file_of_methods() -> Json:
    return tomllib.loads(files(__package__).joinpath("methods.toml").read_text("utf-8"))


@cache
def words(name: str) -> frozenset[str]:
    """Return a list of values from methods.toml."""
    return frozenset(_file_of_methods()["words"][name])


@cache
def table() -> tuple[dict[str, dict[str, Spec]], dict[str, dict[str, Spec]]]:
    """Return (methods, types): for each name its parameters."""
    raw = _file_of_methods()
    methods = {}
    for name, fields in raw["methods"].items():
        own = {key: text for key, text in fields.items() if key != "use"}
        shared = {key: text for each in fields.get("use", []) for key, text in raw["sets"][each].items()}
        methods[name] = {key: parse_spec(text) for key, text in (shared | own).items()}
    types = {name: {k: parse_spec(v) for k, v in fields.items()} for name, fields in raw["types"].items()}
    return methods, types


def read(method: str, raw: Json, uploads: dict[str, Upload]) -> Json:
    """Return the parameters of `method` in their own types, files as `Upload` or as an id.

    `raw` holds text (query, form, multipart) or JSON values; `uploads` the files of a multipart request.
    Raises ApiError: 404 for an unknown method, 400 for what does not fit.
    """
    fields = table()[0].get(method)
    if fields is None:
        raise ApiError(404, f"Not Found: the playground has no method {method!r}")
    given = {key: value for key, value in raw.items() if value is not None} | dict(uploads)
    texts = [value for value in given.values() if isinstance(value, str)]
    attached = {name for text in texts for name in re.findall(r"attach://(\w+)", text)}
    unknown = sorted(set(given) - set(fields) - attached)
    if unknown:
        raise bad_request(f'unknown parameter "{unknown[0]}" of {method}')
    return _object(fields, {key: value for key, value in given.items() if key in fields}, uploads, "")


def _object(fields: dict[str, Spec], given: Json, uploads: dict[str, Upload], where: str) -> Json:
    unknown = sorted(set(given) - set(fields))
    if unknown:
        raise bad_request(f'unknown field "{where}{unknown[0]}"')
    for name, spec in fields.items():
        if spec.must and name not in given:
            raise bad_request(f'parameter "{where}{name}" is required')
    return {name: _value(fields[name], value, uploads, where + name) for name, value in given.items()}


def _value(spec: Spec, value: Any, uploads: dict[str, Upload], where: str) -> Any:
    result = _typed(spec.type, value, uploads, where)
    size = _size(spec.type, result)
    if size is not None and (size < (spec.low or 0) if spec.type != "int" else _below(spec.low, size)):
        raise bad_request(f'"{where}" is too short: {size} of at least {spec.low}')
    if size is not None and spec.high is not None and size > spec.high:
        raise bad_request(f'"{where}" is too long: {size} of at most {spec.high}')
    return result


def _below(low: int | None, size: int) -> bool:
    return low is not None and size < low


def _size(kind: str, value: Any) -> int | None:
    if kind == "int":
        return int(value)
    if kind == "bytes":
        return len(value.encode())
    return len(value) if kind == "str" or kind.startswith("[") else None


def _typed(kind: str, value: Any, uploads: dict[str, Upload], where: str) -> Any:
    if kind == "file":
        return _file(value, uploads, where)
    if kind in _PLAIN:
        return _PLAIN[kind](value, where)
    if isinstance(value, str) and kind != "KeyboardButton|str":
        value = _from_json(value, where)
    if kind.startswith("["):
        if not isinstance(value, list):
            raise bad_request(f'"{where}" must be an array')
        inner = parse_spec(kind[1:-1])
        return [_value(inner, each, uploads, f"{where}[{n}]") for n, each in enumerate(value)]
    return _named(kind, value, uploads, where)


def _named(kind: str, value: Any, uploads: dict[str, Upload], where: str) -> Any:
    if isinstance(value, str) and "|str" in kind:
        return value
    if not isinstance(value, dict):
        raise bad_request(f'"{where}" must be an object')
    if kind == "object":
        return value
    types = table()[1]
    choices = [name for name in kind.split("|") if name != "str"]
    for name in choices:
        must = {key for key, spec in types[name].items() if spec.must}
        if must <= set(value) or len(choices) == 1:
            return _object(types[name], value, uploads, where + ".")
    raise bad_request(f'"{where}" is none of {", ".join(choices)}')


def _from_json(text: str, where: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        raise bad_request(f'can\'t parse "{where}" as JSON') from None


def _int(value: Any, where: str) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and re.fullmatch(r"-?\d{1,19}", value.strip()):
        return int(value)
    raise bad_request(f'"{where}" must be an integer')


def _bool(value: Any, where: str) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.lower() in _TRUE | _FALSE:
        return value.lower() in _TRUE
    raise bad_request(f'"{where}" must be true or false')


def _str(value: Any, where: str) -> str:
    if not isinstance(value, str):
        raise bad_request(f'"{where}" must be a string')
    if any("\ud800" <= letter <= "\udfff" for letter in value):
        raise bad_request("strings must be encoded in UTF-8")
    return value


def _chat(value: Any, where: str) -> int | str:
    if isinstance(value, str) and value.startswith("@"):
        return value
    return _int(value, where)


_PLAIN = {"int": _int, "bool": _bool, "str": _str, "bytes": _str, "chat": _chat}


def _file(value: Any, uploads: dict[str, Upload], where: str) -> Upload | str:
    if isinstance(value, Upload):
        return value
    text = _str(value, where)
    if not text.startswith("attach://"):
        return text
    try:
        return uploads[text.removeprefix("attach://")]
    except KeyError:
        raise bad_request(f'"{where}": there is no attached file "{text}"') from None
