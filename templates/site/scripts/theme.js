// Runs before the page is drawn, so that it never flashes in the wrong colours.
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("has-script");
  const choices = ["system", "light", "dark"];
  const key = "mplus-site.theme";

  /** @param {string} choice */
  const show = (choice) => {
    root.dataset["theme"] = choice;
    document.querySelector("button.theme")?.setAttribute("aria-label", `Colours: ${choice}`);
  };

  /** Browsers may forbid storage, and may have none for a page from a folder. */
  const read = () => {
    try {
      return localStorage.getItem(key) ?? "system";
    } catch {
      return "system";
    }
  };

  /** @param {string} choice */
  const keep = (choice) => {
    try {
      localStorage.setItem(key, choice);
    } catch {
      // Then the choice holds for this page only.
    }
  };

  const next = () => {
    const now = choices.indexOf(root.dataset["theme"] ?? "system");
    const choice = choices[(now + 1) % choices.length] ?? "system";
    show(choice);
    keep(choice);
  };

  const kept = read();
  show(choices.includes(kept) ? kept : "system");
  document.addEventListener("DOMContentLoaded", () => {
    show(root.dataset["theme"] ?? "system");
    document.querySelector("button.theme")?.addEventListener("click", next);
  });
})();
