function startSearch() {
  const box = document.querySelector(".search");
  const input = box?.querySelector("input");
  const list = document.getElementById("site.finds");
  const panel = list?.parentElement;
  const status = box?.querySelector("[role=status]");
  if (!box || !input || !list || !panel || !status) return;
  let chosen = -1;
  let nothing = "Nothing found.";
  /** @type {ReturnType<typeof createSearch> | undefined} */
  let finder;

  const options = () => [...list.querySelectorAll("a")];

  /** @param {number} index */
  const choose = (index) => {
    chosen = index;
    options().forEach((option, at) => option.setAttribute("aria-selected", String(at === index)));
    const option = options()[index];
    input.setAttribute("aria-activedescendant", option?.id ?? "");
    option?.scrollIntoView({ block: "nearest" });
  };

  /** @param {boolean} open */
  const setOpen = (open) => {
    panel.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
    if (!open) choose(-1);
  };

  const search = () => {
    if (!finder) return;
    const query = input.value.trim();
    const finds = finder(query);
    list.replaceChildren(...finds.map(drawFind));
    setOpen(query !== "");
    panel.dataset["empty"] = finds.length > 0 ? "" : nothing;
    const count = finds.length === maxFinds ? `The first ${maxFinds} finds` : `${finds.length} found`;
    status.textContent = query === "" ? "" : finds.length > 0 ? count : nothing;
    choose(finds.length > 0 ? 0 : -1);
  };

  const load = async () => {
    try {
      await loadScript("search-library.js");
      await loadScript("search-index.js");
      const { mplusSearchIndex } = /** @type {{ mplusSearchIndex?: SearchIndex }} */ (globalThis);
      finder = createSearch(mplusSearchIndex ?? { synonyms: [], pages: [], entries: [] });
    } catch {
      finder = () => [];
      nothing = "The search could not be loaded.";
    }
    search();
  };

  /** @type {Record<string, () => void>} */
  const keys = {
    ArrowDown: () => choose(Math.min(chosen + 1, options().length - 1)),
    ArrowUp: () => choose(Math.max(chosen - 1, 0)),
    Enter: () => options()[chosen]?.click(),
    Escape: () => (panel.hidden ? input.blur() : setOpen(false)),
  };

  input.addEventListener("focus", () => void load(), { once: true });
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
    input.value = "";
    setOpen(false);
    input.blur();
  });
  document.addEventListener("keydown", (event) => {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    const writes = target instanceof Element && target.closest("input, select");
    if (key !== "/" || ctrlKey || metaKey || altKey || writes) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}

/**
 * Loads the search as scripts at its first use. Pages opened from a folder cannot fetch files.
 *
 * @param {string} name
 * @returns {Promise<void>}
 */
const loadScript = (name) =>
  new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `${siteRoot()}${name}`;
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", reject);
    document.head.append(script);
  });

const siteRoot = () => document.documentElement.dataset["root"] ?? "";

/**
 * @param {Find} find
 * @param {number} index
 */
function drawFind({ kind, name, about, matches, place, places, ...ends }, index) {
  const { page, anchor } = place;
  const option = document.createElement("a");
  option.id = `site.find-${index}`;
  option.setAttribute("role", "option");
  option.tabIndex = -1;
  option.href = `${siteRoot()}${page.path}${anchor === undefined ? "" : `#${encodeURIComponent(anchor)}`}`;
  const release = document.documentElement.dataset["release"] ?? "";
  const isMissing = lacks(release, ends) || lacks(release, page);
  option.classList.toggle("is-missing", isMissing);
  // Many pages have a section "Set it up".
  const isSection = kind.endsWith("section");
  const where = anchor === undefined || isSection ? page.group : `${page.name} · ${page.group}`;
  const others = places.length - 1;
  const more = others === 0 ? "" : `, and ${others} more ${others === 1 ? "page" : "pages"}`;
  option.append(
    line("name", markWords(isSection ? `${page.name}: ${name}` : name, matches)),
    line("kind", [isMissing ? `${kind}, not in v${release}` : kind]),
    line("place", [where, more]),
    line("about", markWords(cutAround(about, matches), matches)),
  );
  return option;
}

/**
 * @param {string} name
 * @param {readonly (string | Piece)[]} pieces
 */
function line(name, pieces) {
  const span = document.createElement("span");
  span.className = name;
  for (const piece of pieces) {
    if (typeof piece === "string" || !piece.isMarked) {
      span.append(typeof piece === "string" ? piece : piece.text);
      continue;
    }
    const mark = document.createElement("mark");
    mark.textContent = piece.text;
    span.append(mark);
  }
  return span;
}

startSearch();
