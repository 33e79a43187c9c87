"""Texts for people, by gettext: written in English, told in the language that is spoken."""

from __future__ import annotations

from smp_planner.language.speech import spoken_now


def _(text: str, /, **places: object) -> str:
    """The text in the language that is spoken; its places in braces are filled, where some are given."""
    texts = spoken_now().texts
    told = text if texts is None or not text else texts.gettext(text)
    return told.format(**places) if places else told


def n_(one: str, more: str, count: int, /, **places: object) -> str:
    """One text for one and another for more, or as many forms as the language has for a count."""
    texts = spoken_now().texts
    told = (one if count == 1 else more) if texts is None else texts.ngettext(one, more, count)
    return told.format(**places) if places else told


def p_(context: str, text: str, /, **places: object) -> str:
    """A text that is one word in English and may be two elsewhere: the context says which is meant."""
    texts = spoken_now().texts
    told = text if texts is None else texts.pgettext(context, text)
    return told.format(**places) if places else told


def N_(text: str, /) -> str:  # noqa: N802 - gettext's usual name for it
    """The text itself, marked for translators: a constant, which `_` tells where it is used."""
    return text


def NP_(context: str, text: str, /) -> tuple[str, str]:  # noqa: N802 - as N_, for p_
    """The context and the text themselves, marked for translators."""
    return context, text


def NN_(one: str, more: str, /) -> tuple[str, str]:  # noqa: N802 - as N_, for n_
    """Both texts themselves, marked for translators."""
    return one, more


__all__ = ["NN_", "NP_", "N_", "_", "n_", "p_"]
