"""Small widgets of the window, painted from the theme; each in a module of its own name."""
