// A card beside a name, on hover or focus. Escape closes it; touch opens the link as usual.
(() => {
  const base = new URL(".", document.currentScript.src)
  const root = new URL("../../", base)
  const own = document.querySelector('meta[name="dossier:record"]')?.content
  const selector = ".md-content a[data-record]"
  let card, shownFor, timer, loading

  const load = () =>
    (loading ??= new Promise((resolve) => {
      const script = document.createElement("script")
      script.src = new URL("previews-data.js", base)
      script.onload = script.onerror = () => resolve(window.dossierPreviews ?? {})
      document.head.append(script)
    }))

  const add = (tag, className, text) => {
    if (!text) return
    const element = document.createElement(tag)
    element.className = className
    element.textContent = text
    card.append(element)
  }

  // The office held on the day of the page; on a page without a day, none is claimed.
  const officeAt = (offices, day) =>
    offices?.find(([, first, last]) => (first || last) && (!first || first <= day) && (!last || day <= last))?.[0]

  function close() {
    clearTimeout(timer)
    shownFor?.removeAttribute("aria-describedby")
    shownFor = null
    if (card?.matches(":popover-open")) card.hidePopover()
  }

  async function show(link) {
    const cards = await load()
    const found = cards[link.dataset.record]
    if (!found || link.dataset.record === own || !link.isConnected) return
    if (!card) {
      card = document.createElement("div")
      card.id = "d-preview"
      card.className = "d-preview"
      card.popover = "manual"
      card.setAttribute("role", "tooltip")
      card.addEventListener("pointerenter", () => clearTimeout(timer))
      card.addEventListener("pointerleave", later)
      document.body.append(card)
    }
    close()
    card.replaceChildren()
    if (found.p) {
      const portrait = new Image(48, 60)
      portrait.src = new URL(found.p, root).href
      portrait.alt = ""
      card.append(portrait)
    }
    add("span", "d-preview-kind", found.d ? `${found.k} · ${found.d}` : found.k)
    add("strong", "", found.n)
    add("span", "d-preview-office", officeAt(found.o, cards[own]?.t))
    add("span", "", found.s)
    card.showPopover()
    const at = link.getClientRects()[0]
    const { width, height } = card.getBoundingClientRect()
    const below = at.bottom + height + 12 < innerHeight
    card.style.left = `${Math.max(8, Math.min(at.left, innerWidth - width - 8))}px`
    card.style.top = `${below ? at.bottom + 4 : Math.max(8, at.top - height - 4)}px`
    link.setAttribute("aria-describedby", card.id)
    shownFor = link
  }

  function soon(link, delay) {
    clearTimeout(timer)
    if (link !== shownFor) timer = setTimeout(show, delay, link)
  }

  function later() {
    clearTimeout(timer)
    timer = setTimeout(close, 200)
  }

  if (!HTMLElement.prototype.showPopover) return
  document.addEventListener("pointerover", (event) => {
    const link = event.pointerType !== "touch" && event.target.closest?.(selector)
    if (link) soon(link, 250)
  })
  document.addEventListener("pointerout", (event) => {
    if (event.pointerType !== "touch" && event.target.closest?.(selector)) later()
  })
  document.addEventListener("focusin", (event) => {
    const link = event.target.closest?.(selector)
    if (link?.matches(":focus-visible")) soon(link, 250)
    else close()
  })
  document.addEventListener("focusout", later)
  document.addEventListener("scroll", () => shownFor && close(), { passive: true })
  document.addEventListener("keydown", (event) => event.key === "Escape" && close())
})()
