"""Documents made on the basis of ISO and IEC documents."""
