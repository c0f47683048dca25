"use strict"
{
  const MOST = 50
  const AROUND = 60
  const form = document.getElementById("_search")
  const field = form.querySelector("input")
  const status = form.querySelector("[role=status]")
  const list = form.querySelector("ol")
  /* one letter for one letter, so that a place in the folded text is one in the text */
  const fold = (text) => Array.from(text.normalize("NFC"), (letter) =>
    letter.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().slice(0, letter.length) || letter).join("")
  let known

  const read = () => Array.from(document.querySelectorAll("[data-chapter]"), (chapter) => {
    const text = chapter.textContent.replace(/\s+/g, " ").normalize("NFC")
    const title = chapter.querySelector("h3").textContent
    return { id: chapter.id, title, text, folded: fold(text), foldedTitle: fold(title) }
  })

  const show = (chapter, word) => {
    const item = document.createElement("li")
    const link = document.createElement("a")
    link.href = `#${chapter.id}`
    link.textContent = chapter.title
    const at = Math.max(0, chapter.folded.indexOf(word))
    const excerpt = document.createElement("div")
    excerpt.className = "small"
    excerpt.textContent = `… ${chapter.text.slice(Math.max(0, at - AROUND), at + word.length + AROUND)} …`
    item.append(link, excerpt)
    return item
  }

  const search = () => {
    known ??= read()
    const words = fold(field.value).split(/\s+/).filter(Boolean)
    const holds = (chapter) => words.every((word) => chapter.folded.includes(word))
    const titled = (chapter) => words.every((word) => chapter.foldedTitle.includes(word))
    const found = words.length ? known.filter(holds) : []
    found.sort((one, other) => titled(other) - titled(one))
    list.replaceChildren(...found.slice(0, MOST).map((chapter) => show(chapter, words[0])))
    status.textContent = !words.length ? "" : !found.length ? form.dataset.none
      : found.length > MOST ? form.dataset.more.replace("{count}", MOST) : ""
  }

  field.addEventListener("input", search)
  form.addEventListener("submit", (event) => event.preventDefault())
  form.hidden = false
}
