/**
 * @file Lists with filters, and the pictures that follow them.
 */
import { Filter } from "./filter.mjs"
import { followWithGraph } from "./graph.mjs"
import { followWithMatrix } from "./matrix.mjs"
import { openPairCards } from "./pair_card.mjs"
import { followWithTimeline } from "./timeline.mjs"

for (const form of document.querySelectorAll("form[data-filter]")) {
  const list = document.getElementById(form.dataset.filter)
  followWithGraph(list)
  followWithMatrix(list)
  followWithTimeline(list)
  new Filter(form)
}
openPairCards()
