import { find, time } from "./ask.js";

/** @typedef {import("../../generator/till/page/live-traffic.js").TrafficRow} Row */
/** @typedef {ReturnType<typeof readFilters>} Filters */

/** The states in the order of the filter, with their signs. */
const signs = { accepted: "✓", rejected: "✕", error: "✕", "no answer": "✕", stranger: "?" };

/** @param {Row} row @param {() => void} onSelect */
export function createRow(row, onSelect) {
  const { state, at, event, shop, release, status, duration, isSlow, source } = row;
  const element = document.createElement("div");
  element.setAttribute("role", "row");
  element.classList.toggle("bad", state !== "accepted");
  element.classList.toggle("slow", isSlow);
  const cells = [
    source === "again" ? `${signs[state]} ${state}, again` : `${signs[state]} ${state}`,
    time(at),
    "",
    shop,
    release,
    status ?? "",
    duration ?? "",
  ];
  for (const [index, text] of cells.entries()) {
    const cell = document.createElement("span");
    cell.setAttribute("role", "cell");
    if (index > 4) cell.classList.add("number");
    cell.textContent = `${text}`;
    element.append(cell);
  }
  const button = document.createElement("button");
  button.textContent = event === "" ? "(no event)" : event;
  element.children[2]?.append(button);
  element.addEventListener("click", onSelect);
  return element;
}

export function readFilters() {
  const read = (/** @type {string} */ id) => /** @type {HTMLInputElement} */ (find(id)).value;
  return {
    words: read("text").toLowerCase().split(/\s+/).filter(Boolean),
    state: read("state"),
    event: read("event"),
    shop: read("shop"),
    status: read("status"),
    polls: /** @type {HTMLInputElement} */ (find("polls")).checked,
  };
}

/** @param {Row} row @param {string} text The row's text in lower case. @param {Filters} filters */
export const isWanted = (row, text, filters) =>
  (filters.polls || !row.isPoll) &&
  (filters.state === "" || (filters.state === "slow" ? row.isSlow : row.state === filters.state)) &&
  (filters.event === "" || row.event === filters.event) &&
  (filters.shop === "" || row.shop === filters.shop) &&
  (filters.status === "" || `${row.status ?? "none"}` === filters.status) &&
  filters.words.every((word) => text.includes(word));

/** Offers the values that the rows have. @param {readonly Row[]} rows */
export function drawChoices(rows) {
  drawChoice("state", [...Object.keys(signs), "slow"]);
  drawChoice("event", distinct(rows.map(({ event }) => event)));
  drawChoice("shop", distinct(rows.map(({ shop }) => shop)));
  drawChoice("status", distinct(rows.map(({ status }) => `${status ?? "none"}`)));
}

/** @param {readonly string[]} values */
const distinct = (values) => [...new Set(values)].filter((value) => value !== "").sort();

/** @type {Readonly<Record<string, string>>} */
const noChoice = { state: "all states", event: "all events", shop: "all shops", status: "any status" };

/** Keeps the chosen value, even if no row has it any more. @param {string} id @param {readonly string[]} values */
function drawChoice(id, values) {
  const select = /** @type {HTMLSelectElement} */ (find(id));
  const { value } = select;
  const all = ["", ...(value === "" || values.includes(value) ? values : [...values, value])];
  if (all.join("\n") === [...select.options].map((option) => option.value).join("\n")) return;
  select.replaceChildren(...all.map((each) => new Option(each === "" ? noChoice[id] : each, each)));
  select.value = value;
}
