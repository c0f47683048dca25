/**
 * @file The matrix follows the list of facts: its cells count what is shown, empty rows go.
 */

/** @param {HTMLElement} list */
export function followWithMatrix(list) {
  const table = document.querySelector(".d-matrix")
  if (!table) return
  const cells = [...table.querySelectorAll("a[data-of]")]
  const rows = [...table.tBodies[0].rows]

  list.addEventListener("filtered", ({ detail: { shown, wanted } }) => {
    const counts = new Map()
    for (const { around } of shown) counts.set(around.pair, (counts.get(around.pair) ?? 0) + 1)
    for (const cell of cells) {
      const count = counts.get(cell.dataset.of) ?? 0
      cell.hidden = !count
      cell.textContent = count ? String(count) : ""
    }
    // The same actors stand in rows and columns; the first column is their names.
    rows.forEach((row, index) => {
      const away = wanted.size > 0 && !row.querySelector("a[data-of]:not([hidden])")
      row.hidden = away
      for (const each of [table.tHead.rows[0], ...rows]) each.cells[index + 1].hidden = away
    })
  })
}
