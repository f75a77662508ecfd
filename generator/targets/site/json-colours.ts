import { toHtmlText, type HtmlText } from "../../text/escape.js";

/** A string (with the colon that makes it a key), a number or a literal. */
const part = /("(?:[^"\\\n]|\\.)*"?)(\s*:)?|-?\b\d[\d.]*(?:[eE][+-]?\d+)?|\b(?:true|false|null)\b/g;

/** JSON as HTML, with marks for its keys, texts and other values. */
export function colourJson(json: string): HtmlText {
  let html = "";
  let end = 0;
  for (const match of json.matchAll(part)) {
    const [whole, text, colon] = match;
    const kind = text === undefined ? "value" : colon === undefined ? "text" : "key";
    const [coloured, rest] = text === undefined ? [whole, ""] : [text, colon ?? ""];
    html += `${toHtmlText(json.slice(end, match.index))}<span class="${kind}">${toHtmlText(coloured)}</span>${rest}`;
    end = match.index + whole.length;
  }
  return (html + toHtmlText(json.slice(end))) as HtmlText;
}
