import { html } from "./lit-html/lit-html.js";

/** @typedef {import("../../generator/till/page/till-state.js").PageState} PageState */

/** @param {string} id */
export const find = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @param {string} text */
export const showProblem = (text) => void (find("problem").textContent = text);

export const noServer = "The till does not answer: start it again.";

/**
 * Asks the server for something; why it cannot be done is shown.
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

/** Does a step, as a scenario has it. @param {object} step */
export const doStep = (step) => void post("step", step);

/** Changes what is around the till. @param {object} to */
export const change = (to) => void post("change", to);

/** Sends a request again; without a body, as it was. @param {{ id: number, body?: string }} request */
export const sendAgain = (request) => post("again", request);

/**
 * The events that tell of some act.
 * @param {PageState} state
 * @param {string} name
 */
export const findEvents = ({ offers }, name) => offers.filter(({ acts }) => acts.includes(name));

/** Puts a line into the sale. @param {PageState | undefined} state @param {object} line */
export function addLine(state, line) {
  for (const { event, property } of state ? findEvents(state, "putLine") : [])
    doStep({ [event]: { [property]: line } });
}

const euros = new Intl.NumberFormat("en", { style: "currency", currency: "EUR" });
const clock = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium" });

/** @param {number} amount */
export const money = (amount) => euros.format(amount).replace("-", "−");

/** @param {number | undefined} at */
export const time = (at) => clock.format(at);

/** A text in which what is between backticks is code. @param {string} text */
export const prose = (text) =>
  text.split(/`([^`]+)`/).map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part));
