import { insertItem, printFile, removePart, setPart, type JsonPath } from "../contract/read/edit-json.js";
import { readPath } from "../contract/read/values.js";

/** An empty path stands for the whole file. */
export interface SpecEdit {
  readonly file: string;
  readonly path: JsonPath;
  /** Without a value and an item, the part is removed. */
  readonly value?: unknown;
  readonly property?: string;
  readonly item?: unknown;
  readonly index?: number;
  /** Keys that precede a new one. */
  readonly after?: readonly string[];
}

export type SpecTexts = ReadonlyMap<string, string>;

export const readIn = (texts: SpecTexts, file: string, path: JsonPath): unknown =>
  readPath(JSON.parse(texts.get(file) ?? "null"), path.map(String));

/** Applies the edits in order and changes no other byte. */
export const applyEdits = (texts: SpecTexts, edits: readonly SpecEdit[]): SpecTexts =>
  edits.reduce<SpecTexts>((sofar, edit) => new Map([...sofar, [edit.file, applyEdit(sofar, edit)]]), texts);

function applyEdit(texts: SpecTexts, { file, path, value, property, item, index, after }: SpecEdit): string {
  const text = texts.get(file) ?? "";
  const known = readIn(texts, file, path);
  if (item !== undefined) {
    const list = (known ?? []) as readonly unknown[];
    const at = index ?? list.length;
    // insertItem only lays out lists of objects.
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
