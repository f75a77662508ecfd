import { isObject, parseJson } from "../../../json.js";
import type { Layout } from "./document.js";

/** How a recording is laid out: by the ending of its name, or else by how its text begins. */
export function findLayout(file: string, beginning: string): Layout | "lines" {
  const name = file.toLowerCase();
  if (name.endsWith(".ndjson") || name.endsWith(".jsonl")) return "lines";
  if (name.endsWith(".har") || beginsWith(beginning, '{"log":{')) return "entries";
  if (beginsWith(beginning, "[")) return "items";
  return beginsWith(beginning, "{") && isLine(beginning) ? "lines" : "one";
}

/** Whether a text may be a recording. Markdown may begin with a bracket, too: no object comes next in it. */
export const looksLikeJson = (beginning: string): boolean =>
  ["{", "[{", "[]"].some((start) => beginsWith(beginning, start));

const beginsWith = (text: string, start: string): boolean =>
  text
    .slice(0, 1000)
    .replace(/[\s\uFEFF]/g, "")
    .startsWith(start);

/** Whether the first line is a whole object, or so long that nobody sees its end. */
function isLine(beginning: string): boolean {
  const [first = "", ...others] = beginning
    .replace(/^\uFEFF/, "")
    .trimStart()
    .split("\n");
  return others.length === 0 || isObject(parseJson(first));
}
