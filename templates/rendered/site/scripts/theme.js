// Runs before the page is drawn, so that it never flashes in the wrong colors.

/**
 * Remembers a choice for the next page. If the browser forbids storage, the choice is only for this page.
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
