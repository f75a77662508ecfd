import { html } from "./lit-html/lit-html.js";

/** @typedef {import("../../generator/till/page/till-state.js").PageState} PageState */

/** @param {string} id */
export const find = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @param {string} text */
export const showProblem = (text) => void (find("problem").textContent = text);

export const noServer = "The till does not respond. Start it again.";

/**
 * Posts to the till's server and shows its error message, if any.
 * @param {"step" | "change" | "again"} path
 * @param {object} asked
 */
async function post(path, asked) {
  const reply = await send(path, asked);
  showProblem(reply ? await reply.text() : noServer);
  return reply?.ok === true;
}

/** Undefined if the server does not respond. @param {string} path @param {object} asked */
export function send(path, asked) {
  const headers = { "Content-Type": "application/json" };
  return fetch(path, { method: "POST", headers, body: JSON.stringify(asked) }).catch(() => undefined);
}

/** @param {object} step */
export const doStep = (step) => void post("step", step);

/**
 * Opens, plays or closes a scenario. Returns what is wrong.
 * @param {object} asked
 */
export async function askScenario(asked) {
  const reply = await send("scenario", asked);
  return reply ? reply.text() : noServer;
}

/** @param {string} event */
export const fetchSample = async (event) => (await fetch(`sample/${event}`)).text();

/** Downloads the steps of this sale as a file. */
export async function saveSale() {
  const reply = await fetch("sale.yaml").catch(() => undefined);
  const text = reply ? await reply.text() : noServer;
  if (!reply?.ok) {
    showProblem(text);
    return;
  }
  download("sale.yaml", text);
}

/** Confirms the loss of the basket: a new till starts with an empty one. @param {PageState | undefined} state */
export const mayEmpty = (state) =>
  !state?.sale.lines.length || state.sale.ended || confirm("Start a new till with an empty basket?");

/** Changes the state around the till. @param {object} to */
export const change = (to) => void post("change", to);

/** Sends a request again, unchanged without a body. @param {{ id: number, body?: string }} request */
export const sendAgain = (request) => post("again", request);

/**
 * @param {PageState} state
 * @param {string} name
 */
export const findEvents = ({ offers }, name) => offers.filter(({ acts }) => acts.includes(name));

/** @param {PageState | undefined} state @param {object} line */
export function addLine(state, line) {
  for (const { event, property } of state ? findEvents(state, "putLine") : [])
    doStep({ [event]: { [property]: line } });
}

const euros = new Intl.NumberFormat("en", { style: "currency", currency: "EUR" });
const clock = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium" });

/** Never "−€0.00". @param {number} amount */
export const money = (amount) => euros.format(Math.round(amount * 100) / 100 + 0).replace("-", "−");

/** @param {number | undefined} at */
export const time = (at) => clock.format(at);

/**
 * @param {string} value
 * @param {string} text
 * @param {string} chosen
 */
export const drawOption = (value, text, chosen) =>
  html`<option value=${value} .selected=${value === chosen}>${text}</option>`;

/** Draws text with code between backticks. @param {string} text */
export const prose = (text) =>
  text.split(/`([^`]+)`/).map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part));

/** @param {string} file @param {string} text */
export function download(file, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
  link.download = file;
  link.click();
  URL.revokeObjectURL(link.href);
}
