"""Nothing in the project opens a door elsewhere: no key, no password, no address with one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PASSED_OVER = {".git", ".venv", ".hypothesis", ".ruff_cache", "__pycache__", "htmlcov", "mutants"}
WORDS = {
    ".py",
    ".yaml",
    ".yml",
    ".toml",
    ".txt",
    ".md",
    ".json",
    ".sh",
    ".js",
    ".css",
    ".typ",
    ".conf",
    ".cfg",
    "",
}
SECRETS = {
    "a private key": "-----BEGIN [A-Z ]*PRIVATE KEY",
    "a cloud's key": r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b",
    "a token": r"\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{20,}|glpat-[\w-]{20}|xox[abpr]-[\w-]{10,})",
    "a key of a service": r"\b(?:sk|pk|rk)[-_](?:live|test|proj|ant)[-_]\w{16,}",
    "a signed token": r"\beyJ[\w-]{15,}\.eyJ[\w-]{15,}\.",
    "an address with a password": r"\b[a-z]+://[^\s/:@'\"<>{}]+:[^\s/:@'\"<>{}]+@[a-z]",
    "a password": r"(?i)\b(?:password|passwd|secret_key|cookie_?secret|api_?key)\b\s*[:=]\s*"
    r"['\"][^'\"\s]{6,}['\"]",
}


def texts(folder: Path = ROOT) -> Iterator[Path]:
    """All files of words, in all folders."""
    for path in sorted(folder.iterdir()):
        if path.name in PASSED_OVER or path.is_symlink():
            continue
        if path.is_dir():
            yield from texts(path)
        elif path.suffix in WORDS and path != Path(__file__):
            yield path


def test_no_file_holds_a_secret() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {what}"
        for path in texts()
        for what, form in SECRETS.items()
        if re.search(form, path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert found == []


@pytest.mark.parametrize(
    "text",
    [
        "-----BEGIN RSA PRIVATE KEY-----",
        "AKIA" + "A" * 16,
        "ghp_" + "a" * 36,
        "sk_live_" + "a" * 24,
        "postgres://me:word@host/x",
        "password = 'a-long-word'",
    ],
)
def test_a_secret_would_be_seen(text: str) -> None:
    assert any(re.search(form, text) for form in SECRETS.values())
