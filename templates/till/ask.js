/** @typedef {import("../../generator/till/page/till-state.js").PageState} PageState */

/** @param {string} id */
export const find = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

export const noServer = "The till does not answer: start it again.";

/**
 * Asks the server for something; why it cannot be done is shown.
 * @param {"step" | "change"} path
 * @param {object} asked
 */
async function post(path, asked) {
  find("problem").textContent = await send(path, asked).catch(() => noServer);
}

/** @param {string} path @param {object} asked */
async function send(path, asked) {
  const headers = { "Content-Type": "application/json" };
  const reply = await fetch(path, { method: "POST", headers, body: JSON.stringify(asked) });
  return reply.text();
}

/** Does a step, as a scenario has it. @param {object} step */
export const doStep = (step) => void post("step", step);

/** Changes what is around the till. @param {object} to */
export const change = (to) => void post("change", to);

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
export const money = (amount) => euros.format(amount);

/** @param {number | undefined} at */
export const time = (at) => clock.format(at);
