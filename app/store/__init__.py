"""The file: engines, pragmas, schema, lock, search index, attachments. The only place with SQL dialect words."""
