import { describeReleases } from "../contract/describe.js";
import { listDoubtLines } from "../contract/doubts.js";
import type { Prose } from "../contract/model/model.js";
import { listLimits } from "../contract/schema/schemas.js";
import { toCommentText, type CommentText } from "../base/text/escape.js";
import { listWords, wrapText } from "../base/text/words.js";
import { formatRelease } from "../base/time/release.js";
import { addedIn, removedIn, type Spans } from "../base/time/spans.js";
import type { GateView, KindView, TypeView } from "../contract/view/view.js";

export interface DocCommentSource {
  readonly prose: Prose;
  readonly exists?: Spans | undefined;
  readonly type?: TypeView;
  readonly lenient?: boolean;
  readonly gate?: GateView | undefined;
}

/** With stars and two levels of indentation, text of this width fills a line. */
const commentWidth = 103;

/** The description and the doubts about it, a line each, then tags, some of which editors know. */
export function toDocComment({ prose, exists, type = [], lenient = false, gate }: DocCommentSource): string {
  const [since, until] = [addedIn(exists), removedIn(exists)];
  const tags = [
    ...(since === undefined ? [] : [`@since v${formatRelease(since)}`]),
    ...(until === undefined ? [] : [`Removed in v${formatRelease(until)}.`]),
    ...(prose.deprecated ? [formatDeprecationTag(prose.deprecated)] : []),
    ...listConstraints(type, gate).map((constraint) => `@${constraint}`),
    ...listExamples(type),
  ];
  const lines = [
    ...wrapText(toCommentText(prose.description), commentWidth),
    ...listDoubtLines({ prose, type, lenient }).map((line) => toCommentText(line).replaceAll("\n", " ")),
  ].filter((line) => line !== "");
  return [...lines, ...(lines.length > 0 && tags.length > 0 ? [""] : []), ...tags].join("\n");
}

function formatDeprecationTag({ since, replacedBy }: NonNullable<Prose["deprecated"]>): string {
  const when = since === undefined ? [] : [`since v${formatRelease(since)}`];
  const instead = replacedBy === undefined ? [] : [`use ${toCommentText(replacedBy)} instead`];
  return `@deprecated ${[...when, ...instead].join(", ")}`.trimEnd();
}

/** Formats and bounds, which a TypeScript type cannot express, with their releases if these differ. */
function listConstraints(type: TypeView, { eras = [] }: GateView = {}): string[] {
  if (eras.length > 1)
    return eras.flatMap((era) =>
      listConstraints(era.type).map((each) => `${each}, ${describeReleases(era.spans)}`),
    );
  return (type === "unknown" ? [] : type).flatMap((kind) => [
    ...listFormats(kind).map((format) => `format ${format}`),
    ...listLimits(kind).map(([keyword, limit]) => `${keyword} ${limit}`),
  ]);
}

function listFormats(kind: KindView): string[] {
  if (kind.kind === "number") return kind.level === "number" ? [] : [kind.level];
  if (kind.kind !== "text") return [];
  const { formats, hint } = kind;
  return [
    ...(formats.length > 0 ? [listWords(formats, "or")] : []),
    ...(hint === undefined ? [] : [`${hint}, normally`]),
  ];
}

/** An example for an id that the reader creates, because its form cannot be guessed. */
const listExamples = (type: TypeView): string[] =>
  type !== "unknown" && type.some((kind) => kind.kind === "text" && kind.formats.includes("uuid"))
    ? ["@example 0f8fad5b-d9cb-469f-a165-70867728950e"]
    : [];

/** Empty for an empty text. */
export const printComment = (text: string): string =>
  text === "" ? "" : tightenComments(`/**\n${text.replace(/^/gm, " * ")}\n */\n`);

/** Puts each one-line comment on one line of code. */
export const tightenComments = (code: string): string =>
  code.replace(/\/\*\*\n\s*\* (.*)\n\s*\*\//g, "/** $1 */");

/**
 * Makes text safe in a comment of any target language: in a block, in a line, and between three quotes. Python ends
 * that text at quotes and reads backslashes in it, Java reads `\u002a` in comments too, C# and Java read tags, and PHP
 * may stop at `?>`.
 */
export const toAnyComment = (text: string): CommentText =>
  toCommentText(text)
    .replaceAll("\n", " ")
    .replace(/[\\"<>&`]/g, (character) => lookAlikes[character] ?? "") as CommentText;

/** Maps characters with a meaning in some language to similar ones without. */
const lookAlikes: Readonly<Record<string, string>> = {
  "\\": "\u2216",
  '"': "'",
  "<": "\u2039",
  ">": "\u203a",
  "&": "\uff06",
  "`": "'",
};
