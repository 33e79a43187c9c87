"""What a host is given fits the program, and fits together: names, ports, paths, times."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from benchmarks.proxy import SITE, settings_at_home
from benchmarks.timing import ROOT
from smp_planner.__main__ import main
from smp_planner.serving.command import CLOSING_SECONDS
from tests.deploy.files import (
    CONTAINERFILE,
    DEPLOY,
    PORT,
    cluster,
    cluster_settings,
    command,
    compose,
    copied,
    names_in,
    passed_through,
    pod,
    replicas,
)

PINNED = re.compile(r".+:[\w.-]+@sha256:[0-9a-f]{64}")
LABELS = {"app.kubernetes.io/name": "planner"}


def test_every_image_that_is_not_ours_is_pinned_by_its_digest() -> None:
    bases = re.findall(r"^ARG BASE=(.+)$", CONTAINERFILE, re.MULTILINE)
    others = [one["image"] for one in compose()["services"].values() if "build" not in one]
    assert len(bases) == 1
    assert len(others) == 2
    assert [image for image in (*bases, *others) if not PINNED.fullmatch(image)] == []
    assert set(re.findall(r"^FROM (\S+)", CONTAINERFILE, re.MULTILINE)) == {"${BASE}"}


def test_every_package_is_installed_by_its_hash_and_the_one_that_installs_is_not_shipped() -> None:
    built, shipped = CONTAINERFILE.split("# --- What runs ---")
    assert "--require-hashes" in built
    assert "pip uninstall" in shipped


def test_an_image_is_made_of_what_is_named_and_nothing_else() -> None:
    lines = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    assert {line[1:] for line in lines if line.startswith("!")} == set(copied())
    assert all((ROOT / path).exists() for path in copied())


def test_the_image_runs_as_nobody_and_is_asked_whether_it_lives() -> None:
    assert re.search(r"^USER 10001:10001$", CONTAINERFILE, re.MULTILINE)
    assert re.search(rf"^HEALTHCHECK .*{PORT}.*/healthz", CONTAINERFILE, re.MULTILINE)
    assert re.search(rf"^EXPOSE {PORT}$", CONTAINERFILE, re.MULTILINE)
    assert command()[-1] == str(PORT)


@pytest.mark.parametrize("name", ["planner-1", "planner-2", "proxy", "tls"])
def test_on_one_host_nothing_can_be_written_or_gained(name: str) -> None:
    service = compose()["services"][name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["mem_limit"]
    assert service["pids_limit"]
    assert "privileged" not in service


@pytest.mark.parametrize("name", ["planner-1", "planner-2", "proxy", "tls"])
def test_on_one_host_no_memory_gets_to_the_disk(name: str) -> None:
    """Neither by swapping, as memory and swap together are no more than memory, nor as a process dies."""
    service = compose()["services"][name]
    assert service["memswap_limit"] == service["mem_limit"]
    assert service["ulimits"] == {"core": 0}


def test_on_one_host_only_tls_is_reached_from_outside() -> None:
    services = compose()["services"]
    assert [name for name, one in services.items() if "ports" in one] == ["tls"]
    assert [name for name, one in services.items() if set(one["networks"]) != {"inside"}] == ["tls"]
    assert compose()["networks"]["inside"]["internal"] is True


def test_on_one_host_what_listens_on_the_host_itself_is_not_reached_from_inside() -> None:
    """A network without a way out still has an address of the host, but for this."""
    assert compose()["networks"]["inside"]["driver_opts"] == {
        "com.docker.network.bridge.inhibit_ipv4": "true"
    }


def test_on_one_host_the_proxy_finds_both_replicas_and_knows_who_ends_tls() -> None:
    services = compose()["services"]
    told = services["proxy"]["environment"]
    found = [f"{one['networks']['inside']['ipv4_address']}:{PORT}" for one in replicas().values()]
    assert [told["SMP_REPLICA_1"], told["SMP_REPLICA_2"]] == found
    assert told["SMP_FRONT"] == services["tls"]["networks"]["inside"]["ipv4_address"]
    proxy = f"{services['proxy']['networks']['inside']['ipv4_address']}:{told['SMP_LISTEN']}"
    assert services["tls"]["environment"]["SMP_PROXY"] == proxy


def default(text: str) -> int:
    """What a setting is where the host sets nothing."""
    return int(re.findall(r":-(\d+)\}", text)[0])


def test_on_one_host_a_replica_may_have_a_thread_for_each_page_of_a_whole_house_that_moves_there() -> None:
    for replica in replicas().values():
        assert replica["pids_limit"] > 2 * default(replica["environment"]["SMP_MOST_PEOPLE"])


def test_nginx_has_room_for_all_that_it_may_hold_and_one_address_has_a_part_of_it() -> None:
    around = (DEPLOY / "nginx" / "nginx.conf").read_text("utf-8")
    site = SITE.read_text("utf-8")

    def kib(name: str) -> int:
        many, size = re.findall(rf"^ *{name}(?: (\d+))? (\d+)k;", site, re.MULTILINE)[0]
        return int(many or 1) * int(size)

    requests = int(re.findall(r"worker_connections (\d+);", around)[0]) // 2  # in, and on to a replica
    proxy = compose()["services"]["proxy"]
    held = kib("proxy_buffer_size") + kib("proxy_buffers") + kib("client_body_buffer_size")
    assert requests * held < 0.8 * int(proxy["mem_limit"].removesuffix("m")) * 1024
    told = proxy["environment"]
    assert default(told["SMP_MOST_FROM_ONE_ADDRESS"]) + default(told["SMP_MOST_ASKED_AT_ONCE"]) < requests / 3
    assert "./nginx/nginx.conf:/etc/nginx/nginx.conf:ro,z" in proxy["volumes"]


def test_who_asks_is_not_hidden_where_people_come_by_ipv6() -> None:
    (published,) = (one for one in compose()["services"].values() if "ports" in one)
    (changed,) = compose("compose.ipv6.yaml")["networks"].items()
    assert changed == ("outside", {"enable_ipv6": True})
    assert "outside" in published["networks"]


def test_where_tls_ends_elsewhere_nginx_is_reached_by_that_alone_and_believes_no_other() -> None:
    changed = compose("compose.own-tls.yaml")
    assert changed["services"]["tls"]["profiles"]  # so it is not started
    proxy, outside = changed["services"]["proxy"], changed["networks"]["outside"]["ipam"]["config"][0]
    assert proxy["ports"] == ["${SMP_PUBLISHED_AT:-127.0.0.1:8080}:8080"]
    assert "outside" in proxy["networks"]
    assert "internal" not in compose()["networks"]["outside"]  # where nothing can be published
    assert proxy["environment"] == {"SMP_FRONT": f"${{SMP_FRONT:-{outside['gateway']}}}"}
    assert proxy["environment"].keys() <= compose()["services"]["proxy"]["environment"].keys()


def test_the_proxy_is_told_all_that_its_site_asks(tmp_path: Path) -> None:
    told = compose()["services"]["proxy"]["environment"]
    asked = settings_at_home("", ("", ""), tmp_path)
    assert {name for name in told if re.match(told["NGINX_ENVSUBST_FILTER"], name)} == set(asked)


def test_caddy_is_told_all_that_its_file_asks() -> None:
    asked = re.findall(r"\{\$(\w+)\}", (DEPLOY / "Caddyfile").read_text("utf-8"))
    assert set(asked) == set(compose()["services"]["tls"]["environment"])


def test_only_settings_that_the_program_knows_are_set() -> None:
    known = names_in(ROOT / "smp_planner")
    here = {name for one in replicas().values() for name in one["environment"]}
    assert here - known == set()
    assert set(cluster_settings()) - known == set()
    assert here == set(cluster_settings())


def test_on_one_host_all_that_a_replica_is_set_to_comes_from_the_host_s_own_file() -> None:
    for replica in replicas().values():
        assert [name for name, text in replica["environment"].items() if f"${{{name}:" not in text] == []


def test_the_example_of_what_a_host_sets_is_asked_for() -> None:
    lines = (DEPLOY / "example.env").read_text("utf-8").splitlines()
    text = (DEPLOY / "compose.yaml").read_text("utf-8")
    for name in (line.split("=")[0] for line in lines if line and not line.startswith("#")):
        assert f"${{{name}:" in text


def test_whoever_stops_is_given_longer_than_it_needs() -> None:
    for replica in replicas().values():
        needed = default(replica["environment"]["SMP_DRAIN_SECONDS"]) + CLOSING_SECONDS
        assert int(replica["stop_grace_period"].removesuffix("s")) > needed + 5
    waits = int(pod()["spec"]["containers"][0]["lifecycle"]["preStop"]["exec"]["command"][1])
    needed = waits + int(cluster_settings()["SMP_DRAIN_SECONDS"]) + CLOSING_SECONDS
    assert pod()["spec"]["terminationGracePeriodSeconds"] > needed + 5


def test_in_a_cluster_everything_that_names_the_pods_finds_them() -> None:
    deployment = cluster("Deployment")["planner"]["spec"]
    assert deployment["template"]["metadata"]["labels"] == LABELS
    assert deployment["selector"]["matchLabels"] == LABELS
    assert all(one["spec"]["selector"] == LABELS for one in cluster("Service").values())
    assert cluster("PodDisruptionBudget")["planner"]["spec"]["selector"]["matchLabels"] == LABELS
    assert cluster("NetworkPolicy")["planner"]["spec"]["podSelector"]["matchLabels"] == LABELS
    target = cluster("HorizontalPodAutoscaler")["planner"]["spec"]["scaleTargetRef"]
    assert (target["kind"], target["name"]) == ("Deployment", "planner")


def test_in_a_cluster_every_way_in_ends_at_the_port_of_the_page() -> None:
    ports = {port["name"]: port["containerPort"] for port in pod()["spec"]["containers"][0]["ports"]}
    assert ports == {"http": PORT}
    services = cluster("Service")
    assert all(one["spec"]["ports"][0]["targetPort"] == "http" for one in services.values())
    ways = {
        path["path"]: path["backend"]["service"]["name"]
        for one in cluster("Ingress").values()
        for rule in one["spec"]["rules"]
        for path in rule["http"]["paths"]
        if path["pathType"] == "Exact"
    }
    assert ways == {"/": "planner", "/_stcore/stream": "planner"}
    assert services["planner-inside"]["spec"]["publishNotReadyAddresses"] is True
    assert (
        services["planner"]["metadata"]["annotations"]
        == services["planner-inside"]["metadata"]["annotations"]
    )


def test_in_a_cluster_a_full_house_is_told_in_our_words() -> None:
    (words,) = (one["errors"] for one in passed_through("planner") if "errors" in one)
    assert (words["status"], words["query"]) == (["503"], "/")
    whole = cluster("Service")[words["service"]["name"]]["spec"]
    assert whole["publishNotReadyAddresses"] is True
    assert words["service"]["port"] in {port["name"] for port in whole["ports"]}


def test_in_a_cluster_nobody_alone_can_fill_the_house() -> None:
    one_host = compose()["services"]["proxy"]["environment"]
    for ingress, most in (
        ("planner", one_host["SMP_MOST_FROM_ONE_ADDRESS"]),
        ("planner-inside", one_host["SMP_MOST_ASKED_AT_ONCE"]),
    ):
        (limit,) = (one["inFlightReq"] for one in passed_through(ingress) if "inFlightReq" in one)
        assert limit["amount"] == default(most)
        assert limit["sourceCriterion"] == {"ipStrategy": {"ipv6Subnet": 64}}
    (loads,) = (one["rateLimit"] for one in passed_through("planner") if "rateLimit" in one)
    there = f"rate={loads['average']}r/s", f"burst={loads['burst']} nodelay"
    assert all(told in SITE.read_text("utf-8") for told in there)


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_in_a_cluster_what_is_for_those_who_run_it_is_not_for_visitors(path: str) -> None:
    (moved,) = (
        one["replacePathRegex"] for one in passed_through("planner-inside") if "replacePathRegex" in one
    )
    assert re.sub(moved["regex"], moved["replacement"], path) == "/not-for-visitors"  # where nothing is
    for other in ("/", "/_stcore/health", f"/media{path}"):
        assert re.sub(moved["regex"], moved["replacement"], other) == other


def test_in_a_cluster_a_new_pod_comes_before_the_others_are_full() -> None:
    """Patients take least of a processor: at best 3.4 ms (measured) for a change, one each 5 seconds."""
    a_processor = int(pod()["spec"]["containers"][0]["resources"]["requests"]["cpu"])
    full = int(cluster_settings()["SMP_MOST_PEOPLE"]) * 0.0034 / 5 / a_processor * 100
    (metric,) = cluster("HorizontalPodAutoscaler")["planner"]["spec"]["metrics"]
    tolerated = 1.1  # a tenth above the target nothing happens yet
    assert metric["resource"]["target"]["averageUtilization"] * tolerated < 0.75 * full


def test_in_a_cluster_the_probes_ask_what_the_program_answers() -> None:
    container = pod()["spec"]["containers"][0]
    paths = {
        name: container[name]["httpGet"]["path"]
        for name in ("startupProbe", "livenessProbe", "readinessProbe")
    }
    assert paths == {"startupProbe": "/healthz", "livenessProbe": "/healthz", "readinessProbe": "/readyz"}


def test_in_a_cluster_an_old_pod_stays_until_the_new_one_has_read_what_makes_plans() -> None:
    deployment = cluster("Deployment")["planner"]["spec"]
    assert deployment["minReadySeconds"] >= 5
    assert deployment["strategy"]["rollingUpdate"]["maxUnavailable"] == 0


def test_in_a_cluster_nothing_can_be_written_or_gained_or_sent_out() -> None:
    spec = pod()["spec"]
    container = spec["containers"][0]
    assert spec["automountServiceAccountToken"] is False
    assert spec["securityContext"]["runAsNonRoot"] is True
    assert container["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }
    assert cluster("NetworkPolicy")["planner"]["spec"]["egress"] == []
    mounted = {mount["name"] for mount in container["volumeMounts"] if not mount.get("readOnly")}
    in_memory = {one["name"] for one in spec["volumes"] if one.get("emptyDir", {}).get("medium") == "Memory"}
    assert mounted == in_memory


def test_in_a_cluster_every_file_is_applied_and_the_clinic_s_one_is_sound() -> None:
    folder = DEPLOY / "kubernetes"
    told = yaml.safe_load((folder / "kustomization.yaml").read_text("utf-8"))
    made = {
        name for one in told["configMapGenerator"] for name in (*one.get("files", ()), *one.get("envs", ()))
    }
    there = {path.name for path in folder.iterdir()} - {"kustomization.yaml"}
    assert {*told["resources"], *made} == there
    used = {pod()["spec"]["containers"][0]["envFrom"][0]["configMapRef"]["name"]} | {
        volume["configMap"]["name"] for volume in pod()["spec"]["volumes"] if "configMap" in volume
    }
    assert {one["name"] for one in told["configMapGenerator"]} == used
    assert main(["check", "--clinic", str(folder / "clinic.yaml")]) == 0


def test_one_host_and_a_cluster_let_in_as_many() -> None:
    for replica in replicas().values():
        assert replica["environment"]["SMP_MOST_PEOPLE"] == (
            f"${{SMP_MOST_PEOPLE:-{cluster_settings()['SMP_MOST_PEOPLE']}}}"
        )
