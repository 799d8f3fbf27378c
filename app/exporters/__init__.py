"""What is written: Excel, Word, files. Plain values come in, never a session."""
