/**
 * @file The search: a button in the header, and a dialog that opens with / or Ctrl-K.
 */
import { make } from "./dom.mjs"

const dialog = /** @type {HTMLDialogElement | null} */ (document.getElementById("_search"))
const opener = /** @type {HTMLTemplateElement | null} */ (document.getElementById("_search-opener"))
if (dialog && opener) setUp(dialog, opener)

function setUp(dialog, opener) {
  const header = document.querySelector(".md-header__inner")
  header.insertBefore(opener.content, header.querySelector("[data-md-component=palette]"))
  const form = dialog.querySelector("form")
  const input = form.elements.q
  const facets = [...dialog.querySelectorAll("select")]
  const status = dialog.querySelector(".d-search-status")
  const results = dialog.querySelector(".d-search-results")
  const reset = dialog.querySelector(".d-search-reset")
  const hint = status.textContent
  const root = new URL(`${dialog.dataset.root}/`, location.href).href
  const labels = new Map([...form.elements.group.options].slice(1).map((each) => [each.value, each.label]))
  labels.set("pair", dialog.dataset.pair)
  let turn = 0
  let timer = 0
  let follows = false // Enter was pressed: the first result is opened as soon as it is there

  /** What finds and what shows, fetched when the search is first opened. */
  async function load() {
    const [{ find, loadEngine, NAMES_ONLY }, { listResults }] = await Promise.all([
      import("./search_engine.mjs"),
      import("./search_results.mjs"),
    ])
    const engine = await loadEngine(new URL(dialog.dataset.bundle, location.href).href).catch((error) => {
      console.error(error)
      return NAMES_ONLY
    })
    const whole = engine !== NAMES_ONLY
    for (const facet of facets) facet.disabled = !whole
    const values = await engine.filters()
    for (const select of facets.slice(1).filter((each) => each.options.length === 1)) {
      const names = Object.keys(values[select.name] ?? {}).sort((one, other) => one.localeCompare(other, document.documentElement.lang))
      select.parentElement.hidden = whole && names.length === 0
      if (select.name === "year") names.reverse()
      select.append(...names.map((name) => make("option", { value: name, textContent: name })))
    }
    return {
      find: (query, filters) => find(engine, query, filters),
      list: (found) => listResults(found, labels, root),
      said: whole ? "" : `${dialog.dataset.names} `,
    }
  }

  async function search() {
    clearTimeout(timer)
    const mine = ++turn
    const query = input.value.trim()
    const filters = Object.fromEntries(facets.filter((each) => each.value).map((each) => [each.name, each.value]))
    const filtered = Object.keys(filters).length > 0
    reset.hidden = !filtered && !query
    if (!query && !filtered) return show([], hint)
    results.ariaBusy = "true"
    try {
      const { find, list, said } = await load()
      for await (const step of find(query, filters)) {
        if (mine !== turn) return
        show(list(step.found), said + count(step))
        if (follows) results.querySelector("a")?.click()
        follows = false
      }
      if (mine === turn) results.ariaBusy = "false"
    } catch (error) {
      if (mine === turn) fail(error)
    }
  }

  function show(sections, said) {
    results.replaceChildren(...sections)
    results.ariaBusy = "false"
    status.textContent = said
  }

  function count({ total, near }) {
    const say = dialog.dataset
    if (total) return total === 1 ? say.one : say.other.replace("{count}", String(total))
    return near ? say.near : say.none
  }

  function fail(error) {
    results.ariaBusy = "false"
    status.textContent = dialog.dataset.failed
    console.error(error)
  }

  function open() {
    if (dialog.open) return
    dialog.showModal()
    input.focus()
    input.select()
    load().catch(fail)
  }

  document.querySelector(".d-search-open").addEventListener("click", open)
  input.addEventListener("input", () => {
    follows = false
    results.ariaBusy = "true"
    clearTimeout(timer)
    timer = setTimeout(search, 120)
  })
  for (const facet of facets) facet.addEventListener("change", search)
  reset.addEventListener("click", () => {
    form.reset()
    search()
    input.focus()
  })
  dialog.querySelector(".d-search-close").addEventListener("click", () => dialog.close())
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    follows = true
    search()
  })
  results.addEventListener("click", (event) => event.target.closest("a") && dialog.close())
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close())
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return
    if (event.target.matches("select")) return
    const links = [...results.querySelectorAll("li > a:first-child")].filter((each) => each.checkVisibility())
    const at = links.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)
    ;(at < 0 ? input : links[Math.min(at, links.length - 1)])?.focus()
    event.preventDefault()
  })
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]")
    const modified = event.ctrlKey || event.metaKey
    const called = event.key === "/" && !typing && !modified && !event.altKey
    if (!called && !(modified && event.key.toLowerCase() === "k")) return
    event.preventDefault()
    open()
  })
}
