"""Body text → `fr` or `en`, or a refusal that names the language."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from timeline.extraction.reading.refusals import Refusal, Refused

LANGUAGES = ("fr", "en")

# Slices from all over the text: a summary in another language may stand first. More text makes the identifier no surer,
# and less sure where it repeats itself.
_SLICES, _SLICE = 4, 1_000
_FEWEST_LETTERS = 20
# A short article in French or English is taken with less certainty than one is turned away for another language.
_ENOUGH_TO_ACCEPT = 0.2
_ENOUGH_TO_REFUSE = 0.5


def language_of(text: str, declared: str = "") -> str:
    """The language of `text`; `declared` is what the header says, and counts only where the text leaves it open."""
    sample = _sample(text)
    letters = sum(map(str.isalpha, sample))
    language, confidence = _identifier().classify(sample)
    if letters >= _FEWEST_LETTERS:
        if language in LANGUAGES and confidence >= _ENOUGH_TO_ACCEPT:
            return str(language)
        if language not in LANGUAGES and confidence >= _ENOUGH_TO_REFUSE:
            raise Refused(Refusal.LANGUAGE, language=_english_name(language))
    if declared in LANGUAGES:
        return declared
    raise Refused(Refusal.LANGUAGE_UNCLEAR, letters=letters)


def _sample(text: str) -> str:
    step = len(text) // _SLICES
    if step <= _SLICE:
        return text
    return "\n".join(text[start : start + _SLICE] for start in range(0, step * _SLICES, step))


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _english_name(code: str) -> str:
    return str(Locale("en").languages.get(code, code))
