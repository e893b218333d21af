"""Pieces of SVG: the only place where drawings become text."""

from __future__ import annotations

from collections.abc import Iterable

from generator.writing.marks import Mark
from generator.writing.safe import svg_text

ALONE = (
    "text{font:12px sans-serif;fill:#333}.grid,.base{stroke:#ccc}.arc{fill:none;stroke:#888}"
    ".differ{stroke:#a33a12;fill:none}.shared{stroke-dasharray:3 3}.e{text-anchor:end}.m{text-anchor:middle}"
)
"""How a drawing looks when it is opened by itself."""


def number(value: float) -> str:
    """A coordinate with at most one decimal."""
    text = f"{value:.1f}"
    return text[:-2] if text.endswith(".0") else text


def drawing(css_class: str, width: float, height: float, title: str, parts: Iterable[str]) -> str:
    """A whole SVG file. ``title`` is plain text; ``parts`` are from this module."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{css_class}" viewBox="0 0 {number(width)} {number(height)}"'
        f' width="{number(width)}" height="{number(height)}" aria-hidden="true"><style>{ALONE}</style>'
        f"<title>{svg_text(title)}</title>{''.join(parts)}</svg>\n"
    )


def text(x: float, y: float, words: str, css_class: str = "") -> str:
    """Plain text at a point."""
    return f'<text x="{number(x)}" y="{number(y)}"{_class(css_class)}>{svg_text(words)}</text>'


def line(x1: float, y1: float, x2: float, y2: float, css_class: str = "") -> str:
    """A straight line."""
    return f'<path{_class(css_class)} d="M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}"/>'


def path(d: str, css_class: str = "") -> str:
    """A path; ``d`` is made of numbers of our own."""
    return f'<path{_class(css_class)} d="{d}"/>'


def circle(x: float, y: float, radius: float, css_class: str = "") -> str:
    """A circle around a point."""
    return f'<circle{_class(css_class)} cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"/>'


def mark(x: float, y: float, outlet: Mark, size: float = 12) -> str:
    """An outlet's mark, centred on a point."""
    scale = size / 14
    moved = f"translate({number(x - size / 2)} {number(y - size / 2)})"
    grown = "" if size == 14 else f" scale({scale:.3g})"
    return f'<path class="{outlet.css_class}" transform="{moved}{grown}" fill-rule="evenodd" d="{outlet.path}"/>'


def link(address: str, hint: str, inner: str) -> str:
    """``inner`` as a link for mouse and touch; keyboards reach the same place through the page's text."""
    return f'<a href="{svg_text(address)}" tabindex="-1">{inner}<title>{svg_text(hint)}</title></a>'


def _class(name: str) -> str:
    return f' class="{name}"' if name else ""
