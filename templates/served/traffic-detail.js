import { html, nothing, render } from "./lit-html/lit-html.js";
import { download, find, send, showProblem, time } from "./ask.js";
import { confirmSaving, confirmSending, getServer } from "./confirm.js";
import { drawCopy, drawJson, drawReasons, fetchEditable } from "./exchange.js";

/** @typedef {import("../../generator/till/page/live-traffic.js").SeenDetail} Detail */
/** @typedef {import("../../generator/till/page/save-exchange.js").SavedScenario} SavedScenario */
/** @typedef {{ select: (id: number) => void, close: () => void }} Actions */

const view = {
  /** The id of the exchange that the user wants to see. */
  wanted: 0,
  /** @type {Detail | undefined} */
  detail: undefined,
  /** @type {Actions | undefined} */
  actions: undefined,
  isEditing: false,
  /** @type {SavedScenario | undefined} */
  saved: undefined,
};

export function clearDetail() {
  redraw({ wanted: 0, detail: undefined });
}

/** @param {number} id @param {Actions} actions */
export async function openDetail(id, actions) {
  Object.assign(view, { wanted: id, actions, isEditing: false, saved: undefined });
  const reply = await fetch(`traffic/${id}`).catch(() => undefined);
  // The user may have gone on to another one.
  if (view.wanted !== id) return;
  if (!reply?.ok) {
    showProblem((await reply?.text()) ?? noProgram);
    return;
  }
  /** @type {unknown} */
  const detail = await reply.json();
  if (view.wanted !== id) return;
  redraw({ detail: /** @type {Detail} */ (detail) });
  find("detail").scrollTop = 0;
}

/** @param {Partial<typeof view>} changes */
function redraw(changes = {}) {
  Object.assign(view, changes);
  render(view.detail ? drawDetail(view.detail) : nothing, find("detail"));
}

/** @param {Detail} detail */
function drawDetail(detail) {
  const { event, at, state, word, says, facts, request, answer, headers } = detail;
  return html`<div class="row">
      <h2>
        <span class=${state === "accepted" ? "" : "warn"}>${event || "(no event)"} ${word}</span>
        <time>${time(at)}</time>
      </h2>
      <button class="quiet" @click=${() => view.actions?.close()}>Close</button>
    </div>
    <p class="soft">${facts}</p>
    <p class="verdict ${state === "accepted" ? "" : "warn"}">${says}</p>
    ${drawComparison(detail)} ${drawReasons(detail)} ${drawTools(detail)}
    ${view.saved ? drawSaved(view.saved) : nothing} ${view.isEditing ? drawEditor(detail) : nothing}
    ${drawFold("Request", true, drawJson(request))}
    ${drawFold("Answer", true, answer.join("") === "" ? html`<p class="soft">No body.</p>` : drawJson(answer))}
    ${drawConsequences(detail)} ${drawDifferences(detail)}
    ${drawFold("Headers", false, html`<pre tabindex="0">${headers.join("\n")}</pre>`)}`;
}

/** @param {string} title @param {boolean} isOpen @param {unknown} content */
const drawFold = (title, isOpen, content) =>
  html`<details ?open=${isOpen}>
    <summary><h3>${title}</h3></summary>
    ${content}
  </details>`;

/** @param {Detail} detail */
const drawConsequences = ({ consequences }) =>
  consequences.length === 0
    ? nothing
    : drawFold(
        "What the till does",
        true,
        html`<ul class="plain">
          ${consequences.map((each) => html`<li>${each}</li>`)}
        </ul>`,
      );

/** A sentence at the top, because a user who sends a request again wants to know this. @param {Detail} detail */
function drawComparison({ before, isEdited, source }) {
  if (!before) return nothing;
  const open = (/** @type {Event} */ event) => {
    event.preventDefault();
    view.actions?.select(before.id);
  };
  const count = before.differences.length;
  const same =
    count === 0 ? "The same answer as" : `${count} ${count === 1 ? "difference" : "differences"} from`;
  const original = isEdited ? "the request that you edited" : "the request that you sent again";
  const which = source === "again" ? original : "before";
  return html`<p class="soft">
    ${same}
    <a href="#" @click=${open}>${time(before.at)}</a>
    (${which})${count === 0 ? ", except for ids and times" : nothing}.
  </p>`;
}

/** @param {Detail} detail */
function drawDifferences({ before }) {
  if (!before || before.differences.length === 0) return nothing;
  return drawFold(
    "What differs",
    true,
    html`<table class="differences">
      <thead>
        <tr>
          <th scope="col">Path</th>
          <th scope="col">Before</th>
          <th scope="col">Now</th>
        </tr>
      </thead>
      <tbody>
        ${before.differences.map(
          ({ path, before: old, now }) =>
            html`<tr>
              <td><code>${path}</code></td>
              <td><del>${old}</del></td>
              <td><ins>${now}</ins></td>
            </tr>`,
        )}
      </tbody>
    </table>`,
  );
}

/** @param {Detail} detail */
function drawTools({ id, event, shop, mayBeSent }) {
  const copy = (/** @type {string} */ part, /** @type {string} */ label) =>
    drawCopy(`traffic/${id}/${part}`, label, redraw);
  const again = () => confirmSending({ event, shop }, () => sendAgain({ id }));
  return html`<p class="buttons tools">
    ${
      mayBeSent
        ? html`<button @click=${again}>Send again</button>
            <button @click=${() => void startEditing(id)}>Edit and send</button>
            <button @click=${() => confirmSaving((isRedacted) => save({ id, isRedacted }))}>
              Save as scenario
            </button>`
        : nothing
    }
    ${mayBeSent ? copy("curl", "Copy as curl") : nothing} ${copy("request", "Copy request")}
    ${copy("answer", "Copy answer")}
  </p>`;
}

/** @param {SavedScenario} saved */
const drawSaved = ({ file, leftOut }) =>
  html`<p class="note">
    Saved as ${file}. To play it: <code>mplus-codegen simulate ${file} --url ${getServer()}</code>
    ${leftOut.map((sentence) => html`<br />${sentence}`)}
  </p>`;

/** @param {number} id */
async function startEditing(id) {
  const text = await fetchEditable(`traffic/${id}/request`);
  if (text === undefined) return;
  redraw({ isEditing: true });
  const editor = /** @type {HTMLTextAreaElement} */ (find("edited"));
  editor.value = text;
  editor.focus();
}

/** @param {Detail} detail */
function drawEditor({ id, event, shop }) {
  const submit = (/** @type {SubmitEvent} */ submitted) => {
    submitted.preventDefault();
    const editor = /** @type {HTMLTextAreaElement} */ (find("edited"));
    const body = editor.value;
    editor.setCustomValidity(findJsonFault(body));
    if (!editor.reportValidity()) return;
    confirmSending({ event, shop }, () => sendAgain({ id, body }));
  };
  return html`<form class="editor" @submit=${submit}>
    <label
      >Request to send
      <textarea
        id="edited"
        rows="14"
        spellcheck="false"
        @input=${(/** @type {{ target: HTMLTextAreaElement }} */ { target }) => target.setCustomValidity("")}
      ></textarea>
    </label>
    <p class="buttons">
      <button class="main">Send</button>
      <button type="button" @click=${() => redraw({ isEditing: false })}>Cancel</button>
    </p>
  </form>`;
}

/** Empty if the text is a JSON object. @param {string} text */
function findJsonFault(text) {
  try {
    /** @type {unknown} */
    const value = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? ""
      : "This is not a JSON object.";
  } catch (error) {
    return error instanceof Error ? error.message : "This is not JSON.";
  }
}

export const noProgram = "`listen` does not respond. Start it again.";

/** @param {string} path @param {object} asked */
async function post(path, asked) {
  const reply = await send(path, asked);
  showProblem(reply?.ok ? "" : ((await reply?.text()) ?? noProgram));
  if (!reply?.ok) return undefined;
  /** @type {unknown} */
  const answer = await reply.json();
  return answer;
}

/** Opens the new exchange. @param {{ id: number, body?: string }} request */
async function sendAgain(request) {
  const answer = /** @type {{ id: number } | undefined} */ (await post("traffic/again", request));
  if (answer) view.actions?.select(answer.id);
}

/** @param {{ id: number, isRedacted: boolean }} asked */
async function save(asked) {
  const saved = /** @type {SavedScenario | undefined} */ (await post("traffic/scenario", asked));
  if (!saved) return;
  download(saved.file, saved.text);
  redraw({ saved });
}
