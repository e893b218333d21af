/* Filters and their counts. Entries are numbered by day, outlet and corroboration, so the lengths of the runs
   say all of that for every entry; topics are lists of entries like those of words. */
window.digestSearch = window.digestSearch || {};
(function (search) {
  "use strict";

  const { shards } = search;
  let table = null;

  const hasFilters = (query) =>
    query.corroborated || ["outlet", "notOutlet", "topic", "notTopic", "day"].some((name) => query[name].length);

  /** Day, outlet and corroboration of every entry. */
  async function facts(root) {
    if (!table) {
      const day = new Uint16Array(root.entries);
      const outlet = new Uint16Array(root.entries);
      const corroborated = new Uint8Array(root.entries);
      let entry = 0;
      (await shards.shard("runs")).split(";").forEach((runs, number) => {
        for (const [, which, sign, length] of runs.matchAll(/(\w+)([+-])(\w+)/g)) {
          const end = entry + parseInt(length, 36);
          day.fill(number, entry, end);
          outlet.fill(parseInt(which, 36), entry, end);
          corroborated.fill(sign === "+" ? 1 : 0, entry, end);
          entry = end;
        }
      });
      table = { day, outlet, corroborated };
    }
    return table;
  }

  /** The entries of a topic, by its id or any of its spellings. */
  async function ofTopic(root, value) {
    const spelled = search.placesOf(value).map(({ word }) => search.fold(word)).join("-");
    const rows = await search.rows(["!" + value, "!" + spelled]);
    return new Set(rows.flatMap((row) => [...search.entriesOf(row.fields, root.entries).entries]));
  }

  function outletNumbers(root, values) {
    const key = (text) => search.placesOf(text).map(({ word }) => search.fold(word)).join(" ");
    const keys = root.outlets.map(key);
    const found = values.map(key).flatMap((wanted) => {
      const same = keys.flatMap((own, at) => (own === wanted ? [at] : []));
      return same.length ? same : keys.flatMap((own, at) => ((" " + own).includes(" " + wanted) ? [at] : []));
    });
    return new Set(found);
  }

  /** The entries that pass the filters: any of the outlets, any of the days, all of the topics. */
  async function filtered(root, query, entries) {
    const { day, outlet, corroborated } = await facts(root);
    const wanted = outletNumbers(root, query.outlet);
    const unwanted = outletNumbers(root, query.notOutlet);
    const isDay = root.days.map((own) => query.day.some(({ from, to }) => own && own >= from && own <= to));
    const topics = await Promise.all(query.topic.map((value) => ofTopic(root, value)));
    const notTopics = await Promise.all(query.notTopic.map((value) => ofTopic(root, value)));
    return entries.filter(
      (entry) =>
        (!query.outlet.length || wanted.has(outlet[entry])) &&
        !unwanted.has(outlet[entry]) &&
        (!query.day.length || isDay[day[entry]]) &&
        (!query.corroborated || corroborated[entry]) &&
        topics.every((topic) => topic.has(entry)) &&
        !notTopics.some((topic) => topic.has(entry)),
    );
  }

  /** How many of the entries are of each outlet and day, and corroborated; what has none is left out. */
  async function counts(root, entries) {
    const { day, outlet, corroborated } = await facts(root);
    const days = new Uint32Array(root.days.length);
    const outlets = new Uint32Array(root.outlets.length);
    let both = 0;
    for (const entry of entries) {
      days[day[entry]]++;
      outlets[outlet[entry]]++;
      both += corroborated[entry];
    }
    const named = (names, numbers) => names.map((name, at) => ({ name, count: numbers[at] })).filter(({ count }) => count);
    return {
      days: named(root.days, days).filter(({ name }) => name),
      outlets: named(root.outlets, outlets).sort((a, b) => b.count - a.count),
      corroborated: both,
    };
  }

  /** How many of the entries are of each of the archive's first topics. */
  async function topicCounts(root, entries) {
    const found = await Promise.all(
      root.topics.map(async ([id, name]) => {
        const topic = await ofTopic(root, id);
        return { id, name, count: entries.reduce((sum, entry) => sum + topic.has(entry), 0) };
      }),
    );
    return found.filter(({ count }) => count).sort((a, b) => b.count - a.count);
  }

  const newestFirst = (a, b) => b - a;

  /** The first so many of the entries by time, newest or oldest first; entries without a day come last. */
  async function byTime(root, entries, many, oldest) {
    const { day } = await facts(root);
    const undated = root.days.indexOf("");
    const byDay = new Map();
    for (const entry of entries) {
      if (!byDay.has(day[entry])) byDay.set(day[entry], []);
      byDay.get(day[entry]).push(entry);
    }
    const days = [...byDay.keys()].filter((one) => one !== undated).sort(oldest ? (a, b) => a - b : newestFirst);
    if (byDay.has(undated)) days.push(undated);
    const sorted = [];
    for (const one of days) {
      if (sorted.length >= many) break;
      sorted.push(...(await ofDay(root, byDay.get(one), oldest)));
    }
    return sorted;
  }

  async function ofDay(root, entries, oldest) {
    const parts = [...new Set(entries.map((entry) => Math.floor(entry / root.perClock)))];
    const clocks = new Map(await Promise.all(parts.map(async (part) => [part, await shards.numbered("c", part)])));
    const minute = new Map();
    for (const entry of entries) {
      const at = (entry % root.perClock) * 3;
      minute.set(entry, parseInt(clocks.get(Math.floor(entry / root.perClock)).slice(at, at + 3), 36));
    }
    const sign = oldest ? 1 : -1;
    return entries.sort((a, b) => sign * (minute.get(a) - minute.get(b)) || a - b);
  }

  Object.assign(search, { hasFilters, filtered, counts, topicCounts, byTime });
})(window.digestSearch);
