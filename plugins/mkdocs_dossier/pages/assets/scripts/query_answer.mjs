/**
 * @file An answer as a table and as CSV. What the database holds goes in as text, never as HTML.
 */
import { make } from "./dom.mjs"

const ID = /^([a-z0-9]+(?:-[a-z0-9]+)*)(?:#([a-z0-9]+(?:-[a-z0-9]+)*)|\/[a-z]+\/\d+.*)?$/
const WIKI = /\[\[([^\]|#]+)(?:#[^\]|]*)?(?:\|([^\]]*))?\]\]/g
const SHORT = 12
const LONG = 1000
const YES_NO = new Set(["state_media_only", "basis_only", "sourced", "disputed", "against", "jointly", "state_media", "own_voice"])

/**
 * @typedef {object} Shown
 * @property {Map<string, {name: string, address: string}>} records  Where each record stands.
 * @property {object} words  Texts of the site.
 * @property {string} root  The way to the site's root.
 * @property {string} site  The site's own address, or nothing.
 */

/**
 * @param {string} caption
 * @param {{columns: string[], rows: (string | number | null)[][]}} answer
 * @param {Shown} shown
 */
export function makeTable(caption, { columns, rows }, shown) {
  const heads = columns.map((name) => make("th", { scope: "col" }, shown.words.columns[name] ?? name))
  const body = make("tbody")
  for (const row of rows) body.append(make("tr", {}, ...row.map((cell, at) => makeCell(cell, columns[at], shown))))
  const head = make("thead", {}, make("tr", {}, ...heads))
  return make("table", { className: "d-answer" }, make("caption", {}, caption), head, body)
}

function makeCell(cell, column, shown) {
  if (cell === null) return make("td")
  if (typeof cell === "number") {
    const { yes, no } = shown.words.words
    return make("td", { className: "d-answer__short" }, YES_NO.has(column) ? (cell ? yes : no) : String(cell))
  }
  if (column === "fact_kind") return make("td", {}, shown.words.kinds[cell] ?? cell)
  const address = addressOf(cell, shown)
  if (address !== null) return make("td", {}, make("a", { href: address }, shown.records.get(cell)?.name ?? cell))
  const text = cell.replace(WIKI, (_, id, label) => label ?? shown.records.get(id)?.name ?? id)
  const cut = text.length > LONG ? `${text.slice(0, LONG)} …` : text
  return text.length <= SHORT ? make("td", { className: "d-answer__short" }, text) : make("td", {}, make("div", {}, cut))
}

/** Where a cell leads: an id of a record or of one of its facts, or an address on this site. */
function addressOf(cell, { records, root, site }) {
  const path = site && cell.startsWith(site) ? cell.slice(site.length) : cell
  if ((site && path !== cell) || /^[a-z0-9-]+\/[a-z0-9-]+\/(#[\w.:-]+)?$/.test(cell)) return root + path
  const found = cell.match(ID)
  const record = found && records.get(found[1])
  return record ? root + record.address + (found[2] ? `#${found[2]}` : "") : null
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
