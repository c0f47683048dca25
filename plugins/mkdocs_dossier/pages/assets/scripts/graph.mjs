/**
 * @file The graph follows the list of facts: what the filter leaves out is not drawn.
 */

/** @param {HTMLElement} list */
export function followWithGraph(list) {
  const figure = document.querySelector("[data-graph]")
  if (!figure) return
  const edges = [...figure.querySelectorAll("a[data-of]")]
  const nodes = [...figure.querySelectorAll("[data-node]")]
  const most = Number(figure.dataset.most ?? 0)

  list.addEventListener("filtered", ({ detail: { shown, wanted } }) => {
    const { weight, types } = count(shown)
    const few = !wanted.size && most ? heaviest(weight, most) : null
    const isSeen = (id) => weight.has(id) && (!few || few.has(id))
    for (const edge of edges) {
      const { of, type } = edge.dataset
      edge.classList.toggle("d-away", !types.has(`${of} ${type}`) || !of.split("--").every(isSeen))
    }
    for (const node of nodes) {
      const id = node.dataset.node
      const away = Boolean(wanted.size || few) && !isSeen(id)
      node.classList.toggle("d-away", away)
      node.classList.toggle("d-node--focus", wanted.get("focus")?.[0] === id)
      if (away) node.setAttribute("tabindex", "-1")
      else node.removeAttribute("tabindex")
    }
    for (const svg of figure.querySelectorAll(".d-graph__svg")) {
      zoom(svg, Boolean(wanted.has("focus") || few))
    }
  })
  for (const node of nodes) lightOwnLines(node, edges)
}

/** How many facts each actor has, and of which types each pair has some. */
function count(rows) {
  const weight = new Map()
  const types = new Set()
  for (const { own, around } of rows) {
    types.add(`${around.pair} ${own.type}`)
    for (const id of around.pair.split("--")) weight.set(id, (weight.get(id) ?? 0) + 1)
  }
  return { weight, types }
}

const heaviest = (weight, most) =>
  new Set([...weight].sort((one, other) => other[1] - one[1]).slice(0, most).map(([id]) => id))

/** What is left of a large graph is drawn larger, in the shape of the whole. */
function zoom(svg, close) {
  const [wide, high] = [svg.width.baseVal.value, svg.height.baseVal.value]
  const box = close && svg.getClientRects().length ? svg.lastElementChild.getBBox() : null
  svg.classList.toggle("d-graph--close", svg.querySelectorAll("[data-node]:not(.d-away)").length <= 60)
  const scale = box ? Math.min(1, Math.max((box.width + 60) / wide, (box.height + 60) / high, 0.55)) : 1
  const start = (low, length, part, whole) =>
    Math.max(0, Math.min(low + length / 2 - part / 2, whole - part))
  const x = box ? start(box.x, box.width, wide * scale, wide) : 0
  const y = box ? start(box.y, box.height, high * scale, high) : 0
  svg.setAttribute("viewBox", [x, y, wide * scale, high * scale].map((each) => each.toFixed(0)).join(" "))
}

/** A node under the pointer or in focus brings out its own lines. */
function lightOwnLines(node, edges) {
  const light = (id) => {
    for (const edge of edges) {
      edge.classList.toggle("d-edge--dim", id !== null && !edge.dataset.of.split("--").includes(id))
    }
  }
  for (const name of ["pointerenter", "focus"]) node.addEventListener(name, () => light(node.dataset.node))
  for (const name of ["pointerleave", "blur"]) node.addEventListener(name, () => light(null))
}
