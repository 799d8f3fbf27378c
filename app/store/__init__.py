"""The file and what keeps it: connections, schema, lock, index, attachments, backups, journal, password."""
