"""The part of ``clew.toml`` that says which language model may be asked about doubtful questions: none, until somebody writes one."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from clew.app.settings.errors import SettingError
from clew.app.settings.toml_text import quoted
from clew.model import LanguageModel

_PLACE = "language_model"
_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,99}")
_EXAMPLE_URL = "http://localhost:11434/v1"
_LONGEST_NAME, _LONGEST_SECONDS, _MOST = 200, 600, 100_000


def check_language_model(asked: LanguageModel) -> None:
    """Raise SettingError for the first thing that can't be used; without a ``url`` the rest only has to have sense."""
    if asked.url:
        _check_url(asked.url)
        if not asked.model:
            raise _wrong("model", f'is empty. Name the model as {_PLACE}.url knows it, such as "llama3.1".')
    if len(asked.model) > _LONGEST_NAME or not asked.model.isprintable() or asked.model != asked.model.strip():
        raise _wrong("model", f"has to be a model's name in one line of at most {_LONGEST_NAME} characters.")
    # The value isn't repeated: whoever writes the key here by mistake shouldn't find it in a log.
    if asked.key_variable and _VARIABLE.fullmatch(asked.key_variable) is None:
        raise _wrong(
            "key_variable",
            'is no name of a variable (letters, digits, _). Write the variable\'s name, such as "MODEL_KEY", and put the key '
            "into that variable of the environment: it belongs in no file.",
        )
    if not 0 < asked.timeout_seconds <= _LONGEST_SECONDS:
        raise _wrong("timeout_seconds", f"has to be more than 0 and at most {_LONGEST_SECONDS}.")
    if not 1 <= asked.most_questions <= _MOST:
        raise _wrong("most_questions", f"has to be from 1 to {_MOST}.")


def language_model_text(asked: LanguageModel) -> str:
    """Return the section with its comments; what is the default stands as an example."""
    default = LanguageModel(url=_EXAMPLE_URL, model="llama3.1", key_variable="MODEL_KEY")
    lines = [
        f"{'' if getattr(asked, name) != getattr(LanguageModel(), name) else '# '}{name} = {_written(asked, default, name)}"
        for name in ("url", "model", "key_variable", "timeout_seconds", "most_questions")
    ]
    return f"""# An endpoint of your choice that speaks like OpenAI's (Ollama, vLLM, llama.cpp, a cloud's). 'clew ask-model' asks it what doubtful
# sentences of yours ask customers for, with names, numbers and the like masked; 'clew ask-model --dry-run' shows what would be
# sent. Nothing else ever calls it, and nothing is asked while url is empty. The key stands in the variable of the environment
# that key_variable names, never in a file.
[language_model]
{chr(10).join(lines)}
"""


def _written(asked: LanguageModel, default: LanguageModel, name: str) -> str:
    value = getattr(asked, name)
    shown = value if value != getattr(LanguageModel(), name) else getattr(default, name)
    return quoted(shown) if isinstance(shown, str) else f"{shown!r}"


def _check_url(url: str) -> None:
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("http", "https") and parts.hostname and (parts.port is None or parts.port > 0)
    except ValueError:
        parts, usable = urlsplit(""), False
    if not usable or not url.isprintable() or not url.isascii() or " " in url:
        raise _wrong("url", f'is no address of an endpoint. Write where its paths begin, such as "{_EXAMPLE_URL}".')
    if parts.username is not None or parts.password is not None or parts.query or parts.fragment:
        raise _wrong(
            "url", "holds more than an address. Leave out names, passwords and what follows ? or #; say key_variable."
        )


def _wrong(name: str, sentence: str) -> SettingError:
    return SettingError(f"{_PLACE}.{name}", f"{_PLACE}.{name} {sentence}")
