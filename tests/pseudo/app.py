"""The app in the test language, `python -m tests.pseudo.app`: `asgi.py` for readers of `lang=qps`."""

from asgi import serve
from language.languages import LANGUAGES
from tests.pseudo.language import CODE, pseudo_language

if __name__ == "__main__":
    LANGUAGES[CODE] = pseudo_language()
    serve()
