/**
 * @file Search: opens with / or Ctrl-K, loads the index when first needed, groups by kind.
 */

const dialog = document.getElementById("d-search")
const opener = document.getElementById("d-search-opener")

if (dialog && opener) {
  const header = document.querySelector(".md-header__inner")
  header.insertBefore(opener.content, header.querySelector("[data-md-component=palette]"))
  const form = dialog.querySelector("form")
  const input = form.elements.q
  const facets = [...dialog.querySelectorAll("select")]
  const status = dialog.querySelector(".d-search-status")
  const results = dialog.querySelector(".d-search-results")
  const reset = dialog.querySelector(".d-search-reset")
  const hint = status.textContent
  const groups = [...form.elements.group.options].slice(1)
  const PER_GROUP = 5
  let engine, latest = 0

  const root = new URL(dialog.dataset.root + "/", location).href
  const element = (tag, properties, ...children) => {
    const made = Object.assign(document.createElement(tag), properties)
    made.append(...children)
    return made
  }

  async function load() {
    if (engine) return engine
    const found = await import(new URL(dialog.dataset.bundle, location).href)
    await found.options({ baseUrl: root, excerptLength: 24 })
    await found.init()
    const values = await found.filters()
    for (const select of facets.slice(1)) {
      const names = Object.keys(values[select.name] ?? {}).sort((a, b) => a.localeCompare(b))
      if (select.name === "year") names.reverse()
      select.append(...names.map((name) => element("option", { value: name, textContent: name })))
    }
    return (engine = found)
  }

  // Pagefind marks what matched with <mark> in an excerpt whose text it has escaped.
  function excerpt(html) {
    const line = element("span", { className: "d-search-excerpt" })
    html.split(/<mark>(.*?)<\/mark>/).forEach((part, index) => {
      const plain = part.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&")
      const text = plain.replace(/(['’]) (?=\p{L})/gu, "$1")
      line.append(index % 2 ? element("mark", { textContent: text }) : text)
    })
    return line
  }

  // The start of a page repeats its title and summary: no passage that they already show.
  function isShown(found, shown) {
    const said = `${found.meta.title} ${found.meta.summary}`.toLowerCase()
    return [...shown.querySelectorAll("mark")].every((mark) =>
      said.includes(mark.textContent.replace(/\P{L}+$/u, "").toLowerCase()),
    )
  }

  function entry(found) {
    const passage = found.sub_results?.find((sub) => sub.url.includes("#")) ?? found
    const link = element("a", { href: found.url }, element("strong", { textContent: found.meta.title }))
    if (found.meta.summary) link.append(element("span", { textContent: found.meta.summary }))
    const item = element("li", {}, link)
    const shown = excerpt(passage.excerpt)
    if (passage === found ? !isShown(found, shown) : shown.querySelector("mark")) {
      item.append(element("a", { href: passage.url, className: "d-search-passage" }, shown))
    }
    return item
  }

  async function search() {
    const turn = ++latest
    const query = input.value.trim()
    const filters = Object.fromEntries(
      facets.filter((each) => each.value).map((each) => [each.name, each.value]),
    )
    const filtered = Object.keys(filters).length > 0
    reset.hidden = !filtered && !query
    if (!query && !filtered) {
      results.replaceChildren()
      status.textContent = hint
      return
    }
    try {
      const found = await (await load()).search(fold(query) || null, { filters })
      const loaded = []
      for (const [from, to] of [[0, 12], [12, 60]]) {  // the first are shown before the rest is fetched
        const more = found.results.slice(from, to).map((each) => each.data())
        loaded.push(...(await Promise.all(more)))
        if (turn !== latest) return
        if (more.length || !from) show(loaded, found.results.length)
      }
      dialog.dataset.shown = query
    } catch (error) {
      status.textContent = dialog.dataset.failed
    }
  }

  // As the index was folded: elisions apart, ligatures as letters.
  const fold = (text) =>
    text.replace(/œ/gi, "oe").replace(/æ/gi, "ae").replace(/(^|\s)([cdjlmnst]|qu)['’](?=\p{L})/giu, "$1")

  function show(loaded, total) {
    const { none, one, other } = dialog.dataset
    status.textContent = total === 0 ? none : total === 1 ? one : other.replace("{count}", total)
    results.replaceChildren()
    for (const { value, textContent } of groups) {
      const members = loaded.filter((each) => each.meta.group === value)
      if (!members.length) continue
      const list = element("ul", {}, ...members.slice(0, PER_GROUP).map(entry))
      const title = element("h2", { textContent: `${textContent} ` })
      title.append(element("span", { textContent: members.length }))
      results.append(element("section", {}, title, list))
      if (members.length > PER_GROUP) {
        const rest = element("ul", {}, ...members.slice(PER_GROUP).map(entry))
        const more = element("summary", { textContent: `+ ${members.length - PER_GROUP}` })
        results.lastChild.append(element("details", {}, more, rest))
      }
    }
  }

  function open() {
    if (dialog.open) return
    dialog.showModal()
    input.focus()
    input.select()
    load().catch(() => (status.textContent = dialog.dataset.failed))
  }

  let timer
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(search, 120)
  }
  document.querySelector(".d-search-open").addEventListener("click", open)
  input.addEventListener("input", soon)
  facets.forEach((each) => each.addEventListener("change", search))
  reset.addEventListener("click", () => {
    form.reset()
    search()
    input.focus()
  })
  dialog.querySelector(".d-search-close").addEventListener("click", () => dialog.close())
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    results.querySelector("a")?.click()
  })
  results.addEventListener("click", (event) => event.target.closest("a") && dialog.close())
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close())
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return
    const links = [...results.querySelectorAll("li > a:first-child")].filter((each) => each.offsetParent)
    const at = links.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)
    ;(at < 0 ? input : links[Math.min(at, links.length - 1)])?.focus()
    event.preventDefault()
  })
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]")
    const called = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey
    if (!called && !((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k")) return
    event.preventDefault()
    open()
  })
}
