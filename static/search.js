// Choice lists find Vietnamese names typed without accents, and by their other names.
// interface/shell/choosing.py writes those names behind a label in Unicode's invisible tag letters (U+E0020 to U+E007E);
// Streamlit compares with label.includes(typed), which only here understands labels that carry such letters.
(() => {
  if (String.prototype.includes.readsTags) return;
  const plain = String.prototype.includes;
  const TAG = /[\u{E0020}-\u{E007E}]/gu, HEAD = "\uDB40";
  const fold = text => text.toLowerCase().replace(/[đð]/g, "d").normalize("NFD").replace(/\p{M}/gu, "").replace(/\s+/g, " ").trim();
  const shown = text => text.replace(TAG, letter => String.fromCodePoint(letter.codePointAt(0) - 0xE0000));
  const includes = function (typed, from) {
    if (plain.call(this, typed, from)) return true;
    if (typeof typed !== "string" || !plain.call(this, HEAD)) return false;
    const words = fold(typed), names = fold(shown(String(this)));
    return words !== "" && plain.call(names, words);
  };
  includes.readsTags = true;
  Object.defineProperty(String.prototype, "includes", { value: includes, writable: true, configurable: true });
})();
