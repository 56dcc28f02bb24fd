// Eases a page of words to copy: a button beside each, and the browser's own address where the school has given none.
// Where versions are listed, it finds what a clause said on a day. Without it the words can be selected and copied by
// hand, and the versions stand below each clause. Nothing is stored and nothing is sent.
const page = document.querySelector('[data-module="copy"]');
const { copy, copied, selected, site } = page.dataset;
const status = page.querySelector('[role="status"]');
const choose = page.querySelector("[data-choose]");

// A path inside the site becomes a whole address.
if (location.protocol.startsWith("http")) {
  const whole = new URL(site, location);
  for (const path of page.querySelectorAll(".ps-path")) path.textContent = new URL(path.textContent, whole);
}

function withButton(words) {
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

function labelled(id, label, element) {
  const name = document.createElement("label");
  element.id = name.htmlFor = id;
  name.textContent = label;
  choose.append(name, element);
  return element;
}

if (choose) {
  const heading = document.createElement("h2");
  heading.textContent = choose.dataset.choose;
  choose.append(heading);
  const clause = labelled("choose-clause", choose.dataset.clause, document.createElement("select"));
  for (const entry of page.querySelectorAll(".ps-cite:has([data-clause]) h3")) clause.add(new Option(entry.textContent, entry.id));
  const day = labelled("choose-day", choose.dataset.day, document.createElement("input"));
  day.type = "date";
  const now = new Date();
  day.value = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
  const found = choose.appendChild(document.createElement("div"));
  found.setAttribute("aria-live", "polite");
  const show = () => {
    const versions = [...page.querySelectorAll(`.ps-cite [data-clause="${clause.value}"]`)];
    if (!day.value) return; // it is still being typed
    const then = versions.find(({ dataset: { from, until } }) => from <= day.value && !(until <= day.value));
    status.textContent = "";
    found.replaceChildren(then ? then.cloneNode(true) : choose.dataset.none);
    for (const button of found.querySelectorAll("button")) button.remove(); // which does nothing in a copy
    for (const words of found.querySelectorAll("[data-words]")) withButton(words);
  };
  clause.addEventListener("change", show);
  day.addEventListener("change", show);
  show();
}

for (const words of page.querySelectorAll(".ps-words-of-page[data-words], .ps-cite [data-words]")) withButton(words);
