// The look of a plan on canvases, for the page. Goes to a browser once, behind two constants:
// TILE, the even tile, and HEAD, the geometry. Where dots and hairs stand follows pictures/dots.py step by
// step; a browser test holds the two together. A plan comes as numbers alone: shares and counts by cm2.

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

// --- where things stand ---------------------------------------------------------------------

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
  if (along > HEAD.back) return "donor";
  if (along - hairlineAt(across) < HEAD.edge) return "hairline_temples";
  if (along < HEAD.frontEnd) return "front";
  return fromCrown(across, along) < 1 ? "crown" : "midscalp";
}

function turnOf(zone, across, along, byParting) {
  const aside = Math.abs(across) / HEAD.topReach;
  if (byParting) return aside + Math.max(0, along);
  if (zone === "hairline_temples") return -aside;
  if (zone === "front") return along - 0.35 * aside;
  if (zone === "midscalp") return aside - Math.abs(along - HEAD.mid) * 3;
  if (zone === "crown") return fromCrown(across, along);
  if (zone === "sides") return Math.hypot(across, along);
  return along;
}

function spotsOnHead(byParting) {
  if (zonesByTurn.has(byParting)) return zonesByTurn.get(byParting);
  const halfX = HEAD.reachX / HEAD.perCm;
  const halfY = HEAD.reachY / HEAD.perCm;
  const zones = new Map();
  for (const spot of laid(2 * halfX, 2 * halfY)) {
    if ((spot.x / halfX - 1) ** 2 + (spot.y / halfY - 1) ** 2 > HEAD.rim) continue;
    const [asideX, asideY] = places[(spot.number * HEAD.stride) % places.length];
    const across = (spot.x + (asideX / HEAD.grain - 0.5) * 2 * HEAD.blur) / halfX - 1;
    const along = (spot.y + (asideY / HEAD.grain - 0.5) * 2 * HEAD.blur) / halfY - 1;
    if (along < hairlineAt(across)) continue;
    const zone = zoneAt(across, along);
    if (!zones.has(zone)) zones.set(zone, []);
    zones.get(zone).push({ ...spot, turn: turnOf(zone, across, along, byParting) });
  }
  for (const spots of zones.values()) spots.sort((one, other) => one.turn - other.turn);
  zonesByTurn.set(byParting, zones);
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

function marksOnHead(head, done) {
  const marks = { dots: [], hairs: [] };
  for (const [name, spots] of spotsOnHead(head.by_parting)) {
    const { share, fill: inside } = head.zones[name] ?? { share: 0, fill: [0, 0] };
    const treated = share > HEAD.nearlyAll ? spots.length : Math.ceil(spots.length * share);
    fill(marks, spots.slice(0, treated), inside, done);
    fill(marks, spots.slice(treated), [0, head.full_hair], done);
  }
  return marks;
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

// --- drawing --------------------------------------------------------------------------------

function paintDots(brush, dots, width, colour) {
  brush.fillStyle = colour;
  for (let start = 0; start < dots.length; start += 200) { // short paths: long ones are slow to fill
    brush.beginPath();
    for (const { x, y } of dots.slice(start, start + 200)) {
      brush.moveTo(x + width / 2, y);
      brush.arc(x, y, width / 2, 0, 2 * Math.PI);
    }
    brush.fill();
  }
}

function paintHairs(brush, hairs, width, colour, length = HEAD.long) {
  const crownX = ((1 + HEAD.crownX) * HEAD.reachX) / HEAD.perCm;
  const crownY = ((1 + HEAD.crownY) * HEAD.reachY) / HEAD.perCm;
  Object.assign(brush, { strokeStyle: colour, lineWidth: width, lineCap: "round" });
  for (let start = 0; start < hairs.length; start += 200) {
    brush.beginPath();
    for (const { x, y } of hairs.slice(start, start + 200)) {
      const long = length / (Math.hypot(x - crownX, y - crownY) || 1);
      brush.moveTo(x, y);
      brush.lineTo(x + (x - crownX) * long, y + (y - crownY) * long);
    }
    brush.stroke();
  }
}

function paintHead(brush, { skin, rim }) {
  const centre = { x: HEAD.reachX, y: HEAD.reachY };
  brush.save();
  brush.scale(1 / HEAD.perCm, 1 / HEAD.perCm);
  Object.assign(brush, { fillStyle: skin, strokeStyle: rim, lineWidth: 1.5 });
  const shapes = [new Path2D(`M${centre.x - 9} ${centre.y - 99}q9 -26 18 0z`)];
  for (const [x, y, reachX, reachY] of [
    [-(HEAD.reachX + 3), 2, 8, 17], [HEAD.reachX + 3, 2, 8, 17], [0, 0, HEAD.reachX, HEAD.reachY],
  ]) {
    const shape = new Path2D();
    shape.ellipse(centre.x + x, centre.y + y, reachX, reachY, 0, 0, 2 * Math.PI);
    shapes.push(shape);
  }
  for (const shape of shapes) {
    brush.fill(shape);
    brush.stroke(shape);
  }
  brush.restore();
}

// A canvas as sharp as the screen, measured in cm from the corner of what is drawn.
function brushOn(canvas, widthCm, heightCm, cornerX = 0, cornerY = 0) {
  const sharp = window.devicePixelRatio || 1;
  const width = canvas.clientWidth;
  canvas.width = Math.round(width * sharp);
  canvas.height = Math.round(((width * heightCm) / widthCm) * sharp);
  const brush = canvas.getContext("2d");
  brush.scale(canvas.width / widthCm, canvas.height / heightCm);
  brush.translate(cornerX, cornerY);
  return brush;
}

// A bar of a known length, light under dark, so that it shows on any skin and any page.
function paintBar(brush, x, y, long) {
  for (const [width, colour] of [[long / 5, "#fff"], [long / 12, "#000"]]) {
    Object.assign(brush, { lineWidth: width, strokeStyle: colour, lineCap: "butt" });
    brush.beginPath();
    brush.moveTo(x - width / 2, y);
    brush.lineTo(x + long + width / 2, y);
    brush.stroke();
  }
}

function drawHead(canvas, { colours }, head, { done, pigment }) {
  const cm = (units) => units / HEAD.perCm;
  const corner = [cm(HEAD.middleX - HEAD.reachX), cm(HEAD.middleY - HEAD.reachY)];
  const brush = brushOn(canvas, cm(HEAD.width), cm(HEAD.height), ...corner);
  paintHead(brush, colours);
  canvas.marks = marksOnHead(head, done);
  paintDots(brush, canvas.marks.dots, HEAD.dot, colours[pigment]);
  paintHairs(brush, canvas.marks.hairs, HEAD.hair, colours.hair);
  paintBar(brush, 0.4 - corner[0], cm(HEAD.height) - corner[1] - 0.4, 1);
}

function drawPatch(canvas, { colours }, patch, { done, pigment }) {
  const [across, along] = [patch.length + 2 * patch.edge, patch.width + 2 * patch.edge];
  const brush = brushOn(canvas, across, along);
  brush.fillStyle = colours.skin;
  brush.fillRect(0, 0, across, along);
  canvas.marks = marksOnPatch(patch, done);
  paintDots(brush, canvas.marks.dots, HEAD.dot, colours[pigment]);
  paintHairs(brush, canvas.marks.hairs, HEAD.hair, colours.hair);
  paintBar(brush, 0.2, along - 0.2, 1);
}

function drawSquare(canvas, { colours, dot_cm: dot, hair_cm: hair }, { dots, hairs }, { number, pigment }) {
  const brush = brushOn(canvas, 1, 1);
  brush.fillStyle = colours.skin;
  brush.fillRect(0, 0, 1, 1);
  canvas.marks = marksOnSquare(at(dots, number), hairs);
  paintDots(brush, canvas.marks.dots, dot, colours[dots.length > 1 ? pigment : "later"]);
  paintHairs(brush, canvas.marks.hairs, hair, colours.hair, HEAD.clipped);
  paintBar(brush, 0.05, 0.95, 0.1);
}

// --- the page -------------------------------------------------------------------------------

function element(name, attributes, ...inside) {
  const made = Object.assign(document.createElement(name), attributes);
  made.append(...inside);
  return made;
}

// What holds at a visit, of a list for each visit or of one for all.
function at(list, number) {
  return list[Math.min(number, list.length - 1)];
}

function picture(kind, draw, data, what) {
  const canvas = element("canvas", { role: "img", className: kind });
  const words = element("figcaption", {});
  if (what.across) canvas.style.maxWidth = `${what.across}rem`;
  return {
    shown: element("figure", {}, canvas, words),
    show(number) {
      canvas.setAttribute("aria-label", at(what.says, number));
      words.textContent = at(what.words, number);
      draw(canvas, data, what, { number, ...data.visits[number] });
    },
  };
}

function pictures(data) {
  const large = data.head ? [picture("head", drawHead, data, data.head)] : [];
  large.push(...data.patches.map((patch) => picture("patch", drawPatch, data, patch)));
  const small = data.squares.map((square) => picture("square", drawSquare, data, square));
  return { large, small };
}

function control(data) {
  const input = element("input", { type: "range", min: 0, max: data.visits.length - 1, step: 1 });
  input.value = data.visits.length - 1;
  const said = element("span", { className: "said", ariaHidden: "true" }); // the slider itself says it
  return { input, said, shown: element("label", {}, element("span", { textContent: data.ask }), said, input) };
}

// Draw into a place on the page; where something of ours is there already, the slider stays as it is.
window.smpLook = function (place, data) {
  const root = (place.look ??= { slider: control(data), room: element("div", { className: "room" }) });
  const { input, said, shown } = root.slider;
  const wasLast = input.value === input.max;
  input.max = data.visits.length - 1;
  if (wasLast) input.value = input.max;
  const { large, small } = pictures(data);
  root.room.replaceChildren(
    element("div", { className: "large" }, ...large.map((one) => one.shown)),
    element("div", { className: "small" }, element("p", { textContent: data.scale }), ...small.map((one) => one.shown)),
  );
  if (!shown.isConnected) place.querySelector(".look").append(shown, root.room);
  let waits = 0;
  let drawnAt = 0;
  const draw = () => {
    const number = Number(input.value);
    drawnAt = root.room.clientWidth;
    said.textContent = data.visits[number].words;
    input.setAttribute("aria-valuetext", data.visits[number].words);
    for (const one of [...large, ...small]) one.show(number);
  };
  const soon = () => {
    cancelAnimationFrame(waits);
    waits = requestAnimationFrame(draw);
  };
  input.oninput = soon;
  draw();
  root.resized?.disconnect();
  root.resized = new ResizeObserver(() => root.room.clientWidth === drawnAt || soon());
  root.resized.observe(root.room);
  return () => root.resized.disconnect();
};
window.dispatchEvent(new Event("smp-look"));
export default function () {}
