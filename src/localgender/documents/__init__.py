"""From bytes to a value: cells with places, layouts, and what they mean."""
