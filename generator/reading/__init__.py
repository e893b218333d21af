"""Bytes → documents with entries. Pure: no file, clock, network or global state."""
