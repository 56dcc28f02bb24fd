// Eases the self-check; the page works without it. Nothing is stored and nothing is sent.
const check = document.querySelector('[data-module="self-check"]');
const heading = check.querySelector("#result-heading");
const [see, again] = ["a[href='#result']", ".ps-result__end a"].map((link) => check.querySelector(link));

// "See what to do" takes keyboard and screen reader to the result.
const toResult = () => { if (location.hash === "#result") heading.focus(); };
addEventListener("hashchange", toResult);
see.addEventListener("click", toResult);

// "Start again" forgets the answers at once, so that Back does not bring them back.
again.addEventListener("click", () => {
  for (const input of check.querySelectorAll("input")) input.checked = false;
});

// Each question still open becomes a button that leads to its first answer.
for (const item of check.querySelectorAll("[data-missing]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "ps-link";
  button.textContent = item.textContent;
  button.addEventListener("click", () => check.querySelector(`[data-question="${item.dataset.missing}"] input`).focus());
  item.replaceChildren(button);
}

const print = check.querySelector("[data-print]");
print.hidden = false;
print.addEventListener("click", () => window.print());
