"""The file: engines, pragmas, schema, lock, search index, files. The only place with SQL dialect words."""
