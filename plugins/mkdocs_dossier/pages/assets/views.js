// Filters over lists that are complete without them, and the graph, matrix and strip that follow.
"use strict";

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").normalize("NFC").toLowerCase();
const asked = () => new URLSearchParams(location.search);

// One form and the list it narrows. Its state is the address, so that a view can be shared.
class Filter {
  constructor(form) {
    this.form = form;
    this.list = document.getElementById(form.dataset.filter);
    this.items = [...this.list.querySelectorAll("[data-item]")];
    this.groups = [...this.list.querySelectorAll("[data-group]")];
    this.empty = document.querySelector(`[data-empty="${this.list.id}"]`);
    this.output = form.querySelector("output");
    this.reset = form.querySelector("[type=reset]");
    this.hands = [...form.querySelectorAll("[type=range]")];
    this.facts = this.items.map((item) => this.read(item));
    this.restore();
    form.addEventListener("input", (event) => this.hold(event.target));
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(() => this.apply()));
    document.querySelectorAll(`[data-reset="${this.list.id}"]`).forEach((button) =>
      button.addEventListener("click", () => { form.reset(); this.output.focus?.(); }));
    addEventListener("popstate", () => { form.reset(); this.restore(); this.apply(false); });
    this.apply(false);
  }

  read(item) {
    const around = item.closest("[data-pair]");
    return { item, own: item.dataset, around: around ? around.dataset : {} };
  }

  // The two hands of the slider never cross.
  hold(field) {
    const [from, to] = this.hands;
    if (field === from && +from.value > +to.value) to.value = from.value;
    if (field === to && +to.value < +from.value) from.value = to.value;
    this.apply();
  }

  restore() {
    for (const [name, value] of asked()) {
      for (const field of this.form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
        if (field.type === "checkbox") field.checked = value.split(",").includes(field.value);
        else if ("ids" in field.dataset) field.value = nameOf(field, value);
        else if (field.tagName !== "SELECT" || [...field.options].some((each) => each.value === value)) field.value = value;
      }
    }
  }

  // What is asked for: values by name; nothing for what is left as it was.
  wanted() {
    const wanted = new Map();
    for (const field of this.form.elements) {
      if (!field.name) continue;
      let value = field.value;
      if (field.type === "checkbox") value = field.checked ? field.value : "";
      else if (field.type === "range") value = value === field.defaultValue ? "" : value;
      else if ("ids" in field.dataset) value = idOf(field);
      else if (field.dataset.with && !wanted.has(field.dataset.with)) value = "";
      if (value) wanted.set(field.name, [...(wanted.get(field.name) || []), value]);
    }
    return wanted;
  }

  apply(write = true) {
    const wanted = this.wanted();
    const near = this.near(wanted);
    const words = wanted.has("q") ? fold(wanted.get("q")[0]).split(/\s+/).filter(Boolean) : [];
    const shown = this.facts.filter((fact) => this.matches(fact, wanted, near, words));
    const kept = new Set(shown.map((fact) => fact.item));
    this.items.forEach((item) => { item.hidden = !kept.has(item); });
    this.groups.forEach((group) => {
      group.hidden = !group.querySelector("[data-item]:not([hidden])");
    });
    const { one, other } = this.output.dataset;
    this.output.textContent = (kept.size === 1 ? one : other).replace("#", kept.size);
    this.reset.hidden = !wanted.size;
    this.empty.hidden = kept.size > 0;
    this.hands.forEach((hand) => {
      const shows = this.form.querySelector(`[data-shows="${hand.name}"]`);
      if (shows) shows.textContent = hand.value;
    });
    if (write) this.write(wanted);
    this.list.dispatchEvent(new CustomEvent("filtered", { detail: { shown, wanted, near } }));
  }

  write(wanted) {
    const query = [...wanted].map(([name, values]) =>
      `${name}=${values.map(encodeURIComponent).join(",")}`).join("&");
    history.replaceState(null, "", `${location.pathname}${query ? `?${query}` : ""}${location.hash}`);
  }

  matches({ own, around }, wanted, near, words) {
    if (near && around.pair && !around.pair.split("--").every((id) => near.has(id))) return false;
    if (words.length && !words.every((word) => (own.words || "").includes(word))) return false;
    const from = wanted.get("from"), to = wanted.get("to");
    if (from || to) {
      if (!own.from && !own.to) return false;
      if (to && own.from && +own.from > +to[0]) return false;
      if (from && !("open" in own) && own.to && +own.to < +from[0]) return false;
    }
    for (const [name, values] of wanted) {
      if (["q", "from", "to", "focus", "depth"].includes(name)) continue;
      const has = (own[name] ?? around[name] ?? "").split(" ");
      if (!values.some((value) => has.includes(value))) return false;
    }
    return true;
  }

  // The actors within so many steps of the one in focus.
  near(wanted) {
    if (!wanted.has("focus")) return null;
    const pairs = [...new Set(this.facts.map((fact) => fact.around.pair))].map((pair) => pair.split("--"));
    const found = new Set(wanted.get("focus"));
    for (let step = +(wanted.get("depth") || [1])[0]; step > 0; step--) {
      const before = new Set(found);
      for (const [one, other] of pairs) {
        if (before.has(one)) found.add(other);
        if (before.has(other)) found.add(one);
      }
    }
    return found;
  }
}

const options = (field) => [...field.list.options];
const idOf = (field) => options(field).find((each) => fold(each.value) === fold(field.value.trim()))?.dataset.id;
const nameOf = (field, id) => options(field).find((each) => each.dataset.id === id)?.value || "";

// Lines and cells follow the table; a click shows what is behind them.
function followFacts(list) {
  const graph = document.querySelector("[data-graph]");
  const behind = document.querySelector("[data-behind]");
  const marks = [...document.querySelectorAll("[data-of]")];
  const nodes = [...document.querySelectorAll("[data-node]")];
  const most = graph ? +(graph.dataset.most || 0) : 0;

  function draw({ shown, wanted }) {
    const types = new Map(), weight = new Map();
    for (const { own, around } of shown) {
      const key = `${around.pair} ${own.type}`;
      types.set(key, (types.get(key) || 0) + 1);
      types.set(around.pair, (types.get(around.pair) || 0) + 1);
      for (const id of around.pair.split("--")) weight.set(id, (weight.get(id) || 0) + 1);
    }
    const few = !wanted.size && most && new Set([...weight].sort((a, b) => b[1] - a[1]).slice(0, most).map(([id]) => id));
    const seen = (id) => weight.has(id) && (!few || few.has(id));
    for (const mark of marks) {
      const type = mark.dataset.type, count = types.get(type ? `${mark.dataset.of} ${type}` : mark.dataset.of) || 0;
      const away = !count || (type && !mark.dataset.of.split("--").every(seen));
      mark.toggleAttribute("hidden", away);
      mark.classList.toggle("d-away", Boolean(away));
      if (!type) mark.textContent = count || "";
    }
    for (const node of nodes) {
      const away = wanted.size || few ? !seen(node.dataset.node) : false;
      node.classList.toggle("d-away", away);
      node.classList.toggle("d-node--focus", wanted.get("focus")?.[0] === node.dataset.node);
      if (away) node.setAttribute("tabindex", "-1"); else node.removeAttribute("tabindex");
    }
    zoom(Boolean(wanted.has("focus") || few));
    behind.hidden = true;
  }

  // What is left of a large graph is drawn larger, in the shape of the whole.
  function zoom(close) {
    for (const svg of graph ? graph.querySelectorAll(".d-graph__svg") : []) {
      const [wide, high] = [svg.width.baseVal.value, svg.height.baseVal.value];
      const box = close && svg.getClientRects().length ? svg.lastElementChild.getBBox() : null;
      svg.classList.toggle("d-graph--close", svg.querySelectorAll("[data-node]:not(.d-away)").length <= 60);
      const scale = box ? Math.min(1, Math.max((box.width + 60) / wide, (box.height + 60) / high, 0.55)) : 1;
      const clamp = (middle, part, whole) => Math.max(0, Math.min(middle - part / 2, whole - part));
      const [w, h] = [wide * scale, high * scale];
      const x = box ? clamp(box.x + box.width / 2, w, wide) : 0, y = box ? clamp(box.y + box.height / 2, h, high) : 0;
      svg.setAttribute("viewBox", `${x.toFixed(0)} ${y.toFixed(0)} ${w.toFixed(0)} ${h.toFixed(0)}`);
    }
  }

  function show(mark) {
    const group = document.getElementById(mark.dataset.of);
    const rows = [...group.querySelectorAll("[data-item]:not([hidden])")]
      .filter((row) => !mark.dataset.type || row.dataset.type === mark.dataset.type);
    const table = document.createElement("table");
    table.className = "d-ledger";
    const body = table.createTBody();
    body.append(group.querySelector(".d-ledger__pair").cloneNode(true));
    rows.forEach((row) => body.append(row.cloneNode(true)));
    const close = document.createElement("button");
    close.type = "button";
    close.className = "d-behind__close";
    close.textContent = "×";
    close.setAttribute("aria-label", behind.dataset.close);
    const back = () => { behind.hidden = true; mark.focus(); };
    close.addEventListener("click", back);
    behind.onkeydown = (event) => { if (event.key === "Escape") back(); };
    behind.replaceChildren(close, table);
    behind.hidden = false;
    behind.focus();
    behind.scrollIntoView({ block: "nearest" });
  }

  marks.forEach((mark) => mark.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    show(mark);
  }));

  // A node under the pointer or in focus brings out its own lines.
  const light = (id) => graph.querySelectorAll(".d-edge").forEach((edge) =>
    edge.classList.toggle("d-edge--dim", Boolean(id) && !edge.dataset.of.split("--").includes(id)));
  nodes.forEach((node) => {
    ["pointerenter", "focus"].forEach((name) => node.addEventListener(name, () => light(node.dataset.node)));
    ["pointerleave", "blur"].forEach((name) => node.addEventListener(name, () => light("")));
  });
  list.addEventListener("filtered", (event) => draw(event.detail));
}

// Bars follow the chronology.
function followTime(list) {
  const bars = [...document.querySelectorAll("[data-bar]")];
  const years = [...document.querySelectorAll(".d-jump a")];
  list.addEventListener("filtered", ({ detail }) => {
    const kept = new Set(detail.shown.map((fact) => fact.item.id));
    bars.forEach((bar) => bar.classList.toggle("d-away", !kept.has(bar.dataset.bar)));
    years.forEach((link) => {
      link.hidden = document.getElementById(link.hash.slice(1))?.closest("[data-group]")?.hidden ?? false;
    });
  });
}

document.querySelectorAll("form[data-filter]").forEach((form) => {
  const list = document.getElementById(form.dataset.filter);
  if (document.querySelector("[data-graph]")) followFacts(list);
  else followTime(list);
  new Filter(form);
});
