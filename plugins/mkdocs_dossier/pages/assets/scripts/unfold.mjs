/**
 * @file Folded parts open where an address leads into them, and on paper.
 */

function unfoldTarget() {
  const target = document.getElementById(readHash())
  const folds = []
  for (let fold = target?.closest("details"); fold; fold = fold.parentElement.closest("details")) {
    folds.push(fold)
  }
  for (const fold of folds) fold.open = true
  if (folds.length) target.scrollIntoView()
}

/** The id in the address; empty where it cannot be read. */
function readHash() {
  try {
    return decodeURIComponent(location.hash.slice(1))
  } catch {
    return ""
  }
}

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
