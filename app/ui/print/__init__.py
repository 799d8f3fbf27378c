"""Preview and print without an office suite: read a written file, lay it out, paint its pages."""
