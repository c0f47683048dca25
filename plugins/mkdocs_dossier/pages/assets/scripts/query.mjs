/**
 * @file The page of the questions: a form that writes SQL, a database that answers it.
 */
import { make } from "./dom.mjs"
import { makeTable, writeCsv, writeJson } from "./query_answer.mjs"
import { Engine, NoAnswer } from "./query_engine.mjs"

const MOST = 1000
const SECONDS = 10
const LARGE = 20_000_000 // bytes, from which on a reader is asked before the data is loaded
const OWN = "sql"
const YEAR = /^(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/

const form = document.querySelector("form[data-query]")
const words = JSON.parse(form.dataset.words)
const said = document.querySelector("[data-query-said]")
const place = document.querySelector("[data-query-answer]")
const take = document.querySelector("[data-query-take]")
const stop = form.querySelector("[data-stop]")
const area = form.elements.sql
const rules = new Intl.PluralRules(document.documentElement.lang || "en")
const at = (path) => new URL(path, location.href).href

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole)
const count = (number) => fill(words.count[rules.select(number)] ?? words.count.other, { count: number })

function say(text, failed = false) {
  said.textContent = text
  said.toggleAttribute("data-failed", failed)
}

const fail = (error) =>
  error instanceof NoAnswer
    ? say(fill(words.failed[error.key], error.values), true)
    : say(fill(words.failed.load, { reason: error?.message ?? error }), true)

const chosen = () => document.getElementById(`_ask-${form.elements.q.value}`)
const blanksOf = (set) => [...set.querySelectorAll("[name]")]

/** Show the words of the question that is chosen; the blanks of the others are not asked. */
function showQuestion() {
  for (const set of form.querySelectorAll("fieldset")) set.hidden = set.disabled = set !== chosen()
  form.querySelector("[type=submit]").hidden = !chosen()
  if (chosen()) area.value = writeSql(chosen())
  else form.querySelector("details").open = true
}

const quote = (text) => (text ? `'${text.replaceAll("'", "''").replaceAll("\0", "")}'` : "NULL")

function writeSql(set) {
  const values = Object.fromEntries(blanksOf(set).map((each) => [each.name, writeValue(each)]))
  return set.dataset.sql.replace(/:([a-z]+)\b/g, (whole, name) => values[name] ?? whole)
}

const writeValue = ({ value, dataset }) => numberDay(value.trim(), dataset.year) ?? quote(value.trim())

/** A year or a date as the number of its first day, or of its last one, by which the tables sort. */
function numberDay(text, end) {
  const [, year, month, day] = (end && text.match(YEAR)) || []
  const missing = end === "since" ? "00" : "99"
  return year && String(Number(year) * 10_000 + Number((month ?? missing) + (day ?? missing)))
}

/** The question as a sentence, with what stands in its blanks. */
function sayQuestion(set) {
  const said = [...set.querySelectorAll("[data-clause]")].filter(
    (clause) => !clause.dataset.clause || blanksOf(clause).some((each) => each.value.trim()),
  )
  const parts = said.flatMap((clause) => [...clause.children])
  return parts.map((each) => (each.name ? each.selectedOptions?.[0].label || each.value.trim() : each.textContent)).join("")
}

function readBlanks(set) {
  for (const each of blanksOf(set)) {
    const value = each.value.trim()
    if ("year" in each.dataset && value && !YEAR.test(value)) throw new NoAnswer("year", { name: value })
  }
}

let engine
let shown

async function open() {
  const response = await fetch(at(form.dataset.query))
  if (!response.ok) throw new NoAnswer("load", { reason: response.status })
  engine = new Engine(at(form.dataset.engine), await response.arrayBuffer(), SECONDS)
  const { rows } = await engine.ask("SELECT id, name, address FROM records", Infinity)
  const { root, site } = form.dataset
  const local = (address) => (site && address.startsWith(site) ? address.slice(site.length) : address)
  const records = new Map(rows.map(([id, name, address]) => [id, { name, address: local(address) }]))
  shown = { records, words, root, site }
  const known = new Map()
  for (const select of form.querySelectorAll("[data-options]")) {
    const sql = select.dataset.options
    if (!known.has(sql)) known.set(sql, (await engine.ask(sql, Infinity)).rows)
    select.append(...known.get(sql).map(([value, label]) => new Option(label ?? value, value)))
  }
}

async function answer(caption, sql) {
  say(words.working)
  place.hidden = take.hidden = true
  stop.hidden = false
  try {
    if (!sql.trim()) throw new NoAnswer("empty")
    const found = await engine.ask(sql, MOST)
    const own = !chosen() || sql !== writeSql(chosen())
    const table = makeTable(caption, found, { ...shown, own })
    place.replaceChildren(table)
    for (const link of take.children) URL.revokeObjectURL(link.href)
    const { csv, json } = take.dataset
    take.replaceChildren(
      offer(csv, "answer.csv", writeCsv(found), "text/csv"), " · ",
      offer(json, "answer.json", writeJson(found), "application/json"),
    )
    place.hidden = take.hidden = !found.rows.length
    const more = found.cut ? ` ${fill(words.cut, { count: found.rows.length })}` : ""
    say(found.rows.length ? count(found.rows.length) + more : words.none)
  } catch (error) {
    fail(error)
  }
  stop.hidden = true
}

/** A link that gives a text as a file. */
const offer = (words, download, text, type) =>
  make("a", { href: URL.createObjectURL(new Blob([text], { type })), download }, words)

/** Write what is asked into the address, and answer it. */
function ask() {
  const set = chosen()
  try {
    readBlanks(set)
  } catch (error) {
    return fail(error)
  }
  area.value = writeSql(set)
  const filled = blanksOf(set).filter((each) => each.value.trim())
  remember([["q", form.elements.q.value], ...filled.map((each) => [each.name, each.value.trim()])])
  return answer(sayQuestion(set), area.value)
}

function askOwn() {
  if (chosen() && area.value === writeSql(chosen())) return ask()
  remember([["q", OWN], ["sql", area.value]])
  return answer(words["sql-own"], area.value)
}

function remember(parameters) {
  const query = `?${new URLSearchParams(parameters)}`
  if (query !== location.search) history.pushState(null, "", `${location.pathname}${query}`)
}

/** Do as the address says. SQL in it is shown, not run: it is somebody's, and not the dossier's. */
function follow() {
  const asked = new URLSearchParams(location.search)
  const unknown = []
  const question = asked.get("q") ?? form.elements.q.options[0].value
  form.elements.q.value = question
  if (form.elements.q.selectedIndex < 0) {
    unknown.push(question)
    form.elements.q.selectedIndex = 0
  }
  showQuestion()
  for (const each of chosen() ? blanksOf(chosen()) : []) {
    const value = asked.get(each.name) ?? ""
    if (each.options && value && ![...each.options].some((option) => option.value === value)) unknown.push(value)
    else if (value || !each.options) each.value = value
    else each.selectedIndex = 0
  }
  place.hidden = take.hidden = true
  say("")
  if (chosen()) area.value = writeSql(chosen())
  else area.value = asked.get("sql") ?? ""
  if (unknown.length) return say(fill(words.failed.address, { found: unknown.join(", ") }), true)
  if (!chosen()) return say(area.value ? words["sql-shared"] : "")
  if (!asked.has("q") || !form.checkValidity()) return
  try {
    readBlanks(chosen())
  } catch (error) {
    return fail(error)
  }
  return answer(sayQuestion(chosen()), area.value)
}

/** Once the reader wants it, if it is much. */
function agree() {
  const button = document.querySelector("[data-query-load]")
  if (Number(form.dataset.bytes) < LARGE) return Promise.resolve()
  button.parentElement.hidden = false
  return new Promise((go) => button.addEventListener("click", go)).then(() => (button.parentElement.hidden = true))
}

agree()
  .then(() => say(words.loading))
  .then(open)
  .then(() => {
    form.hidden = false
    document.querySelector("[data-query-off]").hidden = true
    form.elements.q.addEventListener("change", showQuestion)
    form.addEventListener("input", ({ target }) => {
      if (chosen()?.contains(target)) area.value = writeSql(chosen())
    })
    form.addEventListener("submit", (event) => {
      event.preventDefault()
      ask()
    })
    form.querySelector("[data-run]").addEventListener("click", askOwn)
    stop.addEventListener("click", () => engine.stop())
    addEventListener("popstate", follow)
    follow()
  })
  .catch(fail)
