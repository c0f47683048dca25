/**
 * @file The card that opens under the graph: the facts of a pair, behind a line or a cell.
 */
import { make } from "./dom.mjs"

/** Let lines and cells, known by `data-of`, open the card; without a script they are links. */
export function openPairCards() {
  const card = document.querySelector("[data-behind]")
  if (!card) return
  for (const mark of document.querySelectorAll("a[data-of]")) {
    mark.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return
      event.preventDefault()
      open(card, mark)
    })
  }
}

function open(card, mark) {
  const { of, type } = mark.dataset
  const group = document.getElementById(of)
  const rows = [...group.querySelectorAll("[data-item]:not([hidden])")]
  const table = make("table", { className: "d-ledger" })
  table.createTBody().append(
    group.querySelector(".d-ledger__pair").cloneNode(true),
    ...rows.filter((row) => !type || row.dataset.type === type).map((row) => row.cloneNode(true)),
  )
  const close = make("button", { type: "button", className: "d-behind__close", textContent: "×" })
  close.ariaLabel = card.dataset.close
  const back = () => {
    card.hidden = true
    mark.focus()
  }
  close.addEventListener("click", back)
  card.onkeydown = (event) => event.key === "Escape" && back()
  card.replaceChildren(close, table)
  card.hidden = false
  card.focus({ preventScroll: true })
  const fits = card.offsetHeight < innerHeight * 0.8
  card.scrollIntoView({ block: fits ? "nearest" : "start" }) // its heading stays in sight
}
