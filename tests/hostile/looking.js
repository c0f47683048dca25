// Before the page. What hostile inputs call, and what the browser refuses.
window.met = []
window.pwned = (...found) => window.met.push(`ran: ${found}`)
for (const name of ["alert", "confirm", "prompt", "print", "open"])
  window[name] = () => void window.met.push(`ran: ${name}()`)
document.addEventListener("securitypolicyviolation", (event) =>
  window.met.push(`refused ${event.violatedDirective}: ${event.blockedURI} ${event.sample}`),
)
// What no page may hold, and its scripts.
window.audit = (page, address) => {
  const faults = []
  const ids = new Map()
  const schemes = /^\s*(?!https?:|mailto:)[a-z][a-z0-9+.-]*:/i
  for (const element of page.querySelectorAll("*")) {
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
  const scripts = [...page.scripts]
    .filter((script) => script.type !== "application/json" && script.type !== "application/ld+json")
    .map((script) => script.src ? new URL(script.getAttribute("src"), address).href : script.textContent.trim())
  const policy = page.querySelector("meta[http-equiv=Content-Security-Policy]")
  if (!policy) faults.push("no Content-Security-Policy")
  return { faults, scripts }
}
// Pages as the browser's parser reads them: nothing runs, and one takes a hundredth of a second.
window.read = async (addresses) => {
  const found = []
  for (const address of addresses) {
    const answer = await fetch(address)
    const page = new DOMParser().parseFromString(await answer.text(), "text/html")
    const sight = audit(page, address)
    if (!answer.ok) sight.faults.push(`no page at ${address}`)
    found.push({ ...sight, text: page.body.textContent, title: page.querySelector("h1")?.textContent ?? "" })
  }
  return found
}
// ---
// A hand that moves over every name and presses nothing.
;(async () => {
  for (const link of [...document.querySelectorAll(".md-content a[data-record]")].slice(0, 3)) {
    link.dispatchEvent(new PointerEvent("pointerover", { bubbles: true, pointerType: "mouse" }))
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
})()
