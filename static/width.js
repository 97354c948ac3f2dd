// Charts are laid out on the server, which cannot see the screen: a cookie tells it whether this one is narrow.
(() => {
  const narrow = matchMedia("(max-width: 640px)");
  const tell = () => { document.cookie = `view=${narrow.matches ? "narrow" : "wide"}; path=/; SameSite=Lax`; };
  tell();
  narrow.addEventListener("change", () => { tell(); location.reload(); });
})();
