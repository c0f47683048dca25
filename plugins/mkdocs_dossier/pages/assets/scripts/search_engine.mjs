/**
 * @file What is found, the best first: names, then the full text as Pagefind ranks it.
 *
 * @typedef {object} Found
 * @property {string} address  From the site's root.
 * @property {string} title
 * @property {string} alias    The other name that was typed.
 * @property {string} group
 * @property {string} summary
 * @property {{ anchor: string, parts: { text: string, mark: boolean }[] } | null} passage
 */
import { Pieces } from "./pieces.mjs"
import { holdsAll, quote } from "./search_excerpt.mjs"
import { lookUpNames, lookUpNear } from "./search_names.mjs"
import { readQuery } from "./search_query.mjs"

const STEPS = [[0, 12], [12, 60]] // the first are shown before the rest is fetched
const cards = new Pieces(new URL("../cards/", import.meta.url).href)
/** @type {Promise<any> | null} */
let loading = null

/** In place of Pagefind where it cannot run: names are found, no text. */
export const NAMES_ONLY = { filters: async () => ({}), search: async () => ({ results: [] }) }

/**
 * Pagefind, ready; it fetches only the parts of its index that a query needs. It runs in a worker of
 * its own: the page's policy refuses WebAssembly in the page.
 */
export function loadEngine(bundle) {
  loading ??= import(bundle)
    .then(async (pagefind) => {
      await pagefind.options({ baseUrl: "/" })
      await pagefind.init()
      await pagefind.filters() // only now is it known to run
      return pagefind
    })
    .catch((error) => {
      loading = null // the next time may be better
      throw error
    })
  return loading
}

/**
 * @param {any} engine
 * @param {string} typed
 * @param {Record<string, string>} filters
 * @yields {{ found: Found[], total: number, near: boolean }}  First the best, then more.
 */
export async function* find(engine, typed, filters) {
  const query = readQuery(typed)
  const [names, { results }] = await Promise.all([
    lookUpNames(query.names),
    engine.search(query.text || null, { filters }),
  ])
  const pages = []
  let rejected = 0
  for (const [from, to] of STEPS) {
    if (from && (results.length <= from || !pages.length)) break
    const loaded = await Promise.all(results.slice(from, to).map((result) => result.data()))
    const fitting = loaded.filter((page) => holdsAll(page, query.words))
    rejected += loaded.length - fitting.length
    pages.push(...fitting)
    const found = await merge(names, pages, query.words, Object.keys(filters).length > 0)
    if (found.length) {
      const total = Math.max(found.length, pages.length ? results.length - rejected : 0)
      yield { found, total, near: false }
    }
  }
  if (!pages.length && !names.length) {
    const near = Object.keys(filters).length ? [] : await lookUpNear(query.words)
    yield { found: await merge(near, [], [], false), total: 0, near: near.length > 0 }
  }
}

/** Names first; where filters are on, only those that the index has found too. */
async function merge(names, pages, asked, filtered) {
  const known = new Map(pages.map((page) => [page.raw_url.replace(/^\//, ""), page]))
  const place = new Map([...known.keys()].map((address, index) => [address, index]))
  const first = names
    .filter(({ address }) => !filtered || known.has(address))
    .sort((one, other) => one.rank - other.rank || rankOf(place, one) - rankOf(place, other))
  const found = await Promise.all(first.map((name) => describeName(name, known.get(name.address), asked)))
  const shown = new Set(first.map((name) => name.address))
  for (const [address, page] of known) {
    if (!shown.has(address)) found.push(describePage(address, page, asked))
  }
  return found
}

const rankOf = (place, name) => place.get(name.address) ?? Infinity

const describePage = (address, page, asked) => ({
  address,
  title: page.meta.title,
  alias: "",
  group: page.meta.group,
  summary: page.meta.summary ?? "",
  passage: asked.length ? quote(page, asked) : null,
})

async function describeName(name, page, asked) {
  const alias = name.name === name.title ? "" : name.name
  if (page) return { ...describePage(name.address, page, asked), alias }
  const id = name.address.split("/").at(-2) ?? ""
  const card = name.summary ? [] : await cards.find(id)
  const summary = name.summary || (card.find(([key]) => key === id)?.[1].s ?? "")
  return { address: name.address, title: name.title, alias, group: name.group, summary, passage: null }
}
