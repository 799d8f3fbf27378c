"""The password: who can open a store, how it is sealed, and turning all that on or off at one stroke."""
