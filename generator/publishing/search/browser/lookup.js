/* From a word to the terms it may be: its stems, other spellings, what it may become, what it may have been. */
window.digestSearch = window.digestSearch || {};
(function (search) {
  "use strict";

  const COMPLETIONS = 12;
  const COMPLETION_SHARDS = 3;
  const CORRECTIONS = 5;
  const SHORTEST_CORRECTED = 4;
  const MOST_VOCABULARY = 3;
  const { shards } = search;
  const rowsOf = new Map();
  const spellingsOf = new Map();

  /** All rows of one term shard by their key: fields, and other keys that the key leads to. */
  async function termShard(number) {
    if (!rowsOf.has(number)) {
      const rows = new Map();
      for (const line of (await shards.numbered("t", number)).split(";")) {
        const [key, leads] = line.includes("=") ? line.split("=") : [line.slice(0, line.indexOf(",")), null];
        const row = rows.get(key) || { key, fields: null, leads: [] };
        if (leads === null) row.fields = line.split(",");
        else row.leads = leads.split("/");
        rows.set(key, row);
      }
      rowsOf.set(number, rows);
    }
    return rowsOf.get(number);
  }

  async function row(key) {
    const { terms } = await shards.root();
    if (!terms.length) return null;
    return (await termShard(shards.shardOf(terms, key))).get(key) || null;
  }

  /** The rows of these keys and of the spellings they lead to, none twice. */
  async function rows(keys) {
    const own = (await Promise.all([...new Set(keys)].map(row))).filter(Boolean);
    const led = await Promise.all([...new Set(own.flatMap((one) => one.leads))].map(row));
    return [...new Set([...own, ...led.filter(Boolean)])].filter((one) => one.fields);
  }

  async function spellings(series, number) {
    const name = series + number;
    if (!spellingsOf.has(name)) {
      const found = [];
      let before = "";
      for (const [, shared, frequency, rest] of (await shards.numbered(series, number)).matchAll(/([A-Z])(\d)([^A-Z\d]*)/g)) {
        before = before.slice(0, shared.charCodeAt(0) - 65) + rest;
        found.push([before, Number(frequency)]);
      }
      spellingsOf.set(name, found);
    }
    return spellingsOf.get(name);
  }

  /** All spellings that begin so, from a bounded number of shards. */
  async function beginning(series, firsts, start) {
    if (!firsts.length) return [];
    const low = shards.shardOf(firsts, start);
    const high = Math.min(shards.shardOf(firsts, start + "\uffff"), low + MOST_VOCABULARY - 1);
    const numbers = Array.from({ length: high - low + 1 }, (_, at) => low + at);
    const found = (await Promise.all(numbers.map((number) => spellings(series, number)))).flat();
    return found.filter(([spelling]) => spelling.startsWith(start));
  }

  /** The rows of words that begin with this one, the frequent first. */
  async function completions(word) {
    const { forms, terms, stemmers } = await shards.root();
    const start = search.fold(word);
    if (search.isPair(word)) return pairsBeginning(start);
    const found = (await beginning("v", forms, start)).filter(([spelling]) => spelling !== start);
    found.sort((a, b) => b[1] - a[1]);
    const keys = new Set();
    const places = new Set();
    for (const [spelling] of found.slice(0, COMPLETIONS))
      for (const term of search.terms(spelling, stemmers)) {
        const place = shards.shardOf(terms, term);
        if (places.has(place) || places.size < COMPLETION_SHARDS) keys.add((places.add(place), term));
      }
    return rows([...keys]);
  }

  async function pairsBeginning(letter) {
    const { terms } = await shards.root();
    const found = await termShard(shards.shardOf(terms, letter));
    return [...found.values()].filter((one) => one.fields && one.key.startsWith(letter)).slice(0, 4 * COMPLETIONS);
  }

  /** Spellings that occur and are one slip away: a letter missing, added, changed, or two exchanged. */
  async function corrections(word) {
    const { forms, reversed } = await shards.root();
    const written = search.fold(word);
    if (written.length < SHORTEST_CORRECTED || /\p{N}/u.test(written) || search.isPair(word)) return [];
    const half = Math.floor(written.length / 2);
    const backwards = [...written].reverse().join("");
    const [front, back] = await Promise.all([
      beginning("v", forms, written.slice(0, half)),
      beginning("r", reversed, backwards.slice(0, written.length - half - 1)),
    ]);
    const all = new Map(front);
    for (const [spelling, frequency] of back) all.set([...spelling].reverse().join(""), frequency);
    return [...all]
      .filter(([spelling]) => spelling !== written && isOneSlip(spelling, written))
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, CORRECTIONS)
      .map(([spelling]) => spelling);
  }

  function isOneSlip(a, b) {
    if (Math.abs(a.length - b.length) > 1) return false;
    let front = 0;
    while (front < a.length && a[front] === b[front]) front++;
    let back = 0;
    while (back < Math.min(a.length, b.length) - front && a[a.length - 1 - back] === b[b.length - 1 - back]) back++;
    const [restA, restB] = [a.slice(front, a.length - back), b.slice(front, b.length - back)];
    if (restA.length <= 1 && restB.length <= 1) return true;
    return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
  }

  Object.assign(search, { row, rows, completions, corrections, isOneSlip });
})(window.digestSearch);
