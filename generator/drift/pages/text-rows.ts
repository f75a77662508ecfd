import { findColumn } from "../words/column-words.js";
import { splitWords } from "../words/split-words.js";
import { findType } from "../words/type-words.js";
import { hasVerb } from "../words/verbs.js";

const optional = "(optional)";
const longestPath = 200;

/** The columns of a line that names nothing else; undefined if it is no header. */
export function splitHeader(line: string): readonly string[] | undefined {
  const names = line.includes("\t") ? line.split("\t").map((cell) => cell.trim()) : splitWords(line);
  const known = names.filter((name) => findColumn(name) !== undefined);
  return names.length > 1 && known.length > (line.includes("\t") ? 0 : names.length - 1) ? names : undefined;
}

/**
 * Whether a line of a table begins a row, and does not go on with the row before it: its first word is the name of something.
 * A name that might be a word of a sentence needs a type behind it, or a sentence that has ended before it.
 */
export function beginsRow(line: string, isFinished: boolean): boolean {
  if (line.includes("\t")) return true;
  const [name = "", ...rest] = splitWords(line);
  if (!isName(name) || hasVerb(rest.slice(0, 1))) return false;
  if (isCompound(name) || rest[0] === optional) return true;
  if (findType(rest)) return startsSmall(name);
  return isFinished && rest.length > 0 && hasHump(name) && startsSmall(name);
}

/** The cells of a row: a name, a type, which may say that it is optional, and the rest. A sentence has one cell. */
export function splitRow(line: string): readonly string[] {
  if (line.includes("\t")) return line.split("\t");
  const [name = "", ...rest] = splitWords(line);
  if (!beginsRow(line, true)) return [line];
  const length = rest[0] === optional ? 0 : (findType(rest)?.length ?? 1);
  const end = rest[length] === optional ? length + 1 : length;
  return [name, rest.slice(0, end).join(" "), rest.slice(end).join(" ")];
}

/** Whether a text ends as sentences do, whatever closes behind the end. */
export function endsSentence(text: string): boolean {
  let length = text.trimEnd().length;
  while (length > 0 && ")\"'”’»".includes(text.charAt(length - 1))) length--;
  return length > 0 && ".!?:…".includes(text.charAt(length - 1));
}

/** Whether a word is written as the name of a property, or as a path of such names. */
export const isName = (word: string): boolean =>
  word.length <= longestPath && /^[A-Za-z]\w*(?:\[\])*(?:\.\w+(?:\[\])*)*$/.test(word);

const isCompound = (name: string): boolean => name.includes(".") || name.includes("[]");
const hasHump = (name: string): boolean => /[a-z][A-Z]/.test(name);
const startsSmall = (name: string): boolean => /^[a-z]/.test(name);
