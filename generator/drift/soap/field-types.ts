import { quote } from "../../text/quote.js";
import { toArray, type ClaimedType } from "../claim.js";
import { findBuiltinType } from "./builtin-types.js";
import { noteUnread, type Field } from "./content.js";
import { readEnumValue } from "./enum-values.js";
import { isSchemaNode, schemaNamespace, type Unread } from "./schemas.js";
import { takeStep, type Walk } from "./walk.js";
import { parseName, resolveName, type XmlNode } from "./xml.js";

/** What a field holds. */
export interface FieldType {
  /** As it is called, without a prefix. */
  readonly name: string;
  /** Undefined if nobody knows. */
  readonly type?: ClaimedType;
  /** The values of an enum. */
  readonly values?: EnumValues;
  /** The type whose elements and attributes lie below it. */
  readonly inner?: { readonly node: XmlNode; readonly owner: string };
  readonly unread: readonly Unread[];
}

export interface EnumValues {
  /** Spelt as in JSON. */
  readonly values: readonly { readonly value: string; readonly line: number }[];
  /** Whether every one of them could be read. */
  readonly all: boolean;
  /** Where they begin. */
  readonly line: number;
}

/** Finds what a field holds: a type of XML Schema, a type of the file, or one written in place. */
export function readFieldType({ declaration, owner, name }: Field, walk: Walk): FieldType {
  const at: At = { walk, section: owner, within: new Set() };
  const inline = declaration.children.find((node) => isSchemaNode(node, "complexType", "simpleType"));
  if (inline) return readDeclared(inline, `${owner}.${name}`, at);
  return readNamed(declaration.attributes.get("type"), declaration, at);
}

/** Reads the values of an enum that a type of the file is. */
export const readEnum = (node: XmlNode, name: string, walk: Walk): FieldType =>
  readDeclared(node, name, { walk, section: name, within: new Set() });

interface At {
  readonly walk: Walk;
  /** The type in which the field stands. */
  readonly section: string;
  readonly within: ReadonlySet<XmlNode>;
}

function readNamed(name: string | undefined, from: XmlNode, at: At): FieldType {
  if (name === undefined) return noteType("", from, at, "it says no type");
  const full = resolveName(name, from.scope);
  const { namespace, name: local } = parseName(full);
  if (namespace === schemaNamespace) {
    const type = findBuiltinType(local);
    if (type === undefined)
      return noteType(local, from, at, `no reader understands the type ${quote(local)}`);
    return { name: local, type, unread: [] };
  }
  const node = at.walk.schemas.types.get(full);
  return node
    ? readDeclared(node, local, at)
    : noteType(local, from, at, `the type ${quote(local)} is not in the file`);
}

function readDeclared(node: XmlNode, name: string, at: At): FieldType {
  at.walk.reached.add(node);
  if (!takeStep(at.walk, 1 + node.children.length)) return { name, unread: [] };
  if (at.within.has(node) || at.within.size > 50)
    return noteType(name, node, at, `the type ${quote(name)} is made of itself, or of too many others`);
  const inner: At = { ...at, section: name, within: new Set([...at.within, node]) };
  if (isSchemaNode(node, "simpleType")) return readSimple(node, name, inner);
  const simple = node.children.find((child) => isSchemaNode(child, "simpleContent"));
  if (simple) return { ...readDerived(simple, name, inner), inner: { node, owner: name } };
  const unread =
    node.attributes.get("abstract") === "true"
      ? noteType(name, node, at, `${quote(name)} is abstract: which types take its place is not read`).unread
      : [];
  return { name, type: "object", inner: { node, owner: name }, unread };
}

/** The one node that says what a simple type is made of. */
function readSimple(node: XmlNode, name: string, at: At): FieldType {
  const list = node.children.find((child) => isSchemaNode(child, "list"));
  if (!list) return readDerived(node, name, at);
  const item = readNamed(list.attributes.get("itemType"), list, at);
  return { name, unread: item.unread, ...(item.type && { type: toArray(item.type) }) };
}

function readDerived(node: XmlNode, name: string, at: At): FieldType {
  const derivation = node.children.find((child) => isSchemaNode(child, "restriction", "extension"));
  if (derivation && !takeStep(at.walk, derivation.children.length)) return { name, unread: [] };
  if (!derivation) return noteType(name, node, at, `no reader understands how ${quote(name)} is made`);
  const base = readBase(derivation, at);
  const values = readValues(derivation, name, at);
  return {
    name,
    ...(base.type && { type: base.type }),
    ...(values.found ? { values: values.found } : base.values && { values: base.values }),
    unread: [...base.unread, ...values.unread, ...listFacets(derivation, at)],
  };
}

function readBase(derivation: XmlNode, at: At): FieldType {
  const inline = derivation.children.find((child) => isSchemaNode(child, "simpleType"));
  if (inline) return readDeclared(inline, at.section, at);
  return readNamed(derivation.attributes.get("base"), derivation, at);
}

interface FoundValues {
  readonly found?: EnumValues;
  readonly unread: readonly Unread[];
}

function readValues(derivation: XmlNode, name: string, at: At): FoundValues {
  const nodes = derivation.children.filter((child) => isSchemaNode(child, "enumeration"));
  const [first] = nodes;
  if (!first) return { unread: [] };
  const read = nodes.map((node) => {
    const value = node.attributes.get("value") ?? "";
    return { node, value, spelt: readEnumValue(value, name) };
  });
  const values = read.flatMap(({ node: { line }, spelt }) =>
    spelt === undefined ? [] : [{ value: spelt, line }],
  );
  return {
    found: { values, all: values.length === read.length, line: first.line },
    unread: read.flatMap(({ node, value, spelt }) =>
      spelt === undefined
        ? noteType(name, node, at, `the value ${quote(value)} is not spelt as those of ${quote(name)} are`)
            .unread
        : [],
    ),
  };
}

/** Bounds and patterns: no claim speaks of them. `whiteSpace` says nothing about JSON. */
const listFacets = (derivation: XmlNode, at: At): readonly Unread[] =>
  derivation.children.flatMap((node) =>
    isSchemaNode(node, ...["annotation", "enumeration", "simpleType", "whiteSpace"]) ||
    isSchemaNode(node, "attribute", "attributeGroup", "anyAttribute")
      ? []
      : noteType("", node, at, `no reader understands the limit ${quote(node.name)}`).unread,
  );

const noteType = (name: string, node: XmlNode, { section }: At, why: string): FieldType => ({
  name,
  unread: [noteUnread(node, { owner: section }, why)],
});
