import { html, nothing, render } from "./lit-html/lit-html.js";
import { repeat } from "./lit-html/directives/repeat.js";
import { change, find, sendAgain, time } from "./ask.js";
import { drawCopy, drawJson, drawReasons, fetchEditable } from "./exchange.js";

/** @typedef {import("./ask.js").PageState} PageState */
/** @typedef {PageState["wire"][number]} Entry */

/** `frozen`: the entries shown while the view is paused. */
const view = {
  filter: "",
  /** @type {readonly Entry[] | undefined} */
  frozen: undefined,
  /** @type {Map<string, boolean>} */
  opened: new Map(),
  /** @type {{ id: number, text: string } | undefined} */
  changing: undefined,
};

/** @type {readonly Entry[]} */
let latest = [];

/** @param {PageState} state */
export function drawWire({ wire }) {
  latest = wire;
  redraw();
}

/** @param {Partial<typeof view>} changes */
function redraw(changes = {}) {
  Object.assign(view, changes);
  const shown = (view.frozen ?? latest).filter(isWanted);
  /** @type {Map<string, Entry[]>} */
  const sales = new Map();
  for (const entry of shown) sales.set(entry.sale, [...(sales.get(entry.sale) ?? []), entry]);
  const fresh = latest.filter(({ id }) => id > (view.frozen?.[0]?.id ?? 0)).length;
  find("pause").textContent = view.frozen ? `Resume (${fresh} new)` : "Pause";
  const none = latest.length > 0 ? "No matches." : "Requests and answers appear here.";
  render(shown.length > 0 ? repeat(sales, ([sale]) => sale, drawSale) : none, find("entries"));
}

/** @param {Entry} entry */
function isWanted({ event, state, says, facts, sale, findings, request, answer }) {
  const texts = findings.map(({ message }) => message);
  const all = [event, state, says, facts, sale, ...texts, ...request, ...answer];
  return all.join("\n").toLowerCase().includes(view.filter);
}

/** @param {[string, Entry[]]} sale */
const drawSale = ([sale, entries]) =>
  html`<div class="row">
      <h3 title=${sale}>${sale ? `Sale ${sale.slice(0, 8)}` : "No sale"}</h3>
      <time>${time(entries[0]?.at)}</time>
    </div>
    <ol>
      ${repeat(entries.reduce(foldPolls, /** @type {Entry[][]} */ ([])), (run) => run.at(-1)?.id, drawRun)}
    </ol>`;

/** Groups consecutive polls. @param {Entry[][]} runs @param {Entry} entry */
function foldPolls(runs, entry) {
  const run = runs.at(-1);
  const isSame = entry.isPoll && run?.[0]?.isPoll && run[0].event === entry.event;
  return isSame ? [...runs.slice(0, -1), [...run, entry]] : [...runs, [entry]];
}

/** @param {Entry[]} run @returns {unknown} */
function drawRun(run) {
  const [entry] = run;
  if (!entry) return nothing;
  const { event, state, at, id } = entry;
  const isWrong = state !== "accepted";
  const title = html`<b>${isWrong ? "✕" : "✓"} ${event}${run.length > 1 ? ` × ${run.length}` : ""}</b>
    <time>${time(at)}</time>`;
  const isOpen = isWrong || id === (view.frozen ?? latest)[0]?.id;
  return html`<li class=${isWrong ? "bad" : ""}>
    ${
      run.length === 1
        ? drawFold(`${id}`, isOpen, title, () => drawEntry(entry))
        : drawFold(
            `run ${run.at(-1)?.id}`,
            false,
            title,
            () =>
              html`<ol>
                ${run.map((each) => drawRun([each]))}
              </ol>`,
          )
    }
  </li>`;
}

/**
 * Draws a collapsible part; its content is only drawn while it is open.
 * @param {string} key
 * @param {boolean} isOpen
 * @param {unknown} title
 * @param {() => unknown} draw
 */
function drawFold(key, isOpen, title, draw) {
  const open = view.opened.get(key) ?? isOpen;
  const toggle = (/** @type {{ target: HTMLDetailsElement }} */ { target }) => {
    // What a user reads stays open when a newer entry arrives.
    const [id = ""] = key.split(" ");
    if (target.open !== open) redraw({ opened: view.opened.set(id, true).set(key, target.open) });
  };
  return html`<details ?open=${open} @toggle=${toggle}>
    <summary>${title}</summary>
    ${open ? draw() : nothing}
  </details>`;
}

/** @param {Entry} entry */
function drawEntry({ id, facts, says, findings, notes, request, answer, headers, mayBeSent }) {
  const copy = (/** @type {string} */ part, /** @type {string} */ label) =>
    drawCopy(`exchange/${id}/${part}`, label, redraw);
  const send = html`<button @click=${() => void sendAgain({ id })}>Send again</button>
    <button @click=${() => startChange(id)}>Edit and send</button>`;
  return html`<p class="soft">${facts}</p>
    <p class="verdict">${says}</p>
    ${drawReasons({ findings, notes })}
    ${drawFold(`${id} request`, false, "Request", () => drawJson(request))}
    ${drawFold(`${id} answer`, answer.length > 1, "Answer", () => drawJson(answer))}
    ${drawFold(`${id} headers`, false, "Headers", () => html`<pre tabindex="0">${headers.join("\n")}</pre>`)}
    <p class="buttons tools">
      ${copy("request", "Copy request")} ${copy("answer", "Copy answer")} ${copy("curl", "Copy as curl")}
      ${mayBeSent ? send : nothing}
    </p>
    ${view.changing?.id === id ? drawChange(view.changing) : nothing}`;
}

/** @param {number} id */
async function startChange(id) {
  const text = await fetchEditable(`exchange/${id}/request`);
  if (text === undefined) return;
  redraw({ changing: { id, text }, opened: view.opened.set(`${id}`, true) });
  find("changed").focus();
}

/** @param {{ id: number, text: string }} changing */
function drawChange({ id, text }) {
  const end = () => {
    find("changed").closest("details")?.querySelector("summary")?.focus();
    redraw({ changing: undefined });
  };
  const send = async (/** @type {SubmitEvent & { target: HTMLFormElement }} */ event) => {
    event.preventDefault();
    const body = /** @type {HTMLTextAreaElement} */ (find("changed")).value;
    if (await sendAgain({ id, body })) end();
  };
  return html`<form @submit=${send}>
    <label
      >Request to send <textarea id="changed" rows="12" spellcheck="false" .value=${text}></textarea>
    </label>
    <button class="main">Send</button> <button type="button" @click=${end}>Close</button>
  </form>`;
}

find("filter").addEventListener("input", ({ target }) =>
  redraw({ filter: /** @type {HTMLInputElement} */ (target).value.toLowerCase() }),
);
find("pause").addEventListener("click", () => redraw({ frozen: view.frozen ? undefined : latest }));
find("clear").addEventListener("click", () => {
  redraw({ frozen: view.frozen && [] });
  change({ clearsWire: true });
});
