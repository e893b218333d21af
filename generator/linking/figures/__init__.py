"""Figures: what quantities an account gives, and where two accounts give the same one differently."""

from generator.linking.figures.alignment import differences
from generator.linking.figures.quantities import quantities_of
from generator.linking.figures.quantity import Quantity

__all__ = ["Quantity", "differences", "quantities_of"]
