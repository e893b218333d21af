/* What pages gain by a script: previews of linked entries, filters and order of a day, a key for the search.
   Pages are complete without it. Text of documents is set as text only. */
(function () {
  "use strict";

  const make = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  };
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
  const text = (node) => (node ? node.textContent.trim() : "");

  searchKey();
  previews();
  const tools = document.querySelector("details.tools");
  if (tools) tools.addEventListener("toggle", () => filters(tools), { once: true });

  /* "/" goes to the search field, unless something is being typed. */
  function searchKey() {
    document.addEventListener("keydown", (event) => {
      const field = document.querySelector("input[type=search]");
      const typing = event.target.closest("input, textarea, select, [contenteditable]");
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing || !field) return;
      event.preventDefault();
      field.focus();
    });
  }

  /* A glance at the entry a note leads to, for pointer and keyboard; Escape closes it. */
  function previews() {
    const box = make("div", "preview");
    box.id = "preview";
    box.setAttribute("role", "tooltip");
    let owner = null;
    let timer = 0;

    const linkOf = (event) => event.target.closest && event.target.closest("aside a, a[data-preview], .lanes a:not(:has(title))");
    const later = (what, pause) => {
      clearTimeout(timer);
      timer = setTimeout(what, pause);
    };
    const hide = () => {
      clearTimeout(timer);
      if (owner) owner.removeAttribute("aria-describedby");
      owner = null;
      box.remove();
    };
    const show = (link) => {
      if (owner === link) return;
      hide();
      if (!fill(box, link)) return;
      owner = link;
      link.setAttribute("aria-describedby", box.id);
      document.body.append(box);
      put(box, link.getBoundingClientRect());
    };

    document.addEventListener("pointerover", (event) => {
      if (event.pointerType === "touch") return;
      const link = linkOf(event);
      if (link) later(() => show(link), 180);
      else if (box.contains(event.target)) clearTimeout(timer);
      else if (owner) later(hide, 250);
    });
    document.addEventListener("focusin", (event) => {
      const link = linkOf(event);
      if (link && link.matches(":focus-visible")) show(link);
      else hide();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") hide();
    });
    window.addEventListener("hashchange", hide);
  }

  function fill(box, link) {
    const address = link.getAttribute("href");
    const target = address[0] === "#" && document.getElementById(address.slice(1));
    const here = target && target.matches(".entry, .front li");
    const told = here ? text(target.querySelector(".body, .hl")) : link.dataset.preview;
    if (!told) return false;
    box.replaceChildren();
    if (here) box.append(make("b", "", `${text(target.querySelector(".time"))} ${text(target.querySelector(".src"))}`));
    const headline = here && text(target.querySelector("header h3"));
    if (headline) box.append(make("strong", "", headline));
    const words = make("p", "", told.length > 260 ? `${told.slice(0, 259).trimEnd()}…` : told);
    words.dir = "auto";
    box.append(words);
    return true;
  }

  function put(box, link) {
    const width = box.offsetWidth;
    const left = Math.max(16, Math.min(link.left, document.documentElement.clientWidth - width - 16));
    const below = link.bottom + box.offsetHeight + 12 < innerHeight;
    const top = below ? link.bottom + 6 : Math.max(8, link.top - box.offsetHeight - 6);
    box.style.left = `${left + scrollX}px`;
    box.style.top = `${top + scrollY}px`;
  }

  /* Outlets, topic, relation and order of a day's entries. */
  function filters(tools) {
    const entries = all(".entry, .front li").map((node) => ({
      node,
      outlet: text(node.querySelector(".src")),
      topics: all("footer a[href*='topics/']", node).map(text),
      relations: all("aside .note, .signs i:not([class])", node).map(text),
    }));
    const form = make("form");
    const status = make("p", "status");
    status.setAttribute("role", "status");
    form.append(
      choices("Outlet", "outlet", count(entries.map((one) => [one.outlet])), entries),
      choices("What others said", "relation", count(entries.map((one) => one.relations))),
      selection("Topic", "topic", count(entries.map((one) => one.topics))),
      order(),
      status,
    );
    tools.append(form);

    const apply = () => {
      const data = new FormData(form);
      const outlets = data.getAll("outlet");
      const relations = data.getAll("relation");
      const topic = data.get("topic");
      let shown = 0;
      for (const one of entries) {
        const fits =
          (!outlets.length || outlets.includes(one.outlet)) &&
          (!relations.length || relations.some((name) => one.relations.includes(name))) &&
          (!topic || one.topics.includes(topic));
        one.node.hidden = !fits;
        shown += fits;
      }
      for (const hour of all(".hour")) hour.hidden = !hour.querySelector(":is(.entry, .front li):not([hidden])");
      status.textContent = shown === entries.length ? "" : `${shown} of ${entries.length} entries shown. `;
      if (shown < entries.length) status.append(again());
    };
    const again = () => {
      const button = make("button", "button", "Show all");
      button.type = "reset";
      return button;
    };
    form.addEventListener("change", (event) => {
      if (event.target.name === "order") turn();
      else apply();
    });
    form.addEventListener("reset", () => setTimeout(apply));
    form.addEventListener("submit", (event) => event.preventDefault());
    window.addEventListener("hashchange", () => {
      const target = document.getElementById(location.hash.slice(1));
      if (!target || !target.hidden) return;
      form.reset();
      apply();
      target.scrollIntoView();
    });
  }

  function count(lists) {
    const counts = new Map();
    for (const list of lists) for (const name of new Set(list)) if (name) counts.set(name, (counts.get(name) || 0) + 1);
    return Array.from(counts).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  }

  function choices(title, name, counts, entries) {
    const group = make("fieldset");
    group.append(make("legend", "", title));
    for (const [value, number] of counts) {
      const label = make("label");
      const box = make("input");
      Object.assign(box, { type: "checkbox", name, value });
      label.append(box);
      const first = entries && entries.find((one) => one.outlet === value);
      const mark = first && first.node.querySelector(".src .g");
      if (mark) label.append(mark.cloneNode(true));
      label.append(`${value} (${number})`);
      group.append(label);
    }
    group.hidden = counts.length === 0;
    return group;
  }

  function selection(title, name, counts) {
    const label = make("label", "pick", `${title} `);
    const select = make("select");
    select.name = name;
    select.append(new Option("all", ""));
    for (const [value, number] of counts) select.append(new Option(`${value} (${number})`, value));
    label.append(select);
    label.hidden = counts.length === 0;
    return label;
  }

  function order() {
    const label = make("label", "pick", "Order ");
    const select = make("select");
    select.name = "order";
    select.append(new Option("earliest first", "earliest"), new Option("latest first", "latest"));
    label.append(select);
    return label;
  }

  /* Hours, and the entries within each, the other way round. */
  function turn() {
    const hours = all(".hour");
    const place = document.createComment("");
    hours[0].before(place);
    for (const hour of hours) {
      for (const entry of all(".entry, .front li", hour).reverse()) entry.parentNode.append(entry);
    }
    place.after(...hours.reverse());
    place.remove();
  }
})();
