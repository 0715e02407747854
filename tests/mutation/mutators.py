"""The small changes that a test ought to notice, and where in a module they can be made.

The changes are those of mutmut 3, but that no argument by position is left out: Python itself
notices that. Only what a call runs is changed: not annotations, defaults,
decorators and tables, which are settled at import; not assertions; and not wording, which is
every string that is not a key (lower-case ASCII letters, digits and `_`) or that is the template
of a call in WORDING.
"""

from __future__ import annotations

import ast
import copy
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDING = {"say": 0, "ask": 0, "plain": 0, "Text": 0, "problem": 1, "refuse": 1}
"""What makes words, and at which place its template stands."""
UNTOUCHED = frozenset({"isinstance", "len", "cast", "super"})
"""Calls that nothing is changed in, as in mutmut."""
KEY = re.compile(r"[a-z][a-z0-9_]*")
OPERATORS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Div,
    ast.Mod: ast.Div,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.UAdd: ast.USub,
    ast.USub: ast.UAdd,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
ROOM = 40
"""Letters shown on each side of a change."""
METHODS = {
    "lower": "upper",
    "upper": "lower",
    "lstrip": "rstrip",
    "rstrip": "lstrip",
    "find": "rfind",
    "rfind": "find",
    "ljust": "rjust",
    "rjust": "ljust",
    "partition": "rpartition",
    "rpartition": "partition",
    "removeprefix": "removesuffix",
    "removesuffix": "removeprefix",
}
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
_SETTLED = {
    "annotation",
    "args",
    "decorator_list",
    "returns",
    "type_comment",
}
"""Fields of a function or an annotated assignment that no call runs."""


@dataclass(frozen=True, kw_only=True)
class Mutant:
    """One change in one module."""

    holder: ast.AST
    """The node whose field is exchanged."""
    field: str
    index: int | None
    """The place in the field, if that is a list."""
    old: ast.AST
    new: ast.AST
    line: int
    last: int
    """The lines the old node stands on, both included."""
    function: str
    """The name of the function it is in, as `Class.name`."""

    @property
    def words(self) -> str:
        """The change as source text, without most of what is the same before and after."""
        was, becomes = (" ".join(ast.unparse(each).split()) for each in (self.old, self.new))
        same = _alike(was, becomes)
        after = _alike(was[same:][::-1], becomes[same:][::-1])
        before = was[max(0, same - ROOM) : same]
        end = was[len(was) - after :][:ROOM]
        left, right = was[same : len(was) - after], becomes[same : len(becomes) - after]
        return f"{before}⟦{left} → {right}⟧{end}"

    def apply(self) -> None:
        """Make the change in the tree the mutant was found in."""
        ast.fix_missing_locations(ast.copy_location(self.new, self.old))
        if self.index is None:
            setattr(self.holder, self.field, self.new)
        else:
            getattr(self.holder, self.field)[self.index] = self.new


def _alike(one: str, other: str) -> int:
    """Give how many letters two strings begin alike."""
    pairs = zip(one, other, strict=False)
    short = min(len(one), len(other))
    return next((number for number, (left, right) in enumerate(pairs) if left != right), short)


def mutants(tree: ast.Module) -> Iterator[Mutant]:
    """Give every change of a module, in an order that hangs on its source alone."""
    yield from _inside(tree, "", running=False)


def _inside(holder: ast.AST, function: str, *, running: bool) -> Iterator[Mutant]:
    for field, index, node in _children(holder):
        name = getattr(node, "name", "")
        named = isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        within = f"{function}.{name}".lstrip(".") if named else function
        if running and isinstance(node, ast.expr | ast.stmt):
            for new in _changes(node):
                yield Mutant(
                    holder=holder,
                    field=field,
                    index=index,
                    old=node,
                    new=new,
                    line=node.lineno,
                    last=node.end_lineno or node.lineno,
                    function=function or "<module>",
                )
        yield from _inside(node, within, running=running or isinstance(node, _FUNCTIONS))


def _children(holder: ast.AST) -> Iterator[tuple[str, int | None, ast.AST]]:
    if isinstance(holder, ast.Assert) or (
        isinstance(holder, ast.Call) and _called(holder) in UNTOUCHED
    ):
        return
    for field, value in ast.iter_fields(holder):
        if field in _SETTLED and isinstance(holder, (*_FUNCTIONS, ast.AnnAssign)):
            continue
        if isinstance(value, list):
            for index, each in enumerate(value):
                if isinstance(each, ast.AST) and not _is_wording(holder, field, index, each):
                    yield field, index, each
        elif isinstance(value, ast.AST) and not _is_wording(holder, field, None, value):
            yield field, None, value


def _called(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _is_wording(holder: ast.AST, field: str, index: int | None, node: ast.AST) -> bool:
    if not (isinstance(node, ast.Constant) and isinstance(node.value, str)):
        return False
    if isinstance(holder, ast.Expr | ast.JoinedStr):
        return True
    if isinstance(holder, ast.Call) and field == "args" and WORDING.get(_called(holder)) == index:
        return True
    return bool(node.value) and not KEY.fullmatch(node.value)


def _changes(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Constant():
            yield from _values(node)
        case ast.Compare(ops=ops):
            for index, each in enumerate(ops):
                if type(each) in OPERATORS:
                    yield _with(node, ops=_exchanged(ops, index, OPERATORS[type(each)]()))
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand
        case ast.BinOp(op=op) | ast.BoolOp(op=op) | ast.UnaryOp(op=op) if type(op) in OPERATORS:
            yield _with(node, op=OPERATORS[type(op)]())
        case ast.Lambda():
            yield _with(node, body=ast.Constant(None))
        case ast.Call() if _called(node) not in UNTOUCHED:
            yield from _calls(node)
        case ast.stmt():
            yield from _statements(node)


def _statements(node: ast.stmt) -> Iterator[ast.AST]:
    match node:
        case ast.AugAssign(op=op):
            plain = ast.Assign(targets=[node.target], value=node.value)
            yield ast.copy_location(plain, node)
            if type(op) in OPERATORS:
                yield _with(node, op=OPERATORS[type(op)]())
        case ast.Assign(value=value) | ast.AnnAssign(value=ast.expr() as value):
            is_none = isinstance(value, ast.Constant) and value.value is None
            yield _with(node, value=ast.Constant("" if is_none else None))
        case ast.Break():
            yield ast.Return()
        case ast.Continue():
            yield ast.Break()
        case ast.Match(cases=cases) if len(cases) > 1:
            for index in range(len(cases)):
                yield _with(node, cases=cases[:index] + cases[index + 1 :])


def _values(node: ast.Constant) -> Iterator[ast.AST]:
    value = node.value
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int):
        yield ast.Constant(value + 1)
    elif isinstance(value, str):
        yield ast.Constant(f"XX{value}XX")


def _calls(node: ast.Call) -> Iterator[ast.AST]:
    words, nothing = _called(node) in WORDING, ast.Constant(None)
    for index, each in enumerate(node.args):
        if not (words or isinstance(each, ast.Starred) or _says_nothing_else(each)):
            yield _with(node, args=_exchanged(node.args, index, nothing))
    for index, keyword in enumerate(node.keywords):
        if keyword.arg is None or _says_nothing_else(keyword.value):
            continue
        without = _with(keyword, value=nothing)
        yield _with(node, keywords=_exchanged(node.keywords, index, without))
        if not words:
            yield _with(node, keywords=node.keywords[:index] + node.keywords[index + 1 :])
    if isinstance(node.func, ast.Attribute) and node.func.attr in METHODS:
        yield _with(node, func=_with(node.func, attr=METHODS[node.func.attr]))


def _says_nothing_else(node: ast.expr) -> bool:
    if isinstance(node, ast.Call):
        return _called(node) in WORDING and not node.keywords
    return isinstance(node, ast.Constant) and node.value is None


def _with(node: Any, **fields: object) -> Any:
    changed = copy.copy(node)
    for name, value in fields.items():
        setattr(changed, name, value)
    return changed


def _exchanged(nodes: list[Any], index: int, new: object) -> list[Any]:
    return [*nodes[:index], new, *nodes[index + 1 :]]
