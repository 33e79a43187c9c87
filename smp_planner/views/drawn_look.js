// The look of a plan on canvases, for the page. Goes to a browser once, behind drawn_spots.js; a plan comes
// as numbers and words alone.

// --- drawing --------------------------------------------------------------------------------

// A dot finer than three of the screen's points is a square of the same area: many arcs in one path lose ink there.
function paintDots(brush, dots, width, colour) {
  brush.fillStyle = colour;
  const fine = width * brush.getTransform().a < 3;
  const side = (width * Math.sqrt(Math.PI)) / 2;
  for (let start = 0; start < dots.length; start += 200) { // short paths: long ones are slow to fill
    brush.beginPath();
    for (const { x, y } of dots.slice(start, start + 200)) {
      if (fine) brush.fillRect(x - side / 2, y - side / 2, side, side);
      else {
        brush.moveTo(x + width / 2, y);
        brush.arc(x, y, width / 2, 0, 2 * Math.PI);
      }
    }
    brush.fill();
  }
}

function paintHairs(brush, hairs, width, colour, { length, seen = "above" }) {
  const [crownX, crownY] = HEAD.seen[seen].crown;
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

function paintHead(brush, { under, outline, over }, { skin, rim }) {
  brush.save();
  brush.scale(1 / HEAD.perCm, 1 / HEAD.perCm);
  Object.assign(brush, { fillStyle: skin, strokeStyle: rim, lineWidth: 1.5, lineCap: "round" });
  for (const shape of [new Path2D(under), new Path2D(outline)]) {
    brush.fill(shape);
    brush.stroke(shape);
  }
  brush.stroke(new Path2D(over));
  brush.restore();
}

// Long hair: the dots on the scalp, then all hair beside it, and the strands.
function paintLongHair(brush, canvas, { dots, hairs }, colours, { pigment, seen }) {
  const combed = HEAD.combed[seen];
  const [left, top] = HEAD.seen[seen].corner;
  paintDots(brush, dots, HEAD.dot, colours[pigment]);
  const sheet = strandsOf(canvas, brush.getTransform(), hairs, colours, seen);
  brush.save();
  brush.scale(1 / HEAD.perCm, 1 / HEAD.perCm);
  brush.translate(-left, -top);
  Object.assign(brush, { fillStyle: colours.hair, strokeStyle: colours.rim, lineWidth: 1 });
  brush.fill(new Path2D(combed.outline + combed.scalp), "evenodd");
  const outline = new Path2D(combed.outline);
  brush.save();
  brush.clip(outline);
  brush.setTransform(1, 0, 0, 1, 0, 0);
  brush.drawImage(sheet, 0, 0);
  brush.restore();
  brush.stroke(outline);
  brush.restore();
}

// The strands, on a sheet of their own that stays: from visit to visit hair is the same.
function strandsOf(canvas, inCm, hairs, colours, seen) {
  const known = (canvas.strands ??= {})[seen];
  if (known?.width === canvas.width && known.height === canvas.height) return known;
  const sheet = Object.assign(document.createElement("canvas"), { width: canvas.width, height: canvas.height });
  const brush = sheet.getContext("2d");
  brush.setTransform(inCm);
  const combed = HEAD.combed[seen];
  const lie = (spots, width, colour, times) => {
    Object.assign(brush, { strokeStyle: colour, lineWidth: width });
    for (let start = 0; start < spots.length; start += 100) {
      brush.beginPath();
      for (const spot of spots.slice(start, start + 100)) {
        const [bendX, bendY, endX, endY] = strandOf(spot, combed).map((part) => part * times);
        const [x, y] = [spot.x, spot.y - combed.rises];
        brush.moveTo(x, y);
        brush.quadraticCurveTo(x + bendX, y + bendY, x + endX, y + endY);
      }
      brush.stroke();
    }
  };
  const { hairs: bound, shines, turns, shine } = HEAD.strand;
  const inRows = hairs.toSorted((one, other) => Math.trunc(one.y) - Math.trunc(other.y) || one.x - other.x);
  lie(inRows.filter(({ y }) => y < combed.low), HEAD.hair * bound, colours.hair, 1); // neighbours: quick to stroke
  lie(inRows.filter(({ rank }) => (rank * turns) % 1 < shines), shine, colours.shine, combed.shines);
  canvas.strands[seen] = sheet;
  return sheet;
}

// A canvas as sharp as the screen, measured in cm.
function brushOn(canvas, widthCm, heightCm) {
  canvas.widthCm = widthCm;
  const sharp = window.devicePixelRatio || 1;
  const width = Math.max(canvas.clientWidth, 1); // none while the page is laid out anew; nothing can be drawn from that
  canvas.width = Math.max(Math.round(width * sharp), 1);
  canvas.height = Math.max(Math.round(((width * heightCm) / widthCm) * sharp), 1);
  const brush = canvas.getContext("2d");
  brush.scale(canvas.width / widthCm, canvas.height / heightCm);
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

function drawHead(canvas, { colours, hair_long: length }, head, { done, pigment, seen }) {
  const view = HEAD.seen[seen];
  const [width, height, left, top] = [view.width, view.height, ...view.corner].map((units) => units / HEAD.perCm);
  const brush = brushOn(canvas, width, height);
  paintHead(brush, view, colours);
  brush.translate(left, top);
  canvas.marks = marksOnHead(head.long ? inStrands(head) : head, done, seen);
  if (head.long) paintLongHair(brush, canvas, canvas.marks, colours, { pigment, seen });
  else {
    paintDots(brush, canvas.marks.dots, HEAD.dot, colours[pigment]);
    paintHairs(brush, canvas.marks.hairs, HEAD.hair, colours.hair, { length, seen });
  }
  paintBar(brush, 0.4 - left, height - top - 0.4, 1);
}

function drawPatch(canvas, { colours, hair_long: length }, patch, { done, pigment }) {
  const [across, along] = [patch.length + 2 * patch.edge, patch.width + 2 * patch.edge];
  const brush = brushOn(canvas, across, along);
  brush.fillStyle = colours.skin;
  brush.fillRect(0, 0, across, along);
  canvas.marks = marksOnPatch(patch, done);
  paintDots(brush, canvas.marks.dots, HEAD.dot, colours[pigment]);
  paintHairs(brush, canvas.marks.hairs, HEAD.hair, colours.hair, { length });
  paintBar(brush, 0.2, along - 0.2, 1);
}

function drawSquare(canvas, { colours, dot_cm: dot, hair_cm: hair }, { dots, hairs }, { number, pigment }) {
  const brush = brushOn(canvas, 1, 1);
  brush.fillStyle = colours.skin;
  brush.fillRect(0, 0, 1, 1);
  canvas.marks = marksOnSquare(at(dots, number), hairs);
  paintDots(brush, canvas.marks.dots, dot, colours[dots.length > 1 ? pigment : "later"]);
  paintHairs(brush, canvas.marks.hairs, hair, colours.hair, { length: HEAD.clipped });
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
    show(number, seen) {
      const told = toldOf(what, data.visits[number], number, seen);
      canvas.setAttribute("aria-label", told.says);
      draw(canvas, data, what, { number, seen, ...data.visits[number] });
      const fine = kind !== "square" && (HEAD.dot * canvas.clientWidth) / canvas.widthCm < 1;
      words.textContent = fine ? `${told.words} ${data.fine}` : told.words;
    },
  };
}

// A head says from where it is seen and then the moment, and below that how it is drawn; all else says what it says.
function toldOf({ seen: sides, says, words }, moment, number, seen) {
  if (!sides) return { says: at(says, number), words: at(words, number) };
  return { says: `${sides[seen].says} ${moment.words}.`, words: `${sides[seen].words} ${at(words, number)}` };
}

function pictures(data) {
  const large = data.head ? [picture("head", drawHead, data, data.head)] : [];
  if (data.no_place) large.push({ shown: element("p", { className: "no-place", textContent: data.no_place }), show() {} });
  large.push(...data.patches.map((patch) => picture("patch", drawPatch, data, patch)));
  const small = data.squares.map((square) => picture("square", drawSquare, data, square));
  return { large, small };
}

// From where the head is seen: where most of the plan is, until somebody chooses.
function choice() {
  const ask = element("span", { ariaHidden: "true" });
  const buttons = Object.keys(HEAD.seen).map((seen) => element("button", { type: "button", value: seen }));
  const shown = element("div", { className: "from", role: "group" }, ask, ...buttons);
  const chosen = {
    shown,
    of: (head) => (head ? (chosen.own ?? head.seen_first) : null),
    show(head, changed) {
      shown.hidden = !head;
      if (!head) return;
      shown.ariaLabel = ask.textContent = head.ask;
      for (const button of buttons) {
        button.textContent = head.seen[button.value].name;
        button.ariaPressed = String(button.value === chosen.of(head));
        button.onclick = () => {
          chosen.own = button.value;
          changed();
        };
      }
    },
  };
  return chosen;
}

function control(data) {
  const input = element("input", { type: "range", min: 0, max: data.visits.length - 1, step: 1 });
  input.value = data.visits.length - 1;
  const said = element("span", { className: "said", ariaHidden: "true" }); // the slider itself says it
  return { input, said, shown: element("label", {}, element("span", { textContent: data.ask }), said, input) };
}

// Draw into a place on the page; where something of ours is there already, slider and choice stay as they are.
window.smpLook = function (place, data) {
  const root = (place.look ??= {
    slider: control(data), choice: choice(), room: element("div", { className: "room" }),
  });
  const { input, said, shown } = root.slider;
  const wasLast = input.value === input.max;
  input.max = data.visits.length - 1;
  if (wasLast) input.value = input.max;
  const { large, small } = pictures(data);
  root.room.replaceChildren(
    element("div", { className: "large" }, ...large.map((one) => one.shown)),
    element("div", { className: "small" }, element("p", { textContent: data.scale }), ...small.map((one) => one.shown)),
  );
  if (!shown.isConnected) place.querySelector(".look").append(shown, root.choice.shown, root.room);
  cancelAnimationFrame(root.waits); // of a plan that is no longer shown
  let drawnAt = 0;
  const draw = () => {
    const number = Number(input.value);
    drawnAt = root.room.clientWidth;
    said.textContent = data.visits[number].words;
    input.setAttribute("aria-valuetext", data.visits[number].words);
    root.choice.show(data.head, soon);
    for (const one of [...large, ...small]) one.show(number, root.choice.of(data.head));
  };
  const soon = () => {
    cancelAnimationFrame(root.waits);
    root.waits = requestAnimationFrame(draw);
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
