import { toCommentText, type CommentText } from "../../text/escape.js";

/**
 * Makes text fit for a comment of any of the languages: for a block, for lines, for a text between three quotes. Python ends
 * that text at quotes and reads backslashes in it, Java reads `\u002a` in comments as well, C# and Java read tags, and PHP
 * may stop at `?>`.
 */
export const toAnyComment = (text: string): CommentText =>
  toCommentText(text)
    .replaceAll("\n", " ")
    .replace(/[\\"<>&`]/g, (character) => lookAlikes[character] ?? "") as CommentText;

/** Characters that mean something to one of the languages, and such as look alike and mean nothing. */
const lookAlikes: Readonly<Record<string, string>> = {
  "\\": "\u2216",
  '"': "'",
  "<": "\u2039",
  ">": "\u203a",
  "&": "\uff06",
  "`": "'",
};
