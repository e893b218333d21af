/* On every page of entries: the words that a search led here for are marked; Escape takes the marks away and goes
   back to the results. */
(function () {
  "use strict";

  const MOST_MARKS = 200;
  const SPECIAL = /[.*+?^${}()|[\]\\/-]/g;
  const marked = new URLSearchParams(location.search).get("mark");

  const isTyping = (target) => target.isContentEditable || /^(?:input|textarea|select)$/i.test(target.tagName);

  /** The words of the address, longest first, as one expression that matches them whole. */
  function expression(words) {
    const escaped = words.sort((a, b) => b.length - a.length).map((word) => word.replace(SPECIAL, "\\$&"));
    const isSpaced = (word) => /^[\p{L}\p{N}]/u.test(word) && !/[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/.test(word);
    const whole = escaped.map((word) => (isSpaced(word) ? `(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}\\p{M}])` : word));
    return new RegExp(whole.join("|"), "giu");
  }

  function markIn(place, words) {
    const pattern = expression(words);
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) if (!walker.currentNode.parentElement.closest("script, style, mark")) texts.push(walker.currentNode);
    let left = MOST_MARKS;
    for (const text of texts)
      for (const match of [...text.data.matchAll(pattern)].reverse()) {
        if (!left--) return;
        const rest = text.splitText(match.index);
        rest.splitText(match[0].length);
        const mark = document.createElement("mark");
        mark.className = "search-mark";
        rest.replaceWith(mark);
        mark.append(rest);
      }
  }

  function unmark() {
    for (const mark of document.querySelectorAll("mark.search-mark")) {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent.normalize();
    }
  }

  const entry = marked && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (entry) markIn(entry, marked.split(" ").filter(Boolean).slice(0, 24));

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || isTyping(event.target)) return;
    if (!document.querySelector("mark.search-mark")) return;
    unmark();
    history.back();
  });
})();
