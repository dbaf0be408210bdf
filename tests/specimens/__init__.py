"""Specimens: one small invented document for each family of tables, in every format."""
