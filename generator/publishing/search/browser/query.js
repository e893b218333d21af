/* The query language: words, "exact phrases", -not, outlet:, topic:, day:from..to, is:corroborated. */
window.digestSearch = window.digestSearch || {};
(function (search) {
  "use strict";

  const PART = /(-?)(?:(outlet|topic|day|is):)?(?:"([^"]*)"?|(\S+))/giu;
  const MORE_QUOTES = /[“”„«»‟]/g;

  /** What a reader asks for. Sets of filters are lists; `open` says that the last word is still typed. */
  function parse(text, typing) {
    const query = { units: [], phrases: [], not: [], outlet: [], topic: [], day: [], corroborated: false };
    Object.assign(query, { notOutlet: [], notTopic: [], text });
    const plain = text.replace(MORE_QUOTES, '"');
    for (const [whole, minus, key, quoted, bare] of plain.matchAll(PART)) {
      const value = quoted === undefined ? bare : quoted;
      if (key) filter(query, key.toLowerCase(), value, minus);
      else if (quoted !== undefined) addPhrase(query, quoted, minus);
      else addWords(query, bare === undefined ? whole : bare, minus);
    }
    const last = query.units[query.units.length - 1];
    if (typing && last && plain.endsWith(last.written)) last.open = true;
    return query;
  }

  function filter(query, key, value, minus) {
    if (!value) return;
    if (key === "is") query.corroborated = query.corroborated || /^corrob/i.test(value);
    else if (key === "day") query.day.push(days(value));
    else if (minus) query[key === "outlet" ? "notOutlet" : "notTopic"].push(value);
    else query[key].push(value);
  }

  /** A day, month or year, or two of them with .. between: the first and the last day as text. */
  function days(value) {
    const [from, to] = value.includes("..") ? value.split("..") : [value, value];
    return { from, to: to ? to + "\uffff" : "\uffff" };
  }

  function addPhrase(query, text, minus) {
    const places = placesOf(text);
    if (!places.length) return;
    if (minus) query.not.push({ places });
    else query.phrases.push({ places, written: text });
  }

  function addWords(query, text, minus) {
    for (const chunk of search.chunks(text)) {
      const words = search.words(chunk);
      const whole = search.joined(chunk);
      if (!words.length) continue;
      const options = whole ? [words, [whole]] : [words];
      if (minus) query.not.push({ options, written: chunk });
      else query.units.push({ options, written: chunk, open: false });
    }
  }

  /** The words of a phrase with their positions, counted as the index counts them. */
  function placesOf(text) {
    const places = [];
    let at = 0;
    for (const chunk of search.chunks(text)) {
      const words = search.words(chunk);
      words.forEach((word) => places.push({ word, at: at++ }));
      const last = words[words.length - 1];
      if (last && search.isPair(last) && [...last].length > 1) at++;
    }
    return places;
  }

  Object.assign(search, { parse, placesOf });
})(window.digestSearch);
