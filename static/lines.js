// A line may end with “·” and never begins with it: the space in front of it does not break. Before what came is painted,
// so that no line changes under the eye; charts break their own lines (charts/kit/lettering.py).
(() => {
  "use strict";
  const OTHERS = "script, style, svg, textarea, pre, code, [contenteditable], [role=status]"; // no lines, or not ours
  function hold(root) {
    if (!root.textContent.includes(" ·") || (root.parentElement ?? root).closest?.(OTHERS)) return;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
      node.nodeType === 3 ? NodeFilter.FILTER_ACCEPT : node.matches(OTHERS) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP);
    for (let text = root.nodeType === 3 ? root : walker.nextNode(); text; text = walker.nextNode())
      if (text.data.includes(" ·")) text.data = text.data.replaceAll(" ·", "\u00a0·");
  }
  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes)
      for (const node of type === "characterData" ? [target] : addedNodes) if (node.nodeType === 1 || node.nodeType === 3) hold(node);
  }).observe(document.documentElement, { subtree: true, childList: true, characterData: true });
})();
