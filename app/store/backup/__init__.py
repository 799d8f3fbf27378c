"""Backups: written, listed, kept, put back, and what going back to one would lose."""
