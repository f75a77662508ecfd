import type { Branded } from "./brand.js";
import { showInvisible } from "./invisible.js";

/** Text inside a block comment. */
export type CommentText = Branded<"comment">;

/** Makes text fit for a block comment: it cannot end the comment, begin a tag, or hide what it says. */
export const toCommentText = (text: string): CommentText =>
  text
    .split(/\r\n|[\r\n\u0085\u2028\u2029]/)
    .map((line) => showInvisible(line.trim()))
    .filter((line) => line !== "")
    .join("\n")
    .replaceAll("*/", "*\u2215")
    .replaceAll("/*", "\u2215*")
    .replace(/^[@#]|\{@|(?<=\s)@|(?<=\/\/)[@#]|@(?=ts-)/gm, (start) =>
      start.replace("@", "\uff20").replace("#", "\uff03"),
    ) as CommentText;
