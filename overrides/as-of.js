// What a page says of days is true on the day on which it was made. Where it was not made anew since, the reader's own
// clock shows what is true from the day data-from on, and until data-until, and hides what was true until
// data-shown-until. Nothing is stored or sent.
const now = new Date();
const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
for (const said of document.querySelectorAll("[hidden][data-from]")) {
  said.hidden = today < said.dataset.from || said.dataset.until <= today;
}
for (const said of document.querySelectorAll("[data-shown-until]")) said.hidden = said.dataset.shownUntil <= today;
