"""Turn what a file says into what a standard says: one pure function per view over a `Source`."""
