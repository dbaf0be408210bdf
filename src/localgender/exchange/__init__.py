"""Values on the way to other programs and back: JSON."""
