// Where the dots and hairs of a plan stand, in cm. Follows pictures/dots.py step by step; a browser test
// holds the two together. Before it stand two constants: TILE, the even tile, and HEAD, the geometry.

const places = unpacked(TILE);
const finest = places.length / HEAD.side ** 2;
const zonesByTurn = new Map();

function unpacked(text) {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const found = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const number = (bytes[at] << 16) | (bytes[at + 1] << 8) | bytes[at + 2];
    found.push([Math.floor(number / HEAD.grain), number % HEAD.grain]);
  }
  return found;
}

function* laid(length, width) {
  const columns = Math.ceil(length / HEAD.side);
  const rows = Math.ceil(width / HEAD.side);
  for (let copy = 0; copy < columns * rows; copy++) {
    const column = Math.floor(copy / rows);
    const row = copy % rows;
    for (let index = 0; index < places.length; index++) {
      const x = (column + places[index][0] / HEAD.grain) * HEAD.side;
      const y = (row + places[index][1] / HEAD.grain) * HEAD.side;
      if (x < length && y < width) {
        yield { number: index + copy, rank: (index + 0.5) / places.length, x, y };
      }
    }
  }
}

function hairlineAt(across) {
  return HEAD.hairline + HEAD.recedes * across * across;
}

function fromCrown(across, along) {
  return Math.hypot(across - HEAD.crownX, along - HEAD.crownY) / HEAD.crownRadius;
}

function zoneAt(across, along) {
  if (Math.abs(across) > HEAD.topReach) return "sides";
  if (along > HEAD.back - HEAD.round * across * across) return "donor";
  if (along - hairlineAt(across) < HEAD.edge) return "hairline_temples";
  if (along < HEAD.frontEnd) return "front";
  return fromCrown(across, along) < 1 ? "crown" : "midscalp";
}

function cellsFromEdge(across, along) {
  const edge = Math.sqrt(Math.max(0, 1 - along * along));
  return Math.trunc(((edge - Math.abs(across)) * HEAD.reachX) / HEAD.apart);
}

function turnOf(zone, across, along, order) {
  const aside = Math.abs(across) / HEAD.topReach;
  if (order === "parting") return aside + Math.max(0, along);
  if (order === "front" && zone === "hairline_temples") return along - hairlineAt(across);
  if (order === "front" && zone === "front") return along - hairlineAt(across) - HEAD.temples * aside;
  if (zone === "midscalp" && along < HEAD.mid && aside > HEAD.corners) return HEAD.first - aside;
  if (zone === "hairline_temples") {
    return (HEAD.depth * (along - hairlineAt(across))) / HEAD.edge - aside;
  }
  if (zone === "front") return along - HEAD.temples * aside;
  if (zone === "midscalp") return aside - Math.abs(along - HEAD.mid) * 3;
  if (zone === "crown") return fromCrown(across, along);
  if (zone === "sides") return along - 2 * cellsFromEdge(across, along);
  return along;
}

// A head that isn't seen from above has its zones in rows, each run with its end.
function zoneOnMap({ rows }, x, y) {
  if (x < 0 || y < 0) return "";
  const [ends, zones] = rows[Math.trunc(y * HEAD.rows)] ?? [[], []];
  const run = ends.findIndex((end) => x * HEAD.runs < end);
  return run < 0 ? "" : HEAD.onMap[zones[run]];
}

function grownAt(view, { x, y }, asideX, asideY) {
  const zone = zoneOnMap(view, x, y);
  if (zone === "" || zone === "skin") return "";
  const beside = zoneOnMap(view, x + asideX, y + asideY);
  return beside === "skin" ? "" : beside || zone;
}

function turnFromAside(zone, { charts }, x, y, order) {
  const [a, b, c, d, e, f] = charts[zone];
  const along = d * x + e * y + f;
  return zone === "sides" || zone === "donor" ? along : turnOf(zone, a * x + b * y + c, along, order);
}

function* spotsFromAbove(view, order) {
  const [halfX, halfY] = view.reach.map((side) => side / 2);
  for (const [spot, asideX, asideY] of laidFrayed(view)) {
    if ((spot.x / halfX - 1) ** 2 + (spot.y / halfY - 1) ** 2 > HEAD.rim) continue;
    const across = (spot.x + asideX) / halfX - 1;
    const along = (spot.y + asideY) / halfY - 1;
    if (along < hairlineAt(across)) continue;
    const zone = zoneAt(across, along);
    yield [zone, { ...spot, turn: turnOf(zone, across, along, order) }];
  }
}

function* spotsFromAside(view, order) {
  for (const [spot, asideX, asideY] of laidFrayed(view)) {
    const zone = grownAt(view, spot, asideX, asideY);
    if (zone) yield [zone, { ...spot, turn: turnFromAside(zone, view, spot.x + asideX, spot.y + asideY, order) }];
  }
}

function* laidFrayed({ reach: [length, width] }) {
  for (const spot of laid(length, width)) {
    const aside = places[(spot.number * HEAD.stride) % places.length];
    yield [spot, ...aside.map((place) => (place / HEAD.grain - 0.5) * 2 * HEAD.blur)];
  }
}

function spotsOnHead(order, seen) {
  const known = `${order} ${seen}`;
  if (zonesByTurn.has(known)) return zonesByTurn.get(known);
  const zones = new Map();
  const view = HEAD.seen[seen];
  for (const [zone, spot] of view.rows.length ? spotsFromAside(view, order) : spotsFromAbove(view, order)) {
    if (!zones.has(zone)) zones.set(zone, []);
    zones.get(zone).push(spot);
  }
  for (const spots of zones.values()) spots.sort((one, other) => one.turn - other.turn);
  zonesByTurn.set(known, zones);
  return zones;
}

function fill(marks, spots, [dotsPerCm2, hairsPerCm2], done) {
  const dots = (done * dotsPerCm2) / finest;
  const hairs = 1 - hairsPerCm2 / finest;
  for (const spot of spots) {
    if (spot.rank < dots) marks.dots.push(spot);
    if (spot.rank >= hairs) marks.hairs.push(spot);
  }
}

// What a place is filled with, where it lies in a scar on a part of the head or in the margin of one.
function scarAt(scars, [midX, midY, half, bend], { x, y }) {
  const over = x - midX;
  if (Math.abs(over) >= half) return null;
  const [apart, reach] = HEAD.scars;
  const along = half * Math.asin(over / half);
  const down = y - midY + bend * over * over;
  const last = scars.length - 1;
  let margin = null;
  for (const [number, { length, width, edge, inside, around }] of scars.entries()) {
    const lane = (number - last / 2) * Math.min(apart, reach / Math.max(last, 1));
    const away = Math.max(Math.abs(along) - length / 2, Math.abs(down - lane) - width / 2);
    if (away <= 0) return inside;
    if (away <= edge) margin = around;
  }
  return margin;
}

// The scars that are seen from there, by the part of the head that they are drawn on, and how they lie there.
function scarsSeen({ scars }, view) {
  const parts = Object.entries(view.scars).map(([part, lie]) => [scars.filter(({ place }) => place === part), lie]);
  return parts.filter(([found]) => found.length);
}

function fillBesideScars(marks, spots, inside, done, parts) {
  if (!parts.length) return fill(marks, spots, inside, done);
  for (const spot of spots) {
    const own = parts.map(([scars, lie]) => scarAt(scars, lie, spot)).find(Boolean);
    fill(marks, [spot], own ?? inside, done);
  }
}

function marksOnHead(head, done, seen) {
  const marks = { dots: [], hairs: [] };
  const scars = scarsSeen(head, HEAD.seen[seen]);
  for (const [name, spots] of spotsOnHead(head.order, seen)) {
    const { share, fill: inside } = head.zones[name] ?? { share: 0, fill: [0, 0] };
    const treated = share > HEAD.nearlyAll ? spots.length : Math.ceil(spots.length * share);
    fillBesideScars(marks, spots.slice(0, treated), inside, done, scars);
    fillBesideScars(marks, spots.slice(treated), [0, head.full_hair], done, scars);
  }
  return marks;
}

// Hair of a head that is worn long: each hair of the marks is a strand of some.
function inStrands(head) {
  const bound = ([dots, hairs]) => [dots, hairs / HEAD.strand.hairs];
  const zones = Object.entries(head.zones).map(([name, zone]) => [name, { ...zone, fill: bound(zone.fill) }]);
  return { ...head, zones: Object.fromEntries(zones), full_hair: head.full_hair / HEAD.strand.hairs };
}

function strandOf({ rank, x, y }, { front: [left, top], back: [right, bottom], sinks: [sinksX, sinksY] }) {
  const { long, sway, sways } = HEAD.strand;
  const over = x - Math.min(Math.max(x, left), right);
  const down = y - Math.min(Math.max(y, top), bottom);
  const away = Math.hypot(over, down) || 1;
  const aside = sway * (((rank * sways) % 1) - 0.5);
  const across = (long * (over - aside * down)) / away;
  const along = (long * (down + aside * over)) / away;
  return [across / 2, along / 2, across + long * sinksX, along + long * sinksY];
}

function marksOnPatch({ length, width, edge, inside, around, beyond }, done) {
  const marks = { dots: [], hairs: [] };
  const [inner, outer] = [[], []];
  for (const spot of laid(length + 2 * edge, width + 2 * edge)) {
    const away = Math.max(edge - spot.x, spot.x - edge - length, edge - spot.y, spot.y - edge - width);
    if (away <= 0) inner.push(spot);
    else if (!beyond) outer.push(spot);
    else fill(marks, [spot], between(around, beyond, away / edge), done);
  }
  fill(marks, inner, inside, done);
  fill(marks, outer, around, done);
  return marks;
}

function between(near, far, share) {
  return near.map((one, index) => (1 - share) * one + share * far[index]);
}

function marksOnSquare(dots, hairs) {
  const spots = [...laid(1, 1)]; // by rank, as one copy of the tile is larger
  return { dots: spots.slice(0, dots), hairs: spots.slice(spots.length - hairs) };
}
