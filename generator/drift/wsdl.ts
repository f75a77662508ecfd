import { posix } from "node:path";
import { parseXml, XmlElement, XmlError } from "@rgrove/parse-xml";
import { report } from "../base/problem/catalogue.js";
import { failure, success, type Outcome } from "../base/problem/problem.js";
import type { SoapNamesFile, SoapRoot } from "../contract/read/dialect.js";
import { quote } from "../base/text/quote.js";
import type { SourceContent, SourceRow, RowType, Sentence, SpecSubject } from "./source-content.js";
import { toArrayType } from "./property-table.js";

/** Reads a WSDL with its schemas, or a schema by itself, by the names that `drift/soap-names.json` gives to what is in it. */
export function readWsdl(file: string, text: string, names: SoapNamesFile): Outcome<SourceContent> {
  if (names.roots.length === 0) return failure([report("no-soap-names", {}, { file, pointer: "" })]);
  const refuse = (line: number, detail: string): Outcome<never> =>
    failure([report("source-no-wsdl", { line, detail }, { file, pointer: "" })]);
  const root = parseDocument(text);
  if (!(root instanceof XmlElement)) return refuse(root?.line ?? 1, "it is no well-formed XML");
  const walk = createSchemaWalk(file, text, names);
  if (!["definitions", "schema"].includes(getKind(root)))
    return refuse(walk.findLine(root), "it is neither a WSDL nor an XML Schema");
  collectTypes(root, walk);
  for (const each of names.roots) readRoot(each, walk);
  addGaps(root, walk);
  if (walk.stepsLeft < 0) return refuse(1, "its types mean more than any body holds");
  const found = { rows: [...walk.rows.values()], sentences: [...walk.sentences.values()] };
  const count = found.rows.length + found.sentences.length;
  return success({
    kind: "WSDL",
    file,
    title: names.source,
    ...found,
    count,
    lists: "parts",
    seenAs: names.seenAs,
  });
}

/** Parses a text without entities of its own; an error instead says where it is no XML. */
function parseDocument(text: string): XmlElement | XmlError | undefined {
  try {
    return parseXml(text, { includeOffsets: true }).root ?? undefined;
  } catch (error) {
    if (error instanceof XmlError) return error;
    // The parser calls itself for each level.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** One reading: what it goes through is noted here, and nowhere else. */
const createSchemaWalk = (file: string, text: string, names: SoapNamesFile) => {
  const ends = [...text.matchAll(/\n/g)].map(({ index }) => index);
  return {
    file,
    names,
    findLine: ({ start }: XmlElement): number => ends.findLastIndex((end) => end < start) + 2,
    /** The types that the schemas declare, and those that an element has in place, by their names without a prefix. */
    types: new Map<string, XmlElement>(),
    /** The types that some body has, and its elements, as the table names them: `Line.quantity`. */
    reached: new Set<XmlElement | string>(),
    /** By all that they say: a type that serves two bodies says everything once. */
    rows: new Map<string, SourceRow>(),
    sentences: new Map<string, Sentence>(),
    /** Bodies of webhooks take some thousand steps; but schemas that say little can mean very much. */
    stepsLeft: 20_000,
  };
};

type SchemaWalk = ReturnType<typeof createSchemaWalk>;

/** A name without its prefix, which may be another tomorrow. */
const dropPrefix = (name: string): string => name.slice(name.indexOf(":") + 1);

/** The name that XML Schema has for a node. */
const getKind = ({ name }: XmlElement): string => dropPrefix(name);

const getName = ({ attributes: { name = "" } }: XmlElement): string => name;

const listChildren = ({ children }: XmlElement): readonly XmlElement[] =>
  children.filter((child) => child instanceof XmlElement);

const findChild = (node: XmlElement, ...kinds: readonly string[]): XmlElement | undefined =>
  listChildren(node).find((child) => kinds.includes(getKind(child)));

/** Where in a file, and in a body, a reading is. */
interface NodeContext extends Pick<SpecSubject, "side"> {
  readonly walk: SchemaWalk;
  /** The type that is read. */
  readonly owner: string;
  /** Of the object that is read, with `/` between its parts; "" at the root of a body. */
  readonly path: string;
  readonly required: boolean;
  /** Whether something may come more than once. */
  readonly many: boolean;
  /** The types whose parts the path goes through. */
  readonly around: readonly XmlElement[];
  /** How many types lie around. */
  readonly depth: number;
}

type NodeOwner = Pick<NodeContext, "walk" | "owner">;

const placeNode = (node: XmlElement, { walk: { file, findLine }, owner }: NodeOwner) =>
  ({ file, section: owner, line: findLine(node) }) as const;

const writeNode = (node: XmlElement): string =>
  [
    getKind(node),
    ...Object.entries(node.attributes).map(([key, value]) => `${key}=${value.replace(/^\w+:(?!\/)/, "")}`),
  ].join(" ");

/** Notes that nobody understands something. */
function addSentence(
  node: XmlElement,
  at: NodeOwner,
  why: string,
  text = `${at.owner} ${writeNode(node)}`,
): void {
  if (!takeStep(at)) return;
  const sentence: Sentence = { place: placeNode(node, at), text: text.trim(), why };
  at.walk.sentences.set(JSON.stringify(sentence), sentence);
}

const addUnknown = (node: XmlElement, at: NodeOwner, where: string): void =>
  addSentence(node, at, `no reader understands ${quote(getKind(node))} in ${where}`);

const addRow = (row: SourceRow, { walk }: NodeOwner): void => void walk.rows.set(JSON.stringify(row), row);

/** Takes a step; false if there were too many. */
const takeStep = ({ walk }: NodeOwner): boolean => (walk.stepsLeft -= 1) >= 0;

/** Finds the types that the schemas of a file declare. */
function collectTypes(root: XmlElement, walk: SchemaWalk): void {
  for (const node of listChildren(root)) {
    const [at, kind] = [{ walk, owner: getName(node) }, getKind(node)];
    const where = node.attributes["schemaLocation"] ?? node.attributes["location"];
    const type = kind === "element" ? findChild(node, "complexType") : node;
    const isType = type && /^(?:complex|simple)Type$/.test(getKind(type));
    if (where !== undefined && kind !== "address")
      addSentence(node, at, `what it takes from ${quote(where)} is not read: put it into this file`);
    else if (kind === "schema" || kind === "types") collectTypes(node, walk);
    else if (getKind(root) === "schema" && isType && !walk.types.has(at.owner))
      walk.types.set(at.owner, type);
    else if (getKind(root) === "schema" && !/^(?:annotation|import|element)$/.test(kind))
      addUnknown(node, at, "a schema");
  }
}

/** Reads a body, or an enum: of the events, or of the values of a part whose own type does not list them. */
function readRoot({ type, side, path }: SoapRoot, walk: SchemaWalk): void {
  const node = walk.types.get(type);
  if (!node) return;
  const start = { walk, owner: type, path: path.replaceAll(".", "/"), around: [node], depth: 0 };
  const at: NodeContext = { ...start, side, required: true, many: false };
  const { inner, values = [] } = readDeclaredType(node, type, at);
  if (inner && side !== "event") readNode(inner, at);
  const place = placeNode(node, at);
  if (side === "event")
    for (const value of values) addRow({ side, path: value, place, text: `${type} ${value}` }, at);
  else if (values.length > 0) addRow({ side, path, place, text: `${type} ${values.join(", ")}`, values }, at);
}

const tooDeep = "it holds itself, or lies too deep";

/** Deeper than any type that people write. */
const maxTypeDepth = 100;

/** Reads a node in a type. */
function readNode(node: XmlElement, around: NodeContext): void {
  const at = withOccurs(node, around);
  const [kind, base] = [getKind(node), dropPrefix(node.attributes["base"] ?? "")];
  if (!at || kind === "annotation" || !takeStep(at)) return;
  const inherited = kind === "extension" ? at.walk.types.get(base) : undefined;
  if (at.depth > maxTypeDepth) addSentence(node, at, tooDeep);
  else if (kind === "element") readField(node, at);
  else if (/^(?:complexType|sequence|all|choice|complexContent|extension)$/.test(kind)) {
    if (kind === "complexType") at.walk.reached.add(node);
    // What it inherits comes first.
    if (inherited) readNode(inherited, { ...at, owner: base, depth: at.depth + 1 });
    for (const child of listChildren(node)) readNode(child, at);
  } else addUnknown(node, at, "a type");
}

/** Whether what lies in a node may be missing, or come again; undefined if it may not be there at all. */
function withOccurs(node: XmlElement, at: NodeContext): NodeContext | undefined {
  const { maxOccurs = "1", minOccurs } = node.attributes;
  // Of a choice, none of its elements has to be there.
  const required = at.required && minOccurs !== "0" && getKind(node) !== "choice";
  return maxOccurs === "0" ? undefined : { ...at, required, many: at.many || maxOccurs !== "1" };
}

/** Reads an element, and what lies in it. */
function readField(node: XmlElement, at: NodeContext): void {
  const { walk, owner, side, required, many } = at;
  const name = getName(node);
  const key = `${owner}.${name}`;
  walk.reached.add(key);
  if (Object.hasOwn(walk.names.leftOut, key)) return;
  const step = walk.names.elements[key]?.path ?? name;
  const path = posix.join(at.path, step);
  const { inner, values, ...held } = readHeldType(node, key, at);
  const own = held.type && many ? toArrayType(held.type) : held.type;
  const isNillable = /^(?:true|1)$/.test(node.attributes["nillable"] ?? "");
  const type = [own, isNillable && ("null" as const)].filter((each) => each !== undefined && each !== false);
  // That it may be missing means nothing directly in a body, as one type serves all events, of a list, which XML leaves out
  // where it is empty, and where the table moves it into another object.
  const isTold = !step.startsWith("..") && (required || (at.path !== "" && !many));
  const optional = isTold ? !required : undefined;
  const claims = { type: type.length > 0 ? type : undefined, optional, values };
  const text = `${owner} ${writeNode(node)}`;
  addRow({ side, path: path.replaceAll("/", "."), place: placeNode(node, at), text, ...claims }, at);
  // A type that holds itself ends where it comes again.
  if (!inner || at.around.includes(inner)) return;
  const below = {
    path: many ? `${path}[]` : path,
    owner: held.name,
    around: [...at.around, inner],
    depth: at.depth + 1,
  };
  readNode(inner, { ...at, ...below, required: true, many: false });
}

/** The type that an element has. */
interface HeldType {
  /** As it is called, without a prefix. */
  readonly name: string;
  /** Undefined if nobody knows. */
  readonly type?: RowType | undefined;
  /** Of an enum, spelt as in JSON. */
  readonly values?: readonly string[] | undefined;
  /** The type whose elements lie below it. */
  readonly inner?: XmlElement;
}

/** What the types of XML Schema are in JSON, in so far as they have a likeness there. */
const builtinTypes: readonly (readonly [RowType, names: string])[] = [
  ["boolean", "boolean"],
  ["integer", "byte short int integer unsignedByte unsignedShort unsignedInt"],
  ["integer", "negativeInteger nonNegativeInteger nonPositiveInteger positiveInteger"],
  ["int64", "long unsignedLong"],
  ["number", "decimal double float"],
  ["text", "string normalizedString token language anyURI time base64Binary hexBinary"],
  ["date", "date"],
  ["date-time", "dateTime"],
];

/** Finds what a node holds: a type written in place, one of the file, or one of XML Schema. */
function readHeldType(node: XmlElement, key: string, at: NodeContext): HeldType {
  const inline = findChild(node, "complexType", "simpleType");
  if (inline) return readDeclaredType(inline, key, at);
  const { type: written = node.attributes["base"] ?? "" } = node.attributes;
  const name = dropPrefix(written);
  const declared = at.walk.types.get(name);
  if (declared) return readDeclaredType(declared, name, at);
  const type = builtinTypes.find(([, names]) => names.split(" ").includes(name))?.[0];
  const why = `the type ${quote(name)} is neither in the file nor like one of JSON`;
  if (!type) addSentence(node, at, written === "" ? "it says no type" : why);
  return { name, type };
}

/** What a declared type is: an object, or a text with the values that it may have. */
function readDeclaredType(node: XmlElement, name: string, around: NodeContext): HeldType {
  const at: NodeContext = { ...around, owner: name, depth: around.depth + 1 };
  at.walk.reached.add(node);
  if (getKind(node) === "complexType") return { name, type: "object", inner: node };
  const made = findChild(node, "restriction");
  if (!made || at.depth > maxTypeDepth) {
    addSentence(node, at, made ? tooDeep : `no reader understands how ${quote(name)} is made`);
    return { name };
  }
  const { type } = readHeldType(made, name, at);
  const values = listChildren(made).flatMap((child) => {
    if (getKind(child) === "enumeration") return readValue(child, at);
    if (!["annotation", "whiteSpace"].includes(getKind(child))) addUnknown(child, at, "a type");
    return [];
  });
  return { name, type, values: values.length > 0 ? values : undefined };
}

/**
 * A value of an enum as JSON spells it, in camel case and without the name of its type: `barcode` for `SCAN-CODE-TYPE-BARCODE` of
 * `ScanCodeType`. One that is spelt in another way is left to a person.
 */
function readValue(node: XmlElement, at: NodeContext): readonly string[] {
  const { value = "" } = node.attributes;
  const prefix = `${at.owner.replace(/[a-z0-9](?=[A-Z])/g, "$&-").toUpperCase()}-`;
  const rest = value.startsWith(prefix) ? value.slice(prefix.length) : value;
  if (/^[A-Z0-9]+(?:-[A-Z0-9]+)*$/.test(rest) && (rest !== value || !rest.includes("-")))
    return [rest.toLowerCase().replace(/-./g, (mark) => mark.slice(1).toUpperCase())];
  addSentence(node, at, `the value ${quote(value)} is not spelt as those of ${quote(at.owner)} are`);
  return [];
}

/** Notes where the table and the file do not fit together: types that nobody looked at, and names that are not in the file. */
function addGaps(root: XmlElement, walk: SchemaWalk): void {
  const { roots, elements, leftOut, concerns } = walk.names;
  const isKnown = (name: string): boolean =>
    Object.hasOwn(leftOut, name) || !concerns.some((part) => name.includes(part));
  for (const [owner, node] of walk.types)
    if (!walk.reached.has(node) && !isKnown(owner))
      addSentence(
        node,
        { walk, owner },
        "no body has this type, and drift/soap-names.json does not leave it out",
      );
  const wanted = [...roots.map(({ type }) => type), ...Object.keys(elements), ...Object.keys(leftOut)];
  for (const owner of wanted.filter((name) => !walk.types.has(name) && !walk.reached.has(name)))
    addSentence(
      root,
      { walk, owner },
      `drift/soap-names.json names ${quote(owner)}, which is not there`,
      owner,
    );
}
