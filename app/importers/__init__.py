"""What is read: files that others filled in, as plain rows that know their cells."""
