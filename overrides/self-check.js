// Eases the self-check; the page works without it. Nothing is stored and nothing is sent.
const check = document.querySelector('[data-module="self-check"]');
const heading = check.querySelector("#result-heading");

// "See what to do" takes keyboard and screen reader to the result.
check.querySelector('a[href="#result"]').addEventListener("click", () => setTimeout(() => heading.focus()));

// Each question still open becomes a link to its first answer; the address stays as it is.
for (const item of check.querySelectorAll("[data-missing]")) {
  const link = document.createElement("a");
  link.href = "#result";
  link.textContent = item.textContent;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    check.querySelector(`[data-question="${item.dataset.missing}"] input`).focus();
  });
  item.replaceChildren(link);
}

const print = check.querySelector("[data-print]");
print.hidden = false;
print.addEventListener("click", () => window.print());
