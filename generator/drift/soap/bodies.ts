import type { Direction } from "../../model/model.js";
import type { SoapNamesFile, SoapRoot } from "../../spec/dialect.js";
import type { Subject } from "../claim.js";
import { readContent, type Field } from "./content.js";
import { readEnum, readFieldType, type FieldType } from "./field-types.js";
import { isSchemaNode, type Unread } from "./schemas.js";
import { takeStep, type Walk } from "./walk.js";
import { parseName, type XmlNode } from "./xml.js";

/** Something that a WSDL has in a body, at its place in JSON. */
export type Part =
  | {
      readonly kind: "field";
      readonly subject: Subject;
      readonly field: Field;
      readonly type: FieldType;
      /** Whether it stands directly in a body. */
      readonly isTop: boolean;
      /** Whether the table moves it out of the object that it is in. */
      readonly isMoved: boolean;
    }
  /** An enum that the table names by itself: the values of a part, or the events. */
  | { readonly kind: "enum"; readonly root: SoapRoot; readonly type: FieldType }
  /** A name of the table, and what it stands for. */
  | { readonly kind: "named"; readonly name: string }
  | Unread;

interface At {
  readonly walk: Walk;
  readonly names: SoapNamesFile;
  readonly side: Direction;
  /** Where the type is, a step for each part. */
  readonly path: readonly string[];
  readonly isTop: boolean;
  /** The types around. */
  readonly within: readonly XmlNode[];
}

/** Lists what the types that the table names as bodies have, down to the last part. */
export function listParts(names: SoapNamesFile, walk: Walk): readonly Part[] {
  const types = new Map([...walk.schemas.types].map(([name, node]) => [parseName(name).name, node]));
  return names.roots.flatMap((root): readonly Part[] => {
    const node = types.get(root.type);
    if (!node) return [];
    const named: Part = { kind: "named", name: root.type };
    if (isSchemaNode(node, "simpleType")) {
      const type = readEnum(node, root.type, walk);
      return [named, { kind: "enum", root, type }, ...type.unread];
    }
    const { side, path } = root;
    if (side === "event") return [named];
    const steps = path === "" ? [] : path.split(".");
    const at: At = { walk, names, side, path: steps, isTop: path === "", within: [node] };
    return [named, ...listBelow(node, root.type, at)];
  });
}

const listBelow = (type: XmlNode, owner: string, at: At): readonly Part[] =>
  readContent(type, owner, at.walk).flatMap((item): readonly Part[] =>
    item.kind === "unread" ? [item] : listField(item, at),
  );

function listField(field: Field, at: At): readonly Part[] {
  const { walk, names } = at;
  if (!takeStep(walk)) return [];
  const key = `${field.owner}.${field.name}`;
  const named: Part = { kind: "named", name: key };
  if (Object.hasOwn(names.leftOut, key)) return [named];
  const type = readFieldType(field, walk);
  const mapped = names.elements[key]?.path ?? field.name;
  const path = locate(mapped, at.path);
  if (path.join(".").length > maximumLength) return [named, noteDeep(field)];
  const subject: Subject = { side: at.side, path: path.join(".") };
  const part: Part = {
    kind: "field",
    subject,
    field,
    type,
    isTop: at.isTop,
    isMoved: mapped.startsWith(".."),
  };
  return [named, part, ...type.unread, ...listInner(field, type, { ...at, path, isTop: false })];
}

/** Follows what the table says of an element, as it is or by hand. */
const locate = (mapped: string, holder: readonly string[]): readonly string[] =>
  mapped
    .split("/")
    .reduce<readonly string[]>((path, step) => (step === ".." ? path.slice(0, -1) : [...path, step]), holder);

/** No path of a body is as long as this. */
const maximumLength = 1_000;

const noteDeep = ({ owner, name, line }: Field): Unread => ({
  ...{ kind: "unread", section: owner, line },
  text: `${owner}.${name}`,
  why: "it lies too deep to be read",
});

/** No body is as deep as this; a type that holds itself ends where it comes again. */
const maximumDepth = 30;

function listInner(field: Field, { inner }: FieldType, at: At): readonly Part[] {
  const { many } = field;
  if (!inner || at.within.includes(inner.node)) return [];
  if (at.within.length > maximumDepth) return [noteDeep(field)];
  const path = many ? at.path.map((step, i) => (i === at.path.length - 1 ? `${step}[]` : step)) : at.path;
  return listBelow(inner.node, inner.owner, { ...at, path, within: [...at.within, inner.node] });
}
