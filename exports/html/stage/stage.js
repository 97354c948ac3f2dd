// Slides for a projector: everything is here at once, so a cut network changes nothing that is on screen.
// Texts are set as text, never as markup: they come from data.
const MEMORY = "stage", STEP = 700, LOOK_EVERY = 4000;
const BAR = 52, LONGEST_BAR = 520, MARGIN = 80;  // px: the bar of buttons across and along; the margin of a sheet
const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

function make(name, className, ...inside) {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...inside.filter(part => part != null && part !== ""));
  return element;
}

// One without words stands there for its height alone, beside one that has some.
function heading(words) {
  const element = make("h3", "", words);
  if (!words.trim()) element.setAttribute("aria-hidden", "true");
  return element;
}

// Signs that not every font has.
function sign(path) {
  const svg = draw("svg", { viewBox: "0 0 16 16", width: "1em", height: "1em", fill: "none", stroke: "currentColor", "stroke-width": 2 });
  svg.append(draw("path", { d: path }));
  return svg;
}

function row(bar) {
  const fill = make("div", "fill " + bar.tone), track = make("div", "track", fill);
  fill.style.width = bar.part * 100 + "%";
  if (bar.mark != null) {
    const mark = make("div", "mark");
    mark.style.left = `calc(${bar.mark * 100}% - 2px)`;
    track.append(mark);
  }
  const text = make("div", "text", bar.text, bar.note ? make("small", "", bar.note) : null);
  return { text, track, fill, name: make("div", "name" + (bar.long ? " two" : ""), bar.name) };
}

// A long line in two, parted at the space nearest to its middle: the map of a 4:3 sheet has no room beside itself.
function halved(line) {
  const far = place => Math.abs(place - line.length / 2), spaces = [...line.matchAll(/ /g)].map(found => found.index);
  if (line.length <= 12 || !spaces.length) return [line];
  const place = spaces.reduce((best, next) => (far(next) < far(best) ? next : best));
  return [line.slice(0, place), line.slice(place + 1)];
}

const bodies = {
  nothing: body => make("div", "nothing", body.text),
  cards: body => make("div", "cards three", ...body.cards.map(card)),
  headline(body) {
    const left = make("div", "", make("div", "big" + (body.number.length > 11 ? " long" : ""), body.number),
      make("div", "label", body.label),
      make("div", "lines", ...body.lines.map(([text, tone]) => make("div", tone, text))),
      make("div", "cards", ...body.cards.map(card)));
    if (!body.waffle) return make("div", "headline", left);
    const cells = Array.from({ length: 100 }, (_, number) => {
      const cell = make("i");
      cell.style.setProperty("--full", Math.min(100, Math.max(0, (body.waffle.reached - number) * 100)) + "%");
      return cell;
    });
    return make("div", "headline", left, make("div", "", make("div", "waffle", ...cells),
      make("div", "waffle-note", make("span", "percent", body.percent + " "), body.waffle.note)));
  },
  place(body, stage) {
    const own = make("div", "", make("div", "cards" + (body.groups ? " one" : " three"), ...body.cards.map(card)),
      make("div", "lines", ...body.lines.map(line => make("div", "", line))));
    return body.groups ? make("div", "place beside", own, bodies.groups(body, stage)) : make("div", "place", own);
  },
  groups(body, stage) {
    const single = body.groups.length === 1 && !body.is_beside, [{ head }] = body.groups;
    // What the head and the lines of the note leave, among the rows of the longest list.
    const lines = body.note ? Math.max(stage.narrow ? 2 : 1, Math.ceil(body.note.length / (stage.narrow ? 90 : 125))) : 0;
    const room = (720 - (head ? 58 : 0) - (lines && 10 + 37 * lines)) / Math.max(...body.groups.map(({ rows }) => rows.length));
    const dense = room < 104;
    const lists = body.groups.map(({ head, rows }) => make("div", "group", head ? heading(head) : null,
      make("div", "rows " + (single ? "one" + (rows.some(bar => bar.note) ? " noted" : "") + (body.titled ? " titled" : "") : "many" + (dense ? " dense" : "")),
        ...rows.map(bar => { const { name, track, text } = row(bar); return make("div", "row", ...(single ? [name, track, text] : [name, text, track])); }))));
    const all = make("div", "groups" + (body.note ? " with-note" : ""), ...lists);
    all.style.setProperty("--row", Math.min(body.titled ? 96 : single ? 68 : dense ? 98 : 110, room) + "px");
    return body.note ? [all, make("div", "note", body.note)] : all;
  },
  map(body, stage) {
    const svg = draw("svg", { viewBox: body.viewBox, role: "img" });
    for (const place of body.places) {
      const path = draw("path", { d: place.d });
      if (typeof place.band === "number") path.style.fill = `var(--${body.scale}-${place.band})`;
      else path.classList.add(place.band);
      path.append(draw("title", {}, place.tip));
      svg.append(path);
    }
    for (const [x, y, ...lines] of body.notes)
      (stage.narrow ? lines.flatMap(halved) : lines).forEach((line, index) =>
        svg.append(draw("text", { x, y: y + index * (stage.narrow ? 54 : 44) }, line)));
    const legend = make("div", "legend", ...body.legend.map(([band, words]) => {
      const sign = make("i");
      if (typeof band === "number") sign.style.background = `var(--${body.scale}-${band})`;
      else sign.className = band;
      return make("span", "", sign, words);
    }), make("p", "", body.licence));
    const ends = make("div", "ends", ...body.groups.map(({ head, rows }) => make("div", "group", heading(head),
      ...rows.map(bar => { const { name, text } = row(bar); return make("div", "row", name, text); }))));
    return make("div", "map", svg, legend, ends);
  },
  trend(body, stage) {
    // The last count stands right of everything drawn: beside the line it would meet the even pace or the line itself.
    const room = stage.narrow ? 1280 : 1760, left = 170, width = room - left - 30 - 28 * body.end.length, height = 590, at = ([x, y]) => [left + x * width, 20 + height - y * height];
    const svg = draw("svg", { viewBox: `0 0 ${room} 670` });
    for (const [part, label] of body.y) {
      const [, y] = at([0, part]);
      svg.append(draw("line", { x1: left, x2: left + width, y1: y, y2: y, stroke: "var(--line)", "stroke-width": 2 }),
        draw("text", { x: left - 18, y: y + 10, "text-anchor": "end" }, label));
    }
    for (const [part, label] of body.x) svg.append(draw("text", { x: at([part, 0])[0], y: height + 62, "text-anchor": "middle" }, label));
    const line = points => "M" + points.map(point => at(point).join(" ")).join("L");
    if (body.pace) svg.append(draw("path", { d: line(body.pace), fill: "none", stroke: "var(--quiet)", "stroke-width": 4, "stroke-dasharray": "14 12" }));
    if (body.dots) for (const point of body.points) { const [cx, cy] = at(point); svg.append(draw("circle", { cx, cy, r: 11, fill: "var(--data)" })); }
    else svg.append(draw("path", { d: line(body.points), fill: "none", stroke: "var(--data)", "stroke-width": 8, "stroke-linejoin": "round" }));
    const [x, y] = at(body.points[body.points.length - 1]);
    svg.append(draw("text", { x: x + 22, y: y + 16, class: "end" }, body.end));
    return [make("div", "trend", svg), make("div", "note", body.note)];
  },
  race: (body, stage) => new Race(body, stage).box,
};

function card([label, value]) {
  return make("div", "card", make("span", "", label), make("b", value.length > 14 ? "long" : "", value));
}

class Race {
  constructor(body, stage) {
    this.frames = body.frames;
    this.stage = stage;
    this.rows = new Map();
    this.when = make("div", "when");
    this.button = make("button");
    this.button.onclick = () => (this.timer ? this.stop() : this.run());
    this.box = make("div", "race", this.when, this.button);
    this.box.style.setProperty("--step", STEP * 0.9 + "ms");
    stage.race = this;
    if (stage.playing && !calm() && stage.raced !== stage.at) this.run();
    else this.stop();
  }
  run() {
    let number = 0;
    clearInterval(this.timer);
    this.timer = setInterval(() => { if (++number >= this.frames.length - 1) this.stop(); else this.show(number); }, STEP);
    this.button.textContent = "■ " + this.stage.words.stop;
    this.show(number);
  }
  stop() {
    clearInterval(this.timer);
    this.timer = null;
    this.stage.raced = this.stage.at;
    this.button.textContent = "↻ " + this.stage.words.again;
    this.show(this.frames.length - 1);
  }
  show(number) {
    const { label, title, long, rows } = this.frames[number], seen = new Set();
    this.when.textContent = label;
    this.stage.titled?.(title, long);
    rows.forEach((bar, rank) => {
      seen.add(bar.key);
      let known = this.rows.get(bar.key);
      if (!known) {
        const parts = row(bar);
        known = { ...parts, box: make("div", "row", parts.name, parts.track, parts.text) };
        known.box.style.transform = `translateY(${10 * 68}px)`;
        known.box.style.opacity = 0;
        this.rows.set(bar.key, known);
        this.box.prepend(known.box);
        known.box.getBoundingClientRect();  // so that it slides in from below
      }
      known.fill.style.width = bar.part * 100 + "%";
      known.fill.className = "fill " + bar.tone;
      known.text.textContent = bar.text;
      known.box.style.transform = `translateY(${rank * 68}px)`;
      known.box.style.opacity = 1;
    });
    for (const [key, known] of this.rows) if (!seen.has(key)) { known.box.style.opacity = 0; known.box.style.transform = `translateY(${10 * 68}px)`; }
  }
}

class Stage {
  constructor(host) {
    const remembered = JSON.parse(sessionStorage.getItem(MEMORY) || "{}");
    Object.assign(this, { at: 0, playing: false, paused: false, dark: null, seen: "", race: null, raced: -1 }, remembered);
    this.sheet = make("div", "sheet");
    this.black = make("div", "black");
    this.offline = make("div", "offline");
    this.controls = make("div", "controls");
    this.start = make("button", "start");
    this.typed = make("div", "typed");
    this.grid = make("div", "grid");
    this.black.hidden = this.offline.hidden = this.typed.hidden = this.grid.hidden = true;
    this.root = make("div", "stage", this.sheet, this.controls, this.typed, this.grid, this.black);
    this.root.tabIndex = -1;
    host.append(this.root, this.start);  // below the slide: over it, it would cover words
    this.start.onclick = () => this.play(true);
    this.black.onclick = () => this.blank();
    this.ends = new AbortController();
    const options = { signal: this.ends.signal, capture: true };
    addEventListener("keydown", event => this.key(event), options);
    for (const hand of ["pointermove", "pointerdown"]) addEventListener(hand, () => this.wake(), options);  // a finger only taps
    addEventListener("resize", () => this.fit(), options);
    this.paper = matchMedia("print"); // white, whatever the hall is
    this.paper.addEventListener("change", () => this.dress(), options);
    this.swipes();
    document.addEventListener("fullscreenchange", () => this.fullscreen(), options);
    this.fitting = new ResizeObserver(() => this.fit());
    this.fitting.observe(this.root);
    this.looking = setInterval(() => this.look(), LOOK_EVERY);
  }

  update(data) {
    clearTimeout(this.ending);
    const news = JSON.stringify(data);
    if (news === this.seen) return;
    const first = !this.seen;
    Object.assign(this, { seen: news, data, words: data.words });
    if (this.dark === null) this.dark = data.dark;
    this.start.textContent = "▶ " + this.words.play;
    this.buttons();
    this.dress();
    this.show(Math.min(this.at, data.slides.length - 1));
    if (first && (this.playing || (data.autoplay && !this.left))) this.play(false);
  }

  buttons() {
    const add = (face, word, run) => {
      const button = make("button", "", face);
      button.title = word;
      button.setAttribute("aria-label", word);
      button.onclick = event => { event.currentTarget.blur(); run(); };
      return button;
    };
    const paused = this.paused ? ["▶", this.words.resume] : ["❚❚", this.words.pause];
    this.controls.replaceChildren(
      add("←", this.words.previous, () => this.go(-1)), add("→", this.words.next, () => this.go(1)),
      ...(this.data.seconds ? [add(...paused, () => this.pause())] : []),
      add("▦", this.words.overview, () => this.survey()), add(sign("M2 3h12v8H2zM5 14h6"), this.words.presenter, () => this.present()),
      add("■", this.words.blank, () => this.blank()), add("◐", this.words.theme, () => this.theme()),
      add(sign("M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4"), this.words.full, () => this.full()), add("✕", this.words.leave, () => this.leave()));
  }

  dress() {
    const colours = this.data.palettes[this.dark && !this.paper.matches ? "dark" : "light"];
    for (const name in colours) this.root.style.setProperty("--" + name, colours[name]);
  }

  show(number) {
    clearInterval(this.race?.timer);
    this.race = null;
    if (this.at !== number) this.raced = -1;
    this.at = number;
    this.sheet.replaceChildren(...this.parts(number, this), this.offline);
    this.fit();
    this.clearFoot();
    this.alignRows();
    this.remember();
    this.wait();
    this.presenter?.update();
  }

  // What stands on the sheet of a slide; `stage` is this one, or one that does not move.
  parts(number, stage) {
    const slide = this.data.slides[number], content = make("div", "content");
    const title = make("h2", slide.long ? "long" : "", slide.title);
    stage.titled = (words, long) => {
      if (!words) return;
      title.textContent = words;
      title.classList.toggle("long", Boolean(long));
    };
    content.append(...[bodies[slide.body.type](slide.body, stage)].flat());
    for (const picture of content.querySelectorAll("svg[role=img]")) picture.setAttribute("aria-label", slide.title);
    const page = `${number + 1}/${this.data.slides.length}`;
    return [make("div", "strip"), slide.banner ? make("div", "banner", slide.banner) : null,
      make("div", "heading", title, make("p", "", slide.scope)), content,
      make("div", "foot", make("div", "", slide.asOf), make("div", "", slide.source), make("span", "page", page))].filter(Boolean);
  }

  // A small copy of a slide, as wide as `width` allows.
  copy(number, width) {
    const still = { words: this.words, playing: false, at: number, raced: number, narrow: this.narrow };
    const box = make("div", "copy", make("div", "sheet", ...this.parts(number, still)));
    box.style.setProperty("--sheet", width / (this.narrow ? 1440 : 1920));
    return box;
  }

  remember() {
    const { at, playing, paused, dark, left } = this;
    sessionStorage.setItem(MEMORY, JSON.stringify({ at, playing, paused, dark, left }));
  }

  fit() {
    const { width, height } = this.root.getBoundingClientRect();
    if (!width) return;
    // A projector of 4:3 gets a sheet of its own: letters stay as high as on a wide one.
    const narrow = width / height < 1.5, broad = narrow ? 1440 : 1920;
    // Buttons cover no word: they stand below the sheet, else in its margin, and a window that has neither gives room.
    const sheet = Math.min(width / broad, height / 1080), below = (height - 1080 * sheet) / 2 < BAR;
    const aside = below && (width - (broad - 2 * MARGIN) * sheet) / 2 >= BAR && height > LONGEST_BAR;
    const given = this.playing && below && !aside ? BAR : 0;
    this.root.style.setProperty("--sheet", Math.min(width / broad, (height - given) / 1080));
    this.root.style.setProperty("--given", given + "px");
    this.root.classList.toggle("aside", aside);
    if (narrow === Boolean(this.narrow)) return;
    this.narrow = narrow;
    this.root.classList.toggle("narrow", narrow);
    if (this.data) this.show(this.at);
  }

  // A long source takes more lines: the content ends above them.
  clearFoot() {
    const [content, foot, note] = [".content", ".foot", ".content .note"].map(one => this.sheet.querySelector(one));
    if (!note) return;
    const over = note.getBoundingClientRect().bottom - foot.getBoundingClientRect().top;
    const scale = foot.getBoundingClientRect().height / foot.offsetHeight;
    if (over > 0) content.style.height = `${Math.floor(content.offsetHeight - over / scale) - 4}px`;
  }

  // Where one share has no room beside its number, all of the slide stand below theirs.
  alignRows() {
    const shares = [...this.sheet.querySelectorAll(".many:not(.dense) .text small")];
    const isBelow = shares.some(share => share.offsetTop - share.parentElement.offsetTop > share.offsetHeight / 2);
    this.sheet.querySelector(".groups")?.classList.toggle("stacked", isBelow);
  }

  go(step) {
    const count = this.data.slides.length;
    this.show((this.at + step + count) % count);
  }

  wait() {
    clearTimeout(this.advancing);
    if (!this.playing || this.paused || !this.data.seconds || !this.black.hidden) return;
    const racing = this.race?.timer ? this.race.frames.length * STEP : 0;
    this.advancing = setTimeout(() => this.go(1), this.data.seconds * 1000 + racing);
  }

  play(asked) {
    this.playing = true;
    this.left = false;
    this.root.classList.add("playing");
    this.raise();
    if (asked) this.full();
    this.wake();
    this.root.focus({ preventScroll: true });
    this.show(this.at);
  }

  // Into the browser's top layer: above everything the page may say while it looks for its server.
  raise() {
    if (!this.root.showPopover) return;
    if (this.root.matches(":popover-open")) this.root.hidePopover();
    this.root.popover = "manual";
    this.root.showPopover();
  }

  leave() {
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    this.playing = false;
    this.left = true;
    this.root.classList.remove("playing", "idle");
    if (this.root.popover) { this.root.hidePopover(); this.root.removeAttribute("popover"); }
    this.black.hidden = this.grid.hidden = true;
    this.show(this.at);
    this.onLeave?.();
  }

  full() {
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    else document.documentElement.requestFullscreen?.().catch(() => {});
  }

  fullscreen() {
    if (!this.playing) return;
    if (document.fullscreenElement) this.raise();
    else this.leave();  // Esc of the browser's own full screen
  }

  pause() { this.paused = !this.paused; this.buttons(); this.remember(); this.wait(); }
  blank() { this.black.hidden = !this.black.hidden; this.wait(); }
  theme() { this.dark = !this.dark; this.dress(); this.remember(); }

  wake() {
    if (!this.playing) return;
    this.root.classList.remove("idle");
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.root.classList.toggle("idle", this.playing), 2500);
  }

  // Every slide at once, to go to one of them.
  survey() {
    this.grid.hidden = !this.grid.hidden;
    if (this.grid.hidden) return;
    const width = Math.max(150, Math.floor((this.root.clientWidth - 212) / 4));
    this.grid.replaceChildren(...this.data.slides.map((slide, number) => {
      const thumb = make("button", "thumb" + (number === this.at ? " here" : ""), this.copy(number, width), make("span", "", `${number + 1}. ${slide.title}`));
      thumb.style.width = width + "px";
      thumb.onclick = () => { this.grid.hidden = true; this.show(number); };
      return thumb;
    }));
    this.grid.children[this.at].focus();
  }

  present() {
    if (this.presenter) return this.presenter.window.focus();
    const view = open("", "dashboard-presenter", "popup,width=1240,height=820");
    if (!view) { this.offline.textContent = this.words.no_window; this.offline.hidden = false; return; }
    this.presenter = new Presenter(this, view);
  }

  // Digits name a slide, Enter goes there.
  type(sign) {
    clearTimeout(this.typing);
    this.typed.textContent = sign === "Enter" ? "" : (this.typed.textContent + sign).slice(-2);
    this.typed.hidden = !this.typed.textContent;
    this.typing = setTimeout(() => this.type("Enter"), 3000);
  }

  jump() {
    const wanted = Number(this.typed.textContent);
    this.type("Enter");
    if (wanted >= 1 && wanted <= this.data.slides.length) this.show(wanted - 1);
  }

  swipes() {
    const options = { signal: this.ends.signal, passive: true };
    let from = null;
    this.root.addEventListener("touchstart", event => { from = event.touches.length === 1 ? event.touches[0] : null; }, options);
    this.root.addEventListener("touchend", event => {
      const to = event.changedTouches[0];
      const across = from ? to.clientX - from.clientX : 0, down = from ? Math.abs(to.clientY - from.clientY) : 0;
      from = null;
      if (this.playing && this.grid.hidden && Math.abs(across) > 60 && Math.abs(across) > 2 * down) this.go(across < 0 ? 1 : -1);
    }, options);
  }

  key(event) {
    const ours = this.playing || event.view !== window;  // the presenter's window has no page beside it
    if (!ours || event.ctrlKey || event.metaKey || event.altKey || !this.data) return;
    const name = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (!this.grid.hidden && name !== "o" && name !== "Escape") return;  // Tab, Enter and arrows choose in the grid
    const last = this.data.slides.length - 1;
    const blank = () => this.blank(), next = () => this.go(1), back = () => this.go(-1);
    const keys = {
      ArrowRight: next, ArrowDown: next, PageDown: next, " ": next, ArrowLeft: back, ArrowUp: back, PageUp: back,
      Home: () => this.show(0), End: () => this.show(last), b: blank, ".": blank, o: () => this.survey(),
      p: () => this.pause(), d: () => this.theme(), f: () => this.full(), s: () => this.present(),
      Escape: () => (this.grid.hidden ? this.leave() : this.survey()),
    };
    const run = keys[name] ?? (/^[0-9]$/.test(name) ? () => this.type(name) : name === "Enter" && !this.typed.hidden ? () => this.jump() : null);
    if (!run) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!this.black.hidden && run !== blank) this.black.hidden = true;
    run();
  }

  async look() {
    if (!this.playing || !this.data?.health) return;
    const limit = AbortSignal.timeout(LOOK_EVERY - 500);
    const well = await fetch(this.data.health, { cache: "no-store", signal: limit }).then(answer => answer.ok, () => false);
    if (well) this.offline.hidden = true;
    else if (this.offline.hidden) {
      const time = new Date().toLocaleTimeString("vi", { hour: "2-digit", minute: "2-digit" });
      this.offline.textContent = this.words.offline.replace("{time}", time);
      this.offline.hidden = false;
    }
  }

  // A redraw of the page takes the component away and puts it back: only a real farewell ends it.
  endSoon() {
    this.ending = setTimeout(() => {
      this.ends.abort();
      this.fitting.disconnect();
      this.presenter?.window.close();
      [this.looking, this.race?.timer].forEach(clearInterval);
      [this.advancing, this.resting].forEach(clearTimeout);
      this.root.remove();
      this.start.remove();
    }, 400);
  }
}

export default function ({ data, parentElement, setTriggerValue }) {
  const host = parentElement.querySelector(".stage-host");
  host.stage ??= new Stage(host);
  host.stage.onLeave = setTriggerValue && (() => setTriggerValue("left", true));
  host.stage.update(data);
  return () => { host.stage.endSoon(); };
}
