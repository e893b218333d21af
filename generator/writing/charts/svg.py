"""Pieces of SVG: the only place where drawings become text."""

from __future__ import annotations

from collections.abc import Iterable

from generator.writing.marks import Mark
from generator.writing.safe import svg_text

ALONE = (
    "text{font:12px sans-serif;fill:#333}.grid,.base{stroke:#ccc}.arc{fill:none;stroke:#888}"
    ".arc,.grid,.live,.quiet{vector-effect:non-scaling-stroke}"
    ".live{stroke:#555;stroke-width:3}.quiet{stroke:#999;stroke-dasharray:1 5}.differ{stroke:#a33a12;fill:none}"
    ".shared{stroke-dasharray:3 3}.e{text-anchor:end}.m{text-anchor:middle}"
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


def fluid(css_class: str, width: float, height: float, title: str, parts: Iterable[str]) -> str:
    """As :func:`drawing`, but without a box of its own measure: it can be stretched to any width."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{css_class}" width="{number(width)}"'
        f' height="{number(height)}" aria-hidden="true"><style>{ALONE}</style>'
        f"<title>{svg_text(title)}</title>{''.join(parts)}</svg>\n"
    )


def stretched(height: float, parts: Iterable[str]) -> str:
    """A box 1000 wide that takes the width of the whole drawing; lines in it keep their thickness."""
    box = f'viewBox="0 0 1000 {number(height)}" preserveAspectRatio="none" width="100%" height="{number(height)}"'
    return f"<svg {box}>{''.join(parts)}</svg>"


def group(parts: Iterable[str], css_class: str) -> str:
    """Parts that share a look."""
    return f"<g{_class(css_class)}>{''.join(parts)}</g>"


def definitions(parts: Iterable[str]) -> str:
    """Shapes that are drawn by :func:`use`."""
    return f"<defs>{''.join(parts)}</defs>"


def shape(name: str, path_of_14: str, size: float) -> str:
    """A shape given in a box of 14 by 14, centred on the point where it is used."""
    moved = f"translate({number(-size / 2)} {number(-size / 2)})"
    grown = "" if size == 14 else f" scale({size / 14:.3g})"
    return f'<path id="{name}" transform="{moved}{grown}" fill-rule="evenodd" d="{path_of_14}"/>'


def use(name: str, share: float, y: float, css_class: str) -> str:
    """A defined shape at a share of the width, from 0 to 1."""
    return f'<use href="#{name}" class="{css_class}" x="{number(share * 100)}%" y="{number(y)}"/>'


def text_at(share: float, y: float, words: str, css_class: str = "") -> str:
    """Plain text at a share of the width, from 0 to 1."""
    return f'<text x="{number(share * 100)}%" y="{number(y)}"{_class(css_class)}>{svg_text(words)}</text>'


def curve(x: float, y: float, relative: str, css_class: str) -> str:
    """A curve from a point on; ``relative`` is made of numbers of our own."""
    return f'<path class="{css_class}" d="M{x:.0f} {y:.0f}{relative}"/>'


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
    title = f"<title>{svg_text(hint)}</title>" if hint else ""
    return f'<a href="{svg_text(address)}" tabindex="-1">{inner}{title}</a>'


def _class(name: str) -> str:
    return f' class="{name}"' if name else ""
