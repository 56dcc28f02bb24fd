// What a page says of days is true on the day on which it was made. Where it was not made anew since, the reader's own
// clock shows what is true now: from the day data-from on, or after data-after, and until data-until. Nothing is stored
// or sent.
const now = new Date();
const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
for (const said of document.querySelectorAll("[hidden][data-from], [hidden][data-after]")) {
  const { from, after, until } = said.dataset;
  said.hidden = !(from <= today || after < today) || until <= today;
}
