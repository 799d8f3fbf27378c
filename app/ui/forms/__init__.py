"""Forms: the page of any record kind, made from its declarations; one editor per value kind."""
