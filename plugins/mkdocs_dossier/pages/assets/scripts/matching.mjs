/**
 * @file Which rows of a list a filter shows. Nothing here touches the page.
 *
 * @typedef {object} Row
 * @property {HTMLElement} item
 * @property {DOMStringMap} own     What the row says of itself.
 * @property {DOMStringMap} around  What its group says: the pair, its kinds and states.
 */

const SPECIAL = new Set(["q", "from", "to", "focus", "depth"])

/**
 * @param {Row} row
 * @param {Map<string, string[]>} wanted  Values by name; of several values of one name, any will do.
 * @param {Set<string> | null} near       The actors near the one in focus.
 * @param {string[]} words                Folded; each stands in the row's words.
 */
export function matches({ own, around }, wanted, near, words) {
  if (near && around.pair && !around.pair.split("--").every((id) => near.has(id))) return false
  if (!words.every((word) => (own.words ?? "").includes(word))) return false
  if (!isWithin(own, wanted.get("from")?.[0], wanted.get("to")?.[0])) return false
  for (const [name, values] of wanted) {
    if (SPECIAL.has(name)) continue
    const has = (own[name] ?? around[name] ?? "").split(" ")
    if (!values.some((value) => has.includes(value))) return false
  }
  return true
}

/** Whether a row's years touch a period; without years it is shown for the whole time only. */
function isWithin(own, from, to) {
  if (!from && !to) return true
  if (!own.from && !own.to) return false
  if (to && own.from && Number(own.from) > Number(to)) return false
  return !(from && !("open" in own) && own.to && Number(own.to) < Number(from))
}

/**
 * The actors within so many steps of the one in focus; null where none is.
 * @param {Row[]} rows
 * @param {Map<string, string[]>} wanted
 */
export function findNear(rows, wanted) {
  if (!wanted.has("focus")) return null
  const pairs = [...new Set(rows.map((row) => row.around.pair))].map((pair) => pair.split("--"))
  const found = new Set(wanted.get("focus"))
  for (let step = Number(wanted.get("depth")?.[0] ?? 1); step > 0; step--) {
    const before = new Set(found)
    for (const [one, other] of pairs) {
      if (before.has(one)) found.add(other)
      if (before.has(other)) found.add(one)
    }
  }
  return found
}
