"""Entries → names in all their spellings, and topics. Pure."""
