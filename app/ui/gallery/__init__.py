"""Pictures of every widget in every state, to be looked at: `python -m app.ui.gallery OUT_DIR`."""
