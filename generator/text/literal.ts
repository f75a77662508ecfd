import type { Branded } from "./brand.js";
import { escapeCharacter, showInvisible } from "./invisible.js";

/** A string literal of TypeScript. */
export type StringLiteral = Branded<"string literal">;

/** A double-quoted TypeScript literal that reads back as exactly this text. */
export const toStringLiteral = (text: string): StringLiteral =>
  showInvisible(JSON.stringify(text)) as StringLiteral;

/** Data as an expression of TypeScript that reads back as exactly this: a key `__proto__` is a key. */
export const toDataText = (value: unknown): string =>
  showInvisible(JSON.stringify(value)).replaceAll('"__proto__":', '["__proto__"]:');

/** A value as an expression of a classic script, which can end neither the script nor one of its lines. */
export const toScriptText = (value: unknown): string =>
  showInvisible(JSON.stringify(value).replace(/[<>&]/g, escapeCharacter));
