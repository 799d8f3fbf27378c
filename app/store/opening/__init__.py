"""What became of a file, said before anything touches it, and kept true while it is open."""
