function startSearch() {
  const box = document.querySelector(".search");
  const input = box?.querySelector("input");
  const list = document.getElementById("site.finds");
  const panel = list?.parentElement;
  const status = box?.querySelector("[role=status]");
  if (!box || !input || !list || !panel || !status) return;
  let chosen = -1;

  const options = () => [...list.querySelectorAll("a")];

  /** @param {boolean} open */
  const setOpen = (open) => {
    panel.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
    if (!open) choose(-1);
  };

  /** @param {number} index */
  const choose = (index) => {
    chosen = index;
    options().forEach((option, at) => option.setAttribute("aria-selected", String(at === index)));
    const option = options()[index];
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  };

  const search = () => {
    const query = input.value.trim();
    const finds = findInIndex(query, loadedIndex());
    list.replaceChildren(...finds.map(drawFind));
    setOpen(query !== "");
    panel.classList.toggle("is-empty", finds.length === 0);
    status.textContent = query === "" ? "" : countText(finds.length);
    choose(finds.length > 0 ? 0 : -1);
  };

  /** @type {Record<string, () => void>} */
  const keys = {
    ArrowDown: () => choose(Math.min(chosen + 1, options().length - 1)),
    ArrowUp: () => choose(Math.max(chosen - 1, 0)),
    Enter: () => options()[chosen]?.click(),
    Escape: () => (panel.hidden ? input.blur() : setOpen(false)),
  };

  input.addEventListener("focus", () => loadIndex(search), { once: true });
  input.addEventListener("input", search);
  input.addEventListener("keydown", (event) => {
    const act = keys[event.key];
    if (!act || event.isComposing) return;
    const opens = panel.hidden && event.key !== "Escape";
    if (!opens) event.preventDefault();
    (opens ? search : act)();
  });
  box.addEventListener("focusout", (event) => {
    if (event instanceof FocusEvent && !box.contains(/** @type {Node | null} */ (event.relatedTarget)))
      setOpen(false);
  });
  list.addEventListener("click", () => {
    setOpen(false);
    input.value = "";
    input.blur();
  });
  document.addEventListener("keydown", (event) => {
    if (!asksForSearch(event)) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}

/** @param {KeyboardEvent} event */
function asksForSearch({ key, ctrlKey, metaKey, altKey, target }) {
  if (key.toLowerCase() === "k" && (ctrlKey || metaKey)) return true;
  const writes = target instanceof Element && target.closest("input, select, textarea");
  return key === "/" && !ctrlKey && !metaKey && !altKey && !writes;
}

/** @returns {IndexedPage[]} */
const loadedIndex = () =>
  /** @type {{ mplusSearchIndex?: IndexedPage[] }} */ (globalThis).mplusSearchIndex ?? [];

/**
 * Loads the index at the first search, as a script: pages that were opened from a folder cannot fetch.
 *
 * @param {() => void} done
 */
function loadIndex(done) {
  const script = document.createElement("script");
  script.src = `${siteRoot()}search-index.js`;
  script.addEventListener("load", done);
  document.head.append(script);
}

const siteRoot = () => document.documentElement.dataset["root"] ?? "";

/** @param {number} count */
const countText = (count) =>
  count === 0 ? "Nothing found" : count === mostFinds ? `The first ${count} finds` : `${count} found`;

/**
 * @param {Find} find
 * @param {number} index
 */
function drawFind(find, index) {
  const option = document.createElement("a");
  option.id = `site.find-${index}`;
  option.setAttribute("role", "option");
  option.tabIndex = -1;
  option.href = `${siteRoot()}${find.page.path}${find.anchor === undefined ? "" : `#${encodeURIComponent(find.anchor)}`}`;
  const release = document.documentElement.dataset["release"] ?? "";
  const isMissing = lacks(release, find) || lacks(release, find.page);
  option.classList.toggle("is-missing", isMissing);
  option.append(
    line("name", find.name),
    line("kind", isMissing ? `${find.kind}, not in v${release}` : find.kind),
    line("place", find.kind === "page" ? find.page.group : `${find.page.title} · ${find.page.group}`),
    ...(find.about ? [line("about", find.about)] : []),
  );
  return option;
}

/**
 * @param {string} name
 * @param {string} text
 */
function line(name, text) {
  const span = document.createElement("span");
  span.className = name;
  span.textContent = text;
  return span;
}

startSearch();
