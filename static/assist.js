// What Streamlit leaves out for keyboards and ears: results are said, lists that scroll and marks of charts are reached
// by keys, and the focus stays where it was when what held it goes.
(() => {
  "use strict";
  const QUIET = 350; // ms without a change: the page has settled
  const HOVER = 120; // ms in which plotly notices where the pointer is
  const CHART = '[data-testid="stPlotlyChart"]';
  const SVG = "http://www.w3.org/2000/svg";
  const marks = new WeakMap(); // chart -> which of its marks is told
  let timer = 0, page = "", before = "", focused = null, acted = false;

  const ears = document.createElement("div");
  ears.setAttribute("role", "status");
  ears.setAttribute("aria-live", "polite");
  ears.style.cssText = "position:fixed;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap";
  const say = (text) => { ears.textContent = text; };
  const words = (selector) =>
    [...document.querySelectorAll(selector)].map((one) => one.innerText?.replace(/\s+/g, " ").trim()).filter(Boolean);

  // The head says moment, programme and scope; chips what is filtered; verdict, first card or first title what came out.
  function result() {
    const main = '[data-testid="stMain"] ';
    const outcome = words(`${main}.verdict`).concat(words(`${main}[data-testid="stMetric"]`), words(`${main}h2`));
    return [...words(`${main}.head p`), ...words(`${main}.st-key-chips [data-testid="stMarkdownContainer"]:not(.st-key-reset *)`), ...outcome.slice(0, 1)].join(". ");
  }

  function settled() {
    // Without a body the page itself is still on its way.
    if (!document.body || document.querySelector('[data-testid="stStatusWidget"]')) { timer = setTimeout(settled, QUIET); return; }
    if (!ears.isConnected) document.body.append(ears);
    reach();
    layPaper();
    keepFocus();
    dispatchEvent(new Event("settled"));
    const now = result();
    if (acted && page === location.pathname && before && now !== before) say(now);
    [page, before] = [location.pathname, now];
  }

  function reach() {
    for (const box of document.querySelectorAll('[data-testid="stVerticalBlock"][overflow="auto"]:not([tabindex])')) {
      const label = box.querySelector("[aria-label]")?.getAttribute("aria-label") ?? words('[data-testid="stMain"] h1')[0];
      box.tabIndex = 0;
      box.setAttribute("role", "group");
      box.setAttribute("aria-label", label);
    }
    for (const table of document.querySelectorAll(".small-table:not([tabindex])")) if (table.scrollWidth > table.clientWidth || table.scrollHeight > table.clientHeight) {
      table.tabIndex = 0;
      table.setAttribute("role", "group");
      table.setAttribute("aria-label", table.firstElementChild.ariaLabel || words('[data-testid="stMain"] h1')[0]);
    }
    for (const chart of document.querySelectorAll(`[data-testid="stMain"] ${CHART}:not([tabindex])`)) chart.tabIndex = 0;
    for (const zone of document.querySelectorAll('[data-testid="stFileUploaderDropzone"][role="presentation"]')) zone.setAttribute("role", "group");
  }

  // Paper is as wide as the content on the screen, so that no chart is cut: wide screens print across.
  // Across, a sheet is low: somewhat smaller, a chart stands below the head of its page.
  const PAPER = { upright: [703, "A4"], across: [900, "A4 landscape"] }; // px between margins of 12 mm
  const sheet = document.createElement("style");
  const quoted = (text) => `"${text.replace(/["\\]/g, "\\$&").replace(/\s+/g, " ")}"`;
  function layPaper() {
    const block = document.querySelector('[data-testid="stMainBlockContainer"]'), foot = document.querySelector(".head")?.dataset.foot;
    if (!block || matchMedia("print").matches) return;
    const style = getComputedStyle(block), width = Math.ceil(block.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight));
    const lies = width > 1150, [room, size] = lies ? PAPER.across : PAPER.upright;
    const root = document.documentElement, dark = /\d+/.exec(getComputedStyle(document.querySelector('[data-testid="stApp"]')).backgroundColor);
    root.style.setProperty("--paper-width", `${width}px`);
    root.style.setProperty("--paper-zoom", Math.min(1.2, room / width).toFixed(4));
    root.dataset.sheet = lies ? "across" : "upright";
    root.dataset.charts = matchMedia("(max-width: 1100px)").matches ? "below" : "beside"; // as style.css lays them
    root.dataset.paper = dark && Number(dark[0]) < 128 ? "dark" : "light";
    for (const grid of document.querySelectorAll('[data-testid="stGrid"]')) {
      const columns = String(getComputedStyle(grid).gridTemplateColumns.split(" ").length);
      if (grid.dataset.columns !== columns) grid.dataset.columns = columns;
    }
    if (!sheet.isConnected) document.head.append(sheet);
    const rules = `@page { size: ${size}; margin: 12mm 12mm 16mm;
      @bottom-left { content: ${quoted(foot ?? "")}; font: 7.5pt sans-serif; color: #56616d; vertical-align: top; padding-top: 3mm; width: 90%; text-align: left; }
      @bottom-right { content: counter(page) "/" counter(pages); font: 7.5pt sans-serif; color: #56616d; vertical-align: top; padding-top: 3mm; width: 10%; text-align: right; } }`;
    if (sheet.textContent !== rules) sheet.textContent = rules;
  }
  addEventListener("beforeprint", layPaper); // whoever prints before the page has settled gets its foot, not the last one
  addEventListener("resize", () => { clearTimeout(timer); timer = setTimeout(settled, QUIET); });

  // A chip that goes takes the focus along: it passes to its neighbour, else to the content.
  function keepFocus() {
    if (document.activeElement !== document.body || !focused || focused.at.isConnected) return;
    const row = document.querySelector(`.${focused.row}`);
    const left = row ? [...row.querySelectorAll("button")] : [];
    const next = left[Math.min(focused.place, left.length - 1)] ?? document.querySelector('[data-testid="stMain"] h1');
    if (!next) return;
    if (next.matches("h1")) next.tabIndex = -1;
    next.focus({ preventScroll: true });
  }

  for (const kind of ["pointerdown", "keydown"]) document.addEventListener(kind, () => { acted = true; }, true);
  document.addEventListener("focusin", ({ target }) => {
    const row = target.closest(".st-key-chips");
    focused = row && { at: target, row: "st-key-chips", place: [...row.querySelectorAll("button")].indexOf(target) };
  });

  // Arrows walk through what a chart tells under the pointer; Enter is a click there.
  function told(plot) {
    const { _fullLayout: layout, _fullData: traces } = plot;
    return (traces ?? []).flatMap((trace) => {
      const [across, down] = [layout[axis(trace.xaxis, "x")], layout[axis(trace.yaxis, "y")]];
      if (!Array.isArray(trace.hovertext) || !across || !down) return [];
      return trace.hovertext.map((text, at) => ({ text, x: across.d2p(trace.x[at]) + across._offset, y: down.d2p(trace.y[at]) + down._offset,
        wide: trace.orientation === "h", start: across._offset })).filter((mark) => mark.text);
    });
  }
  const axis = (name, letter) => `${letter}axis${(name ?? letter).slice(1)}`;

  function point(plot, mark, kinds) {
    const box = plot.getBoundingClientRect(), layer = plot.querySelector(".nsewdrag");
    const at = { bubbles: true, cancelable: true, view: window, clientX: box.left + (mark.wide ? mark.start + 24 : mark.x), clientY: box.top + mark.y };
    for (const kind of kinds) (kind === "mouseup" ? document.querySelector(".dragcover") ?? layer : layer)?.dispatchEvent(new MouseEvent(kind, at));
  }

  document.addEventListener("keydown", (event) => {
    const plot = event.target.matches?.(CHART) && event.target.querySelector(".js-plotly-plot");
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (!plot || (!step && event.key !== "Enter")) return;
    const list = told(plot), was = marks.get(plot) ?? -1;
    if (!list.length || (!step && was < 0)) return;
    event.preventDefault();
    const now = step ? Math.max(0, Math.min(list.length - 1, was + step)) : was;
    marks.set(plot, now);
    point(plot, list[now], ["mousemove", "mouseover"]);
    if (!step) { setTimeout(() => point(plot, list[now], ["mousedown", "mouseup", "click"]), HOVER); return; }
    say(list[now].text.replace(/<br>/g, ". ").replace(/<[^>]+>/g, ""));
  });

  new MutationObserver((changes) => {
    if (changes.every((change) => change.target.namespaceURI === SVG || change.target === ears)) return;
    clearTimeout(timer);
    timer = setTimeout(settled, QUIET);
  }).observe(document.documentElement, { subtree: true, childList: true });
})();
