import { html, nothing } from "./lit-html/lit-html.js";
import { repeat } from "./lit-html/directives/repeat.js";
import { time } from "./ask.js";

/** @typedef {import("./ask.js").PageState} PageState */
/** @typedef {PageState["wire"][number]} Entry */

/** @param {PageState} state */
export const drawWire = ({ wire }) =>
  repeat(
    wire,
    ({ id }) => id,
    (entry) => drawEntry(entry, entry === wire[0]),
  );

/** @param {Entry} entry @param {boolean} isNewest */
const drawEntry = (entry, isNewest) =>
  html`<li class=${entry.verdict} value=${entry.id + 1}>
    <h3><a href=${entry.docs} target="docs">${entry.event}</a></h3>
    <p class="soft"><time>${time(entry.at)}</time> · ${entry.facts}</p>
    <p class="verdict">${entry.says}</p>
    ${entry.findings.map(
      ({ code, message, path, docs }) =>
        html`<p class="note bad">
          ${message} <code>${path}</code> <a href=${docs} target="docs">${code}: the rule</a>
        </p>`,
    )}
    ${entry.notes.map((note) => html`<p class="note">${note}</p>`)}
    ${drawJson("Request", entry.request, false)}
    ${drawJson("Answer", entry.answer, isNewest && entry.answer.length > 1)}
  </li>`;

/**
 * @param {"Request" | "Answer"} title
 * @param {Entry["request"]} lines
 * @param {boolean} isOpen
 */
const drawJson = (title, lines, isOpen) =>
  html`<details ?open=${isOpen}>
    <summary>${title}</summary>
    <pre tabindex="0">
${lines.map(({ text, isRefused }) => {
        const [indent] = /^ */.exec(text) ?? [];
        return isRefused ? html`${indent}<del>${text.trimStart()}</del>${"\n"}` : `${text}\n`;
      })}</pre>
  </details>`;

/** @param {PageState} state */
export function drawRecording({ recording: { isOn, text, isOpen } }) {
  if (isOn) return html`<p class="note">What you do is recorded. It began with a new till.</p>`;
  if (text === "") return nothing;
  return html`<details class="more" open>
    <summary>Recording</summary>
    <div>
      <p>Save it, and play it: <code>mplus-codegen simulate recording.yaml --url …</code></p>
      ${isOpen ? html`<p class="note">Something is still open: it fails unless that ends.</p>` : nothing}
      <p class="buttons">
        <a class="main" href="recording.yaml" download>Save recording.yaml</a>
        <button @click=${() => navigator.clipboard.writeText(text)}>Copy</button>
      </p>
      <pre tabindex="0">${text}</pre>
    </div>
  </details>`;
}
