import { notDescribed, type Shape } from "../contract/read/dialect.js";
import { dropArrays } from "../contract/read/values.js";
import { quote } from "../base/text/quote.js";
import { capitalize } from "../base/text/words.js";
import { formatRelease, type Release } from "../base/time/release.js";
import type { ItemType, JudgedSource, SourceRow, SpecSubject } from "./source-content.js";

export interface NewPart extends SpecSubject {
  readonly name: string;
  readonly source: JudgedSource;
  /** Undefined if only the parts inside it have rows. */
  readonly row: SourceRow | undefined;
  readonly isList: boolean;
  readonly parts: readonly NewPart[];
}

export interface NewPartHome {
  /** The title of its parent. "" at the top of a body. */
  readonly holder: string;
  /** The first release of its parent. */
  readonly from: Release;
  /** In lower case. */
  readonly taken: Set<string>;
}

export function arrangeParts(
  rows: readonly { readonly row: SourceRow; readonly source: JudgedSource }[],
  depth: number,
): NewPart | undefined {
  const [first] = rows;
  if (!first) return undefined;
  const { side } = first.row;
  const steps = first.row.path.split(".").slice(0, depth);
  const path = steps.join(".");
  const names = new Map<string, typeof rows>();
  for (const each of rows) {
    const name = dropArrays(each.row.path.split(".")[depth] ?? "");
    names.set(name, [...(names.get(name) ?? []), each]);
  }
  const [own] = names.get("") ?? [];
  names.delete("");
  const parts = [...names.values()].flatMap((inside) => arrangeParts(inside, depth + 1) ?? []);
  const { source } = own ?? first;
  const isList = rows.some(({ row }) => row.path.split(".")[depth - 1]?.endsWith("[]"));
  return { side, path, name: dropArrays(steps.at(-1) ?? ""), source, row: own?.row, isList, parts };
}

/** False if a WSDL or a recording shows the part. */
export const isPage = ({ kind }: JudgedSource): boolean => kind === "page";

/** In the spec's dialect. */
const typeShapes: Readonly<Record<Exclude<ItemType, "null">, Shape>> = {
  boolean: { type: "boolean" },
  integer: { type: "integer" },
  int64: { type: "integer", format: "int64" },
  number: { type: "number" },
  string: { type: "string" },
  text: { type: "string" },
  uuid: { type: "string", format: "uuid" },
  date: { type: "string", format: "date" },
  "date-time": { type: "string", format: "date-time" },
  object: { type: "object", "x-open": true },
};

/** Returns a sentence if the rows of a part are unclear. */
export function makeShape(part: NewPart, home: NewPartHome, since?: Release): Shape | string {
  const { row, name, parts, path, side } = part;
  const types = (row?.type ?? []).filter((type) => type !== "null");
  const [stated = parts.length > 0 ? "object" : undefined, ...others] = types;
  if (!/^[a-z][A-Za-z0-9]{0,63}$/.test(name) || name in {}) return "Its name is not valid in the dialect.";
  if (path.includes("[][]")) return "It is a list of lists, which you have to add by hand.";
  if (stated === undefined || others.length > 0) return "The source does not give it a single type.";
  const item =
    stated === "array"
      ? parts.length > 0
        ? "object"
        : undefined
      : (dropArrays(stated) as keyof typeof typeShapes);
  if (item === undefined) return "The source does not say what type its items have.";
  if (parts.length > 0 && item !== "object")
    return "The source lists its properties but gives it another type.";
  const ending = side === "response" && !path.includes(".") ? "Answer" : "";
  const title = `${home.holder}${capitalize(name)}${ending}`;
  const held =
    item === "object"
      ? makeObject(parts, { ...home, from: since ?? home.from, holder: toFreeTitle(title, home.taken) })
      : typeShapes[item];
  if (typeof held === "string") return held;
  const isList = part.isList || stated === "array" || stated.endsWith("[]");
  return {
    ...(isList || !held.title ? {} : { title: held.title }),
    description: notDescribed,
    ...(isList ? { type: "array" } : { ...held }),
    ...(since !== undefined && since > home.from && { "x-added-in": formatRelease(since) }),
    ...(isList && { items: held }),
  };
}

/** Without known parts, the object is open. */
function makeObject(parts: readonly NewPart[], home: NewPartHome): Shape | string {
  const named = { title: home.holder, description: notDescribed };
  if (parts.length === 0) return { ...named, ...typeShapes.object };
  const properties: Record<string, Shape> = {};
  for (const part of parts) {
    const shape = makeShape(part, home, part.row?.since);
    if (typeof shape === "string") return `${part.path}: ${shape}`;
    properties[part.name] = shape;
  }
  const required = parts.flatMap((part) => (isRequired(part) ? part.name : []));
  return { ...named, type: "object", ...(required.length > 0 && { required }), properties };
}

/** True if a page has the part and does not call it optional. */
export const isRequired = ({ row, source }: NewPart): boolean => isPage(source) && row?.optional === false;

/** True if the spec may quote the text, such as a title: only words, without special characters. */
const isPlainText = (text: string): boolean =>
  text.length <= 200 && /^[\p{L}\p{N} .,'’&()[\]/-]*$/u.test(text);

/** Names the source, its newest release and the line, without quoting the source. */
export function describeBasis({ row, source }: Pick<NewPart, "row" | "source">): Shape {
  const { title, newest, seenAs = "a source" } = source;
  if (!isPage(source)) return { "x-seen": seenAs };
  const reach = newest === undefined ? "" : ` (up to v${formatRelease(newest)})`;
  const name = isPlainText(title) ? ` ${quote(title)}` : "";
  const line = row ? `Line ${row.place.line} of the` : "The";
  return { "x-provenance": { kind: "documented", basis: `${line} vendor's page${name}${reach}.` } };
}

/** Adds a number to a title that is taken. */
function toFreeTitle(title: string, taken: Set<string>): string {
  let free = title;
  for (let i = 2; taken.has(free.toLowerCase()); i += 1) free = `${title}${i}`;
  taken.add(free.toLowerCase());
  return free;
}
