/** Says in the footer up to when the pages are known. Without scripts, a link beside it leads to where it is said too. */
function showKnownUpTo() {
  const place = document.getElementById("site.known");
  const known = /** @type {{ mplusKnownUpTo?: string }} */ (globalThis).mplusKnownUpTo ?? "";
  if (place && known !== "") place.textContent = `Known up to ${known}. `;
}

showKnownUpTo();
