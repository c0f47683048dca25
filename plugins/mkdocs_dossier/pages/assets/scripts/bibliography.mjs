/**
 * @file The bibliography of what a list shows, for Zotero and LaTeX: chosen from that of the whole.
 */
import { make } from "./dom.mjs"

/** How each format is told apart into entries, and the id of one found. */
const FORMATS = {
  BibTeX: { file: "sources.bib", kind: "application/x-bibtex", entry: /^@\w+\{[^]*?^\}\n+/gm, id: /^@\w+\{([^,]+),/ },
  RIS: { file: "sources.ris", kind: "application/x-research-info-systems", entry: /^TY  - [^]*?^ER  -.*\n+/gm, id: /^ID  - (.*)$/m },
  "CSL-JSON": { file: "sources.json", kind: "application/vnd.citationstyles.csl+json" },
}

/**
 * @param {HTMLElement} list
 * @param {string} data  The address of the page of the data.
 * @param {string} name  Of the format.
 */
export async function take(list, data, name) {
  const folder = new URL("citations/", data)
  const { file, kind, entry, id } = FORMATS[name]
  const [uses, all] = await Promise.all([load(folder, "uses.json"), load(folder, file)])
  const wanted = listSources(list, JSON.parse(uses))
  const text = entry
    ? all.match(entry)?.filter((each) => wanted.has(each.match(id)?.[1])).join("") ?? ""
    : `${JSON.stringify(JSON.parse(all).filter((each) => wanted.has(each.id)), null, 1)}\n`
  const link = make("a", { href: URL.createObjectURL(new Blob([text], { type: kind })), download: file })
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
}

async function load(folder, name) {
  const answer = await fetch(new URL(name, folder))
  if (!answer.ok) throw new Error(`${answer.status} ${name}`)
  return answer.text()
}

/** What stands behind the items that are shown: the articles that they name, else all of their record. */
function listSources(list, uses) {
  const found = new Set()
  for (const item of list.querySelectorAll("[data-item]:not([hidden])")) {
    const ids = [...item.querySelectorAll("[data-record]")].map((each) => each.dataset.record)
    const articles = ids.filter((each) => uses[each]?.[0] === each)
    for (const source of articles.length ? articles : uses[ids[0]] ?? []) found.add(source)
  }
  return found
}
