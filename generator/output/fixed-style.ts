import { extname } from "node:path";
import { parseJson } from "../base/json.js";
import { formatText, type Style } from "./prettier.js";

/** The style of the code that we emit, unless the project has its own. */
export const fixedStyle: Style = {
  printWidth: 110,
  // Otherwise, an object's first line break decides whether it fits on one line.
  objectWrap: "collapse",
};

const codeEndings = [".ts", ".mts", ".cts", ".tsx", ".js", ".mjs", ".cjs", ".jsx", ".css"];
const documentEndings = [".md", ".html"];

/** Converts a text to one fixed style, so that two texts with different layouts can be compared. */
export async function toFixedStyle(path: string, text: string): Promise<string> {
  const ending = extname(path);
  if (ending === ".json") return toCompactJson(text);
  if (documentEndings.includes(ending)) return toWords(text);
  if (!codeEndings.includes(ending)) return toTokens(text);
  return text.slice(0, 500).includes(unchecked) ? toBareText(path, text) : await formatCode(path, text);
}

function toCompactJson(text: string): string {
  const value = parseJson(text);
  try {
    return value === undefined ? text : JSON.stringify(value);
  } catch {
    // It is nested too deeply.
    return text;
  }
}

/** `eslint --fix` removes this comment if no rule of the project reports anything. */
const directive = "/* eslint-disable */";

/** In code that nobody reads. It is long, so prettier would take longer than all the rest of a run. */
const unchecked = "// @ts-nocheck Generated";

async function formatCode(path: string, text: string): Promise<string> {
  const formatted = (await formatText(path, text, fixedStyle)) ?? text;
  // Prettier keeps single empty lines.
  return formatted.replace(directive, "").replace(/\n+/g, "\n").trim();
}

/** Formatters of Markdown and HTML also format the code in them, and change the case of a doctype. */
const toWords = (text: string): string =>
  text.replace(/<!doctype/i, "<!doctype").replace(/[\s"'`*_|\\/+:;,(){}[\]-]+/g, "");

/** For languages that prettier does not know: ignores white space, commas and the kind of quotes. */
const toTokens = (text: string): string =>
  text
    .replace(/["'`]/g, '"')
    .replace(/[\s,]+/g, " ")
    .replace(/ ?([^\p{L}\p{N}_ ]) ?/gu, "$1")
    .trim();

/** Endings of languages whose words are separated by more than layout. */
const languages = [".ts", ".mts", ".js", ".mjs", ".json", ".php", ".py", ".java", ".cs"];

/**
 * A text without white space, quotes, commas, semicolons, brackets and the leading `|` of a union; of a document, only
 * its letters and digits. Texts with different layouts are the same here, and some others. Never change it: stamps
 * contain hashes of such texts.
 */
export function toBareText(path: string, text: string): string {
  const bare = text.replace(directive, "");
  if (!languages.includes(extname(path))) return bare.replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase();
  return bare.replace(/(=>|[=:?<(,[])\s*\|/g, "$1").replace(/[\s"'`,;()[\]{}\\]+/g, "");
}

/**
 * False if no formatter can have made a text from the expected one, so that it need not be parsed, which may take long.
 * Formatters change indents most, and add quotes, brackets, commas and semicolons to the rest.
 */
export function mayBeFormatted(text: string, expected: string): boolean {
  const [length, visible] = [4 * expected.length + 1000, 1.25 * countVisible(expected) + 1000];
  if (text.length > length || countVisible(text) > visible) return false;
  // Deep nesting takes prettier long. Parentheses may be added around the parameter of each arrow function.
  const count = (of: string, what: RegExp): number => of.match(what)?.length ?? 0;
  return count(text, /[([{]/g) <= count(expected, /[([{]|=>/g) + 20;
}

const countVisible = (text: string): number => text.replace(/\s+/g, "").length;
