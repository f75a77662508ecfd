import type { Prose } from "../model/model.js";
import { toCommentText } from "../text/escape.js";
import { listWords, wrapText } from "../text/words.js";
import { formatRelease } from "../time/release.js";
import { firstIn, goneIn, type Spans } from "../time/spans.js";
import type { KindView, TypeView } from "../view/view.js";

/** What a doc comment tells about. */
export interface Documented {
  readonly prose: Prose;
  readonly exists?: Spans;
  readonly type?: TypeView;
}

/** Of the lines of a doc comment. */
export const commentWidth = 96;

/** The text of a doc comment: the description, then tags, of which editors know some. */
export function toDocComment({ prose, exists, type = [] }: Documented): string {
  const [since, until] = [firstIn(exists), goneIn(exists)];
  const tags = [
    ...(since === undefined ? [] : [`@since v${formatRelease(since)}`]),
    ...(until === undefined ? [] : [`Gone since v${formatRelease(until)}.`]),
    ...(prose.deprecated ? [describeDeprecation(prose.deprecated)] : []),
    ...listTypeConstraints(type).map((constraint) => `@${constraint}`),
    ...listExamples(type),
  ];
  const lines = wrapText(toCommentText(prose.description), commentWidth);
  return [...lines, ...(lines.length > 0 && tags.length > 0 ? [""] : []), ...tags].join("\n");
}

function describeDeprecation({ since, replacedBy }: NonNullable<Prose["deprecated"]>): string {
  const when = since === undefined ? "" : ` since v${formatRelease(since)}`;
  const instead =
    replacedBy === undefined ? "" : `${when === "" ? " use" : ", use"} ${toCommentText(replacedBy)} instead`;
  return `@deprecated${when}${instead}`;
}

/** What a TypeScript type cannot say: formats and bounds. */
function listTypeConstraints(type: TypeView): string[] {
  return type === "unknown" ? [] : type.flatMap(listConstraints);
}

function listConstraints(kind: KindView): string[] {
  switch (kind.kind) {
    case "text":
      return [
        ...(kind.formats.length > 0 ? [`format ${listWords(kind.formats, "or")}`] : []),
        ...(kind.hint === undefined ? [] : [`format ${kind.hint}, normally`]),
        ...bound("minLength", kind.minLength),
        ...bound("maxLength", kind.maxLength),
      ];
    case "number":
      return [...nameFormat(kind), ...bound("minimum", kind.minimum), ...bound("maximum", kind.maximum)];
    case "array":
      return [...bound("minItems", kind.minItems), ...bound("maxItems", kind.maxItems)];
    case "boolean":
    case "enum":
    case "null":
    case "object":
      return [];
  }
}

/** Of an id that the reader makes: its form is not to be guessed. */
const listExamples = (type: TypeView): string[] =>
  type !== "unknown" && type.some((kind) => kind.kind === "text" && kind.formats.includes("uuid"))
    ? ["@example 0f8fad5b-d9cb-469f-a165-70867728950e"]
    : [];

function nameFormat({ level }: Extract<KindView, { kind: "number" }>): string[] {
  if (level === "number") return [];
  return [`format ${level}`];
}

const bound = (name: string, value: number | undefined): string[] =>
  value === undefined ? [] : [`${name} ${value}`];

/** A doc comment of this text, before what it tells about; nothing where there is no text. */
export const printComment = (text: string): string =>
  text === "" ? "" : tightenComments(`/**\n${text.replace(/^/gm, " * ")}\n */\n`);

/** Puts each comment that has one line of text on one line of code. */
export const tightenComments = (code: string): string =>
  code.replace(/\/\*\*\n\s*\* (.*)\n\s*\*\//g, "/** $1 */");
