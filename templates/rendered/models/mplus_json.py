"""Reads and writes the classes of mplus.py as JSON."""

from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from math import isfinite
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


class InvalidBody(ValueError):
    """A body does not match its class. The message names the property: `scanCode.scannedCode: expected str, got int`."""


def read(kind: type[T], value: Any) -> T:
    """Creates an instance of a class from the result of `json.loads`."""
    return _read(kind, value, "")


def write(value: Any) -> Any:
    """Returns the data for `json.dumps`, without optional Nones. Raises ValueError for NaN and Infinity."""
    if is_dataclass(value):
        nullable = getattr(value, "NULLABLE", ())
        held = {json: getattr(value, name) for name, json in _names(type(value)).items()}
        return {json: write(each) for json, each in held.items() if each is not None or json in nullable}
    if isinstance(value, list):
        return [write(each) for each in value]
    if isinstance(value, dict):
        return {json: write(each) for json, each in value.items()}
    if not _is_finite(value):
        raise ValueError("JSON cannot express NaN or Infinity")
    if isinstance(value, Decimal):
        # `json.dumps` rejects a Decimal. An int keeps all its digits.
        return int(value) if value == int(value) else float(value)
    return value.value if isinstance(value, Enum) else value


def _names(kind: type) -> dict[str, str]:
    return getattr(kind, "JSON_NAMES", {})


_hints = cache(get_type_hints)


def _read(kind: Any, value: Any, path: str) -> Any:
    if get_origin(kind) in (Union, UnionType):
        return _read_one_of(get_args(kind), value, path)
    if get_origin(kind) is list:
        if not isinstance(value, list):
            raise _mismatch(path, "list", value)
        return [_read(get_args(kind)[0], each, f"{path}[{index}]") for index, each in enumerate(value)]
    if is_dataclass(kind):
        return _read_object(kind, value, path)
    if isinstance(kind, type) and issubclass(kind, Enum):
        if value not in [each.value for each in kind]:
            raise _mismatch(path, " or ".join(each.value for each in kind), value)
        return kind(value)
    # JSON has one kind of number. A price keeps its type: an int can be added to a Decimal, but a float cannot.
    if kind is float and type(value) in (int, Decimal):
        if not _fits_float(value):
            raise _mismatch(path, "finite number", value)
        return value
    if kind is int and type(value) in (float, Decimal) and _fits_float(value) and value == int(value):
        return int(value)
    plain = get_origin(kind) or kind
    if plain is not Any and type(value) is not plain:
        raise _mismatch(path, plain.__name__, value)
    if not _is_finite(value):
        raise _mismatch(path, "finite number", value)
    return value


def _is_finite(value: Any) -> bool:
    """True if all numbers in a value are finite, at any depth. `json.loads` reads 1e400 as Infinity."""
    left = [value]
    while left:
        each = left.pop()
        if isinstance(each, (dict, list)):
            left.extend(each.values() if isinstance(each, dict) else each)
        elif isinstance(each, (float, Decimal)) and not _fits_float(each):
            return False
    return True


def _fits_float(value: int | float | Decimal) -> bool:
    try:
        return isfinite(value)
    except (OverflowError, ValueError):
        # An int that is too large, or a signaling NaN.
        return False


def _read_one_of(kinds: tuple, value: Any, path: str) -> Any:
    if value is None and NoneType in kinds:
        return None
    kinds = tuple(kind for kind in kinds if kind is not NoneType)
    fitting = [kind for kind in kinds if (get_origin(kind) is list) == isinstance(value, list)]
    return _read((fitting or kinds)[0], value, path)


def _read_object(kind: type, value: Any, path: str) -> Any:
    if not isinstance(value, dict):
        raise _mismatch(path, "dict", value)
    value = _take_in(kind, dict(value))
    nullable = getattr(kind, "NULLABLE", ())
    undocumented = getattr(kind, "UNDOCUMENTED", ())
    held = {}
    for field in fields(kind):
        json = _names(kind)[field.name]
        at = f"{path}.{json}" if path else json
        hint = _hints(kind)[field.name]
        is_required = NoneType not in get_args(hint) and hint is not Any or json in nullable
        if json not in value and is_required:
            raise InvalidBody(f"{at}: expected {getattr(hint, '__name__', hint)}, got nothing")
        try:
            held[field.name] = _read(hint, value.get(json), at)
        except InvalidBody:
            # An undocumented value does not invalidate the whole request.
            if json not in undocumented:
                raise
            held[field.name] = None
    return kind(**held)


def _take_in(kind: type, value: dict) -> dict:
    """If an inlined object is absent, creates it from the parent's properties, where some sources show its contents."""
    for name, (names, is_nullable) in getattr(kind, "INLINED", {}).items():
        taken = {each: value[each] for each in names if each in value}
        # A null counts as absent, unless the property may be null.
        if taken and value.get(name) is None and not (is_nullable and name in value):
            value[name] = None if is_nullable and all(each is None for each in taken.values()) else taken
    return value


def _mismatch(path: str, expected: str, value: Any) -> InvalidBody:
    """Never repeats a value, because values do not belong in a log."""
    return InvalidBody(f"{path or 'the body'}: expected {expected}, got {type(value).__name__}")
