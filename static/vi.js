// Vietnamese for Streamlit's own controls (Streamlit has no translations), as long as the address does not ask for
// another language. Numbers and dates inside widgets follow the address too, never the browser.
(() => {
  "use strict";

  const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December"];
  const month = (name) => MONTHS.indexOf(name) + 1;
  const PARTS = { year: "năm", month: "tháng", day: "ngày", hour: "giờ", minute: "phút", second: "giây" };
  const PATTERNS = [
    [/^Remove (.+)$/, "Bỏ $1"],
    [/^Select (\d+) matches$/, "Chọn $1 mục khớp"],
    [/^Add: (.+)$/, "Thêm: $1"],
    [/^You can only select up to (\d+) options?\. Remove an option first\.$/, "Chỉ chọn được $1 mục. Hãy bỏ bớt một mục."],
    [/^(?:Limit )?(\d[\d.,]*\s?[KMGT]?B) per file(.*)$/, "Tối đa $1 mỗi tệp$2"],
    [/^(?:Error: )?File must be (\d+)(?:\.0)?\s?([KMGT]?B) or smaller\.$/, "Tệp lớn quá $1 $2: hãy chia nhỏ, hoặc nhờ người quản trị nhập bằng lệnh."],
    [/^Page (\d+)$/, "Trang $1"],
    [/^Made with Streamlit v(.*)$/, "Dùng Streamlit $1"],
    [/^You have requested page (.+), but no corresponding file was found.*$/, "Không có trang $1. Đang mở trang chính."],
    [/^Drag and drop (.+) here$/, "Kéo thả $1 vào đây"],
    [/^Today, (.+)$/, "Hôm nay, $1"],
    [/^(.+) selected$/, "$1, đã chọn"],
    [/^Selected Date: ([A-Z][a-z]+) (\d+), (\d{4})(?: at (.+))?$/,
      (_, name, day, year, time) => `Ngày đã chọn: ${+day} tháng ${month(name)} năm ${year}${time ? ", " + time : ""}`],
    [/^Selected Time: (.+)$/, "Giờ đã chọn: $1"],
    [/^Selected Range: (.+) to (.+)$/, "Khoảng đã chọn: $1 đến $2"],
    [/^Choose date, (.+)$/, "Chọn ngày, $1"],
    [/^Choose date range, (.+)$/, "Chọn khoảng ngày, $1"],
    [/^Choose date and time, (.+)$/, "Chọn ngày và giờ, $1"],
    [/^(year|month|day|hour|minute|second),\s?(.*)$/, (_, part, label) => `${PARTS[part]}, ${label.replace(/ start date$/, ", từ ngày").replace(/ end date$/, ", đến ngày")}`],
    [/^(.+) start date$/, "$1, từ ngày"],
    [/^(.+) end date$/, "$1, đến ngày"],
    [/^(\d{2}) – ([A-Z][a-z]+)$/, (_, number, name) => `${number} – tháng ${month(name)}`],
    [/^(\d+) options? available\.$/, "$1 mục."],
    [/^Help for (.+)$/, "Giải thích: $1"],
    [/^Fullscreen: (.+)$/, "Toàn màn hình: $1"],
    [/^Close fullscreen: (.+)$/, "Thoát toàn màn hình: $1"],
  ];
  // Options are somebody's data: there only what Streamlit itself adds is translated.
  const IN_OPTIONS = new Set(["Select all", "No results"]);
  const PATTERNS_IN_OPTIONS = PATTERNS.slice(1, 4);
  const ATTRIBUTES = ["aria-label", "title", "placeholder", "data-title", "aria-valuetext", "aria-description"];
  const OPTIONS = '[role="option"], [role="listbox"], [data-baseweb="tag"], [role="row"]';
  const DATA = '[data-testid="stMarkdownContainer"], [role="gridcell"], [role="columnheader"], svg.main-svg, script, style';
  const STREAMLITS_OWN = ['[role="dialog"]', '[data-testid="stFileUploader"]', '[data-testid="stException"]'];
  const SVG = "http://www.w3.org/2000/svg";
  const LOCALES = { vi: "vi-VN", en: "en-GB" };

  const SPOKEN = document.querySelector('meta[name="languages"]').content.split(" "); // written by web/frame.py
  const wanted = () => {
    const asked = new URLSearchParams(location.search).get("lang");
    return SPOKEN.indexOf(asked) < 0 ? SPOKEN[0] : asked;
  };
  const locale = () => LOCALES[language] || language;
  let language = wanted();
  const replaced = new WeakMap(); // node -> {name: [what Streamlit wrote, what we wrote]}

  for (const [name, value] of [["language", locale], ["languages", () => [locale(), language]]])
    Object.defineProperty(navigator, name, { get: value, configurable: true });

  function translated(text, inOptions) {
    const words = text.trim();
    if (!words || words.length > 300) return null;
    if (inOptions && !IN_OPTIONS.has(words)) return matched(words, PATTERNS_IN_OPTIONS);
    if (Object.hasOwn(VIETNAMESE, words)) return VIETNAMESE[words];
    return matched(words, PATTERNS);
  }

  function matched(words, patterns) {
    for (const [pattern, sentence] of patterns) if (pattern.test(words)) return words.replace(pattern, sentence);
    return null;
  }

  function change(node, name, text, write) {
    const inOptions = (node.nodeType === 3 ? node.parentElement : node)?.closest(OPTIONS) != null;
    const words = translated(text, inOptions);
    if (words === null) return;
    const ours = text.replace(text.trim(), () => words);
    if (ours === text) return;
    const kept = replaced.get(node) ?? {};
    kept[name] = [text, ours];
    replaced.set(node, kept);
    write(ours);
  }

  const isData = (element) => element?.closest(DATA) != null && element.closest(STREAMLITS_OWN.join()) == null;

  function translateText(node) {
    if (!isData(node.parentElement)) change(node, "text", node.data, (text) => (node.data = text));
  }

  function translateAttributes(element) {
    for (const name of ATTRIBUTES) {
      const value = element.getAttribute(name);
      if (value) change(element, name, value, (text) => element.setAttribute(name, text));
    }
  }

  function restore(node) {
    const kept = replaced.get(node);
    if (!kept) return;
    for (const [name, [theirs, ours]] of Object.entries(kept)) {
      if (name === "text" && node.data === ours) node.data = theirs;
      if (name !== "text" && node.getAttribute(name) === ours) node.setAttribute(name, theirs);
    }
    replaced.delete(node);
  }

  function walk(root, onText, onElement) {
    if (root.nodeType === 3) return onText(root);
    if (root.nodeType !== 1 || root.matches("svg.main-svg, script, style")) return undefined;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, {
      acceptNode: (node) =>
        node.nodeType === 1 && node.matches("svg.main-svg, script, style") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    });
    for (let node = root; node; node = walker.nextNode()) node.nodeType === 3 ? onText(node) : onElement(node);
    return undefined;
  }

  function follow() {
    const now = wanted();
    if (now === language) return;
    language = now;
    document.documentElement.lang = language;
    if (language === "vi") walk(document.documentElement, translateText, translateAttributes);
    else walk(document.documentElement, restore, restore);
    window.dispatchEvent(new Event("languagechange"));
  }

  for (const name of ["pushState", "replaceState"]) {
    const original = history[name];
    history[name] = function (...words) {
      const answer = original.apply(this, words);
      follow();
      return answer;
    };
  }
  window.addEventListener("popstate", follow);

  new MutationObserver((changes) => {
    if (language !== "vi") return;
    for (const change of changes) {
      // A chart draws itself node by node, thousands of them: nothing in it is Streamlit's.
      if (change.target.namespaceURI === SVG) continue;
      if (change.type === "characterData") translateText(change.target);
      else if (change.type === "attributes") translateAttributes(change.target);
      else change.addedNodes.forEach((node) => walk(node, translateText, translateAttributes));
    }
  }).observe(document.documentElement, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES,
  });
})();
