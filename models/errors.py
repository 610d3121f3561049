"""Two kinds of error: `UserError` is told to the person at the desk; everything else is a fault of the program."""

from __future__ import annotations


class UserError(Exception):
    """Something the user can understand and mend.

    `code` names the sentence for translation; `facts` are what the sentence mentions.
    `str(error)` is the complete English sentence, so that the command line needs no catalogue.
    """

    def __init__(self, sentence: str, *, code: str = "", **facts: object) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.code = code
        self.facts = facts
