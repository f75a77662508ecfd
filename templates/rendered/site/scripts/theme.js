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

const themes = ["system", "light", "dark"];
let theme = "system";

/** @param {string} chosen */
function showTheme(chosen) {
  theme = themes.includes(chosen) ? chosen : "system";
  document.documentElement.style.colorScheme = theme === "system" ? "" : theme;
}

document.documentElement.classList.add("has-script");
showTheme(keptChoice("theme"));
