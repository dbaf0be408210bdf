"""Tests of official writing; a package, since modules of `tests/values` bear the same names."""
