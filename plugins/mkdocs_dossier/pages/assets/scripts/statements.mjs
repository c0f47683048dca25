/**
 * @file Filters the statements of a page by how far they can be trusted.
 */
import { readParameters, writeParameters } from "./address.mjs"

/** @param {HTMLFormElement} form */
function filterStatements(form) {
  const name = form.dataset.list
  const statements = [...form.parentElement.querySelectorAll(".d-statement")]
  const keysOf = statements.map((statement) => statement.dataset.trust.split(" "))
  const boxes = [...form.querySelectorAll("input")]
  const count = form.querySelector("output")
  const reset = form.querySelector("[type=reset]")
  const rest = form.parentElement.querySelector("details.d-rest")

  function show() {
    const wanted = boxes.filter((box) => box.checked).map((box) => box.value)
    let shown = 0
    statements.forEach((statement, index) => {
      const fits = wanted.every((key) => keysOf[index].includes(key))
      statement.hidden = !fits
      shown += Number(fits)
    })
    if (rest) {
      if (wanted.length) rest.open = true
      rest.classList.toggle("d-rest--filtered", wanted.length > 0)
    }
    count.textContent = !wanted.length ? "" : shown ? `${shown} / ${statements.length}` : count.dataset.none
    reset.hidden = !wanted.length
    return new Map(wanted.length ? [[name, wanted]] : [])
  }

  function restore() {
    const wanted = readParameters().get(name)?.split(",") ?? []
    for (const box of boxes) box.checked = wanted.includes(box.value)
    show()
    const unknown = wanted.filter((value) => !boxes.some((box) => box.value === value))
    if (unknown.length) count.append(` ${count.dataset.unknown.replace("#", unknown.join(", "))}`)
  }

  for (const box of boxes) {
    box.closest("label").hidden = !keysOf.some((keys) => keys.includes(box.value))
  }
  form.hidden = false
  form.addEventListener("change", (event) => writeParameters(new Set([name]), show(), event.target))
  form.addEventListener("reset", (event) => {
    event.preventDefault()
    for (const box of boxes) box.checked = false
    boxes.find((box) => box.checkVisibility())?.focus() // the button that had the focus goes
    writeParameters(new Set([name]), show(), null)
  })
  addEventListener("popstate", restore)
  restore()
}

for (const form of document.querySelectorAll(".d-filter-trust")) filterStatements(form)
