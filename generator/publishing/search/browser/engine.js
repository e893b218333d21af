/* Answering a query: which entries, in which order, and what is said about how they were found. */
window.digestSearch = window.digestSearch || {};
(function (search) {
  "use strict";

  const WEIGHT = { exact: 1, completed: 0.7, corrected: 0.6 };
  const SHORTEST_OPEN = 2;
  const SHORTEST_COMPLETED = 3;
  const RARE = 0.0005;
  const { shards } = search;
  const decoded = new WeakMap();
  let ready = null;

  /** Loads what every query needs: the root and the stemmers it names. */
  function prepare() {
    ready =
      ready ||
      shards.root().then(async (root) => {
        await Promise.all(root.stemmers.filter((name) => !search.hasStemmer(name)).map(shards.stemmerScript));
        root.stopSet = new Set(root.stop.split(" "));
        return root;
      });
    ready.catch(() => (ready = null));
    return ready;
  }

  function entriesOf(row, root) {
    if (!decoded.has(row)) decoded.set(row, search.entriesOf(row.fields, root.entries));
    return decoded.get(row);
  }

  const countOf = (row) => parseInt(row.fields[1], 36);

  /** Everything a word may stand for: rows with weights. */
  async function meanings(root, word, open) {
    const exact = await search.rows(search.terms(word, root.stemmers));
    const found = exact.map((row) => ({ row, weight: WEIGHT.exact }));
    const letters = [...word].length;
    if (open && (letters >= SHORTEST_OPEN || search.isPair(word)))
      for (const row of await search.completions(word)) found.push({ row, weight: WEIGHT.completed });
    else if (search.isPair(word) && letters === 1)
      for (const row of await search.completions(word)) found.push({ row, weight: WEIGHT.exact });
    return { word, found, corrected: [] };
  }

  async function complete(meaning) {
    if (meaning.word.length < SHORTEST_COMPLETED) return;
    for (const row of await search.completions(meaning.word)) meaning.found.push({ row, weight: WEIGHT.completed });
  }

  async function correct(root, meaning) {
    if (meaning.tried) return;
    meaning.tried = true;
    for (const spelling of await search.corrections(meaning.word)) {
      const rows = await search.rows(search.terms(spelling, root.stemmers));
      const fresh = rows.filter((row) => !meaning.found.some((known) => known.row === row));
      if (fresh.length) meaning.corrected.push(spelling);
      for (const row of fresh) meaning.found.push({ row, weight: WEIGHT.corrected });
    }
  }

  /** Best score of a word for each entry that has it. */
  function scores(root, { found }) {
    const best = new Map();
    const most = Math.max(0, ...found.map(({ row }) => countOf(row)));
    const rarity = Math.log(1 + (root.entries - most + 0.5) / (most + 0.5)) + 0.1;
    for (const { row, weight } of found) {
      const { entries, impacts } = entriesOf(row, root);
      for (let at = 0; at < entries.length; at++) {
        const score = (rarity * weight * impacts[at]) / 15;
        if (score > (best.get(entries[at]) || 0)) best.set(entries[at], score);
      }
    }
    return best;
  }

  /** Entries that have all words, with the sum of their scores. */
  function together(maps) {
    const [first, ...others] = [...maps].sort((a, b) => a.size - b.size);
    if (!first) return new Map();
    const all = new Map();
    for (const [entry, score] of first) {
      let sum = score;
      if (others.every((other) => other.has(entry) && ((sum += other.get(entry)), true))) all.set(entry, sum);
    }
    return all;
  }

  function either(maps) {
    const all = new Map();
    for (const map of maps) for (const [entry, score] of map) all.set(entry, Math.max(score, all.get(entry) || 0));
    return all;
  }

  async function unitOf(root, unit) {
    const options = await Promise.all(
      unit.options.map((words) =>
        Promise.all(words.map((word, at) => meanings(root, word, unit.open && at === words.length - 1))),
      ),
    );
    const own = { written: unit.written, options };
    own.score = () => either(options.map((all) => together(all.map((meaning) => scores(root, meaning)))));
    own.meanings = options.flat();
    own.map = own.score();
    if (!own.map.size && !unit.open) await widen(own, complete);
    if (!own.map.size) await widen(own, (meaning) => correct(root, meaning));
    return own;
  }

  /** Lets the words of a unit stand for more. */
  async function widen(unit, how) {
    await Promise.all(unit.meanings.map(how));
    unit.map = unit.score();
  }

  /** Entries in which the words of a phrase stand at its distances. */
  async function phraseOf(root, { places, written }) {
    const isStop = ({ word }) => root.stopSet.has(search.fold(word));
    const telling = places.some((place) => !isStop(place)) ? places.filter((place) => !isStop(place)) : places;
    const found = await Promise.all(telling.map(({ word }) => search.rows(search.terms(word, root.stemmers))));
    const asked = found.map((rows, at) => ({ word: telling[at].word, found: rows.map((row) => ({ row, weight: 1 })), corrected: [] }));
    const map = together(asked.map((meaning) => scores(root, meaning)));
    if (telling.length > 1 && map.size) {
      const positions = await Promise.all(found.map((rows) => positionsIn(root, rows, map)));
      for (const entry of map.keys()) {
        const starts = positions.map((of, at) => new Set((of.get(entry) || []).map((place) => place - telling[at].at)));
        if (![...starts[0]].some((start) => starts.every((one) => one.has(start)))) map.delete(entry);
      }
    }
    return { written, meanings: asked, options: [asked], map, isPhrase: true };
  }

  async function positionsIn(root, rows, wanted) {
    const found = new Map();
    for (const row of rows) {
      if (row.key.startsWith("!")) continue;
      const { entries } = entriesOf(row, root);
      const number = shards.shardOf(root.terms, row.key);
      const line = (await shards.numbered("p", number)).split(";").find((one) => one.startsWith(row.key + ","));
      if (!line) continue;
      const positions = search.positionsOf(line.slice(row.key.length + 1), entries.length);
      entries.forEach((entry, at) => {
        if (wanted.has(entry)) found.set(entry, (found.get(entry) || []).concat(positions[at]));
      });
    }
    return found;
  }

  /** Without the words that say nothing, unless there are no others, and without a first letter. */
  function telling(root, query) {
    const isBegun = ({ open, written }) => !open || [...written].length >= SHORTEST_OPEN || search.isPair(written);
    const says = (unit) => !unit.options[0].every((word) => root.stopSet.has(search.fold(word)));
    const begun = query.units.filter(isBegun);
    const units = begun.filter(says);
    return units.length || query.phrases.length ? units : begun;
  }

  /** Entries with all units, or with as many as any entry has; and whether that was needed. */
  async function candidates(root, units) {
    let all = together(units.map((unit) => unit.map));
    if (!all.size && units.length) {
      const rare = units.filter((unit) => !unit.isPhrase && unit.map.size <= 3 + root.entries * RARE);
      await Promise.all(rare.map((unit) => widen(unit, (meaning) => correct(root, meaning))));
      all = together(units.map((unit) => unit.map));
    }
    if (all.size || units.length < 2) return { all, relaxed: false };
    const cover = new Map();
    for (const { map } of units) for (const entry of map.keys()) cover.set(entry, (cover.get(entry) || 0) + 1);
    let most = 0;
    for (const count of cover.values()) most = Math.max(most, count);
    for (const [entry, count] of cover)
      if (count === most) all.set(entry, units.reduce((sum, unit) => sum + (unit.map.get(entry) || 0), 0));
    return { all, relaxed: all.size > 0 };
  }

  async function without(root, not, all) {
    for (const one of not) {
      const { map } = one.places ? await phraseOf(root, one) : await unitOf(root, { ...one, open: false });
      for (const entry of map.keys()) all.delete(entry);
    }
  }

  /** Looks a query up. Gives the entries found, best first, and how to show any of them. */
  async function find(text, { typing = false, sort = "relevance" } = {}) {
    const root = await prepare();
    const query = search.parse(text, typing);
    const units = await Promise.all([
      ...telling(root, query).map((unit) => unitOf(root, unit)),
      ...query.phrases.map((phrase) => phraseOf(root, phrase)),
    ]);
    const { all, relaxed } = await candidates(root, units);
    const isFiltered = search.hasFilters(query);
    if (!units.length && isFiltered) for (let entry = 0; entry < root.entries; entry++) all.set(entry, 0);
    await without(root, query.not, all);
    const kept = isFiltered ? await search.filtered(root, query, [...all.keys()]) : [...all.keys()];
    const byTime = sort !== "relevance" || !units.length;
    if (!byTime) kept.sort((a, b) => all.get(b) - all.get(a) || b - a);
    const corrected = units.flatMap((unit) => unit.meanings).filter((meaning) => meaning.corrected.length);
    const oldest = sort === "oldest";
    return { root, query, units, relaxed, corrected, entries: kept, total: kept.length, byTime, oldest };
  }

  /** What is shown of the entries from one place in the results to another. */
  async function show(result, from, to) {
    const { root } = result;
    const entries = result.byTime ? await search.byTime(root, result.entries, to, result.oldest) : result.entries;
    return Promise.all(entries.slice(from, to).map((entry) => shown(result, entry)));
  }

  async function shown({ root, units }, entry) {
    const rows = await shards.numbered("d", Math.floor(entry / root.perShard));
    const [address, headline, minute, relation, text, day, outlet] = rows[entry % root.perShard];
    return {
      entry, address, headline, minute, text,
      day: root.days[day],
      outlet: root.outlets[outlet],
      relation: root.relations[relation] || "",
      missing: units.filter((unit) => !unit.map.has(entry)).map((unit) => unit.written),
    };
  }

  Object.assign(search, { prepare, find, show });
})(window.digestSearch);
