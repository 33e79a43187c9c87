#!/bin/sh
# Try the files for one host where Docker and Compose 2 are: build, start all four parts, and look at what
# docs/how-to/host-it.md says of them. In the project's folder, as who may ask Docker (and with curl):
#     sh deploy/try.sh
# It has a project, images and a port (TRY_PORT) of its own and takes all away again, but its networks have the addresses
# of compose.yaml: where the planner runs already, `down` first. Other images in the place of the pinned ones:
# BASE (Python), NGINX, CADDY. It ends with the number of what does not hold. Compose has to be 2.24.4 or newer.
set -eu
cd "$(dirname "$0")/.."
kept=$(mktemp -d)
wrong=0
opened=
for name in $(env | sed -n 's/^\(SMP_[A-Z0-9_]*\)=.*/\1/p'); do unset "$name"; done # not as this host is set
export SMP_EDITION=try SMP_DRAIN_SECONDS=40

{
    echo "services:"
    for planner in planner-1 planner-2; do
        echo "  $planner: {build: {args: {$(if [ -n "${BASE:-}" ]; then echo "BASE: '$BASE'"; fi)}}}"
    done
    if [ -n "${NGINX:-}" ]; then echo "  proxy: {image: '$NGINX'}"; fi
    echo "  tls:"
    if [ -n "${CADDY:-}" ]; then echo "    image: '$CADDY'"; fi
    echo "    ports: !override ['127.0.0.1:${TRY_PORT:-8443}:443']"
} > "$kept/compose.yaml"

compose() {
    docker compose -p smp-planner-try --env-file deploy/example.env -f deploy/compose.yaml -f "$kept/compose.yaml" "$@"
}
end() {
    if [ "$opened" ]; then kill "$opened" 2>/dev/null || true; fi
    compose down --volumes --timeout 10 >/dev/null 2>&1 || true
    docker image rm smp-planner:try >/dev/null 2>&1 || true
    rm -r "$kept"
}
trap end EXIT
trap 'exit 130' INT TERM

holds() { # what is so, and what looks whether it is
    what=$1
    shift
    if "$@" > "$kept/told.txt" 2>&1; then
        echo "holds   $what"
    else
        echo "WRONG   $what"
        tail -n 15 "$kept/told.txt" | sed 's/^/        | /'
        wrong=$((wrong + 1))
    fi
}
inside() { compose exec -T "$@"; }
page() { curl -kfsS -m 10 "$@" "https://localhost:${TRY_PORT:-8443}/?keloid"; }
ten_times() { for _ in 1 2 3 4 5 6 7 8 9 10; do page -o /dev/null || return 1; done; }
of() { docker inspect -f "$2" "$(compose ps -aq "$1")"; }
is() { test "$("$1" "$2" "$3")" = "$4"; }
has_header() { page -o /dev/null -D - | grep -qi "^$1: "; }
no_way_out() { # neither to the internet nor to this host, which would be at the first address of the network
    inside planner-1 python -c "
import socket
for place in (('1.1.1.1', 443), ('172.30.60.1', 22), ('172.30.60.1', 80), ('172.30.60.1', 443)):
    try:
        socket.create_connection(place, 2).close()
    except ConnectionRefusedError:
        raise SystemExit(f'{place} answers') from None
    except OSError:
        continue
    raise SystemExit(f'{place} is reached')"
}
paper() {
    inside planner-1 sh -c 'python -m smp_planner plan - --region UK --format pdf -o /tmp/plan.pdf && head -c 5 /tmp/plan.pdf && rm /tmp/plan.pdf' \
        < docs/example-intake.yaml | grep -q '^%PDF-'
}
open_page() { # a connection as of a page that somebody looks at
    curl -kNsS -m 60 -o /dev/null -D "$kept/opened.txt" --http1.1 -H 'Connection: Upgrade' -H 'Upgrade: websocket' \
        -H 'Sec-WebSocket-Version: 13' -H 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==' \
        "https://localhost:${TRY_PORT:-8443}/_stcore/stream" 2>/dev/null &
    opened=$!
    sleep 2
    grep ' 101 ' "$kept/opened.txt"
}
sooner() { # seconds, and what has to end well before they are over
    most=$1
    shift
    began=$(date +%s)
    "$@" && test $(($(date +%s) - began)) -lt "$most"
}
writes_nothing() { # says which of these it could write
    inside "$1" sh -c 'for file in /srv/planner/x /usr/x /etc/x; do (: > $file) 2>/dev/null && echo "wrote $file"; done; echo tried' \
        > "$kept/wrote.txt"
    grep -v wrote "$kept/wrote.txt" && ! grep wrote "$kept/wrote.txt"
}
runs_nothing() {
    inside "$1" sh -c 'echo "echo ran" > /tmp/x; chmod +x /tmp/x; /tmp/x 2>/dev/null || echo kept from it' > "$kept/ran.txt"
    grep 'kept from it' "$kept/ran.txt" && ! grep ran "$kept/ran.txt"
}
logs_are_silent() { # they tell that somebody asked, and not what
    for one in $(compose ps -aq); do docker logs "$one" 2>&1 || return 1; done > "$kept/logs.txt"
    grep -q '"/"' "$kept/logs.txt" && ! grep keloid "$kept/logs.txt"
}

holds "Compose reads all its files" sh -c 'for more in "" own-tls ipv6; do
    docker compose --env-file deploy/example.env -f deploy/compose.yaml ${more:+-f deploy/compose.$more.yaml} config --quiet || exit 1; done'
holds "the image is built" compose build
holds "all four parts start and are well" compose up -d --wait
if [ $wrong -gt 0 ]; then compose ps -a; compose logs --tail 20; exit $wrong; fi
echo "        size of the image: $(($(docker image inspect -f '{{.Size}}' smp-planner:try) / 1000000)) MB"
for planner in planner-1 planner-2; do
    holds "$planner runs as user 10001 without a right" inside $planner \
        sh -c '[ "$(id -u)" = 10001 ] && grep -q "^CapEff:.0*$" /proc/1/status && grep -q "^NoNewPrivs:.1$" /proc/1/status'
    holds "$planner can't write beside /tmp" writes_nothing $planner
    holds "$planner can run nothing that it writes" runs_nothing $planner
done
holds "the planner has no way out" no_way_out
holds "the page comes through Caddy and nginx" ten_times
for header in Content-Security-Policy X-Content-Type-Options Referrer-Policy Set-Cookie; do
    holds "it has $header" has_header $header
done
holds "a plan is printed in there" paper
holds "a page stays open" open_page
holds "nginx starts anew within seconds all the same" sooner 7 compose restart proxy
holds "the page comes then" curl -kfsS -o /dev/null --retry 5 --retry-delay 1 --retry-all-errors "https://localhost:${TRY_PORT:-8443}/"
holds "a replica is killed" compose kill planner-1
holds "the page comes from the other" ten_times
holds "the killed one is well again" compose up -d --wait planner-1
holds "a replica with nobody inside stops soon when it is asked" sooner 20 compose stop planner-2
holds "it ended well" is of planner-2 '{{.State.ExitCode}}' 0
holds "the page comes from the other then" ten_times
holds "no log has what was asked" logs_are_silent
# shellcheck disable=SC2046  # a list of words
echo "        memory: $(docker stats --no-stream --format '{{.Name}} {{.MemUsage}};' $(compose ps -q) | tr '\n' ' ')"
exit $wrong
