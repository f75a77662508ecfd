/** Greys out what the chosen release does not have. */
function startReleasePicker() {
  const picker = document.getElementById("site.release");
  if (!(picker instanceof HTMLSelectElement)) return;
  const known = [...picker.options].map(({ value }) => value);
  const asked = new URLSearchParams(location.search).get("release") ?? keptRelease();
  const choice = asked.replace(/^v/, "");
  picker.value = known.includes(choice) ? choice : "";
  showRelease(picker.value);
  picker.addEventListener("change", () => {
    keepRelease(picker.value);
    showRelease(picker.value);
  });
}

const releaseKey = "mplus-site.release";

function keptRelease() {
  try {
    return localStorage.getItem(releaseKey) ?? "";
  } catch {
    return "";
  }
}

/** @param {string} release */
function keepRelease(release) {
  try {
    localStorage.setItem(releaseKey, release);
  } catch {
    // Then only the address of this page has the choice.
  }
}

/** @param {string} release */
function showRelease(release) {
  document.querySelectorAll(".missing-note").forEach((note) => note.remove());
  document.querySelectorAll(".is-missing").forEach((element) => element.classList.remove("is-missing"));
  for (const element of document.querySelectorAll("[data-since], [data-until]"))
    if (element instanceof HTMLElement && lacks(release, element.dataset)) markMissing(element, release);
  document.documentElement.dataset["release"] = release;
  writeAddress(release);
}

/**
 * Whether a release does not have what exists from `since` until `until`.
 *
 * @param {string} release
 * @param {{ since?: string, until?: string }} ends
 */
function lacks(release, { since = "", until = "" }) {
  if (release === "") return false;
  const isTooEarly = since !== "" && compareReleases(release, since) < 0;
  return isTooEarly || (until !== "" && compareReleases(release, until) >= 0);
}

/**
 * @param {string} one
 * @param {string} other
 */
function compareReleases(one, other) {
  const [ours, theirs] = [one, other].map((release) => release.split(".").map(Number));
  const differences = [0, 1, 2].map((part) => (ours?.[part] ?? 0) - (theirs?.[part] ?? 0));
  return differences.find((difference) => difference !== 0) ?? 0;
}

/**
 * @param {HTMLElement} element
 * @param {string} release
 */
function markMissing(element, release) {
  element.classList.add("is-missing");
  const isPage = element.tagName === "MAIN";
  const note = document.createElement(isPage ? "p" : "span");
  note.className = element.tagName === "A" ? "missing-note unseen" : "missing-note";
  note.textContent = isPage ? `v${release} does not have what this page is about.` : ` not in v${release}`;
  const target = isPage ? element.querySelector(".head") : element.querySelector("td");
  (target ?? element).append(note);
}

/**
 * Keeps the choice in the address, so that a link can be shared.
 *
 * @param {string} release
 */
function writeAddress(release) {
  const address = new URL(location.href);
  if (release === "") address.searchParams.delete("release");
  else address.searchParams.set("release", release);
  if (address.href !== location.href) history.replaceState(history.state, "", address);
}

startReleasePicker();
