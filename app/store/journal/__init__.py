"""The change journal (流水): what every transaction changed, beside the store, written before it commits."""
