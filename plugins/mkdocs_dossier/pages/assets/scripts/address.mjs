/**
 * @file The filters that stand in the address, so that a view can be shared and Back undoes a step.
 */

/** @type {Element | null} The field whose changes go into one step: a text, a slider. */
let underway = null
addEventListener("popstate", () => (underway = null))

/** The parameters of the address, in order. */
export const readParameters = () => new URLSearchParams(location.search)

/**
 * Write the parameters that a form owns; the others stay.
 * @param {Set<string>} owned
 * @param {Map<string, string[]>} wanted
 * @param {Element | null} field  What was changed. Typing and dragging make one step, not many.
 */
export function writeParameters(owned, wanted, field) {
  const kept = [...readParameters()].filter(([name]) => !owned.has(name))
  const all = [...kept.map(([name, value]) => [name, [value]]), ...wanted]
  const query = all.map(([name, values]) => `${name}=${values.map(encodeURIComponent).join(",")}`).join("&")
  const address = `${location.pathname}${query ? `?${query}` : ""}${location.hash}`
  const goesOn = field !== null && field === underway
  underway = field?.matches("[type=range], [type=search], input:not([type])") ? field : null
  if (address === location.pathname + location.search + location.hash) return
  history[goesOn ? "replaceState" : "pushState"](null, "", address)
}
