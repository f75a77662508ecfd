/**
 * @typedef {{ from: number, to: number, line: number, column: number }} TextPlace
 * @typedef {TextPlace & { path: string, message: string }} PlacedProblem
 * @typedef {{ ok: boolean, verdict: string, problems: PlacedProblem[], notes: PlacedProblem[], till: string[] }} CheckedBody
 * @typedef {(body: { text: string, event: string, side?: string | undefined, release: string }) => CheckedBody} CheckBody
 */

/** Checks what the reader pastes into the box of an event's page. The check and the contract load when it opens. */
function startTry() {
  const box = document.getElementById("site.try");
  const text = document.getElementById("site.try-text");
  const shop = document.getElementById("site.try-shop");
  const side = document.getElementById("site.try-side");
  const picker = document.getElementById("site.release");
  if (!(box instanceof HTMLDetailsElement) || !(text instanceof HTMLTextAreaElement)) return;
  if (![shop, side, picker].every((each) => each instanceof HTMLSelectElement)) return;
  const [shops, sides, releases] = /** @type {HTMLSelectElement[]} */ ([shop, side, picker]);
  if (!shops || !sides || !releases) return;
  /** @type {CheckBody | undefined} */
  let checkBody;

  // The picker also lists releases that no shop of these pages runs.
  const followPicker = () => {
    const isListed = [...shops.options].some(({ value }) => value === releases.value);
    if (isListed) shops.value = releases.value;
  };
  const check = () => {
    const isEmpty = text.value.trim() === "";
    if (!checkBody || isEmpty) {
      drawCheck(box, text, undefined);
      return;
    }
    const event = box.dataset["event"] ?? "";
    const [release, asked] = [shops.value, sides.value === "" ? undefined : sides.value];
    drawCheck(box, text, checkBody({ text: text.value, event, side: asked, release }));
  };
  const load = async () => {
    try {
      await loadScript("check-body.js");
      await loadScript("contract.js");
      const { mplusCheckBody, mplusContract } =
        /** @type {{ mplusCheckBody: { createBodyChecker: (table: unknown) => CheckBody }, mplusContract: unknown }} */ (
          /** @type {unknown} */ (globalThis)
        );
      checkBody = mplusCheckBody.createBodyChecker(mplusContract);
    } catch {
      const verdict = box.querySelector(".verdict");
      if (verdict) verdict.textContent = "The check could not be loaded.";
      return;
    }
    check();
  };

  followPicker();
  box.addEventListener("toggle", () => void load(), { once: true });
  text.addEventListener("input", check);
  for (const each of [shops, sides]) each.addEventListener("change", check);
  releases.addEventListener("change", () => {
    followPicker();
    check();
  });
  for (const button of box.querySelectorAll("button")) {
    const sample = document.querySelector(`.samples .form.${button.value} code`)?.textContent ?? undefined;
    button.hidden = sample === undefined;
    button.addEventListener("click", () => {
      text.value = sample ?? "";
      check();
    });
  }
  if (location.hash === "#site.try") box.open = true;
}

/**
 * Shows the verdict and all problems. Everything from the paste is inserted as text.
 *
 * @param {HTMLElement} box
 * @param {HTMLTextAreaElement} text
 * @param {CheckedBody | undefined} checked
 */
function drawCheck(box, text, checked) {
  const [marked, verdict, faults, till, sentences] = ["pre", ".verdict", ".faults", ".till", ".till ul"].map(
    (selector) => box.querySelector(selector),
  );
  if (!marked || !verdict || !faults || !(till instanceof HTMLElement) || !sentences) return;
  const problems = checked?.problems ?? [];
  const notes = checked?.notes ?? [];
  const said = checked?.till ?? [];
  verdict.textContent = checked?.verdict ?? "";
  verdict.classList.toggle("is-wrong", checked?.ok === false);
  text.setAttribute("aria-invalid", String(checked?.ok === false));
  // The last line is empty if the text ends with a line break.
  marked.replaceChildren(...markRanges(text.value, problems), "\n");
  faults.replaceChildren(...[...problems, ...notes].map((each) => drawProblem(each, text, marked)));
  sentences.replaceChildren(...said.map((each) => makeElement("li", each)));
  till.hidden = said.length === 0;
}

/**
 * The text in pieces, with the places of problems as marks. Of places that overlap, only the first is marked.
 *
 * @param {string} text
 * @param {TextPlace[]} places
 */
function markRanges(text, places) {
  /** @type {(string | Node)[]} */
  const pieces = [];
  let end = 0;
  for (const { from, to } of [...places].sort((one, other) => one.from - other.from)) {
    if (from < end) continue;
    pieces.push(text.slice(end, from), makeElement("mark", text.slice(from, to) || " "));
    end = to;
  }
  return [...pieces, text.slice(end)];
}

/**
 * The button selects the place in the text.
 *
 * @param {PlacedProblem} problem
 * @param {HTMLTextAreaElement} text
 * @param {Element} marked
 */
function drawProblem({ from, to, line, column, path, message }, text, marked) {
  const item = document.createElement("li");
  const button = makeElement("button", `${line}:${column}`);
  button.setAttribute("type", "button");
  button.setAttribute("aria-label", `${line}:${column} Select this line and column in the text`);
  button.addEventListener("click", () => {
    text.focus();
    text.setSelectionRange(from, to);
    const mark = [...marked.querySelectorAll("mark")].find(
      (each) => each.textContent === text.value.slice(from, to),
    );
    mark?.scrollIntoView({ block: "nearest" });
  });
  item.append(button, " ");
  if (path !== "") item.append(makeElement("code", path), " ");
  item.append(
    ...message.split("`").map((piece, index) => (index % 2 === 0 ? piece : makeElement("code", piece))),
  );
  return item;
}

/**
 * @param {string} name
 * @param {string} text
 */
function makeElement(name, text) {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

startTry();
