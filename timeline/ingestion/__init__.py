"""Article files → rows: what the pipeline finds is stored, merged and kept in line with what people decided."""
