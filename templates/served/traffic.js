import { find, send, showProblem } from "./ask.js";
import { clearDetail, noProgram, openDetail } from "./traffic-detail.js";
import { createRow, readFilters, isWanted, drawChoices } from "./traffic-rows.js";

/** @typedef {import("../../generator/till/page/live-traffic.js").TrafficState} TrafficState */
/** @typedef {TrafficState["added"][number]} Row */
/** @typedef {{ row: Row, element: HTMLElement, text: string }} Entry */

/** The exchanges, oldest first. @type {Map<number, Entry>} */
const entries = new Map();

/** Changes that wait while the page is paused. @type {TrafficState[]} */
let paused = [];
let isPaused = false;

/** The id of the exchange in the detail; 0 if there is none. */
let selected = 0;
/** The id of an exchange whose row has not arrived yet. */
let awaited = 0;

/** @param {TrafficState} change */
function show({ url, added, removed }) {
  if (url !== undefined) {
    find("where").textContent = `forwarded to ${url}`;
    remove([...entries.keys()]);
  }
  remove(removed);
  for (const row of added) {
    const element = createRow(row, () => select(row.id));
    entries.set(row.id, { row, element, text: row.text.toLowerCase() });
    find("rows").prepend(element);
  }
  if (isSlowestFirst() && added.length > 0) sort();
  drawChoices([...entries.values()].map(({ row }) => row));
  filter();
  if (entries.has(awaited)) select(awaited);
}

const isSlowestFirst = () => /** @type {HTMLSelectElement} */ (find("sort")).value === "slow";

/** The entries as they are listed. */
function listInOrder() {
  const newest = [...entries.values()].reverse();
  return isSlowestFirst() ? newest.sort((a, b) => (b.row.duration ?? 0) - (a.row.duration ?? 0)) : newest;
}

const sort = () => find("rows").replaceChildren(...listInOrder().map(({ element }) => element));

/** @param {readonly number[]} ids */
function remove(ids) {
  for (const id of ids) {
    entries.get(id)?.element.remove();
    entries.delete(id);
    if (id === selected) select(0);
  }
}

function filter() {
  const filters = readFilters();
  let count = 0;
  for (const { row, element, text } of entries.values()) {
    const isShown = isWanted(row, text, filters);
    if (element.hidden === isShown) element.hidden = !isShown;
    if (isShown) count += 1;
  }
  find("count").textContent =
    count === entries.size ? `${count} requests` : `${count} of ${entries.size} requests`;
  find("none").textContent =
    entries.size === 0
      ? "The requests of shops appear here."
      : count === 0
        ? "No request matches the filters."
        : "";
}

/** @param {number} id */
function select(id) {
  mark(false);
  const entry = entries.get(id);
  if (!entry && id !== 0) {
    awaited = id;
    return;
  }
  [selected, awaited] = [id, 0];
  document.body.classList.toggle("detailed", entry !== undefined);
  if (!entry) {
    clearDetail();
    return;
  }
  mark(true);
  void openDetail(id, { select, close });
}

/** @param {boolean} isCurrent */
function mark(isCurrent) {
  const element = entries.get(selected)?.element;
  element?.classList.toggle("current", isCurrent);
  element?.querySelector("button")?.setAttribute("aria-current", `${isCurrent}`);
}

function close() {
  const element = entries.get(selected)?.element;
  select(0);
  element?.querySelector("button")?.focus();
}

/** Moves to the next row that is shown. @param {number} step */
function move(step) {
  const shown = listInOrder().filter(({ element }) => !element.hidden);
  const at = shown.findIndex(({ row }) => row.id === selected);
  const next = shown[at === -1 ? 0 : Math.min(Math.max(at + step, 0), shown.length - 1)];
  if (!next) return;
  select(next.row.id);
  const button = next.element.querySelector("button");
  button?.focus();
  next.element.scrollIntoView({ block: "nearest" });
}

/** Clears the search, or leaves it if it is empty. @param {KeyboardEvent} event */
function leaveSearch(event) {
  // Chromium would clear the field without an event.
  event.preventDefault();
  const field = /** @type {HTMLInputElement} */ (find("text"));
  if (field.value === "") find("list").focus();
  field.value = "";
  filter();
}

function drawPause() {
  const count = paused.reduce((sum, { added }) => sum + added.length, 0);
  find("pause").textContent = isPaused ? `Resume (${count} new)` : "Pause";
}

find("pause").addEventListener("click", () => {
  isPaused = !isPaused;
  for (const change of paused) show(change);
  paused = [];
  drawPause();
});

find("clear").addEventListener("click", () => {
  void send("traffic/clear", {}).then((reply) => reply ?? showProblem(noProgram));
});

find("filters").addEventListener("input", filter);
find("sort").addEventListener("input", sort);
find("filters").addEventListener("submit", (event) => event.preventDefault());

document.addEventListener("keydown", (event) => {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  const isField = target instanceof Element && target.matches("input:not([type=checkbox]), select, textarea");
  if (key === "Escape" && isField && target.id === "text") leaveSearch(event);
  else if (key === "Escape" && !isField) close();
  if (isField) return;
  if (key === "/") {
    event.preventDefault();
    find("text").focus();
  }
  const isAtList =
    target === document.body || (target instanceof Element && target.closest("#list") !== null);
  const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[key];
  if (step === undefined || !(isAtList || key === "j" || key === "k")) return;
  event.preventDefault();
  move(step);
});

const source = new EventSource("traffic");
source.onmessage = (/** @type {MessageEvent<string>} */ { data }) => {
  /** @type {unknown} */
  const parsed = JSON.parse(data);
  const change = /** @type {TrafficState} */ (parsed);
  if (!isPaused || change.url !== undefined) show(change);
  else paused.push(change);
  drawPause();
};
source.onopen = () => showProblem("");
source.onerror = () => showProblem(noProgram);
