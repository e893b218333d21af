/* The search page: typing, results, filters, keys and the address. What is found is data: it is set as text only. */
(function () {
  "use strict";

  const search = window.digestSearch;
  const place = document.querySelector("[data-search]");
  if (!place) return;

  const PAGE = 10;
  const TYPING_PAUSE = 50;
  const STAY_PAUSE = 700;
  const FACET_ROWS = 12;
  const FREE_FACET_BYTES = 24000;
  const FREE_TOPIC_ENTRIES = 6000;
  const BADGES = {
    corroborates: "corroborated",
    shares_source: "shared source",
    copy: "same wording",
    updates: "update",
    related: "related",
  };
  const at = (name) => place.querySelector(name);
  const [form, input, status, columns] = [".search-form", ".search-words", ".search-status", ".search-columns"].map(at);
  const [facets, list, more, sort] = [".search-facets", ".search-results", ".search-more", ".search-sort"].map(at);
  let result = null;
  let shown = 0;
  let turn = 0;

  if (!search) {
    status.textContent = "The search index is missing beside this page. Entries can be reached by day and topic.";
    return;
  }

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  const isDisk = location.protocol === "file:";

  /** The query and order that the address asks for; both ?q= and #q= are understood. */
  function fromAddress() {
    const hash = new URLSearchParams(location.hash.slice(1));
    const asked = hash.has("q") ? hash : new URLSearchParams(location.search);
    return { text: asked.get("q") || "", order: asked.get("sort") || "relevance" };
  }

  function address() {
    const asked = new URLSearchParams({ q: input.value.trim() });
    if (sort.value !== "relevance") asked.set("sort", sort.value);
    const page = location.href.replace(/[?#].*$/, "");
    return input.value.trim() ? `${page}${isDisk ? "#" : "?"}${asked}` : page;
  }

  /** Writes the search into the address, as a new step back or over the last one. */
  function remember(isStep) {
    const next = address();
    if (next === location.href) return;
    try {
      history[isStep ? "pushState" : "replaceState"](null, "", next);
    } catch {
      // Some browsers allow this nowhere on disk; the search still works, only its address stays.
    }
  }

  async function run({ typing = false } = {}) {
    const mine = ++turn;
    const text = input.value;
    if (!text.trim()) return clear();
    try {
      const found = await search.find(text, { typing, sort: sort.value });
      if (mine !== turn) return;
      const hits = await search.show(found, 0, PAGE);
      if (mine !== turn) return;
      result = found;
      shown = 0;
      list.replaceChildren();
      add(hits);
      columns.hidden = false;
      status.textContent = said(found);
      offer(mine);
    } catch (problem) {
      if (mine === turn) fail(problem);
    }
  }

  function clear() {
    result = null;
    list.replaceChildren();
    columns.hidden = true;
    status.textContent = "";
  }

  function fail(problem) {
    clear();
    status.textContent =
      "A part of the search index could not be loaded. The site may have been rebuilt: load this page again. ";
    console.error("search:", problem);
  }

  /** What was found and how, in one sentence or two. */
  function said({ total, relaxed, corrected, units, byTime }) {
    if (!total && !units.length && byTime) return "";
    const parts = [total === 1 ? "1 entry" : `${total.toLocaleString("en")} entries`];
    if (!total) parts[0] = "No entry";
    if (relaxed) parts.push(`none has all of “${units.map((unit) => unit.written).join("”, “")}”; these have most`);
    for (const { word, corrected: spellings } of corrected)
      parts.push(`“${word}” was also taken for “${spellings.join("”, “")}”`);
    return parts.join(" · ") + ".";
  }

  function add(hits) {
    const marker = search.markerOf(result);
    for (const hit of hits) list.append(row(hit, search.present(hit, marker)));
    shown += hits.length;
    more.hidden = shown >= result.total;
  }

  function row(hit, { headline, excerpt, words }) {
    const item = element("li", "search-result");
    const link = element("a", "search-link");
    link.href = marked(hit.address, words);
    link.append(...(hit.headline ? headline : excerpt).map(piece));
    const heading = element("h2", "search-headline");
    heading.append(link);
    const facts = element("p", "search-facts");
    facts.append(element("span", "search-outlet", hit.outlet), " · ", moment(hit));
    if (hit.relation) facts.append(" ", element("span", `search-badge relation-${hit.relation}`, BADGES[hit.relation] || hit.relation));
    item.append(heading, facts);
    if (hit.headline) {
      const text = element("p", "search-excerpt");
      text.dir = "auto";
      text.append(...excerpt.map(piece));
      item.append(text);
    }
    if (hit.missing.length) item.append(element("p", "search-missing", `without: ${hit.missing.join(", ")}`));
    heading.dir = "auto";
    return item;
  }

  const piece = ([text, isMarked]) => (isMarked ? element("mark", "search-mark", text) : text);

  /** The address of an entry, with the words to mark there. Only our own pages are ever led to. */
  function marked(target, words) {
    const [page, anchor] = target.split("#");
    const asked = words.length ? `?${new URLSearchParams({ mark: words.join(" ") })}` : "";
    return `./${page}${asked}${anchor ? `#${anchor}` : ""}`;
  }

  function moment({ day, minute }) {
    const time = element("time", "search-time");
    const pad = (number) => String(number).padStart(2, "0");
    const clock = minute < 0 ? "" : `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
    if (day) time.dateTime = clock ? `${day}T${clock}` : day;
    time.textContent = [day || "undated", clock].filter(Boolean).join(" ");
    return time;
  }

  /** Offers filters with counts: at once where that is cheap, on opening where the archive is large. */
  async function offer(mine) {
    const { root, entries } = result;
    const groups = [];
    const isCheap = root.runs <= FREE_FACET_BYTES;
    const counted = isCheap ? await search.counts(root, entries) : null;
    if (mine !== turn) return;
    if (counted) groups.push(...countedGroups(counted));
    else groups.push(later("Outlets and days", async () => countedGroups(await search.counts(root, entries))));
    if (root.topics.length) {
      const isSmall = root.topics.reduce((sum, [, , count]) => sum + count, 0) <= FREE_TOPIC_ENTRIES;
      const topics = async () => [topicGroup(await search.topicCounts(root, entries))];
      groups.push(...(isSmall ? await topics() : [later("Topics", topics)]));
    }
    if (mine === turn) facets.replaceChildren(...groups.filter(Boolean));
  }

  function countedGroups({ outlets, days, corroborated }) {
    const both = element("div", "search-facet");
    both.append(choice("is:corroborated", "Only corroborated", corroborated));
    const outlet = outlets.map(({ name, count }) => choice(`outlet:${quoted(name)}`, name, count));
    const day = days.map(({ name, count }) => choice(`day:${name}`, name, count));
    return [both, group("Outlet", outlet), group("Day", day)];
  }

  const topicGroup = (topics) => group("Topic", topics.map(({ id, name, count }) => choice(`topic:${id}`, name, count)));

  function group(title, choices) {
    if (!choices.length) return null;
    const made = element("details", "search-facet");
    made.open = matchMedia("(min-width: 50rem)").matches;
    made.append(element("summary", "search-facet-title", title));
    const rows = element("ul", "search-choices");
    choices.forEach((one, number) => {
      const row = element("li", "search-choice");
      row.hidden = number >= FACET_ROWS;
      row.append(one);
      rows.append(row);
    });
    made.append(rows);
    if (choices.length > FACET_ROWS) made.append(allOf(rows, choices.length));
    return made;
  }

  function allOf(rows, many) {
    const button = element("button", "search-all", `all ${many}`);
    button.type = "button";
    button.addEventListener("click", () => {
      for (const row of rows.children) row.hidden = false;
      button.remove();
    });
    return button;
  }

  function later(title, make) {
    const made = element("details", "search-facet");
    made.append(element("summary", "search-facet-title", title));
    made.addEventListener("toggle", async () => made.replaceWith(...(await make()).filter(Boolean)), { once: true });
    return made;
  }

  /** A filter that is part of the query's text: chosen if it stands there. */
  function choice(filter, name, count) {
    const button = element("button", "search-filter");
    button.type = "button";
    const isOn = ` ${input.value} `.includes(` ${filter} `);
    button.setAttribute("aria-pressed", String(isOn));
    button.append(element("span", "search-filter-name", name), " ", element("span", "search-filter-count", count.toLocaleString("en")));
    button.addEventListener("click", () => {
      const without = ` ${input.value} `.replace(` ${filter} `, " ").trim();
      input.value = isOn ? without : `${input.value.trim()} ${filter}`.trim();
      remember(true);
      run();
    });
    return button;
  }

  const quoted = (text) => (/[\s"]/.test(text) ? `"${text.replace(/"/g, " ")}"` : text);

  let waiting = 0;
  let staying = 0;
  input.addEventListener("input", (event) => {
    clearTimeout(waiting);
    clearTimeout(staying);
    if (event.isComposing) return;
    waiting = setTimeout(() => run({ typing: true }), TYPING_PAUSE);
    staying = setTimeout(() => remember(false), STAY_PAUSE);
  });

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    remember(true);
    await run();
    const first = list.querySelector(".search-link");
    if (first) first.focus();
  });

  sort.addEventListener("change", () => {
    remember(true);
    run();
  });

  more.addEventListener("click", async () => {
    const next = shown;
    add(await search.show(result, shown, shown + PAGE));
    const links = list.querySelectorAll(".search-link");
    if (links[next]) links[next].focus();
  });

  place.addEventListener("keydown", (event) => {
    const links = [...list.querySelectorAll(".search-link")];
    const here = links.indexOf(document.activeElement);
    const isInput = document.activeElement === input;
    if (event.key === "ArrowDown" && (isInput || here >= 0) && links[here + 1]) move(event, links[here + 1]);
    else if (event.key === "ArrowUp" && here >= 0) move(event, links[here - 1] || input);
    else if (event.key === "Escape" && !isInput) move(event, input);
    else if (event.key === "Escape" && input.value) {
      event.preventDefault();
      input.value = "";
      remember(false);
      run();
    } else if (event.key === "Escape") history.back();
  });

  function move(event, target) {
    event.preventDefault();
    target.focus();
  }

  function start() {
    const { text, order } = fromAddress();
    input.value = text;
    sort.value = [...sort.options].some(({ value }) => value === order) ? order : "relevance";
    run();
  }

  window.addEventListener("popstate", start);
  window.addEventListener("hashchange", start);
  search.prepare().catch(fail);
  if (!input.value || fromAddress().text) start();
  else run({ typing: true });
  if (!fromAddress().text) input.focus();
})();
