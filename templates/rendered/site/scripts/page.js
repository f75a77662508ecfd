/** Shows the last known release in the footer. Without scripts, the link beside it leads to the same information. */
function showKnownUpTo() {
  const place = document.getElementById("site.known");
  const known = /** @type {{ mplusKnownUpTo?: string }} */ (globalThis).mplusKnownUpTo ?? "";
  if (place && known !== "") place.textContent = `Known up to ${known}. `;
}

/** Makes only the regions that scroll focusable, so that the arrow keys can move them. */
function watchScrolling() {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const scrolls = target.scrollWidth > target.clientWidth || target.scrollHeight > target.clientHeight;
      target.toggleAttribute("tabindex", scrolls);
      if (scrolls) target.setAttribute("tabindex", "0");
    }
  });
  document.querySelectorAll("[data-scroll]").forEach((element) => observer.observe(element));
}

/** Each click on the button selects the next color scheme. */
function startThemeButton() {
  const button = document.querySelector("button.theme");
  const label = () => button?.setAttribute("aria-label", `Colors: ${theme}`);
  label();
  button?.addEventListener("click", () => {
    showTheme(themes[themes.indexOf(theme) + 1] ?? "");
    keptChoice("theme", theme);
    label();
  });
}

/** Adds a copy button to every block of code. Browsers have a clipboard only on secure pages. */
function addCopyButtons() {
  const { clipboard } = /** @type {{ clipboard?: Clipboard }} */ (navigator);
  if (!clipboard) return;
  for (const figure of document.querySelectorAll("figure.code")) {
    const button = document.createElement("button");
    button.className = "copy";
    button.textContent = "Copy";
    button.setAttribute("aria-label", `Copy: ${figure.querySelector("figcaption")?.textContent ?? "code"}`);
    const status = document.createElement("output");
    status.className = "unseen";
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let ending;
    /** @param {string} outcome */
    const tell = (outcome) => {
      button.textContent = status.textContent = outcome;
      clearTimeout(ending);
      ending = setTimeout(() => {
        button.textContent = "Copy";
        status.textContent = "";
      }, 2000);
    };
    button.addEventListener("click", () => {
      const copying = clipboard.writeText(figure.querySelector("code")?.textContent ?? "");
      void copying.then(
        () => tell("Copied"),
        () => tell("Not copied"),
      );
    });
    figure.append(button, status);
  }
}

function startSamples() {
  const kept = keptChoice("form");
  for (const choice of document.querySelectorAll(".samples fieldset input")) {
    if (!(choice instanceof HTMLInputElement)) continue;
    if (choice.value === kept) choice.checked = true;
    choice.addEventListener("change", () => keptChoice("form", choice.value));
  }
}

/** Scrolls the sidebar to the current page. On narrow screens the sidebar is a drawer: it scrolls when it opens, and a link closes it. */
function startSidebar() {
  const sidebar = document.getElementById("site.sidebar");
  const current = sidebar?.querySelector("a[aria-current]");
  if (!sidebar || !(current instanceof HTMLElement)) return;
  const scroll = () => (sidebar.scrollTop = current.offsetTop - sidebar.clientHeight / 2);
  sidebar.addEventListener("toggle", ({ newState }) => {
    scroll();
    if (newState === "open") current.focus();
  });
  sidebar.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest("a")) sidebar.hidePopover();
  });
  scroll();
}

/** Where there is room, the sections of a page are open. Elsewhere, a link to a section opens it. */
function startSections() {
  const room = matchMedia("(min-width: 68rem)");
  const openAll = () => {
    if (!room.matches) return;
    for (const section of document.querySelectorAll("details.section")) section.setAttribute("open", "");
  };
  room.addEventListener("change", openAll);
  openAll();
  showTarget();
  addEventListener("hashchange", showTarget);
  // A second click on the same link changes no address.
  document.addEventListener("click", ({ target }) => {
    const link = target instanceof Element && target.closest("a");
    if (link && link.href === location.href) showTarget();
  });
}

function showTarget() {
  const target = document.getElementById(fromFragment(location.hash));
  let fold = target?.closest("details");
  if (!target || !fold) return;
  for (; fold; fold = fold.parentElement?.closest("details")) fold.open = true;
  target.scrollIntoView();
}

/** @param {string} hash */
function fromFragment(hash) {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return "";
  }
}

function startReleasePicker() {
  const picker = document.getElementById("site.release");
  if (!(picker instanceof HTMLSelectElement)) return;
  const asked = new URLSearchParams(location.search).get("release") ?? keptChoice("release");
  picker.value = asked.replace(/^v/, "");
  if (picker.selectedIndex === -1) picker.value = "";
  showRelease(picker.value);
  picker.addEventListener("change", () => {
    keptChoice("release", picker.value);
    showRelease(picker.value);
  });
}

/**
 * Puts the choice into the address too, so that links can be shared.
 *
 * @param {string} release
 */
function showRelease(release) {
  const root = document.documentElement;
  for (const element of document.querySelectorAll("[data-since], [data-until]"))
    if (element instanceof HTMLElement)
      element.classList.toggle("is-missing", lacks(release, element.dataset));
  root.style.setProperty("--missing", `"not in v${release}"`);
  root.dataset["release"] = release;
  const address = new URL(location.href);
  if (release === "") address.searchParams.delete("release");
  else address.searchParams.set("release", release);
  if (address.href !== location.href) history.replaceState(history.state, "", address);
}

/**
 * True if a release lacks what exists from `since` until `until`.
 *
 * @param {string} release
 * @param {{ since?: string, until?: string }} ends
 */
function lacks(release, { since = "", until = "" }) {
  if (release === "") return false;
  /** @param {string} other */
  const isBefore = (other) => release.localeCompare(other, "en", { numeric: true }) < 0;
  return (since !== "" && isBefore(since)) || (until !== "" && !isBefore(until));
}

showKnownUpTo();
watchScrolling();
startThemeButton();
addCopyButtons();
startSamples();
startSidebar();
startSections();
startReleasePicker();
