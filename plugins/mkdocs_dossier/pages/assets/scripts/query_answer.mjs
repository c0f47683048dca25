/**
 * @file An answer as a table, as CSV and as JSON. What the database holds goes in as text, never as
 * HTML.
 */
import { make } from "./dom.mjs"

const ID = /^([a-z0-9]+(?:-[a-z0-9]+)*)(?:#(_?[a-z0-9]+(?:-[a-z0-9]+)*)|\/([a-z]+)\/([a-z0-9]+(?:-[a-z0-9]+)*).*)?$/
/** What stands on the page of a record for each of its facts, before what the fact is called. */
const ANCHORS = {
  relations: "_relation-", offices: "_office-", participants: "_participant-", disputes: "_dispute-", notes: "_note-",
}
const DATE = /^[\d.XYZT?~%:,/[\]{}-]+$/ // EDTF
const WIKI = /\[\[([^\]|#]+)(?:#[^\]|]*)?(?:\|([^\]]*))?\]\]/g
const SHORT = 24
const LONG = 1000
const YES_NO = new Set(["state_media_only", "basis_only", "sourced", "disputed", "against", "jointly", "state_media", "own_voice"])

/**
 * @typedef {object} Shown
 * @property {Map<string, {name: string, address: string}>} records  Where each record stands.
 * @property {object} words  Texts of the site.
 * @property {string} root  The way to the site's root.
 * @property {string} site  The site's own address, or nothing.
 * @property {boolean} own  Whether the reader wrote the question: then each column is shown as it is.
 */

/**
 * @param {string} caption
 * @param {{columns: string[], rows: (string | number | null)[][]}} answer
 * @param {Shown} shown
 */
export function makeTable(caption, { columns, rows }, shown) {
  const naming = shown.own ? -1 : findNaming(rows, shown)
  const kept = columns.map((_, at) => at).filter((at) => naming < 0 || at < columns.length - 1)
  const heads = kept.map((at) => make("th", { scope: "col" }, shown.words.columns[columns[at]] ?? columns[at]))
  const body = make("tbody")
  for (const row of rows) {
    const cells = kept.map((at) =>
      at === naming ? makeLink(row.at(-1), row[at], shown) : makeCell(row[at], columns[at], shown))
    body.append(make("tr", {}, ...cells))
  }
  const head = make("thead", {}, make("tr", {}, ...heads))
  return make("table", { className: "d-answer" }, make("caption", {}, make("span", {}, caption)), head, body)
}

/** The column that names the record which the last one leads to, and can lead there itself; else -1. */
function findNaming(rows, shown) {
  const names = rows.map((row) => shown.records.get(ID.exec(row.at(-1) ?? "")?.[1])?.name)
  const last = (rows[0]?.length ?? 0) - 1
  const found = rows[0]?.findIndex((_, at) => at < last && rows.every((row, number) => row[at] === names[number]))
  return found ?? -1
}

const makeLink = (id, text, shown) =>
  make("td", {}, make("div", {}, make("a", { href: addressOf(id, shown), title: id }, text)))

function makeCell(cell, column, shown) {
  if (cell === null) return make("td")
  if (typeof cell === "number") {
    const { yes, no } = shown.words.words
    return make("td", { className: "d-answer__short" }, YES_NO.has(column) ? (cell ? yes : no) : String(cell))
  }
  if (column === "fact_kind") return make("td", {}, shown.words.kinds[cell] ?? cell)
  const address = addressOf(cell, shown)
  if (address !== null) return makeLink(cell, shown.records.get(shown.own ? cell : ID.exec(cell)?.[1])?.name ?? cell, shown)
  const text = cell.replace(WIKI, (_, id, label) => label ?? shown.records.get(id)?.name ?? id)
  const cut = text.length > LONG ? `${text.slice(0, LONG)} …` : text
  const short = text.length <= SHORT || DATE.test(text)
  return short ? make("td", { className: "d-answer__short" }, cut) : make("td", {}, make("div", {}, cut))
}

/** Where a cell leads: an id of a record or of one of its facts, or an address on this site. */
function addressOf(cell, { records, root, site }) {
  const path = site && cell.startsWith(site) ? cell.slice(site.length) : cell
  if ((site && path !== cell) || /^[a-z0-9-]+\/[a-z0-9-]+\/(#[\w.:-]+)?$/.test(cell)) return root + path
  const found = cell.match(ID)
  const record = found && records.get(found[1])
  const anchor = found?.[2] ?? (found?.[3] in ANCHORS ? ANCHORS[found[3]] + found[4] : "")
  return record ? root + record.address + (anchor ? `#${anchor}` : "") : null
}

const RISKY = /(^|[;\t\r\n])(?=[=+\-@'＝＋－＠\t\r])/g

/**
 * As `exports/csv_tables.py` writes cells: nothing in it is a formula to a spreadsheet.
 * @param {{columns: string[], rows: (string | number | null)[][]}} answer
 */
export function writeCsv({ columns, rows }) {
  const cells = (row) => row.map(writeCell).join(",")
  return [columns, ...rows].map((row) => `${cells(row)}\r\n`).join("")
}

function writeCell(cell) {
  if (cell === null) return ""
  if (typeof cell === "number") return String(cell)
  const safe = cell.replace(RISKY, "$1'")
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/**
 * A list of objects; of two columns of one name, the second gets a number.
 * @param {{columns: string[], rows: (string | number | null)[][]}} answer
 */
export function writeJson({ columns, rows }) {
  const names = []
  for (const name of columns) {
    let free = name
    for (let number = 2; names.includes(free); number++) free = `${name}_${number}`
    names.push(free)
  }
  const lines = rows.map((row) => JSON.stringify(Object.fromEntries(names.map((name, at) => [name, row[at]]))))
  return `[\n${lines.join(",\n")}\n]\n`
}
