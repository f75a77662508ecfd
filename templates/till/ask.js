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
  const headers = { "Content-Type": "application/json" };
  const body = JSON.stringify(asked);
  const reply = await fetch(path, { method: "POST", headers, body }).catch(() => undefined);
  showProblem(reply ? await reply.text() : noServer);
  return reply?.ok === true;
}

/** @param {object} step */
export const doStep = (step) => void post("step", step);

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

/** Draws text with code between backticks. @param {string} text */
export const prose = (text) =>
  text.split(/`([^`]+)`/).map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part));

/** @param {string} file @param {string} text */
export function download(file, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text]));
  link.download = file;
  link.click();
  URL.revokeObjectURL(link.href);
}
