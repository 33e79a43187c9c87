"""The files that a host gets, read."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import yaml

from benchmarks.timing import ROOT

DEPLOY = ROOT / "deploy"
CONTAINERFILE = (DEPLOY / "Containerfile").read_text("utf-8").replace("\\\n", " ")
GUIDE = (ROOT / "docs" / "how-to" / "host-it.md").read_text("utf-8")
PORT = 8000


def compose(name: str = "compose.yaml") -> dict[str, Any]:
    return yaml.safe_load((DEPLOY / name).read_text("utf-8"))


def replicas() -> dict[str, dict[str, Any]]:
    services = compose()["services"]
    return {name: one for name, one in services.items() if name.startswith("planner-")}


def cluster(kind: str) -> dict[str, dict[str, Any]]:
    """All of one kind for the cluster, by name."""
    found = [
        one
        for path in sorted((DEPLOY / "kubernetes").glob("*.yaml"))
        for one in yaml.safe_load_all(path.read_text("utf-8"))
        if one.get("kind") == kind
    ]
    return {one["metadata"]["name"]: one for one in found}


def passed_through(ingress: str) -> list[dict[str, Any]]:
    """What Traefik does on the way that an ingress opens: its kinds, as they are named there."""
    space = cluster("Namespace").popitem()[0]
    named = cluster("Ingress")[ingress]["metadata"]["annotations"][
        "traefik.ingress.kubernetes.io/router.middlewares"
    ].split(",")
    known = {f"{space}-{name}@kubernetescrd": one["spec"] for name, one in cluster("Middleware").items()}
    return [known[name] for name in named]


def pod() -> dict[str, Any]:
    return cluster("Deployment")["planner"]["spec"]["template"]


def cluster_settings() -> dict[str, str]:
    lines = (DEPLOY / "kubernetes" / "settings.env").read_text("utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines)


def copied() -> list[str]:
    """What the image takes from the project, as paths."""
    lines = re.findall(r"^COPY (?!--from)(.+)$", CONTAINERFILE, re.MULTILINE)
    return [path for line in lines for path in line.split()[:-1]]


def command() -> list[str]:
    """What the image starts."""
    return json.loads(re.findall(r"^CMD (.+)$", CONTAINERFILE, re.MULTILINE)[-1])


def names_in(folder: Path) -> set[str]:
    """The names of settings that the program knows."""
    sources = folder.rglob("*.py")
    return {name for path in sources for name in re.findall(r"\bSMP_[A-Z_]+\b", path.read_text("utf-8"))}
