import { quote } from "../../text/quote.js";
import type { Schemas, Unread } from "./schemas.js";
import { isSchemaNode } from "./schemas.js";
import { takeStep, type Walk } from "./walk.js";
import { parseName, resolveName, type XmlNode } from "./xml.js";

/** An element or an attribute that a type has. */
export interface Field {
  readonly kind: "field";
  /** The type that declares it. */
  readonly owner: string;
  readonly name: string;
  readonly line: number;
  /** The node that says of what type it is. */
  readonly declaration: XmlNode;
  readonly required: boolean;
  /** Whether it may come more than once. */
  readonly many: boolean;
}

export type Item = Field | Unread;

interface At {
  readonly walk: Walk;
  /** The type that is read. */
  readonly owner: string;
  readonly required: boolean;
  readonly many: boolean;
  /** The types and groups around, for those that hold themselves. */
  readonly within: ReadonlySet<XmlNode>;
}

/** Lists what a complex type has: first what it inherits, then its own, in order. */
export const readContent = (type: XmlNode, owner: string, walk: Walk): readonly Item[] =>
  readType(type, { walk, owner, required: true, many: false, within: new Set() });

function readType(type: XmlNode, at: At): readonly Item[] {
  at.walk.reached.add(type);
  return readBelow(type, at);
}

type ReadNode = (node: XmlNode, at: At) => readonly Item[];

const readBelow: ReadNode = (node, at) => [
  ...listUnknownAttributes(node, at),
  ...node.children.flatMap((child) => readNode(child, at)),
];

function readNode(node: XmlNode, at: At): readonly Item[] {
  if (!takeStep(at.walk)) return [];
  const read = isSchemaNode(node, node.name) && Object.hasOwn(nodes, node.name) && nodes[node.name];
  return read
    ? read(node, at)
    : [noteUnread(node, at, `no reader understands ${quote(node.name)} in a type`)];
}

/** How each node in a type is read. */
const nodes: Readonly<Record<string, ReadNode>> = {
  annotation: () => [],
  sequence: (node, at) => readParticle(node, at, at.required),
  all: (node, at) => readParticle(node, at, at.required),
  // One of several: none of them has to be there.
  choice: (node, at) => readParticle(node, at, false),
  group: (node, at) => readReferred(node, withOccurs(node, at), "groups"),
  element: readElement,
  attribute: readAttribute,
  attributeGroup: (node, at) => readReferred(node, at, "attributeGroups"),
  complexContent: readBelow,
  simpleContent: readBelow,
  extension: (node, at) => [...readBase(node, at), ...readBelow(node, at)],
  // It says again what it keeps.
  restriction: readBelow,
  // Of what the text is, which is no matter of elements.
  enumeration: () => [],
  simpleType: () => [],
};

const readParticle = (node: XmlNode, at: At, required: boolean): readonly Item[] =>
  readBelow(node, withOccurs(node, { ...at, required }));

function withOccurs(node: XmlNode, at: At): At {
  const most = node.attributes.get("maxOccurs") ?? "1";
  return {
    ...at,
    required: at.required && node.attributes.get("minOccurs") !== "0",
    many: at.many || (most !== "0" && most !== "1"),
  };
}

/** What a type extends, unless that is a simple type, which has no elements. */
function readBase(node: XmlNode, at: At): readonly Item[] {
  const name = node.attributes.get("base") ?? "";
  const full = resolveName(name, node.scope);
  const base = at.walk.schemas.types.get(full);
  if (!base || isSchemaNode(base, "simpleType")) return [];
  const owner = parseName(full).name;
  return enter(base, node, at, (inner) => readType(base, { ...inner, owner }));
}

function readReferred(
  node: XmlNode,
  at: At,
  kind: keyof Pick<Schemas, "groups" | "attributeGroups">,
): readonly Item[] {
  const name = node.attributes.get("ref") ?? "";
  const target = at.walk.schemas[kind].get(resolveName(name, node.scope));
  if (!target) return [noteUnread(node, at, `there is no group ${quote(name)} here`)];
  return [
    ...listUnknownAttributes(node, at),
    ...enter(target, node, at, (inner) => readBelow(target, inner)),
  ];
}

function enter(
  target: XmlNode,
  from: XmlNode,
  at: At,
  read: (inner: At) => readonly Item[],
): readonly Item[] {
  if (at.within.has(target) || at.within.size > 50)
    return [noteUnread(from, at, "it holds itself, or groups in too many groups")];
  return read({ ...at, within: new Set([...at.within, target]) });
}

function readElement(node: XmlNode, at: At): readonly Item[] {
  if (node.attributes.get("maxOccurs") === "0") return [];
  const { required, many } = withOccurs(node, at);
  return readField(node, { ...at, required, many }, "elements");
}

function readAttribute(node: XmlNode, at: At): readonly Item[] {
  const use = node.attributes.get("use");
  if (use === "prohibited") return [];
  return readField(node, { ...at, required: use === "required", many: false }, "attributes");
}

function readField(node: XmlNode, at: At, kind: "elements" | "attributes"): readonly Item[] {
  const ref = node.attributes.get("ref");
  const declaration = ref === undefined ? node : at.walk.schemas[kind].get(resolveName(ref, node.scope));
  const name = declaration?.attributes.get("name");
  if (!declaration || name === undefined)
    return [noteUnread(node, at, `there is no ${node.name} ${quote(ref ?? "")} here`)];
  const { owner, required, many } = at;
  return [
    ...[...new Set([node, declaration])].flatMap((each) => listUnknownAttributes(each, at)),
    { kind: "field", owner, name, line: node.line, declaration, required, many },
  ];
}

/** What the attributes of schemas say that is read here, or that says nothing about bodies. */
const knownAttributes = new Set([
  ...["name", "type", "ref", "base", "minOccurs", "maxOccurs", "nillable", "use"],
  ...["id", "form", "block", "final", "abstract"],
]);

const listUnknownAttributes = (node: XmlNode, at: At): readonly Unread[] =>
  [...node.attributes].flatMap(([name, value]) =>
    knownAttributes.has(name) || (name === "mixed" && value === "false")
      ? []
      : [noteUnread(node, at, `no reader understands the attribute ${quote(name)} of ${quote(node.name)}`)],
  );

/** Something in a type that was not understood. */
export const noteUnread = (node: XmlNode, { owner }: { readonly owner: string }, why: string): Unread => ({
  ...{ kind: "unread", section: owner, line: node.line },
  text: `${owner}: ${writeNode(node)}`,
  why,
});

/** A node as a text that stays the same whatever its prefixes and the order of its attributes. */
function writeNode(node: XmlNode): string {
  const written = [...node.attributes].map(([name, value]) => {
    const isName = name === "type" || name === "ref" || name === "base" || name === "itemType";
    return `${name}=${isName ? value.slice(value.indexOf(":") + 1) : value}`;
  });
  return [node.name, ...written.sort()].join(" ");
}
