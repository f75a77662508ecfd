/** Gives every block of code a button that copies it. */
function addCopyButtons() {
  for (const figure of document.querySelectorAll("figure.code")) {
    const code = figure.querySelector("code");
    if (code) figure.append(copyButton(code, figure.querySelector("figcaption")?.textContent ?? "code"));
  }
}

/**
 * @param {HTMLElement} code
 * @param {string} subject
 */
function copyButton(code, subject) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "Copy";
  button.setAttribute("aria-label", `Copy: ${subject}`);
  const status = document.createElement("span");
  status.className = "unseen";
  status.setAttribute("role", "status");
  button.addEventListener("click", () => {
    copyText(code.textContent).then(
      () => tell("Copied"),
      () => tell("Not copied"),
    );
  });
  /** @param {string} outcome */
  const tell = (outcome) => {
    button.textContent = outcome;
    status.textContent = outcome;
    setTimeout(() => {
      button.textContent = "Copy";
      status.textContent = "";
    }, 2000);
  };
  const both = document.createElement("div");
  both.append(button, status);
  return both;
}

/**
 * Browsers have a clipboard on secure pages only, which those of a plain http server are not.
 *
 * @param {string} text
 */
async function copyText(text) {
  const { clipboard } = /** @type {{ clipboard?: Clipboard }} */ (navigator);
  if (clipboard) return clipboard.writeText(text);
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
  if (!isCopied) throw new Error("the browser refused to copy");
}

addCopyButtons();
