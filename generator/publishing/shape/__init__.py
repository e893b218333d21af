"""The shape of a page: plain Markdown of a known form → the structure that the theme lays out."""

from generator.publishing.shape.extension import Shape

__all__ = ["Shape"]
