// What a page says of days is true on the day on which it was made. Where it was not made anew since, the reader's own
// clock shows what is true now: data-from is the first day of it, data-after the day before. Nothing is stored or sent.
const now = new Date();
const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
for (const said of document.querySelectorAll("[hidden][data-from], [hidden][data-after]")) {
  said.hidden = !(said.dataset.from <= today || said.dataset.after < today);
}
