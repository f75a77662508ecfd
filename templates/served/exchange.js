import { html, nothing } from "./lit-html/lit-html.js";
import { prose, showProblem } from "./ask.js";

/** @typedef {import("../../generator/till/page/exchange-detail.js").ExchangeDetail} ExchangeDetail */

/** Draws why an answer counts for nothing, and what is odd. @param {Pick<ExchangeDetail, "findings" | "notes">} detail */
export const drawReasons = ({ findings, notes }) =>
  html`${findings.map(drawFinding)} ${notes.map((note) => html`<p class="note">${prose(note)}</p>`)}`;

/** @param {ExchangeDetail["findings"][number]} finding */
const drawFinding = ({ code, message, change, path, explained }) =>
  html`<p class="note bad">
    ${prose(message)} <code>${path}</code> ${code} ${change && html`<br />${prose(change)}`}
    ${explained ? html`<br /><code>mplus-codegen explain ${explained}</code>` : nothing}
  </p>`;

/** The path of the text that was copied last; empty after two seconds. */
let copied = "";

/** @type {ReturnType<typeof setTimeout> | undefined} */
let ending;

/** @param {string} path */
const fetchText = async (path) => (await fetch(path)).text();

/**
 * Draws a button that copies a text of the program.
 * @param {string} path
 * @param {string} label
 * @param {() => void} redraw
 */
export function drawCopy(path, label, redraw) {
  const show = (/** @type {string} */ now) => {
    copied = now;
    clearTimeout(ending);
    if (now !== "") ending = setTimeout(() => show(""), 2000);
    redraw();
  };
  const copy = () =>
    fetchText(path)
      .then((text) => navigator.clipboard.writeText(text))
      .then(() => show(path))
      .catch(() => showProblem("Could not copy this."));
  return html`<button @click=${copy}>${copied === path ? "Copied" : label}</button>`;
}

/** The request as indented JSON. Undefined if it is not JSON, which the page then says. @param {string} path */
export const fetchEditable = (path) =>
  fetchText(path)
    .then((body) => JSON.stringify(JSON.parse(body), undefined, 2))
    .catch(() => showProblem("This is not JSON, so it cannot be edited."));

/** A line of indented JSON: an optional property name, and the rest. */
const named = /^( *"(?:[^"\\]|\\.)*":)? *(.*)$/s;

/** @param {string} line */
function colour(line) {
  const [, name = "", rest = ""] = named.exec(line) ?? [];
  const look = rest.startsWith('"') ? "text" : /^[-\w]/.test(rest) ? "literal" : "";
  const indent = line.slice(name.length, line.length - rest.length);
  return html`<span class="key">${name}</span>${indent}<span class=${look}>${rest}</span>`;
}

/** @param {readonly string[]} lines */
export const drawJson = (lines) =>
  html`<pre tabindex="0">${lines.map((line) => html`${colour(line)}${"\n"}`)}</pre>`;
