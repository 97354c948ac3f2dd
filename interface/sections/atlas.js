// Tiles or outlines of the provinces as one SVG, drawn by exports/html/svg.js.
const outlines = new Map();
let walked = { code: null, at: 0 };  // where the keyboard was: a rerun may draw everything anew
const SCALE = 55, WEST = 101.9;
const mercator = latitude => Math.log(Math.tan(Math.PI / 4 + latitude * Math.PI / 360)) * 180 / Math.PI;
const NORTH = mercator(23.6);

function pathOf(geometry) {
  const polygons = geometry.type === "MultiPolygon" ? geometry.coordinates : [geometry.coordinates];
  const point = ([x, y]) => ((x - WEST) * SCALE).toFixed(1) + " " + ((NORTH - mercator(y)) * SCALE).toFixed(1);
  return polygons.flat().map(ring => "M" + ring.slice(0, -1).map(point).join("L") + "Z").join("");
}

function read(url) {
  if (!outlines.has(url)) {
    const reading = fetch(url)
      .then(answer => { if (!answer.ok) throw new Error(answer.status); return answer.json(); })
      .then(map => Object.fromEntries(map.features.map(f => [f.properties.code, pathOf(f.geometry)])));
    reading.catch(() => outlines.delete(url));
    outlines.set(url, reading);
  }
  return outlines.get(url);
}

// `paper` is what an element is filled with on paper.
const printed = (element, paper) => { element.style.setProperty("--paper", paper); return element; };

function tile(place, paper, group) {
  group.append(printed(draw("rect", { x: place.x, y: place.y, width: place.w, height: place.h, rx: 8, fill: place.fill,
    class: place.island ? "island" : place.fill === "none" ? "empty" : "" }), paper.fill));
  const gap = 28, middle = place.y + place.h / 2;
  place.text.forEach((line, index) => group.append(printed(draw("text", {
    x: place.x + place.w / 2, y: middle + (index - (place.text.length - 1) / 2) * gap, fill: place.ink,
    "font-size": place.size[index], class: place.bold && index === place.text.length - 1 ? "bold" : "" }, line), paper.ink)));
}

function legend(box, entries, papers) {
  const list = document.createElement("div");
  list.className = "legend";
  for (const [index, [colour, words]] of entries.entries()) {
    const entry = document.createElement("span"), sign = document.createElement("i");
    if (colour === "none") sign.className = "empty"; else printed(sign, papers[index][0]).style.background = colour;
    entry.append(sign, document.createTextNode(words));
    list.append(entry);
  }
  box.append(list);
}

// The nearest place in the direction of an arrow: sideways distance counts double.
function nearest(from, groups, key) {
  const centre = group => { const b = group.getBBox(); return [b.x + b.width / 2, b.y + b.height / 2]; };
  const [x0, y0] = centre(from), across = key === "ArrowLeft" || key === "ArrowRight";
  const sign = key === "ArrowRight" || key === "ArrowDown" ? 1 : -1;
  let best = null, least = Infinity;
  for (const group of groups) {
    const [x, y] = centre(group), ahead = sign * (across ? x - x0 : y - y0), aside = Math.abs(across ? y - y0 : x - x0);
    if (group !== from && ahead > 1 && ahead + 2 * aside < least) { least = ahead + 2 * aside; best = group; }
  }
  return best;
}

export default function ({ data, parentElement, setTriggerValue }) {
  const box = parentElement.querySelector(".atlas");
  let gone = false;
  (async () => {
    const paths = data.url ? await read(data.url) : null;
    if (gone) return;
    const svg = draw("svg", { viewBox: data.viewBox, role: "group", "aria-label": data.label });
    const groups = [];
    for (const [index, place] of data.places.entries()) {
      const paper = data.paper.places[index];
      const group = draw("g", { class: "place" + (place.on ? " on" : "") + (place.off ? " off" : ""), role: "button",
        tabindex: groups.length ? -1 : 0, "aria-label": place.tip, "aria-pressed": place.on, "data-code": place.code });
      group.append(draw("title", {}, place.tip));
      if (paths) group.append(printed(draw("path", { d: paths[place.place] || "", fill: place.fill, class: place.fill === "none" ? "empty" : "" }), paper.fill));
      else tile(place, paper, group);
      group.onfocus = () => { walked = { code: place.code, at: Date.now() }; };
      group.onclick = () => {
        if (place.off) return;
        walked = { code: place.code, at: Date.now() };
        setTriggerValue("chosen", { code: place.code, at: Date.now() });
      };
      group.onkeydown = event => {
        if (event.key === "Enter" || event.key === " ") { event.preventDefault(); group.onclick(); }
        const next = event.key.startsWith("Arrow") ? nearest(group, groups, event.key) : null;
        if (next) { event.preventDefault(); group.setAttribute("tabindex", -1); next.setAttribute("tabindex", 0); next.focus(); }
      };
      groups.push(group);
    }
    // What is chosen is drawn last: its frame lies over its neighbours.
    for (const group of groups) if (!group.classList.contains("on")) svg.append(group);
    for (const group of groups) if (group.classList.contains("on")) svg.append(group);
    for (const [x, y, ...lines] of data.notes)
      lines.forEach((line, index) => svg.append(printed(draw("text", { x, y: y + index * 26, fill: data.ink, "font-size": 22 }, line), data.paper.ink)));
    box.style.setProperty("--line", data.line);
    box.style.setProperty("--ink", data.ink);
    box.style.setProperty("--paper-line", data.paper.line);
    box.style.setProperty("--paper-ink", data.paper.ink);
    box.replaceChildren();
    legend(box, data.legend, data.paper.legend);
    box.append(svg);
    const again = Date.now() - walked.at < 3000 && groups.find(group => group.dataset.code === walked.code);
    if (again) { groups[0].setAttribute("tabindex", -1); again.setAttribute("tabindex", 0); again.focus({ preventScroll: true }); }
  })().catch(problem => { if (!gone) box.textContent = data.broken; console.warn(problem); });
  return () => { gone = true; };
}
