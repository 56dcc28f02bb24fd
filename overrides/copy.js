// Eases a page of words to copy: a button beside each, and the browser's own address where the school has given none.
// Without it the words can be selected and copied by hand. Nothing is stored and nothing is sent.
const page = document.querySelector('[data-module="copy"]');
const { copy, copied, selected, site } = page.dataset;
const status = page.querySelector('[role="status"]');

// A path inside the site becomes a whole address.
if (location.protocol.startsWith("http")) {
  const whole = new URL(site, location);
  for (const path of page.querySelectorAll(".ps-path")) path.textContent = new URL(path.textContent, whole);
}

for (const words of page.querySelectorAll("[data-words]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "ps-action ps-action--quiet";
  button.textContent = copy;
  button.setAttribute("aria-label", `${copy}: ${words.dataset.words}`);
  button.addEventListener("click", async () => {
    getSelection().selectAllChildren(words);
    try {
      await navigator.clipboard.writeText(words.innerText.trim());
      status.textContent = `${copied}: ${words.dataset.words}`;
    } catch {
      status.textContent = selected; // no clipboard, as on a page without https: the words stay selected
    }
  });
  words.after(button);
}
