"""The cover and the title of the document."""
