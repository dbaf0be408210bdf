"""Bytes to cells: one small module a format, each ignorant of what a plan is."""
