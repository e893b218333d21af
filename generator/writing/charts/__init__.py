"""Drawings made at build time: SVG text in, no script, no font, no request.

Each drawing is a whole file that can be opened by itself; within a page its look comes from the
theme's stylesheet, and its style element is left out.
"""
