// A page on a phone ends after five screens with “xem thêm” (style.css); so does a chart that is longer than one.
(() => {
  "use strict";
  const narrow = matchMedia("(max-width: 640px)"), root = document.documentElement;
  const rest = document.createElement("button");
  rest.className = "rest";
  const words = () => document.querySelector(".head")?.dataset.rest;
  const open = () => { root.dataset.open = location.pathname; rest.remove(); };
  rest.onclick = open;

  function foldCharts() {
    for (const chart of document.querySelectorAll('[data-testid="stElementContainer"]:not(.all):has([data-testid="stPlotlyChart"])')) {
      if (chart.scrollHeight <= chart.clientHeight + 40 || chart.nextElementSibling?.matches(".rest")) continue;
      const button = document.createElement("button");
      button.className = "rest";
      button.textContent = words();
      button.onclick = () => { chart.classList.add("all"); button.remove(); };
      chart.after(button);
    }
  }

  addEventListener("settled", () => {
    if (root.dataset.open && root.dataset.open !== location.pathname) delete root.dataset.open;
    if (!narrow.matches || !words()) return;
    foldCharts();
    const block = document.querySelector('[data-testid="stMainBlockContainer"]');
    const isLong = block && !root.dataset.open && block.scrollHeight > block.clientHeight + 40;
    if (!isLong) { rest.remove(); return; }
    rest.textContent = words();
    if (rest.previousElementSibling !== block) block.after(rest);
  });

  // Whoever goes on by keys goes on in what was folded.
  document.addEventListener("focusin", ({ target }) => {
    if (narrow.matches && !root.dataset.open && target.closest('[data-testid="stMainBlockContainer"]')?.scrollTop > 0) open();
  });
})();
