"""The one way lists look and move: model, delegate, header and table, and what stands around them."""
