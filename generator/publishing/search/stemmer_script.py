"""A Snowball stemmer of the Python library, put into JavaScript statement by statement.

The library's modules are generated code of few kinds of statement, so this is a small table and not
a compiler. It makes the two sides of the search identical by construction, in every version of the
library; Snowball's own JavaScript is not published with the version that Python has.
"""

from __future__ import annotations

import ast
import inspect
import json
from importlib.resources import files
from typing import Final

from generator.errors import PublishError
from generator.publishing.search.stemming import module_of

LICENCE_NAME: Final = "snowball-LICENSE.txt"
_NOTICE: Final = (
    "/* Stemming algorithm of the Snowball project, https://snowballstem.org, translated from its Python form.\n"
    f"   BSD 3-clause licence: see {LICENCE_NAME} beside this file. */\n"
)
_COMPARISONS: Final[dict[type[ast.cmpop], str]] = {
    ast.Eq: "===", ast.NotEq: "!==", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=",
}  # fmt: skip
_OPERATORS: Final[dict[type[ast.operator], str]] = {ast.Add: "+", ast.Sub: "-"}


def stemmer_script(algorithm: str) -> str:
    """A classic script that adds one stemmer to the search engine of the page.

    :raises PublishError: if the library's code has a statement that this does not know.
    """
    tree = ast.parse(inspect.getsource(module_of(algorithm)))
    body = next(node for node in tree.body if isinstance(node, ast.ClassDef) and node.name.endswith("Stemmer"))
    members = [member for member in map(_member, body.body) if member]
    name = json.dumps(algorithm)
    return (
        f"{_NOTICE}digestSearch.stemmer({name},class C extends digestSearch.Stemmer{{\n"
        + "\n".join(members)
        + "\n});\n"
    )


def licence() -> str:
    """The terms under which the stemmers may be passed on; they are published beside them."""
    return files(__package__).joinpath(LICENCE_NAME).read_text("utf-8")


def _member(node: ast.stmt) -> str:
    match node:
        case ast.Expr(value=ast.Constant()):
            return ""
        case ast.FunctionDef(name=name, body=body):
            return f"{_name(name)}(){{{_body(body)}}}"
        case ast.Assign(targets=[ast.Name(id=name)], value=value) if name.startswith("g_"):
            return f"static {name}=new Set({json.dumps(''.join(sorted(ast.literal_eval(value))), ensure_ascii=False)});"
        case ast.Assign(targets=[ast.Name(id=name)], value=ast.List() | ast.Tuple() as value):
            return f"static {name}={_expression(value)};"
        case ast.Assign(targets=[ast.Name(id=name)], value=value):
            return f"{name}={_expression(value)};"
    raise _unknown(node)


def _body(statements: list[ast.stmt]) -> str:
    return "".join(map(_statement, statements))


def _statement(node: ast.stmt) -> str:
    match node:
        case ast.Pass():
            return ""
        case ast.Expr(value=value):
            return f"{_expression(value)};"
        case ast.Return(value=value):
            return f"return {_expression(value)};" if value else "return;"
        case ast.Break():
            return "break;"
        case ast.Continue():
            return "continue;"
        case ast.Assign(targets=[ast.Name(id=name)], value=value):
            return f"var {name}={_expression(value)};"
        case ast.Assign(targets=[target], value=value):
            return f"{_expression(target)}={_expression(value)};"
        case ast.AugAssign(target=target, op=op, value=value):
            return f"{_expression(target)}{_OPERATORS[type(op)]}={_expression(value)};"
    return _block(node)


def _block(node: ast.stmt) -> str:
    match node:
        case ast.If(test=test, body=body, orelse=orelse):
            otherwise = f"else{{{_body(orelse)}}}" if orelse else ""
            return f"if({_expression(test)}){{{_body(body)}}}{otherwise}"
        case ast.While(test=test, body=body, orelse=[]):
            return f"while({_expression(test)}){{{_body(body)}}}"
        case ast.For(target=ast.Name(id=name), iter=ast.Tuple() as times, body=body, orelse=[]):
            return f"for(const {name} of {_expression(times)}){{{_body(body)}}}"
        case ast.Try(body=body, handlers=[ast.ExceptHandler(type=ast.Name(id=label), body=[ast.Pass()])], orelse=[]):
            # The generated Python leaves a block by raising its label; JavaScript has labels.
            return f"{label}:{{{_body(body)}}}"
        case ast.Raise(exc=ast.Call(func=ast.Name(id=label), args=[])):
            return f"break {label};"
    raise _unknown(node)


def _expression(node: ast.expr) -> str:
    match node:
        case ast.Constant(value=bool() | None | int() | str() as value):
            return json.dumps(value, ensure_ascii=False)
        case ast.Name(id="self"):
            return "this"
        case ast.Name(id=name) if name.endswith("Stemmer"):
            return "C"
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=value, attr=attr):
            return f"{_expression(value)}.{_name(attr)}"
        case ast.Subscript(value=value, slice=index):
            return f"{_expression(value)}[{_expression(index)}]"
        case ast.List(elts=elements) | ast.Tuple(elts=elements):
            return f"[{','.join(map(_expression, elements))}]"
    return _operation(node)


def _operation(node: ast.expr) -> str:
    match node:
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return f"-{_expression(operand)}"
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return f"!({_expression(operand)})"
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _OPERATORS:
            return f"({_expression(left)}{_OPERATORS[type(op)]}{_expression(right)})"
        case ast.BoolOp(op=op, values=values):
            return "(" + ("||" if isinstance(op, ast.Or) else "&&").join(map(_expression, values)) + ")"
        case ast.Compare(left=left, ops=[op], comparators=[right]) if type(op) in _COMPARISONS:
            return f"{_expression(left)}{_COMPARISONS[type(op)]}{_expression(right)}"
        case ast.Call(func=ast.Name(id="len"), args=[value]):
            return f"{_expression(value)}.length"
        case ast.Call(func=ast.Name(id="Among"), args=[*cells]):
            return f"[{','.join(map(_cell, cells))}]"
        case ast.Call(func=ast.Attribute() as function, args=arguments):
            return f"{_expression(function)}({','.join(map(_expression, arguments))})"
    raise _unknown(node)


def _cell(node: ast.expr) -> str:
    """A cell of an among table; a condition is named, and called by that name."""
    return json.dumps(_name(node.id)) if isinstance(node, ast.Name) else _expression(node)


def _name(name: str) -> str:
    return name.replace("__r_", "r_", 1) if name.startswith("__r_") else name


def _unknown(node: ast.AST) -> PublishError:
    return PublishError(
        f"the installed Snowball library has a statement that the search cannot translate: {ast.unparse(node)[:80]!r}",
        hint="install the version of snowballstemmer that pyproject.toml names",
    )
