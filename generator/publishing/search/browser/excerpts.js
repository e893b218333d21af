/* What is shown of an entry: the stretch of its text that has most of the words, with the words marked. */
window.digestSearch = window.digestSearch || {};
(function (search) {
  "use strict";

  const LENGTH = 220;
  const BEFORE = 60;
  const MOST_MARKS = 12;

  /** What is marked for a result: the terms that were looked up, what half-typed words begin with, single letters. */
  function markerOf({ root, units, query }) {
    const meanings = units.flatMap((unit) => unit.meanings);
    const isLetter = ({ word }) => search.isPair(word) && [...word].length === 1;
    const rows = meanings.filter((meaning) => !isLetter(meaning)).flatMap((meaning) => meaning.found);
    const terms = new Set(rows.map(({ row }) => row.key));
    const letters = new Set(meanings.filter(isLetter).map(({ word }) => word));
    const starts = query.units.filter((unit) => unit.open).flatMap((unit) => unit.options.map((words) => words[words.length - 1]));
    return { terms, letters, starts: starts.map(search.fold).filter((start) => start.length > 1), stemmers: root.stemmers };
  }

  const isMarked = ({ terms, starts, stemmers }, word) =>
    search.terms(word, stemmers).some((term) => terms.has(term)) ||
    starts.some((start) => search.fold(word).startsWith(start));

  /** The places in a text that are to be marked: [from, to, which word]. */
  function marks(text, marker) {
    const found = [];
    for (const match of text.matchAll(search.CHUNK)) {
      const [chunk] = match;
      const words = search.words(chunk);
      if (words.some(search.isPair)) markPairs(chunk, match.index, marker, found);
      else {
        const hit = words.find((word) => isMarked(marker, word));
        const whole = hit === undefined && search.joined(chunk);
        if (hit !== undefined) found.push([match.index, match.index + chunk.length, hit]);
        else if (whole && isMarked(marker, whole)) found.push([match.index, match.index + chunk.length, whole]);
      }
    }
    return found;
  }

  /** In scripts without spaces only the letters themselves are marked; neighbours grow together. */
  function markPairs(chunk, at, marker, found) {
    for (let place = 0; place < chunk.length; place++) {
      const length = marker.letters.has(chunk[place]) ? 1 : 2;
      const [word] = search.words(chunk.slice(place, place + length));
      if (length === 2 && !isMarked(marker, word || "")) continue;
      const last = found[found.length - 1];
      if (last && last[1] >= at + place) last[1] = Math.max(last[1], at + place + length);
      else found.push([at + place, Math.min(at + place + length, at + chunk.length), word]);
    }
  }

  /** A text as pieces, each with whether it is marked. */
  function pieces(text, found, from, to) {
    const all = [];
    let at = from;
    for (const [start, end] of found) {
      if (start < at || end > to) continue;
      if (start > at) all.push([text.slice(at, start), false]);
      all.push([text.slice(start, end), true]);
      at = end;
    }
    if (at < to) all.push([text.slice(at, to), false]);
    return all;
  }

  /** The start of the stretch that has most different words. */
  function bestStart(found) {
    let best = 0;
    let most = 0;
    found.forEach(([start], at) => {
      const within = new Set();
      for (let next = at; next < found.length && found[next][0] < start + LENGTH - BEFORE; next++) within.add(found[next][2]);
      if (within.size > most) [best, most] = [start, within.size];
    });
    return best;
  }

  function excerpt(text, marker) {
    const found = marks(text, marker);
    let from = Math.max(0, bestStart(found) - BEFORE);
    if (from > 0) from = Math.max(text.indexOf(" ", from) + 1, 0) || from;
    let to = Math.min(text.length, from + LENGTH);
    if (to < text.length) to = Math.max(text.lastIndexOf(" ", to), from + BEFORE);
    const all = pieces(text, found, from, to);
    if (from > 0) all.unshift(["… ", false]);
    if (to < text.length) all.push([" …", false]);
    return all;
  }

  /** Headline and excerpt of a hit as pieces, and the words to mark on the page it leads to. */
  function present(hit, marker) {
    const headline = marks(hit.headline, marker);
    const written = [...headline.map(([from, to]) => hit.headline.slice(from, to))];
    written.push(...marks(hit.text, marker).map(([from, to]) => hit.text.slice(from, to)));
    return {
      headline: pieces(hit.headline, headline, 0, hit.headline.length),
      excerpt: excerpt(hit.text, marker),
      words: [...new Set(written.map((word) => word.toLowerCase()))].slice(0, MOST_MARKS),
    };
  }

  Object.assign(search, { markerOf, present });
})(window.digestSearch);
