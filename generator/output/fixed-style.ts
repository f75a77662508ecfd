import { extname } from "node:path";
import { parseJson } from "../base/json.js";
import { formatText, type Style } from "./prettier.js";

/**
 * The style of all code that we emit, so that only a file in the layout of a project needs prettier for its hash. Never
 * change it: stamps contain hashes of texts in this style.
 */
export const fixedStyle: Style = {
  printWidth: 110,
  // Otherwise, an object's first line break decides whether it fits on one line.
  objectWrap: "collapse",
};

const codeEndings = [".ts", ".mts", ".cts", ".tsx", ".js", ".mjs", ".cjs", ".jsx", ".css"];
const documentEndings = [".md", ".html"];

export interface StyleHints {
  /**
   * A text that this one should equal: a text that no formatter can have made from it is returned unchanged, because
   * parsing it may take long.
   */
  readonly expected?: string | undefined;
  readonly isInFixedStyle?: boolean | undefined;
}

/** Converts a text to one fixed style, so that two texts with different layouts can be compared. */
export async function toFixedStyle(
  path: string,
  text: string,
  { expected, isInFixedStyle = false }: StyleHints = {},
): Promise<string> {
  const ending = extname(path);
  if (ending === ".json") return toCompactJson(text);
  if (documentEndings.includes(ending)) return toWords(text);
  if (!mayBeFormatted(text, expected)) return text;
  if (!codeEndings.includes(ending)) return toTokens(text);
  const start = text.slice(0, 500);
  if (start.includes(unchecked)) return toBareCode(text);
  if (start.includes(dense)) return toDenseCode(text);
  return isInFixedStyle ? normalize(text) : await formatCode(path, text);
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

/** In code with a statement per line: prettier would take as long for it as for all types. */
const dense = "// One statement per line";

const toDenseCode = (text: string): string =>
  text
    .replace(directive, "")
    .replace(/[\s"'`,;]+/g, "")
    .replace(/\((\w+)\)=>/g, "$1=>");

const toBareCode = (text: string): string => text.replace(directive, "").replace(/[\s"'`,;()[\]{}\\|]+/g, "");

async function formatCode(path: string, text: string): Promise<string> {
  return normalize((await formatText(path, text, fixedStyle)) ?? text);
}

/** Prettier keeps single empty lines. An import's line breaks depend on the length of its extension. */
const normalize = (text: string): string =>
  text
    .replace(directive, "")
    .replace(/^(?:import|export) (?:type )?\{[^{}]*\}/gm, (names) => names.replace(/,?\s+/g, " "))
    .replace(/\n+/g, "\n")
    .trim();

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

/** Characters, for a file that is no longer generated. */
const usualLimit = 1_000_000;

/** Formatters change indents most, and add quotes, brackets, commas and semicolons to the rest. */
function mayBeFormatted(text: string, expected: string | undefined): boolean {
  if (expected === undefined) return text.length <= usualLimit;
  const [length, visible] = [4 * expected.length + 1000, 1.25 * countVisible(expected) + 1000];
  return text.length <= length && countVisible(text) <= visible;
}

const countVisible = (text: string): number => text.replace(/\s+/g, "").length;
