import type { Json } from "../../json.js";
import { joinPointer } from "../../spec/pointer.js";
import {
  isMap,
  isScalar,
  isSeq,
  parseAllDocuments,
  type Document,
  type Node,
  type Pair,
} from "../../text/yaml.js";

/** One document of a YAML text (JSON is YAML too), as plain data. */
export interface YamlDocument {
  readonly value: Json;
  /** Where in the text each part begins, by its JSON Pointer: a property with its key. */
  readonly offsets: ReadonlyMap<string, number>;
}

/** Why a text cannot be read, in words, and at which offset. */
export interface YamlFault {
  readonly detail: string;
  readonly offset: number;
}

/** Only plain data: no tags, no aliases and no merging, so that a small text stays small. */
const parseOptions = {
  schema: "core",
  merge: false,
  resolveKnownTags: false,
  stringKeys: true,
  // It compares each key with each; we look for keys that occur twice ourselves.
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: "silent",
} as const;

const deepest = 40;

/** The documents of a text, or everything that is wrong with it. */
export function parseYaml(text: string): readonly YamlDocument[] | readonly YamlFault[] {
  const steep = findSteep(text);
  if (steep !== undefined) return [tooDeep(steep)];
  try {
    const documents = [...parseAllDocuments(text, parseOptions)];
    const [fault] = documents.flatMap(({ errors, warnings }) => [...errors, ...warnings]);
    // Those after it mostly follow from it.
    if (fault) return [toFault(fault, text)];
    const read = documents.filter(({ contents }) => contents !== null).map(readDocument);
    const wrong = read.flatMap(({ faults: found }) => found);
    return wrong.length > 0 ? wrong : read;
  } catch (error) {
    if (error instanceof RangeError) return [tooDeep(0)];
    throw error;
  }
}

/**
 * Where a text nests far too deeply, found before the package sees it: it parses each level within the one around it, and
 * thousands of brackets end the whole process.
 */
function findSteep(text: string): number | undefined {
  const line = /^(?:[-?: \t]|[!&]\S* ){200}/m.exec(text);
  if (line) return line.index;
  let depth = 0;
  let isQuoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const letter = text.charAt(index);
    if (letter === '"') isQuoted = !isQuoted;
    else if (isQuoted) index += letter === "\\" ? 1 : 0;
    else if (letter === "[" || letter === "{") depth += 1;
    else if (letter === "]" || letter === "}") depth -= 1;
    if (depth > 4 * deepest) return index;
  }
  return undefined;
}

interface Reading extends YamlDocument {
  readonly offsets: Map<string, number>;
  readonly faults: YamlFault[];
}

function readDocument({ contents }: Document.Parsed): Reading {
  const reading = { offsets: new Map<string, number>(), faults: [] as YamlFault[] };
  return { ...reading, value: readNode(contents, "", { ...reading, depth: 0 }) };
}

interface Progress extends Pick<Reading, "offsets" | "faults"> {
  readonly depth: number;
}

function readNode(node: Node | null, pointer: string, progress: Progress): Json {
  const offset = node?.range?.[0] ?? 0;
  if (!progress.offsets.has(pointer)) progress.offsets.set(pointer, offset);
  if (progress.depth > deepest) return refuse(progress, tooDeep(offset));
  const inside = { ...progress, depth: progress.depth + 1 };
  if (node === null) return null;
  if (isSeq(node))
    return node.items.map((item, index) => readNode(item as Node, joinPointer(pointer, index), inside));
  if (isMap(node)) return readMap(node.items as Pair<Node, Node | null>[], pointer, inside);
  if (isScalar(node)) return readScalar(node.value, node.source ?? "", () => offset, progress);
  return refuse(progress, {
    detail: "an alias (*) stands here, and nothing in a scenario may be repeated by one",
    offset,
  });
}

function readMap(pairs: readonly Pair<Node, Node | null>[], pointer: string, progress: Progress): Json {
  const entries = new Map<string, Json>();
  for (const { key, value } of pairs) {
    const name = isScalar(key) ? String(key.value) : "";
    const offset = key.range?.[0] ?? 0;
    const inside = joinPointer(pointer, name);
    if (entries.has(name)) refuse(progress, { detail: `the key ${name} is here a second time`, offset });
    if (name === "__proto__") refuse(progress, { detail: "__proto__ is no key of anything here", offset });
    progress.offsets.set(inside, offset);
    entries.set(name, readNode(value, inside, progress));
  }
  return Object.fromEntries(entries);
}

function readScalar(value: unknown, source: string, getOffset: () => number, progress: Progress): Json {
  if (value === null || typeof value === "boolean" || typeof value === "string") return value;
  if (typeof value === "number" && isPlainNumber(value, source)) return value;
  return refuse(progress, {
    detail: `${source} would be read as another number; put it in quotes if it is a code`,
    offset: getOffset(),
  });
}

/** Numbers of which no digit is lost: `0012` and `0x1F` are codes rather than numbers. */
const isPlainNumber = (value: number, source: string): boolean =>
  Number.isFinite(value) &&
  (!Number.isInteger(value) || Number.isSafeInteger(value)) &&
  !/^[-+]?0[\dxo]/i.test(source);

const tooDeep = (offset: number): YamlFault => ({ detail: `it nests deeper than ${deepest} levels`, offset });

function refuse({ faults }: Progress, fault: YamlFault): null {
  faults.push(fault);
  return null;
}

/** The message of the package, unless it is one that many will meet. */
function toFault(
  { message, pos: [offset] }: { readonly message: string; readonly pos: readonly [number, number] },
  text: string,
): YamlFault {
  if (text.startsWith("${", offset - 1))
    return { detail: "${…} between { and }, or [ and ], has to be in quotes", offset: offset - 1 };
  const sentence = message.trimEnd();
  const detail =
    sentence.charAt(0).toLowerCase() + sentence.slice(1, sentence.endsWith(".") ? -1 : undefined);
  return { detail, offset };
}
