// Runs before the page is drawn, so that it never flashes in the wrong colours.

/**
 * What a reader chose, kept for the next page. Browsers may forbid storage: then the choice holds for this page only.
 *
 * @param {string} name
 * @param {string} [choice] The new choice; without it the kept one is returned.
 */
function keptChoice(name, choice) {
  try {
    if (choice !== undefined) localStorage.setItem(`mplus-site.${name}`, choice);
    return localStorage.getItem(`mplus-site.${name}`) ?? "";
  } catch {
    return choice ?? "";
  }
}

{
  const root = document.documentElement;
  const themes = ["system", "light", "dark"];
  /** @param {string} theme */
  const show = (theme) => {
    root.dataset["theme"] = themes.includes(theme) ? theme : "system";
    root.style.colorScheme = theme === "light" || theme === "dark" ? theme : "";
    document.querySelector("button.theme")?.setAttribute("aria-label", `Colours: ${root.dataset["theme"]}`);
  };
  root.classList.add("has-script");
  show(keptChoice("theme"));
  document.addEventListener("DOMContentLoaded", () => {
    show(root.dataset["theme"] ?? "");
    document.querySelector("button.theme")?.addEventListener("click", () => {
      const next = themes[(themes.indexOf(root.dataset["theme"] ?? "") + 1) % themes.length] ?? "system";
      keptChoice("theme", next);
      show(next);
    });
  });
}
