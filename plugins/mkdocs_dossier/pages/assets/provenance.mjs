// Copies citations, and filters statements by how far they can be trusted.
// Without this script the citations stand there to be selected, and all statements are shown.

for (const button of document.querySelectorAll("[data-copy]")) {
  const text = document.getElementById(button.dataset.copy);
  if (!text || !navigator.clipboard) continue;
  const label = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text.textContent.trim());
    button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = label; }, 2000);
  });
}

for (const form of document.querySelectorAll(".d-filter-trust")) {
  const statements = [...form.parentElement.querySelectorAll(".d-statement")];
  const weights = statements.map((each) => each.dataset.trust.split(" "));
  const boxes = [...form.querySelectorAll("input")];
  const count = form.querySelector("output");
  const reset = form.querySelector("[type=reset]");
  const show = () => {
    const wanted = boxes.filter((box) => box.checked).map((box) => box.value);
    let shown = 0;
    statements.forEach((statement, index) => {
      const fits = wanted.every((key) => weights[index].includes(key));
      statement.hidden = !fits;
      shown += fits;
    });
    const fold = form.parentElement.querySelector("details.d-rest");
    if (fold && wanted.length) fold.open = true;
    count.textContent = !wanted.length ? "" : shown ? `${shown} / ${statements.length}` : count.dataset.none;
    reset.hidden = !wanted.length;
  };
  for (const box of boxes) {
    box.closest("label").hidden = !weights.some((keys) => keys.includes(box.value));
  }
  form.hidden = false;
  form.addEventListener("change", show);
  form.addEventListener("reset", () => setTimeout(show));
}
