"""The pages of the window; `entries` writes them out."""
