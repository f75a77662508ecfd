/** Says in the footer up to when the pages are known. Without scripts, a link beside it leads to where it is said too. */
function showKnownUpTo() {
  const place = document.getElementById("site.known");
  const known = /** @type {{ mplusKnownUpTo?: string }} */ (globalThis).mplusKnownUpTo ?? "";
  if (place && known !== "") place.textContent = `Known up to ${known}. `;
}

/** Lets the Tab key stop at regions that scroll, so that the arrow keys move them, and at no others. */
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

/** Gives every block of code a button that copies it. */
function addCopyButtons() {
  for (const figure of document.querySelectorAll("figure.code")) {
    const code = figure.querySelector("code")?.textContent ?? "";
    const button = document.createElement("button");
    button.className = "copy";
    button.textContent = "Copy";
    button.setAttribute("aria-label", `Copy: ${figure.querySelector("figcaption")?.textContent ?? "code"}`);
    const status = document.createElement("span");
    status.className = "unseen";
    status.setAttribute("role", "status");
    button.addEventListener("click", () => {
      void copyText(code).then((isCopied) => {
        button.textContent = status.textContent = isCopied ? "Copied" : "Not copied";
        setTimeout(() => {
          button.textContent = "Copy";
          status.textContent = "";
        }, 2000);
      });
    });
    figure.append(button, status);
  }
}

/**
 * Browsers have a clipboard on secure pages only, which those of a plain http server are not.
 *
 * @param {string} text
 */
async function copyText(text) {
  const { clipboard } = /** @type {{ clipboard?: Clipboard }} */ (navigator);
  if (clipboard)
    return clipboard.writeText(text).then(
      () => true,
      () => false,
    );
  const area = document.createElement("textarea");
  const focused = document.activeElement;
  area.value = text;
  area.className = "unseen";
  document.body.append(area);
  area.select();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- there is nothing else on pages that are not secure
  const isCopied = document.execCommand("copy");
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return isCopied;
}

/** On a narrow screen the sidebar is a drawer, which the menu button opens; elsewhere it scrolls to the current page. */
function startSidebar() {
  const sidebar = document.getElementById("site.sidebar");
  const button = document.querySelector("button.menu");
  if (!sidebar || !(button instanceof HTMLElement)) return;
  const current = sidebar.querySelector("a[aria-current]");
  const drawer = document.documentElement.classList;
  const isOpen = () => drawer.contains("has-drawer");
  const scrollToCurrent = () => {
    const { top } = (current ?? sidebar).getBoundingClientRect();
    sidebar.scrollTop += top - sidebar.getBoundingClientRect().top - sidebar.clientHeight / 2;
  };
  /** @param {boolean} open */
  const setOpen = (open) => {
    drawer.toggle("has-drawer", open);
    button.setAttribute("aria-expanded", String(open));
    if (!open) return;
    scrollToCurrent();
    if (current instanceof HTMLElement) current.focus();
  };
  scrollToCurrent();
  button.addEventListener("click", () => setOpen(!isOpen()));
  document.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !isOpen()) return;
    setOpen(false);
    button.focus();
  });
  /** @param {Event} event */
  const closeElsewhere = ({ type, target }) => {
    if (!isOpen() || !(target instanceof Element) || button.contains(target)) return;
    if (!sidebar.contains(target) || (type === "click" && target.closest("a"))) setOpen(false);
  };
  document.addEventListener("focusin", closeElsewhere);
  document.addEventListener("click", closeElsewhere);
}

/** Greys out what the chosen release does not have. */
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
 * Keeps the choice in the address, too, so that a link can be shared.
 *
 * @param {string} release
 */
function showRelease(release) {
  document.querySelectorAll(".missing-note").forEach((note) => note.remove());
  for (const element of document.querySelectorAll("[data-since], [data-until]")) {
    if (!(element instanceof HTMLElement)) continue;
    const isMissing = lacks(release, element.dataset);
    element.classList.toggle("is-missing", isMissing);
    if (isMissing) addMissingNote(element, release);
  }
  document.documentElement.dataset["release"] = release;
  const address = new URL(location.href);
  if (release === "") address.searchParams.delete("release");
  else address.searchParams.set("release", release);
  if (address.href !== location.href) history.replaceState(history.state, "", address);
}

/**
 * Whether a release does not have what exists from `since` until `until`.
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

/**
 * @param {HTMLElement} element
 * @param {string} release
 */
function addMissingNote(element, release) {
  const isPage = element.tagName === "MAIN";
  const note = document.createElement("span");
  note.className = element.tagName === "A" ? "missing-note unseen" : "missing-note";
  note.textContent = isPage ? `v${release} does not have what this page is about.` : ` not in v${release}`;
  (element.querySelector(isPage ? ".head" : "th, td") ?? element).append(note);
}

showKnownUpTo();
watchScrolling();
addCopyButtons();
startSidebar();
startReleasePicker();
