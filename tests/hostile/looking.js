// Before the page: what hostile inputs call, and what the browser refuses.
window.met = []
window.pwned = (...found) => window.met.push(`ran: ${found}`)
for (const name of ["alert", "confirm", "prompt", "print", "open"])
  window[name] = () => void window.met.push(`ran: ${name}()`)
document.addEventListener("securitypolicyviolation", (event) =>
  window.met.push(`refused ${event.violatedDirective}: ${event.blockedURI} ${event.sample}`),
)
// ---
// After it: what no page may hold, and its scripts.
;(() => {
  const faults = []
  const ids = new Map()
  const schemes = /^\s*(?!https?:|mailto:)[a-z][a-z0-9+.-]*:/i
  for (const element of document.querySelectorAll("*")) {
    const name = element.localName
    if (["iframe", "frame", "object", "embed", "base", "applet", "portal"].includes(name))
      faults.push(`<${name}>`)
    if (name === "meta" && /refresh/i.test(element.httpEquiv)) faults.push("<meta refresh>")
    if (element.id) ids.set(element.id, (ids.get(element.id) ?? 0) + 1)
    for (const { name: attribute, value } of element.attributes) {
      if (attribute.startsWith("on")) faults.push(`${attribute}="${value}"`)
      if (/^(href|src|action|formaction|poster|data|xlink:href|srcset)$/.test(attribute)) {
        const own = name === "link" && /^data:,?$/.test(value)
        if (schemes.test(value) && !own) faults.push(`${attribute}="${value.slice(0, 80)}"`)
      }
    }
  }
  for (const [id, count] of ids) if (count > 1) faults.push(`id "${id}" stands ${count} times`)
  const scripts = [...document.scripts]
    .filter((script) => script.type !== "application/json" && script.type !== "application/ld+json")
    .map((script) => script.src || script.textContent.trim())
  return { faults, scripts }
})()
// ---
// A hand that moves over every name and presses nothing.
;(async () => {
  for (const link of [...document.querySelectorAll(".md-content a[data-record]")].slice(0, 3)) {
    link.dispatchEvent(new PointerEvent("pointerover", { bubbles: true, pointerType: "mouse" }))
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
})()
