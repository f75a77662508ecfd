import { posix } from "node:path";
import { report } from "../problem/catalogue.js";
import { failure, success, type Outcome } from "../problem/problem.js";
import type { SoapNamesFile, SoapRoot } from "../spec/dialect.js";
import { quote } from "../text/quote.js";
import type { Reading, Row, RowType, Sentence, Subject } from "./row.js";
import { toArrayType } from "./table.js";
import { readXml, refuseWsdl, type XmlNode } from "./xml.js";

/** Reads a WSDL with its schemas, or a schema by itself, by the names that `drift/soap-names.json` gives to what is in it. */
export function readWsdl(file: string, text: string, names: SoapNamesFile): Outcome<Reading> {
  if (names.roots.length === 0) return failure([report("no-soap-names", {}, { file, pointer: "" })]);
  const xml = readXml(file, text);
  if (!xml.ok) return xml;
  const root = xml.value;
  if (root.name !== toWsdlName("definitions") && !isNode(root, "schema"))
    return refuseWsdl(file, root.line, "it is neither a WSDL nor an XML Schema");
  const [declared, types] = [new Map<string, XmlNode>(), new Map<string, XmlNode>()];
  const [rows, sentences] = [new Map<string, Row>(), new Map<string, Sentence>()];
  const walk: Walk = { file, names, declared, types, rows, sentences, reached: new Set(), stepsLeft: 20_000 };
  declare(root, walk);
  for (const each of names.roots) readRoot(each, walk);
  noteGaps(root, walk);
  if (walk.stepsLeft < 0) return refuseWsdl(file, 1, "its types mean more than any body holds");
  const said = { rows: [...rows.values()], sentences: [...sentences.values()] };
  const { source: title, seenAs } = names;
  const count = rows.size + sentences.size;
  return success({ kind: "WSDL", file, title, ...said, count, lists: "parts", seenAs });
}

/** One reading: what it goes through is noted here, and nowhere else. */
interface Walk {
  readonly file: string;
  readonly names: SoapNamesFile;
  /** What the schemas declare, by its kind and its name in its namespace: `type {urn:a}Line`. */
  readonly declared: Map<string, XmlNode>;
  /** Types, and those that an element has in place, by their names without a namespace. */
  readonly types: Map<string, XmlNode>;
  /** The types that some body has, and its elements, as the table names them: `Line.quantity`. */
  readonly reached: Set<XmlNode | string>;
  /** By all that they say: a type that serves two bodies says everything once. */
  readonly rows: Map<string, Row>;
  readonly sentences: Map<string, Sentence>;
  /** Bodies of webhooks take some thousand steps; but schemas that say little can mean very much. */
  stepsLeft: number;
}

const toWsdlName = (name: string): string => `{http://schemas.xmlsoap.org/wsdl/}${name}`;
const toSchemaName = (name: string): string => `{http://www.w3.org/2001/XMLSchema}${name}`;
const toLocalName = (name: string): string => name.slice(name.lastIndexOf("}") + 1);

/** Whether a node is one of XML Schema, of one of these names. */
const isNode = (node: XmlNode, ...names: readonly string[]): boolean =>
  names.some((name) => node.name === toSchemaName(name));

const findChild = (node: XmlNode, ...names: readonly string[]): XmlNode | undefined =>
  node.children.find((child) => isNode(child, ...names));

/** The key of what a node declares or refers to. */
const toKey = (node: XmlNode, name: string): string =>
  `${toLocalName(node.name).replace(/^.*Type$/, "type")} ${name}`;

/** A node without its prefixes, which may be others tomorrow. */
function writeNode({ name, attributes }: XmlNode): string {
  const written = [...attributes].map(([key, value]) => `${key}=${value.replace(/^\w+:(?!\/)/, "")}`);
  return [toLocalName(name), ...written].join(" ");
}

/** Where in a file, and in a body, a reading is. */
interface At extends Pick<Subject, "side"> {
  readonly walk: Walk;
  /** The type that is read. */
  readonly owner: string;
  /** How many types, groups and derivations lie around. */
  readonly depth: number;
  /** Of the object that is read, with `/` between its parts; "" at the root of a body. */
  readonly path: string;
  readonly required: boolean;
  /** Whether something may come more than once. */
  readonly many: boolean;
  /** The types whose parts the path goes through. */
  readonly around: readonly XmlNode[];
}

type Owner = Pick<At, "walk" | "owner">;

const placeNode = ({ line }: XmlNode, { walk, owner }: Owner) => ({ file: walk.file, section: owner, line });

/** Notes that nobody understands something. */
function note(node: XmlNode, at: Owner, why: string, text = `${at.owner} ${writeNode(node)}`): void {
  const sentence: Sentence = { place: placeNode(node, at), text: text.trim(), why };
  if (takeSteps(at, 1)) at.walk.sentences.set(JSON.stringify(sentence), sentence);
}

const addRow = (row: Row, { walk }: Owner): void => void walk.rows.set(JSON.stringify(row), row);

/** Takes steps; false if there were too many. */
const takeSteps = ({ walk }: Owner, count: number): boolean => (walk.stepsLeft -= count) >= 0;

/** Finds what the schemas of a file declare. */
function declare(root: XmlNode, walk: Walk): void {
  const namespace = root.attributes.get("targetNamespace") ?? "";
  for (const node of root.children) {
    const at: Owner = { walk, owner: node.attributes.get("name") ?? "" };
    const where = node.attributes.get("schemaLocation") ?? node.attributes.get("location");
    if (where !== undefined)
      note(node, at, `what it takes from ${quote(where)} is not read: put it into this file`);
    else if (isNode(root, "schema")) declareNode(node, toKey(node, `{${namespace}}${at.owner}`), at);
    else if (isNode(node, "schema") || node.name === toWsdlName("types")) declare(node, walk);
  }
}

function declareNode(node: XmlNode, key: string, at: Owner): void {
  const { declared, types } = at.walk;
  const type = isNode(node, "complexType", "simpleType") ? node : findChild(node, "complexType");
  // An import that says no place only announces a namespace.
  if (isNode(node, "annotation", "import")) return;
  if (at.owner === "") note(node, at, notUnderstood(node.name, "a schema"));
  else if (declared.has(key)) note(node, at, "it is declared twice; only the first is read");
  else declared.set(key, node);
  if (type && declared.get(key) === node) types.set(at.owner, type);
}

const notUnderstood = (name: string, where: string): string =>
  `no reader understands ${quote(toLocalName(name))} in ${where}`;

/** Reads a body, or an enum: of the events, or of the values of a part whose own type does not list them. */
function readRoot({ type, side, path }: SoapRoot, walk: Walk): void {
  const node = walk.types.get(type);
  if (!node) return;
  const start = { walk, owner: type, depth: 0, path: path.replaceAll(".", "/"), around: [node] };
  const at: At = { ...start, side, required: true, many: false };
  const { inner, values = [] } = readType(node, type, at);
  if (inner && side !== "event") readNode(inner, at);
  const place = placeNode(node, at);
  if (side === "event")
    for (const value of values) addRow({ side, path: value, place, text: `${type} ${value}` }, at);
  else if (values.length > 0) addRow({ side, path, place, text: `${type} ${values.join(", ")}`, values }, at);
}

const limits = { depth: 200, path: 1_000, values: 1_000, value: 200 };

const tooDeep = "it holds itself, or lies too deep";

/** The nodes in a type that stand for what lies in them; of these, a restriction says again what it keeps. */
const holders = [
  ...["complexType", "sequence", "all", "choice", "group", "attributeGroup"],
  ...["complexContent", "simpleContent", "extension", "restriction"],
];

/** Reads a node in a type, or what it refers to. */
function readNode(node: XmlNode, around: At): void {
  const ref = node.attributes.get("ref");
  const target = ref === undefined ? node : around.walk.declared.get(toKey(node, node.resolve(ref)));
  const at = withOccurs(node, around);
  if (!takeSteps(around, 1) || !at || isNode(node, "annotation", "enumeration", "simpleType")) return;
  if (!target) note(node, at, `it refers to ${quote(ref ?? "")}, which is not in the file`);
  else if (at.depth > limits.depth || at.path.length > limits.path) note(node, at, tooDeep);
  else if (isNode(node, "element", "attribute")) readField(target, at);
  else if (isNode(node, ...holders)) readHolder(target, { ...at, depth: at.depth + 1 });
  else note(node, at, notUnderstood(node.name, "a type"));
}

/** Whether what lies in a node may be missing, or come again; undefined if it may not be there at all. */
function withOccurs(node: XmlNode, at: At): At | undefined {
  const [most = "1", least, use] = ["maxOccurs", "minOccurs", "use"].map((name) => node.attributes.get(name));
  if (most === "0" || use === "prohibited") return undefined;
  if (isNode(node, "attribute")) return { ...at, required: use === "required", many: false };
  // Of a choice, none of its elements has to be there.
  const required = at.required && least !== "0" && !isNode(node, "choice");
  return { ...at, required, many: at.many || most !== "1" };
}

/** Reads what a node holds; what it inherits comes first, unless that is a text, which has no elements. */
function readHolder(node: XmlNode, at: At): void {
  const base = node.resolve(node.attributes.get("base") ?? "");
  const inherited = isNode(node, "extension") ? at.walk.declared.get(`type ${base}`) : undefined;
  if (isNode(node, "complexType")) at.walk.reached.add(node);
  noteAttributes(node, at);
  if (inherited && isNode(inherited, "complexType")) readNode(inherited, { ...at, owner: toLocalName(base) });
  for (const child of node.children) readNode(child, at);
}

/** What the attributes of schemas say that is read here, or that says nothing about bodies. */
const knownAttributes = /^(?:name|type|ref|base|minOccurs|maxOccurs|nillable|use|id|form|block|final)$/;

function noteAttributes(node: XmlNode, at: At): void {
  for (const name of node.attributes.keys())
    if (!knownAttributes.test(name)) note(node, at, notUnderstood(name, quote(toLocalName(node.name))));
}

/** Reads an element or an attribute, and what lies in it. */
function readField(node: XmlNode, at: At): void {
  const { walk, owner, side, required, many } = at;
  const name = node.attributes.get("name") ?? "";
  const key = `${owner}.${name}`;
  walk.reached.add(key);
  noteAttributes(node, at);
  if (Object.hasOwn(walk.names.leftOut, key)) return;
  const step = walk.names.elements[key]?.path ?? name;
  const path = posix.join(at.path, step);
  const { inner, values, ...held } = readHeldType(node, key, at);
  const own = held.type && many ? toArrayType(held.type) : held.type;
  const isNillable = /^(?:true|1)$/.test(node.attributes.get("nillable") ?? "");
  const type = [own, isNillable && ("null" as const)].filter((each) => each !== undefined && each !== false);
  // That it may be missing means nothing directly in a body, as one type serves all events, of a list, which XML leaves out
  // where it is empty, and where the table moves it into another object.
  const isTold = !step.startsWith("..") && (required || (at.path !== "" && !many));
  const optional = isTold ? !required : undefined;
  const said = { type: type.length > 0 ? type : undefined, optional, values };
  const text = `${owner} ${writeNode(node)}`;
  addRow({ side, path: path.replaceAll("/", "."), place: placeNode(node, at), text, ...said }, at);
  // A type that holds itself ends where it comes again.
  if (!inner || at.around.includes(inner)) return;
  const below = { path: many ? `${path}[]` : path, owner: held.name, around: [...at.around, inner] };
  readNode(inner, { ...at, ...below, required: true, many: false });
}

/** What an element, an attribute or an item of a list holds. */
interface HeldType {
  /** As it is called, without a prefix. */
  readonly name: string;
  /** Undefined if nobody knows. */
  readonly type?: RowType | undefined;
  /** Of an enum, spelt as in JSON. */
  readonly values?: readonly string[] | undefined;
  /** The type whose elements and attributes lie below it. */
  readonly inner?: XmlNode | undefined;
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
function readHeldType(node: XmlNode, key: string, at: At): HeldType {
  const inline = findChild(node, "complexType", "simpleType");
  if (inline) return readType(inline, key, at);
  const [written] = ["type", "base", "itemType"].flatMap((name) => node.attributes.get(name) ?? []);
  const full = node.resolve(written ?? "");
  const name = toLocalName(full);
  const declared = at.walk.declared.get(`type ${full}`);
  if (declared) return readType(declared, name, at);
  const isFull = (each: string): boolean => toSchemaName(each) === full;
  const type = builtinTypes.find(([, names]) => names.split(" ").some(isFull))?.[0];
  const why = `the type ${quote(name)} is neither in the file nor like one of JSON`;
  if (!type) note(node, at, written === undefined ? "it says no type" : why);
  return { name, type };
}

/** What may stand in a derivation without being a limit of its text; `whiteSpace` says nothing about JSON. */
const noLimits = ["annotation", "enumeration", "simpleType", "whiteSpace", "attribute", "attributeGroup"];

function readType(node: XmlNode, name: string, around: At): HeldType {
  const at: At = { ...around, owner: name, depth: around.depth + 1 };
  at.walk.reached.add(node);
  const simple = isNode(node, "simpleType") ? node : findChild(node, "simpleContent");
  if (!simple) return { name, type: "object", inner: node };
  const made = findChild(simple, "restriction", "extension", "list");
  if (!made || at.depth > limits.depth)
    note(node, at, made ? tooDeep : `no reader understands how ${quote(name)} is made`);
  const isLarge = made !== undefined && made.children.length > limits.values;
  if (isLarge) note(node, at, "it has more values than are read");
  if (!made || isLarge || at.depth > limits.depth || !takeSteps(at, 1 + made.children.length))
    return { name };
  const base = readHeldType(made, name, at);
  const type = isNode(made, "list") && base.type ? toArrayType(base.type) : base.type;
  const enums = made.children.filter((child) => isNode(child, "enumeration"));
  const values = enums.length > 0 ? enums.flatMap((child) => readValue(child, at)) : base.values;
  for (const child of made.children)
    if (!isNode(child, ...noLimits)) note(child, at, notUnderstood(child.name, "a type"));
  return { name, type, values, inner: simple === node ? undefined : node };
}

/**
 * A value of an enum as JSON spells it, in camel case and without the name of its type: `barcode` for `SCAN-CODE-TYPE-BARCODE` of
 * `ScanCodeType`. One that is spelt in another way is left to a person.
 */
function readValue(node: XmlNode, at: At): readonly string[] {
  const value = node.attributes.get("value") ?? "";
  if (value.length > limits.value) {
    note(node, at, `a value of ${quote(at.owner)} is too long for one`, at.owner);
    return [];
  }
  const prefix = `${at.owner.replace(/[a-z0-9](?=[A-Z])/g, "$&-").toUpperCase()}-`;
  const rest = value.startsWith(prefix) ? value.slice(prefix.length) : value;
  if (/^[A-Z0-9]+(?:-[A-Z0-9]+)*$/.test(rest) && (rest !== value || !rest.includes("-")))
    return [rest.toLowerCase().replace(/-./g, (mark) => mark.slice(1).toUpperCase())];
  note(node, at, `the value ${quote(value)} is not spelt as those of ${quote(at.owner)} are`);
  return [];
}

/** Notes where the table and the file do not fit together: types that nobody looked at, and names that are not in the file. */
function noteGaps(root: XmlNode, walk: Walk): void {
  const { roots, elements, leftOut, concerns } = walk.names;
  const isKnown = (name: string): boolean =>
    Object.hasOwn(leftOut, name) || !concerns.some((part) => name.includes(part));
  for (const [owner, node] of walk.types)
    if (!walk.reached.has(node) && !isKnown(owner))
      note(node, { walk, owner }, "no body has this type, and drift/soap-names.json does not leave it out");
  const wanted = [...roots.map(({ type }) => type), ...Object.keys(elements), ...Object.keys(leftOut)];
  for (const owner of wanted.filter((name) => !walk.types.has(name) && !walk.reached.has(name)))
    note(root, { walk, owner }, `drift/soap-names.json names ${quote(owner)}, which is not there`, owner);
}
