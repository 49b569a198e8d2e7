"""Rules about figures: numbers, titles, places, keys, subfigures."""
