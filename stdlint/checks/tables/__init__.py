"""Rules about tables: headers, cells, units, notes, structure."""
