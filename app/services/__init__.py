"""What is done: one function per intention, one short session each, detached values out."""
