// Browsers and add-ons that translate put <font> around words, and React then writes new numbers where nobody sees them.
// The page asks not to be translated (it has its own languages); whoever does so anyway finds the words put back.
(() => {
  "use strict";
  const wrapperOf = (text, { target, addedNodes, previousSibling, nextSibling }) => {
    let around = text.parentElement?.closest("font");
    while (around?.parentElement?.nodeName === "FONT") around = around.parentElement;
    if (around?.parentNode === target) return around;
    return text.isConnected ? null : [...addedNodes, previousSibling, nextSibling].find(
      (node) => node?.nodeName === "FONT" && node.parentNode === target);
  };
  new MutationObserver((changes) => {
    for (const change of changes) {
      for (const node of change.removedNodes) {
        const wrapper = node.nodeType === 3 ? wrapperOf(node, change) : null;
        if (wrapper) wrapper.replaceWith(node);
      }
    }
  }).observe(document.documentElement, { subtree: true, childList: true });
})();
