import { html } from "./lit-html/lit-html.js";

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
