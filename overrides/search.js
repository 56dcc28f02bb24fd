// Search within the page: the index is in search/index.js, the words that are typed go nowhere.
const box = document.querySelector('[data-module="search"]');
const input = box.querySelector("input");
const status = box.querySelector('[role="status"]');
const list = box.querySelector("ol");
const MOST = 12; // results that are shown; the count says how many there are
const all = document.querySelector(".ps-all");

const index = lunr(function () {
  this.ref("n");
  this.field("title", { boost: 4 });
  this.field("also", { boost: 6 });
  this.field("text");
  this.b(0.3); // a place with many words of its own is hardly the worse for it
  places.forEach((place, n) => this.add({ n, ...place }));
});

// Whole words first, then words that begin so, then words one letter away.
const find = (typed) => {
  const words = lunr.tokenizer(typed.slice(0, input.maxLength)).map(String).filter((word) => /\w/.test(word));
  if (!words.length) return [];
  return index.query((query) => {
    for (const word of words) {
      query.term(word, { boost: 10 });
      if (word.length < 3) continue;
      query.term(word, { boost: 2, usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING });
      if (word.length > 4) query.term(word, { editDistance: 1 });
    }
  });
};

const count = (typed, n) => !typed ? "" : !n ? box.dataset.none : n === 1 ? box.dataset.one : box.dataset.many.replace("{n}", n);

let said;
const show = () => {
  const typed = input.value.trim();
  const found = typed ? find(typed) : [];
  all.hidden = found.length > 0;
  clearTimeout(said);
  said = setTimeout(() => { status.textContent = count(typed, found.length) }, 400); // once, when the typing rests
  list.replaceChildren(...found.slice(0, MOST).map(({ ref }) => {
    const { title, address, kind } = places[ref];
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = address;
    link.textContent = title;
    item.append(link, ` (${kind})`);
    return item;
  }));
};

box.hidden = false;
input.addEventListener("input", show);
input.addEventListener("keydown", ({ key }) => { if (key === "Enter") list.querySelector("a")?.focus(); });
addEventListener("pageshow", show); // words that the browser has put back after Back
