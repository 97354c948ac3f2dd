// Streamlit's own controls in the language of the address (Streamlit has no translations); the words come from
// language/words/controls.py through web/words.py. Numbers and dates inside widgets follow the address too, never the
// browser.
(() => {
  "use strict";

  const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December"];
  // Options are somebody's data: there only what Streamlit itself adds is translated.
  const IN_OPTIONS = /^(Select all|No results|Select \d+ matches|Add: .+|You can only select up to .+)$/;
  const ATTRIBUTES = ["aria-label", "title", "placeholder", "data-title", "aria-valuetext", "aria-description"];
  const OPTIONS = '[role="option"], [role="listbox"], [data-tag], [role="row"]';
  const DATA = '[data-testid="stMarkdownContainer"], [role="gridcell"], [role="columnheader"], svg.main-svg, script, style';
  const STREAMLITS_OWN = ['[role="dialog"]', '[data-testid="stFileUploader"]', '[data-testid="stException"]'];
  const SVG = "http://www.w3.org/2000/svg";

  const SPOKEN = document.querySelector('meta[name="languages"]').content.split(" "); // written by web/frame.py
  const wanted = () => {
    const named = new URLSearchParams(location.search).get("lang");
    return SPOKEN.indexOf(named) < 0 ? SPOKEN[0] : named;
  };
  const WORDS = Object.fromEntries(Object.entries(CONTROL_WORDS).map(([code, { locale, texts, patterns }]) =>
    [code, { locale, texts, patterns: Object.entries(patterns).map(([form, sentence]) => [new RegExp(form), sentence]) }]));
  const locale = () => WORDS[language].locale;
  let language = wanted();
  const replaced = new WeakMap(); // node -> {name: [what Streamlit wrote, what we wrote]}

  for (const [name, value] of [["language", locale], ["languages", () => [locale(), language]]])
    Object.defineProperty(navigator, name, { get: value, configurable: true });

  function translated(text, inOptions) {
    const words = text.trim(), { texts, patterns } = WORDS[language];
    if (!words || words.length > 300 || (inOptions && !IN_OPTIONS.test(words))) return null;
    if (Object.hasOwn(texts, words)) return texts[words];
    for (const [form, sentence] of patterns) {
      const match = form.exec(words);
      if (match) return filled(sentence, match);
    }
    return null;
  }

  const filled = (sentence, match) => sentence.replace(/\{(word|month)?(\d)\}/g, (_, as, number) => {
    const part = match[number] ?? "";
    if (as === "month") return MONTHS.indexOf(part) + 1;
    return as === "word" ? translated(part, false) ?? part : part;
  });

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

  const isTranslated = () => WORDS[language].patterns.length > 0;
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
    walk(document.documentElement, restore, restore);
    if (isTranslated()) walk(document.documentElement, translateText, translateAttributes);
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
    if (!isTranslated()) return;
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
