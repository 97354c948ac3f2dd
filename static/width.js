// Charts are laid out and coloured on the server, which cannot see the screen: a cookie tells it whether this one is
// narrow, or broad enough for long names beside numbers, or for all of them; where the machine turns dark or light, the page is asked for anew. (Paper is always light, for a moment.)
(() => {
  const narrow = matchMedia("(max-width: 640px)"), broad = matchMedia("(min-width: 1700px)"), full = matchMedia("(min-width: 1900px)"), dark = matchMedia("(prefers-color-scheme: dark)"), wasDark = dark.matches;
  const view = () => narrow.matches ? "narrow" : full.matches ? "full" : broad.matches ? "broad" : "wide";
  let known = "";
  const tell = () => { known = view(); document.cookie = `view=${known}; path=/; SameSite=Lax`; };
  const again = () => { if (dark.matches !== wasDark && !matchMedia("print").matches) location.reload(); };
  // A telephone knows its width when it has read how wide the page wants to be: changes before are none.
  // A broad screen is as broad after printing as before. Slides lay themselves out: a projector that is plugged in does not interrupt them.
  const changed = () => { if (matchMedia("print").matches || view() === known) return; tell(); if (!location.pathname.endsWith("/stage")) location.reload(); };
  tell();
  addEventListener("DOMContentLoaded", () => { tell(); for (const size of [narrow, broad, full]) size.addEventListener("change", changed); });
  dark.addEventListener("change", () => setTimeout(again, 300));
})();
