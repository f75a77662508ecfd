/** On a narrow screen the sidebar is a drawer, which the menu button opens; elsewhere it scrolls to the current page. */
function startSidebar() {
  const sidebar = document.getElementById("site.sidebar");
  const link = document.querySelector("a.menu");
  if (!sidebar || !link) return;
  showCurrent(sidebar);
  const button = toButton(link);
  /** @param {boolean} open */
  const setOpen = (open) => {
    document.documentElement.classList.toggle("has-drawer", open);
    button.setAttribute("aria-expanded", String(open));
    if (open) currentIn(sidebar)?.focus();
  };
  const isOpen = () => document.documentElement.classList.contains("has-drawer");
  button.addEventListener("click", () => setOpen(!isOpen()));
  document.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !isOpen()) return;
    setOpen(false);
    button.focus();
  });
  document.addEventListener("focusin", ({ target }) => {
    if (isOpen() && target instanceof Node && !sidebar.contains(target) && target !== button) setOpen(false);
  });
  document.addEventListener("click", ({ target }) => {
    if (!isOpen() || !(target instanceof Element) || button.contains(target)) return;
    if (!sidebar.contains(target) || target.closest("a")) setOpen(false);
  });
}

/**
 * Without a script the menu is a link to the sidebar below the text.
 *
 * @param {Element} link
 */
function toButton(link) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = link.className;
  button.setAttribute("aria-label", "Menu");
  button.setAttribute("aria-expanded", "false");
  button.setAttribute("aria-controls", "site.sidebar");
  button.append(...link.childNodes);
  link.replaceWith(button);
  return button;
}

/**
 * Scrolls the sidebar, and not the page, to the entry of this page.
 *
 * @param {HTMLElement} sidebar
 */
function showCurrent(sidebar) {
  const current = currentIn(sidebar);
  if (!current) return;
  const { top } = current.getBoundingClientRect();
  sidebar.scrollTop += top - sidebar.getBoundingClientRect().top - sidebar.clientHeight / 2;
}

/**
 * @param {HTMLElement} sidebar
 * @returns {HTMLAnchorElement | null}
 */
const currentIn = (sidebar) => sidebar.querySelector("a[aria-current]");

startSidebar();
