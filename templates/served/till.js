import { nothing, render } from "./lit-html/lit-html.js";
import { addLine, change, doStep, find, mayEmpty, noServer, showProblem } from "./ask.js";
import { areas, drawNotice } from "./areas.js";
import { drawQuestion } from "./question.js";
import { followSteps } from "./scenario.js";
import { drawWire } from "./wire.js";

/** @typedef {import("./ask.js").PageState} PageState */

/** @type {PageState | undefined} */
let state;
/** The open question as JSON, and the element that had the focus before it. */
let open = "";
/** @type {Element | null} */
let opener = null;
let seen = "";

/** @param {PageState} next */
function show(next) {
  const [before, focused] = [state, document.activeElement];
  state = next;
  for (const [id, draw] of Object.entries(areas)) render(draw(next), find(id));
  drawWire(next);
  const { isPaying, ended } = next.sale;
  showQuestion(next);
  if (next.problem !== "") showProblem(next.problem);
  say(next, before ?? next);
  followSteps(next, before ?? next);
  if (!before || !(focused instanceof HTMLElement)) return;
  if (focused === document.body || document.activeElement !== document.body) return;
  // The pressed element has moved or disappeared: focus what comes next.
  if (focused.isConnected) focused.focus({ preventScroll: true });
  if (document.activeElement !== document.body) return;
  // A scanner types into the focused element, and a repeated key press must not pay.
  const screen = next.scenario
    ? document.querySelector(/** @type {"button"} */ ("#scenario .main"))
    : ended
      ? document.querySelector(/** @type {"button"} */ (".sale .main"))
      : find(isPaying ? "payment" : "code");
  (screen ?? find("code")).focus();
}

/** Announces what is new; problems are also visible. @param {PageState} next @param {PageState} before */
function say(next, before) {
  const latest = next.wire.find(({ source }) => source === "till");
  const now = JSON.stringify([latest?.id, next.release, next.product, next.subscription]);
  if (now === seen) return;
  seen = now;
  const notice = drawNotice(latest, next, before);
  find("said").className = notice ? (typeof notice === "string" ? "note" : "note bad") : "unseen";
  // Do not announce each poll.
  if (notice || !latest?.byItself)
    render(notice ?? (latest && `${latest.event}: ${latest.says}`), find("said"));
}

/** @param {PageState} next */
function showQuestion(next) {
  const dialog = /** @type {HTMLDialogElement} */ (find("question"));
  const content = drawQuestion(next.open);
  const opens = content ? JSON.stringify(next.open) : "";
  // A scenario answers its questions itself.
  dialog.inert = next.isPlaying;
  find("counter").inert = next.isPlaying || opens !== "";
  if (opens === open) return;
  if (open === "") opener = document.activeElement;
  open = opens;
  // Clear inputs, so that none carries over to the next question.
  render(nothing, dialog);
  render(content, dialog);
  if (content) {
    dialog.show();
    dialog.querySelector(/** @type {"input"} */ ("input, select, button"))?.focus();
  } else {
    dialog.close();
    if (!next.isPlaying && opener instanceof HTMLElement)
      (opener.isConnected ? opener : find("code")).focus();
  }
}

/**
 * Handles the submission of a form.
 * @param {string} id
 * @param {(data: Readonly<Record<string, string>>) => void} ask
 */
const onSubmit = (id, ask) =>
  find(id).addEventListener("submit", (event) => {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    ask(Object.fromEntries(/** @type {[string, string][]} */ ([...new FormData(form)])));
    // Keep the input of "More events" for the next time.
    if (id !== "more") form.reset();
  });

onSubmit("scan", ({ code }) => doStep({ scan: code }));
onSubmit("article", ({ articleNumber, priceIncl = "" }) => {
  addLine(state, { articleNumber: Number(articleNumber), priceIncl: Number(priceIncl.replace(",", ".")) });
  find("code").focus();
});
onSubmit("more", ({ event = "", parts = "" }) => {
  try {
    const said = /** @type {unknown} */ (JSON.parse(parts.trim() || "{}"));
    doStep({ [event]: said });
  } catch {
    showProblem("This is not valid JSON.");
  }
});
find("more")
  .closest("details")
  ?.addEventListener("toggle", () => state && render(areas["more"]?.(state), find("more")));
for (const id of /** @type {const} */ (["release", "product", "subscription"]))
  find(id).addEventListener("change", ({ target }) => {
    const select = /** @type {HTMLSelectElement} */ (target);
    if (mayEmpty(state)) change({ [id]: select.value });
    else select.value = state?.[id] ?? "";
    find("code").focus();
  });
/** When a key was last typed outside a field. */
let typed = 0;
// A scanner types wherever the focus is and ends with Enter. Neither that Enter nor a held key may press a button.
document.addEventListener("keydown", (event) => {
  const { key, target, timeStamp } = event;
  if (target instanceof Element && target.matches("input, select, textarea")) return;
  if (key.length === 1 && key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey) {
    typed = timeStamp;
    find("code").focus();
  }
  if ((key === " " || key === "Enter") && (event.repeat || timeStamp - typed < 100)) event.preventDefault();
});
find("question").addEventListener("keydown", ({ key }) => {
  if (key === "Escape" && state?.open.dialog?.required !== true) doStep({ cancel: null });
});

const source = new EventSource("state");
source.onmessage = (/** @type {MessageEvent<string>} */ { data }) => {
  /** @type {unknown} */
  const next = JSON.parse(data);
  show(/** @type {PageState} */ (next));
};
source.onopen = () => showProblem("");
source.onerror = () => showProblem(noServer);
// Redraw what changes with time alone.
setInterval(() => {
  for (const id of ["progress", "payment", "display"]) if (state) render(areas[id]?.(state), find(id));
}, 500);
