"""The documents that go with a draft: explanatory note and table of comments."""
