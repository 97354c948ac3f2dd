"""The beginning of sentences, titles and labels."""


def at_beginning(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]
