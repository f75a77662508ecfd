import { isUtf8 } from "node:buffer";
import { report } from "../problem/catalogue.js";
import { failure, success, type Outcome } from "../problem/problem.js";
import { getAt, isArray, isObject, parseJson, type Json, type JsonObject } from "../json.js";
import type { RowType } from "./row.js";
import { toArrayType } from "./table.js";

/** A file, as its bytes come. */
export interface Source {
  /** As it was named in the call. */
  readonly file: string;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** The name of a file without its folders. */
export const getBaseName = (file: string): string => file.split(/[\\/]/).at(-1) ?? "";

/** The beginning of a source, and the source as if nothing had been read of it. */
export interface Peeked {
  readonly beginning: string;
  readonly source: Source;
  /** Ends the reading of a source that nobody wants. */
  readonly close: () => Promise<void>;
}

/** In bytes: enough to tell what a file is. */
const enough = 65_536;

/** In bytes: more than any page has, without what it embeds. */
const limit = 10_000_000;

/** Looks at the beginning of a source. */
export async function peek({ file, chunks }: Source): Promise<Peeked> {
  const rest = chunks[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let length = 0;
  while (length < enough) {
    const next = await rest.next();
    if (next.done) break;
    first.push(next.value);
    length += next.value.length;
  }
  const beginning = new TextDecoder().decode(Buffer.concat(first).subarray(0, enough));
  const close = async (): Promise<void> => {
    await rest.return?.();
  };
  return { beginning, source: { file, chunks: rejoin(first, rest) }, close };
}

async function* rejoin(
  first: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncIterable<Uint8Array> {
  yield* first;
  yield* { [Symbol.asyncIterator]: () => rest };
}

/** The text of a source that is small enough to be held as one. */
export async function readSourceText({ file, chunks }: Source): Promise<Outcome<string>> {
  const place = { file, pointer: "" };
  const held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > limit) return failure([report("source-too-large", { limit: "10 MB" }, place)]);
    held.push(chunk);
  }
  const bytes = Buffer.concat(held);
  const detail = findFault(bytes);
  return detail === undefined
    ? success(new TextDecoder().decode(bytes))
    : failure([report("source-not-text", { detail }, place)]);
}

/** Why bytes are no text. */
function findFault(bytes: Buffer): string | undefined {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return "it is UTF-16";
  if (bytes.includes(0)) return "it has a byte that is 0";
  return isUtf8(bytes) ? undefined : "some of its bytes are no characters";
}

/** A record of a recording: its bodies, and what is wrong with it. */
export interface Exchange {
  /** Where it begins; of a document that holds several, where that begins. */
  readonly line: number;
  /** The event that the record names; left out: what the request holds tells. */
  readonly event?: string | undefined;
  readonly request?: JsonObject | undefined;
  readonly responses?: readonly JsonObject[];
  /** Requests that report faults in answers. */
  readonly reports?: readonly JsonObject[];
  /** Said of the record; never a word of it, since that may be a secret. */
  readonly faults: readonly string[];
}

type Bodies = Omit<Exchange, "line">;

/** A value, or why there is none. */
interface Parsed {
  readonly value?: Json;
  readonly fault?: string;
}

/**
 * Whether a name may be printed: a word, as names of properties and events are. Whatever else stands there may be data, or a
 * secret, that somebody uses as a name.
 */
export const isPlainName = (name: string): boolean =>
  name.length <= 64 && /^[a-z][A-Za-z]*\d{0,4}$/.test(name);

/** The type of a value in a body. An integer beyond 2^53 is any number: JSON.parse has rounded it. */
export function toType(value: Json): RowType {
  if (value === null) return "null";
  if (isArray(value)) {
    const [type, ...others] = new Set(value.map(toType));
    return type === undefined || others.length > 0 ? "array" : toArrayType(type);
  }
  return Number.isSafeInteger(value) ? "integer" : (typeof value as RowType);
}

/** Whether a file is a recording, by its name or by how it begins. Markdown may begin with a bracket, too: no object comes next in it. */
export const isRecording = (file: string, beginning: string): boolean =>
  /\.(?:har|ndjson|jsonl)$/i.test(file) || /^\s*(?:\{|\[\s*[{\]])/.test(beginning);

/** Whether a recording has a text of JSON in each line, and is not one. */
function isOfLines(file: string, beginning: string): boolean {
  if (/\.(?:ndjson|jsonl|har)$/i.test(file)) return !/har$/i.test(file);
  const [first = "", ...others] = beginning.trimStart().split("\n");
  // A first line whose end nobody sees is so long that it is a record by itself.
  return /^\{(?!\s*"log")/.test(first) && (others.length === 0 || isObject(parseJson(first)));
}

/** The longest line that is read, or document, which may hold many records, in bytes. */
const limits = { line: 5_000_000, document: 200_000_000 };

/** Reads a recording. Of one that has a record a line, of any size, no more is kept than the line at hand. */
export async function* readExchanges(
  { beginning, source }: Peeked,
  isEvent: IsEvent,
): AsyncGenerator<Exchange> {
  const isLines = isOfLines(source.file, beginning);
  const limit = isLines ? limits.line : limits.document;
  let [line, length] = [1, 0];
  let pieces: Uint8Array[] = [];
  const hold = (bytes: Uint8Array): void => {
    length += bytes.length;
    if (length > limit) pieces = [];
    else pieces.push(bytes);
  };
  const end = (): readonly Exchange[] => {
    const parsed =
      length > limit ? { fault: `is longer than ${limit / 1e6} MB` } : parse(Buffer.concat(pieces));
    [pieces, length] = [[], 0];
    const { value, fault } = parsed ?? {};
    if (value === undefined) return fault === undefined ? [] : [{ line, faults: [fault] }];
    const records = isLines ? [value] : unfold(value);
    return records.map((record) => ({ line, ...readRecord(record, source.file, isEvent) }));
  };
  for await (const chunk of source.chunks) {
    let start = 0;
    for (let at = chunk.indexOf(lineFeed); isLines && at >= 0; at = chunk.indexOf(lineFeed, start)) {
      hold(chunk.subarray(start, at));
      yield* end();
      line++;
      start = at + 1;
    }
    hold(chunk.subarray(start));
  }
  yield* end();
}

type IsEvent = (name: string) => boolean;

const lineFeed = 0x0a;

/** The records of a document: the entries of a HAR, the items of a list, or itself. */
function unfold(document: Json): readonly Json[] {
  const entries = getPart(document, "log.entries") ?? document;
  return isArray(entries) ? entries : [document];
}

/** Reads a JSON text; undefined if it is blank. What the parser says of a fault quotes the text, and so is dropped. */
function parse(bytes: Uint8Array): Parsed | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (text.trim() === "") return undefined;
    const value = JSON.parse(text) as Json;
    return isDeeper(value, 200) ? { fault: "is deeper than 200 levels" } : { value };
  } catch {
    return { fault: "is no JSON" };
  }
}

/** Whether a value is deeper than so many levels: bodies of the contract are far from 200. */
const isDeeper = (value: Json, levels: number): boolean =>
  typeof value === "object" &&
  value !== null &&
  (levels === 0 || Object.values(value).some((part: Json) => isDeeper(part, levels - 1)));

/** A way of recording what went over the wire: where in a record its parts are, as paths. */
interface Shape {
  /** Where there may be what names the event, or ends with its name; none: the folder of the file is called so. */
  readonly names: readonly string[];
  /** A text that every record of this shape has, if that tells it from others. */
  readonly mark?: string;
  readonly request: string;
  readonly responses?: readonly string[];
  readonly reports?: readonly string[];
  /** The name, beside a body, of what says that it is in base64. */
  readonly encoding?: string;
}

/** A line of a trace. */
const trace: Shape = {
  names: ["event"],
  request: "request",
  responses: ["answer", "response"],
  reports: ["errorRequest", "report.request"],
};

/** An entry of a HAR, which may have nothing to do with webhooks. */
const entry: Shape = {
  names: ["request.url"],
  request: "request.postData.text",
  responses: ["response.content.text"],
  encoding: "encoding",
};

/** The shapes that are understood; the first that fits counts. */
const shapes: readonly Shape[] = [
  trace,
  entry,
  // An example of the spec.
  { names: [], mark: "release", request: "request", responses: ["response"], reports: ["errorRequest"] },
  // A request as a server has it.
  { names: ["url", "rawPath", "path"], mark: "body", request: "body", encoding: "isBase64Encoded" },
  // A request and nothing else.
  { names: [], request: "" },
];

const getPart = (record: Json, path: string): Json | undefined =>
  getAt(record, path.split(".").filter(Boolean));

/** What names the event in a record of some shape: the last step of an address; undefined if it is of another shape. */
function findName(record: Json, { names, mark }: Shape, file: string): string | undefined {
  if (!isObject(record) || (mark !== undefined && typeof getPart(record, mark) !== "string"))
    return undefined;
  if (names.length === 0) return file.split(/[\\/]/).at(-2) ?? "";
  const text = names.map((name) => getPart(record, name)).find((part) => typeof part === "string");
  const steps = text?.replace(/[?#].*/s, "").split("/") ?? [];
  return steps.findLast(Boolean) ?? text;
}

/** Takes the bodies out of a record, of whichever shape it is. */
function readRecord(record: Json, file: string, isEvent: IsEvent): Bodies {
  const shape = shapes.find((each) => findName(record, each, file) !== undefined);
  const name = shape && findName(record, shape, file);
  const own = getPart(record, "event");
  // What is no word is no event, and may be anything.
  const told = typeof own === "string" && isPlainName(own) ? own : "";
  if (!shape || name === undefined) return { faults: [noShape] };
  const read = (paths: readonly string[] = []): readonly Parsed[] =>
    paths.flatMap((path) => readBody(record, path, shape.encoding) ?? []);
  const [asked, answered, reported] = [read([shape.request]), read(shape.responses), read(shape.reports)];
  const all = [...asked, ...answered, ...reported];
  const [request] = listValues(asked);
  if (shape === entry && (all.length === 0 || !(isEvent(name) || request))) {
    // An event is posted: of a request by another method nothing is missing.
    const isPosted = getPart(record, "request.method") === "POST";
    return { faults: isPosted ? ["has no body of an event, and was left out"] : [] };
  }
  return {
    // What an address ends with may be anything, and even a secret: only a trace may name an event that the spec does not have.
    event: isEvent(name) ? name : shape === trace ? told : undefined,
    request,
    responses: listValues(answered),
    reports: listValues(reported),
    faults: all.length === 0 ? [noShape] : all.flatMap(({ fault }) => fault ?? []),
  };
}

const noShape = "is in no form that is known";

const listValues = (parsed: readonly Parsed[]): readonly JsonObject[] =>
  parsed.flatMap(({ value }) => (isObject(value) ? [value] : []));

/** A body: an object, or the text of one. Undefined if there is none, or an empty text. */
function readBody(record: Json, path: string, encoding = ""): Parsed | undefined {
  const body = getPart(record, path);
  if (isObject(body)) return { value: body };
  if (typeof body !== "string") return undefined;
  const told = getPart(record, [...path.split(".").slice(0, -1), encoding].join("."));
  const parsed = parse(Buffer.from(body, told === true || told === "base64" ? "base64" : "utf8"));
  const isOther = parsed?.value !== undefined && !isObject(parsed.value);
  return isOther ? { fault: "has a body that is no object" } : parsed;
}
