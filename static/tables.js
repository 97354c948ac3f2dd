// Tables of HTML: a click on a head sorts; on a phone each row is a card whose cells say their heads, and the first five
// stand before “xem thêm”. What is larger than its frame says so, with how many rows are left, and fades where it goes on.
(() => {
  "use strict";
  const SHOWN = 5; // style.css hides the others, but of tables that are to be whole (table_markup.py)
  const narrow = matchMedia("(max-width: 640px)");
  const headsOf = (table) => [...table.tHead.rows[0].cells];

  function label(table) {
    const heads = headsOf(table).map((head) => head.textContent.trim());
    for (const row of table.tBodies[0].rows) [...row.cells].forEach((cell, at) => { cell.dataset.label = heads[at]; });
  }

  function offerMore(table) {
    const left = table.tBodies[0].rows.length - SHOWN, words = document.querySelector(".head")?.dataset.more;
    if (table.matches(".all") || !words || table.nextElementSibling?.matches(".more")) return;
    const button = document.createElement("button");
    button.className = "more";
    button.textContent = words.replace("{count}", left);
    button.onclick = () => { table.classList.add("all"); button.remove(); };
    table.after(button);
  }

  const GRID = ".dvn-scroller"; // of Streamlit, which draws it on a canvas
  const framed = (frame) => frame.closest('[data-testid="stFullScreenFrame"]') ?? frame;

  // How many rows end below the frame. A grid draws those in view alone: its height says how many the others are.
  const ROW_OF_GRID = 34; // px: ROW_HEIGHT of tables.py
  function rowsBelow(frame) {
    const over = frame.scrollHeight - frame.clientHeight - frame.scrollTop;
    if (over <= 1) return 0;
    if (frame.matches(GRID)) return Math.ceil(over / ROW_OF_GRID);
    const end = frame.getBoundingClientRect().bottom + 1;
    return [...frame.querySelectorAll("tbody tr")].filter((row) => row.getBoundingClientRect().bottom > end).length;
  }

  // In words below the frame, which do not scroll with it; above it where it stands in a higher frame, whose end is out of sight.
  // At the last row the words keep their room.
  function sayMoreOf(frame) {
    const { wider, lower } = document.querySelector(".head")?.dataset ?? {};
    const wide = frame.scrollWidth > frame.clientWidth + 1, high = frame.scrollHeight > frame.clientHeight + 1;
    const around = framed(frame);
    const said = [around.nextElementSibling, around.previousElementSibling].find((one) => one?.matches(".goes-on"));
    if (!(wide || high) || !lower) { said?.remove(); return; }
    const left = high ? rowsBelow(frame) : 0, line = said ?? document.createElement("p");
    const words = [left && lower.replace("{count}", left.toLocaleString(document.documentElement.lang)), wide && wider].filter(Boolean).join(" ");
    line.className = "goes-on";
    line.ariaHidden = words ? null : "true";
    if (words && line.textContent !== words) line.textContent = words;
    line.classList.toggle("ended", !words);
    if (!said) around.parentElement.closest('[data-testid="stVerticalBlock"][overflow="auto"]') ? around.before(line) : around.after(line);
  }

  function fade(frame) {
    const right = frame.scrollWidth - frame.clientWidth - frame.scrollLeft > 1, down = frame.scrollHeight - frame.clientHeight - frame.scrollTop > 1;
    const on = [right && "right", down && "down"].filter(Boolean).join(" ");
    const drawn = frame.matches(GRID) ? frame.parentElement : frame; // a canvas stands under what scrolls it
    if ((drawn.dataset.on ?? "") !== on) drawn.dataset.on = on;
  }

  function sortable(table) {
    for (const head of headsOf(table)) {
      if (head.firstElementChild) continue;
      const button = document.createElement("button");
      button.append(...head.childNodes);
      head.append(button);
      head.ariaSort = "none";
    }
  }

  const valueOf = (cell) => cell.dataset.value ?? cell.textContent;
  const known = (cell) => cell.dataset.value != null || cell.textContent.trim() !== "–";
  function compared(one, other) {
    const [a, b] = [Number(valueOf(one)), Number(valueOf(other))];
    return Number.isNaN(a) || Number.isNaN(b) ? valueOf(one).localeCompare(valueOf(other), "vi") : a - b;
  }

  document.addEventListener("click", ({ target }) => {
    const head = target.closest?.(".data-table th");
    if (!head) return;
    const table = head.closest("table"), at = head.cellIndex, numbers = head.matches(".number");
    const down = head.ariaSort === "none" ? numbers : head.ariaSort === "ascending";
    for (const one of headsOf(table)) one.ariaSort = "none";
    head.ariaSort = down ? "descending" : "ascending";
    const rows = [...table.tBodies[0].rows];
    rows.sort((a, b) => known(b.cells[at]) - known(a.cells[at]) || (down ? -1 : 1) * compared(a.cells[at], b.cells[at]));
    table.tBodies[0].append(...rows);
  });

  // A title that leads to its record opens it as links of the sidebar do, without loading the app anew.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(".small-table td a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.pushState({}, "", link.href);
    dispatchEvent(new PopStateEvent("popstate"));
  });

  const FRAMES = '.small-table, [data-testid="stMain"] [data-testid="stVerticalBlock"][overflow="auto"], [data-testid="stMain"] ' + GRID;
  const boxes = document.getElementsByClassName("small-table"), laid = new WeakSet(), frameOf = new WeakMap();
  let next = 0;

  function lay() {
    for (const box of boxes) {
      const table = box.querySelector("table");
      if (!table || laid.has(table)) continue;
      if (box.matches(".data-table")) sortable(table);
      if (narrow.matches) label(table);
      laid.add(table);
    }
  }

  // Sizes are known once the browser has laid out what came, below the window once it comes near (style.css): asking for
  // them earlier would lay it out twice.
  const sizes = new ResizeObserver((changes) => {
    const frames = new Set(changes.map(({ target }) => frameOf.get(target)));
    frames.forEach(fade);
    requestAnimationFrame(() => frames.forEach(sayMoreOf));
  });

  function sayMore() {
    next = 0;
    if (narrow.matches) for (const table of document.querySelectorAll(".small-table table")) offerMore(table);
    for (const frame of document.querySelectorAll(FRAMES)) for (const one of [frame, ...frame.children]) {
      if (!frameOf.has(one)) sizes.observe(one);
      frameOf.set(one, frame);
    }
  }

  // At once, before a new table is painted: nobody sees a head change, a card without its heads, or a line that comes
  // later and moves what stands below.
  new MutationObserver(() => { lay(); next ||= requestAnimationFrame(sayMore); })
    .observe(document.documentElement, { subtree: true, childList: true });
  narrow.addEventListener("change", () => { for (const box of boxes) box.querySelectorAll("table").forEach(label); });
  document.addEventListener("scroll", ({ target }) => { if (target.matches?.(FRAMES)) { fade(target); sayMoreOf(target); } }, { capture: true, passive: true });
  addEventListener("settled", sayMore); // a narrowed window has cards
})();
