import { insertItem, printFile, removePart, setPart, type JsonPath } from "../contract/read/edit-json.js";
import { readPath } from "../contract/read/values.js";

/** One edit of a file of the spec: of the part at a path, or of the whole file if that is empty. */
export interface SpecEdit {
  readonly file: string;
  readonly path: JsonPath;
  /** What it becomes, or what a property of it becomes; it is taken out if neither this nor an item is given. */
  readonly value?: unknown;
  readonly property?: string;
  /** What the list there gets, at an index or last. */
  readonly item?: unknown;
  readonly index?: number;
  /** The keys behind which a new one comes. */
  readonly after?: readonly string[];
}

/** The texts of a spec by path. */
export type SpecTexts = ReadonlyMap<string, string>;

/** Reads a part of a text of a spec. */
export const readIn = (texts: SpecTexts, file: string, path: JsonPath): unknown =>
  readPath(JSON.parse(texts.get(file) ?? "null"), path.map(String));

/** The texts after edits, one after another; no other byte of them changes. */
export const applyEdits = (texts: SpecTexts, edits: readonly SpecEdit[]): SpecTexts =>
  edits.reduce<SpecTexts>((sofar, edit) => new Map([...sofar, [edit.file, applyEdit(sofar, edit)]]), texts);

function applyEdit(texts: SpecTexts, { file, path, value, property, item, index, after }: SpecEdit): string {
  const text = texts.get(file) ?? "";
  const known = readIn(texts, file, path);
  if (item !== undefined) {
    const list = (known ?? []) as readonly unknown[];
    const at = index ?? list.length;
    // insertItem lays out lists of objects only.
    if (list.length > 0 && typeof list[0] === "object") return insertItem(text, path, at, item);
    return setPart(text, path, [...list.slice(0, at), item, ...list.slice(at)], after);
  }
  if (property !== undefined)
    return known === undefined
      ? setPart(text, path, { [property]: value }, after)
      : setPart(text, [...path, property], value);
  if (path.length === 0) return printFile(value as object);
  return value === undefined ? removePart(text, path) : setPart(text, path, value, after);
}
