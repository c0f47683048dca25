/**
 * @file Copies citations. Without it they stand there to be selected.
 */

for (const button of document.querySelectorAll("[data-copy]")) {
  const text = document.getElementById(button.dataset.copy)
  if (!text || !navigator.clipboard) continue
  const label = button.textContent
  button.hidden = false
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text.textContent.trim())
    button.textContent = button.dataset.done
    setTimeout(() => (button.textContent = label), 2000)
  })
}
