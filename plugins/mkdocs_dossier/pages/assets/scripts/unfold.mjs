/**
 * @file Folded parts open where an address leads into them, and on paper; an address may carry the
 * fingerprint of a statement (`#id~k3f9`), and the permanent link of one does once it is followed.
 */

function unfoldTarget() {
  const [id, print] = readHash().split("~")
  const target = document.getElementById(id)
  if (print) import("./cited.mjs").then(({ tell }) => tell(id, print)).catch(() => {})
  const folds = []
  for (let fold = target?.closest("details"); fold; fold = fold.parentElement.closest("details")) {
    folds.push(fold)
  }
  for (const fold of folds) fold.open = true
  if (folds.length || (target && print)) target.scrollIntoView()
}

/** The id in the address; empty where it cannot be read. */
function readHash() {
  try {
    return decodeURIComponent(location.hash.slice(1))
  } catch {
    return ""
  }
}

addEventListener("click", async (event) => {
  const link = event.target.closest?.(".d-permalink a[href^='#']")
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  const { hash } = link
  const mark = await import("./cited.mjs").then(({ markOf }) => markOf(hash.slice(1))).catch(() => "")
  location.hash = hash + mark
})
addEventListener("hashchange", unfoldTarget)
unfoldTarget()

/** @type {HTMLDetailsElement[]} What was opened for the paper alone. */
let unfolded = []
addEventListener("beforeprint", () => {
  unfolded = [...document.querySelectorAll(".md-content details:not([open])")]
  for (const fold of unfolded) fold.open = true
})
addEventListener("afterprint", () => {
  for (const fold of unfolded) fold.open = false
})
