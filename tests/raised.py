"""Which errors leave a function: its own, and those of the functions of the package that it calls."""

from __future__ import annotations

import ast
import builtins
import inspect
import textwrap
from collections.abc import Callable, Iterator
from typing import Any

from attrs import frozen

from localgender import errors

Errors = frozenset[type[BaseException]]
# Deeper, what a helper refuses has mostly been sorted out by its callers before.
_DEPTH = 2


@frozen
class Source:
    """A function as text, and what its names mean."""

    function: Callable[..., Any]

    @property
    def body(self) -> list[ast.stmt]:
        made = ast.parse(textwrap.dedent(inspect.getsource(self.function))).body[0]
        assert isinstance(made, ast.FunctionDef)
        return made.body

    def means(self, node: ast.expr | None) -> Any:
        """What a bare name stands for; None for anything else."""
        name = node.id if isinstance(node, ast.Name) else ""
        return self.function.__globals__.get(name, getattr(builtins, name, None))


def leaving(function: Callable[..., Any], depth: int = _DEPTH) -> Errors:
    """Errors that public code may raise here and nothing on the way out catches.

    Only raises that name a class are seen, and only calls by a bare name are followed.
    """
    source = Source(inspect.unwrap(function))
    return frozenset(each for node in source.body for each in _leaving(node, source, depth))


def _leaving(node: ast.AST, source: Source, depth: int) -> Iterator[type[BaseException]]:
    caught = tuple(_caught(node, source))
    kept = [each for body in _guarded(node) for each in _leaving(body, source, depth)]
    yield from (each for each in kept if not issubclass(each, caught))
    yield from (each for each in _raised(node, source, depth) if not issubclass(each, caught))
    guarded = _guarded(node)
    for child in ast.iter_child_nodes(node):
        if child not in guarded:
            yield from _leaving(child, source, depth)


def _guarded(node: ast.AST) -> list[ast.stmt]:
    return node.body if isinstance(node, ast.Try | ast.With) else []


def _caught(node: ast.AST, source: Source) -> Iterator[type[BaseException]]:
    named: list[ast.expr] = []
    if isinstance(node, ast.Try):
        named = [name for handler in node.handlers for name in _names(handler.type)]
    if isinstance(node, ast.With):
        calls = [item.context_expr for item in node.items if isinstance(item.context_expr, ast.Call)]
        named = [name for call in calls if getattr(call.func, "id", "") == "suppress" for name in call.args]
    yield from (kind for kind in map(source.means, named) if _is_error(kind))


def _names(node: ast.expr | None) -> list[ast.expr]:
    return list(node.elts) if isinstance(node, ast.Tuple) else [node] if node else []


def _raised(node: ast.AST, source: Source, depth: int) -> Iterator[type[BaseException]]:
    if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
        kind = source.means(node.exc.func)
        if (
            _is_error(kind)
            and kind is not AssertionError
            and kind.__module__ in {"builtins", errors.__name__}
        ):
            yield kind
    if isinstance(node, ast.Call) and depth:
        called = inspect.unwrap(source.means(node.func))
        if inspect.isfunction(called) and called.__module__.startswith("localgender."):
            yield from leaving(called, depth - 1)


def _is_error(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseException)
