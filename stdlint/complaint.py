"""Say in one sentence, in Chinese and in English, what keeps stdlint from doing what it was asked for."""

from __future__ import annotations


class Complaint(Exception):
    """An error that people can put right; the message is one sentence for them, `chinese` the same in Chinese."""

    def __init__(self, message: str, chinese: str = "") -> None:
        super().__init__(message)
        self.chinese = chinese or message

    def said(self, lang: str | None) -> str:
        """Return the sentence in “en”, else in Chinese."""
        return str(self) if lang == "en" else self.chinese
