"""The chronology in other forms: one module a format, all from the same rows."""
