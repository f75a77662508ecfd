import { posix } from "node:path";
import { parseXml, XmlElement, XmlError } from "@rgrove/parse-xml";
import { report } from "../base/problem/catalogue.js";
import { failure, success, type Outcome } from "../base/problem/problem.js";
import type { SoapNamesFile, SoapRoot } from "../contract/read/dialect.js";
import { quote } from "../base/text/quote.js";
import type { ItemType, Sentence, SourceContent, SourceRow, SpecSubject } from "./source-content.js";

export function readWsdl(file: string, text: string, names: SoapNamesFile): Outcome<SourceContent> {
  if (names.roots.length === 0) return failure([report("no-soap-names", {}, { file, pointer: "" })]);
  const refuse = (detail: string, line = 1): Outcome<never> =>
    failure([report("source-no-wsdl", { line, detail }, { file, pointer: "" })]);
  const root = parseDocument(text);
  if (typeof root === "number") return refuse("it is not well-formed XML", root);
  const walk = createSchemaWalk(file, text, names);
  if (!/^(definitions|schema)$/.test(getKind(root))) return refuse("it is neither a WSDL nor an XML Schema");
  collectTypes(root, walk);
  for (const each of names.roots) readRoot(each, walk);
  addGaps(root, walk);
  if (walk.stepsLeft < 0) return refuse("its types describe more than any body contains");
  const [rows, sentences] = [[...walk.rows.values()], [...walk.sentences.values()]];
  const count = rows.length + sentences.length;
  const { source: title, seenAs } = names;
  return success({ kind: "WSDL", file, title, rows, sentences, count, seenAs });
}

/** Rejects a text with entities of its own. Returns the line of an error. */
function parseDocument(text: string): XmlElement | number {
  try {
    return parseXml(text, { includeOffsets: true }).root ?? 1;
  } catch (error) {
    // The parser is recursive, and overflows the stack on too many levels.
    return error instanceof XmlError ? error.line : 1;
  }
}

function countLines(text: string): Uint32Array {
  const lines = new Uint32Array(text.length + 1);
  let line = 1;
  for (const i of lines.keys()) {
    lines[i] = line;
    if (text[i] === "\n") line += 1;
  }
  return lines;
}

const createSchemaWalk = (file: string, text: string, names: SoapNamesFile) => ({
  file,
  names,
  lines: countLines(text),
  types: new Map<string, XmlElement>(),
  /** Types and elements in some body, named as in the table: `Line` and `Line.quantity`. */
  reached: new Set<string>(),
  /** By content, so that a type in two bodies is reported once. */
  rows: new Map<string, SourceRow>(),
  sentences: new Map<string, Sentence>(),
  /** Webhook bodies take some thousand steps, but a short schema can describe an endless body. */
  stepsLeft: 20_000,
});

type SchemaWalk = ReturnType<typeof createSchemaWalk>;

interface NodeContext extends Pick<SpecSubject, "side"> {
  readonly walk: SchemaWalk;
  readonly owner: string;
  /** With `/` between its steps. "" at the top of a body. */
  readonly path: string;
  readonly around: readonly string[];
  /** True if drift understands all surrounding nodes. Otherwise, elements only state that they exist. */
  readonly isClear: boolean;
}

type NodeOwner = Pick<NodeContext, "walk" | "owner">;

const dropPrefix = (name = ""): string => name.replace(/^[\w.-]+:(?!\/)/, "");

const getKind = ({ name }: XmlElement): string => dropPrefix(name);

const listChildren = ({ children }: XmlElement): readonly XmlElement[] =>
  children.filter((child) => child instanceof XmlElement).filter((child) => getKind(child) !== "annotation");

/** For example `element name=a type=int`, without prefixes. */
const writeTag = (node: XmlElement): string =>
  Object.entries(node.attributes).reduce((tag, [k, v]) => `${tag} ${k}=${dropPrefix(v)}`, getKind(node));

const quoteNode = (node: XmlElement, { walk, owner }: NodeOwner, says = writeTag(node)) => ({
  place: { file: walk.file, section: owner, line: walk.lines[node.start] ?? 1 },
  text: `${owner} ${says}`.trim(),
});

const addRow = (row: SourceRow, { walk }: NodeOwner): void => void walk.rows.set(JSON.stringify(row), row);

function addSentence(node: XmlElement, at: NodeOwner, why: string, says?: string): void {
  if ((at.walk.stepsLeft -= 1) < 0) return;
  const sentence: Sentence = { ...quoteNode(node, at, says), why };
  at.walk.sentences.set(JSON.stringify(sentence), sentence);
}

const addUnknown = (node: XmlElement, at: NodeOwner, what = quote(getKind(node))): void =>
  addSentence(node, at, `drift does not understand ${what}`);

function collectTypes(root: XmlElement, walk: SchemaWalk): void {
  // An import without a location only names a namespace.
  const ignored = getKind(root) === "schema" ? /^(?:element|import(?!.*ocation=))\b/ : /^(?!import\b)/;
  for (const node of listChildren(root)) {
    const { name = "" } = node.attributes;
    // An element may contain its type.
    const [type = node] = getKind(node) === "element" ? listChildren(node) : [];
    if (/^(?:types|schema)$/.test(getKind(node))) collectTypes(node, walk);
    else if (/^(?:complex|simple)Type$/.test(getKind(type)) && !walk.types.has(name))
      walk.types.set(name, type);
    else if (!ignored.test(writeTag(node))) addUnknown(node, { walk, owner: name });
  }
}

/** Reads a body or an enum. An enum lists the events, or a part's values if the part's own type does not. */
function readRoot({ type: owner, side, path }: SoapRoot, walk: SchemaWalk): void {
  const node = walk.types.get(owner);
  if (!node) return;
  const at = { walk, owner, side, path: path.replaceAll(".", "/"), around: [], isClear: true };
  const { type, values = [] } = readHeldType(owner, node, at);
  if (side === "event")
    for (const value of values) addRow({ side, path: value, ...quoteNode(node, at, value) }, at);
  else if (type === "object") readType(owner, node, at);
  else if (values.length > 0) addRow({ side, path, ...quoteNode(node, at, values.join(", ")), values }, at);
}

function readType(owner: string, from: XmlElement, at: NodeContext): void {
  const type = at.walk.types.get(owner);
  at.walk.reached.add(owner);
  if (!type || at.around.includes(owner) || at.around.length > 100)
    addUnknown(from, at, `the type ${quote(owner)} here`);
  else readNode(type, { ...at, owner, around: [...at.around, owner] });
}

const understood =
  /^(?:complexType(?: name=\S+)?|complexContent|extension base=\S+|sequence|all|element(?: (?:name=|type=|minOccurs=|maxOccurs=(?!0)|xmlns)\S+)+)$/;

function readNode(node: XmlElement, around: NodeContext): void {
  if ((around.walk.stepsLeft -= 1) < 0) return;
  const isUnderstood = understood.test(writeTag(node));
  if (!isUnderstood) addUnknown(node, around);
  const at = { ...around, isClear: around.isClear && isUnderstood };
  // Inherited elements come first.
  if (getKind(node) === "extension") readType(dropPrefix(node.attributes["base"]), node, at);
  if (getKind(node) === "element") readElement(node, at);
  else for (const child of listChildren(node)) readNode(child, at);
}

function readElement(node: XmlElement, at: NodeContext): void {
  const { name = "", minOccurs, maxOccurs = "1" } = node.attributes;
  const key = `${at.owner}.${name}`;
  at.walk.reached.add(key);
  if (name === "" || Object.hasOwn(at.walk.names.leftOut, key)) return;
  const step = at.walk.names.elements[key]?.path ?? name;
  const path = posix.join(at.path, step);
  const typeName = dropPrefix(node.attributes["type"]);
  const { type, values } = readHeldType(typeName, node, at);
  const [isRequired, isList] = [minOccurs !== "0", maxOccurs !== "1"];
  // `minOccurs="0"` means nothing in three cases: directly in a body, because one type serves all events; on a list,
  // because XML omits empty ones; and if the table moves the element into another object.
  const isTold = !step.startsWith("..") && (isRequired || (at.path !== "" && !isList));
  const optional = isTold ? !isRequired : undefined;
  const claims = at.isClear && { type: type && [isList ? (`${type}[]` as const) : type], optional, values };
  addRow({ side: at.side, path: path.replaceAll("/", "."), ...quoteNode(node, at), ...claims }, at);
  if (type === "object") readType(typeName, node, { ...at, path: isList ? `${path}[]` : path });
}

const builtinTypes: readonly (readonly [ItemType, names: string])[] = [
  ["boolean", "boolean"],
  ["integer", "byte short int integer unsignedByte unsignedShort unsignedInt"],
  ["int64", "long unsignedLong"],
  ["number", "decimal double float"],
  ["text", "string normalizedString token anyURI time base64Binary"],
  ["date", "date"],
  ["date-time", "dateTime"],
];

/** Includes the values of an enum. No type if it is not understood. */
function readHeldType(name: string, from: XmlElement, at: NodeOwner) {
  const declared = at.walk.types.get(name);
  if (declared) at.walk.reached.add(name);
  if (declared && getKind(declared) === "complexType") return { type: "object" } as const;
  // A simple type restricts another one.
  const made = declared ? listChildren(declared) : [];
  const base = declared ? dropPrefix(made[0]?.attributes["base"]) : name;
  const type = builtinTypes.find(([, names]) => names.split(" ").includes(base))?.[0];
  if (!type) addUnknown(from, at, `the type ${quote(name)}`);
  const facets = made.flatMap(listChildren);
  const values = facets.flatMap((facet) => readValue(facet, { ...at, owner: name }) ?? []);
  return { type, values: values.length > 0 ? values : undefined };
}

/**
 * The JSON spelling is in camel case without the name of its type: `barcode` for `SCAN-CODE-TYPE-BARCODE` of
 * `ScanCodeType`. Other spellings are left to a person.
 */
function readValue(node: XmlElement, at: NodeOwner): string | undefined {
  at.walk.stepsLeft -= 1;
  const { value = "" } = node.attributes;
  const prefix = `${at.owner.replace(/[a-z0-9](?=[A-Z])/g, "$&-").toUpperCase()}-`;
  const rest = value.startsWith(prefix) ? value.slice(prefix.length) : value;
  const isKnown = getKind(node) === "enumeration" && /^[A-Z0-9]+(?:-[A-Z0-9]+)*$/.test(rest);
  if (isKnown && (rest !== value || !rest.includes("-")))
    return rest.toLowerCase().replace(/-./g, (mark) => mark.slice(1).toUpperCase());
  addUnknown(node, at, `the ${getKind(node)} ${quote(value)}`);
  return undefined;
}

/** Reports types that nobody has looked at, and names in the table that are not in the file. */
function addGaps(root: XmlElement, walk: SchemaWalk): void {
  const { roots, elements, leftOut, concerns } = walk.names;
  const unseen = "no body has this type, and drift/soap-names.json does not leave it out";
  const isOpen = (name: string) => !walk.reached.has(name) && !Object.hasOwn(leftOut, name);
  for (const [owner, node] of walk.types)
    if (isOpen(owner) && concerns.some((part) => owner.includes(part)))
      addSentence(node, { walk, owner }, unseen);
  for (const owner of [...roots.map(({ type }) => type), ...Object.keys({ ...elements, ...leftOut })]) {
    const why = `drift/soap-names.json names ${quote(owner)}, which is not in the file`;
    if (!walk.types.has(owner) && !walk.reached.has(owner)) addSentence(root, { walk, owner }, why, "");
  }
}
