// A page on a phone ends after five screens with “xem thêm” (style.css). Charts are whole: cut ones are drawn smaller.
(() => {
  "use strict";
  const narrow = matchMedia("(max-width: 640px)"), root = document.documentElement;
  const rest = document.createElement("button");
  rest.className = "rest";
  const words = () => document.querySelector(".head")?.dataset.rest;
  const open = () => { root.dataset.open = location.pathname; rest.remove(); };
  rest.onclick = open;

  addEventListener("settled", () => {
    if (root.dataset.open && root.dataset.open !== location.pathname) delete root.dataset.open;
    if (!narrow.matches || !words()) return;
    const block = document.querySelector('[data-testid="stMainBlockContainer"]');
    const isLong = block && !root.dataset.open && block.scrollHeight > block.clientHeight + 40;
    if (!isLong) { rest.remove(); return; }
    if (rest.textContent !== words()) rest.textContent = words(); // the same words again would unsettle the page anew
    if (rest.previousElementSibling !== block) block.after(rest);
  });

  // Whoever goes on by keys goes on in what was folded.
  document.addEventListener("focusin", ({ target }) => {
    if (narrow.matches && !root.dataset.open && target.closest('[data-testid="stMainBlockContainer"]')?.scrollTop > 0) open();
  });
})();
