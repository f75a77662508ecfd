import type { KindModel, StringModel, TypeModel } from "../../model/model.js";
import { listWords } from "../../text/words.js";
import type { ClaimedType, Statement } from "../claim.js";

const isNumber = (kind: KindModel, ...levels: readonly string[]): boolean =>
  kind.kind === "number" && levels.includes(kind.level);

const hasFormat = (kind: KindModel, format: StringModel["format"]): boolean =>
  kind.kind === "string" && (kind.format === format || kind.formatHint === format);

const hasItems = (kind: KindModel, inner: KindModel["kind"]): boolean =>
  kind.kind === "array" && kind.items.some((item) => item.kind.kind === inner);

/** Whether a kind of the spec is what a source's type says. */
const meanings: Readonly<Record<ClaimedType, (kind: KindModel) => boolean>> = {
  boolean: ({ kind }) => kind === "boolean",
  integer: (kind) => isNumber(kind, "integer"),
  int64: (kind) => isNumber(kind, "int64"),
  number: (kind) => isNumber(kind, "number"),
  string: (kind) => hasFormat(kind, undefined),
  text: ({ kind }) => kind === "string",
  uuid: (kind) => hasFormat(kind, "uuid"),
  date: (kind) => hasFormat(kind, "date"),
  "date-time": (kind) => hasFormat(kind, "date-time"),
  null: ({ kind }) => kind === "null",
  object: ({ kind }) => kind === "object",
  array: ({ kind }) => kind === "array",
  "array of objects": (kind) => hasItems(kind, "object"),
  "array of integers": (kind) => hasItems(kind, "number"),
  "array of strings": (kind) => hasItems(kind, "string"),
};

/** What a type that was seen in a body fits into, besides its own. */
const wider: Partial<Record<ClaimedType, readonly ClaimedType[]>> = {
  integer: ["int64", "number"],
  int64: ["number"],
  string: ["text"],
};

/** Whether a kind is, or, for what was seen in a body, takes, what a statement says. */
export const holdsType = (kind: KindModel, { type, seen }: Extract<Statement, { about: "type" }>): boolean =>
  [type, ...(seen ? (wider[type] ?? []) : [])].some((name) => meanings[name](kind));

/** The types of a part, in a few words. */
export const describeTypes = (types: TypeModel): string => describeKinds(types.map(({ kind }) => kind));

/** The same of what was found in bodies. */
export const describeKinds = (kinds: readonly KindModel[]): string =>
  listWords([...new Set(kinds.map(describeKind))], "or");

function describeKind(kind: KindModel): string {
  if (kind.kind === "number") return kind.level;
  if (kind.kind === "string") return kind.format ?? kind.formatHint ?? "string";
  return kind.kind === "array" ? `array of ${describeTypes(kind.items)}` : kind.kind;
}
