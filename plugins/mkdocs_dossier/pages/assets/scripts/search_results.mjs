/**
 * @file What was found, on the page: in groups, the one with the best match first.
 */
import { make } from "./dom.mjs"
import { fold } from "./fold.mjs"

const PER_GROUP = 5

/**
 * @param {import("./search_engine.mjs").Found[]} found
 * @param {Map<string, string>} labels  Of the groups.
 * @param {string} root  The address of the site.
 */
export function listResults(found, labels, root) {
  const groups = new Map()
  for (const each of found) {
    groups.set(each.group, [...(groups.get(each.group) ?? []), each])
  }
  return [...groups].map(([group, members]) => {
    const items = members.map((each) => makeEntry(each, root))
    const title = make("h2", {}, `${labels.get(group) ?? group} `, make("span", { textContent: items.length }))
    const section = make("section", {}, title, make("ul", {}, ...items.slice(0, PER_GROUP)))
    const rest = items.slice(PER_GROUP)
    if (rest.length) {
      section.append(make("details", {}, make("summary", { textContent: `+ ${rest.length}` }), make("ul", {}, ...rest)))
    }
    return section
  })
}

function makeEntry(found, root) {
  const href = new URL(found.address, root).href
  const link = make("a", { href }, make("strong", { textContent: found.title }))
  if (found.alias) link.append(" ", make("span", { className: "d-search-alias", textContent: found.alias }))
  if (found.summary) link.append(make("span", { className: "d-search-summary", textContent: found.summary }))
  const item = make("li", {}, link)
  if (found.passage && !isSaid(found)) item.append(makePassage(found.passage, href))
  return item
}

function makePassage({ anchor, parts }, href) {
  const line = parts.map(({ text, mark }) => (mark ? make("mark", { textContent: text }) : text))
  const address = anchor ? `${href}#${encodeURIComponent(anchor)}` : href
  return make("a", { href: address, className: "d-search-passage" }, ...line)
}

/** Title and summary say it already. */
function isSaid({ title, summary, passage }) {
  const said = fold(`${title} ${summary}`)
  return passage.parts.every(({ text, mark }) => !mark || said.includes(fold(text)))
}
