/**
 * @file The strip of time and the links to years follow the chronology.
 */

/** @param {HTMLElement} list */
export function followWithTimeline(list) {
  const bars = [...document.querySelectorAll("[data-bar]")]
  const years = [...document.querySelectorAll(".d-jump:not(.d-parts) a")]
  list.addEventListener("filtered", ({ detail: { shown } }) => {
    const kept = new Set(shown.map((row) => row.item.id))
    for (const bar of bars) bar.classList.toggle("d-away", !kept.has(bar.dataset.bar))
    for (const link of years) {
      const group = document.getElementById(link.hash.slice(1))?.closest("[data-group]")
      link.hidden = group?.hidden ?? false
    }
  })
}
