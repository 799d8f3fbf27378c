"""Dialogs: only for when the clerk must choose."""
