import { getAt, isObject } from "../../../json.js";
import type { Direction } from "../../../model/model.js";
import { errorRequestName } from "../../../spec/files.js";
import type { Known } from "../../judge/known.js";
import { parseBytes, parseText, type Parsed } from "../records/parse.js";
import { faults, type Recorded } from "../records/record.js";
import { guessEvents } from "./guess-events.js";
import { isReport, withoutOriginal } from "./report.js";
import { shapes, type BodyPlace, type Shape } from "./shapes.js";

/** A body that went over the wire. */
export interface SeenBody {
  readonly side: Direction;
  /** The event that it is of, or the error request; undefined: one of several that look alike, or one that the spec has not. */
  readonly event: string | undefined;
  readonly value: unknown;
}

/** What a record holds. */
export interface Exchange {
  readonly bodies: readonly SeenBody[];
  /** The event that the record names, if the spec does not have it. */
  readonly unknownEvent?: string;
  readonly faults: readonly FaultName[];
}

/** What may be amiss with a record, said of it; never a word of it, since that may be a secret. */
export const exchangeFaults = {
  ...faults,
  nothing: "is missing: the file has none",
  "a name twice": "has an object with one name twice, of which the last counts",
  "no object": "has a body that is no object",
  "no shape": "is in no form that is known",
  "no request": "has no body of a request, and was left out",
  "no event": "has a body of no event that the spec has",
} as const;

export type FaultName = keyof typeof exchangeFaults;

/** Takes the bodies out of a record, of whichever shape it is. */
export function readBodies({ value, hasDoubles }: Recorded, file: string, known: Known): Exchange {
  const shape = shapes.find((each) => fits(value, each, file));
  const exchange = shape ? readShape(value, shape, file, known) : readPlain(value, known);
  return hasDoubles ? { ...exchange, faults: [...exchange.faults, "a name twice"] } : exchange;
}

function fits(value: unknown, shape: Shape, file: string): boolean {
  const isMarked = shape.mark === undefined || typeof getAt(value, shape.mark) === "string";
  return isMarked && isObject(value) && readEvent(value, shape, file) !== undefined;
}

function readEvent(value: unknown, { event }: Shape, file: string): string | undefined {
  if (event === "folder") return file.split(/[\\/]/).at(-2) ?? "";
  const text = getAt(value, "text" in event ? event.text : event.url);
  if (typeof text !== "string") return undefined;
  return "text" in event ? text : takeLastStep(text);
}

/** The last step of a URL or a path. */
function takeLastStep(url: string): string {
  const [path = ""] = url.split(/[?#]/);
  return path.split("/").findLast((step) => step !== "") ?? "";
}

/** A request without anything around it. */
function readPlain(value: unknown, known: Known): Exchange {
  if (isReport(value, known)) return { bodies: [toReport(value, known)], faults: [] };
  const events = guessEvents(value, known);
  if (events.length === 0) return { bodies: [], faults: ["no shape"] };
  return { bodies: [{ side: "request", event: nameOnly(events), value }], faults: [] };
}

function readShape(value: unknown, shape: Shape, file: string, known: Known): Exchange {
  const read = shape.bodies.flatMap((place) => {
    const parsed = readBody(value, place);
    return parsed ? { side: place.side, parsed } : [];
  });
  const found = read.flatMap(({ side, parsed }) => ("value" in parsed ? { side, value: parsed.value } : []));
  const named = readEvent(value, shape, file) ?? "";
  if (shape.method && !known.findEvent(named) && !found.some(isRequest))
    return { bodies: [], faults: read.some(isRequest) ? ["no event"] : listMissing(value, shape) };
  if (read.length === 0) return { bodies: [], faults: listMissing(value, shape) };
  // What a URL ends with may be anything, and even a secret: only a text that says what it is may name a new event.
  const mayName = shape.event !== "folder" && "text" in shape.event;
  const exchange = nameBodies(found, { named, mayName }, known);
  const amiss = read.flatMap(({ parsed }): readonly FaultName[] => {
    if ("fault" in parsed) return [parsed.fault];
    return parsed.hasDoubles ? ["a name twice"] : [];
  });
  return { ...exchange, faults: [...amiss, ...exchange.faults] };
}

/** What is amiss where there are no bodies. An event is posted: a request by another method is none, and nothing is missing. */
function listMissing(value: unknown, { method }: Shape): readonly FaultName[] {
  if (!method) return ["no shape"];
  return getAt(value, method) === "POST" ? ["no request"] : [];
}

const isRequest = ({ side }: { readonly side: BodyPlace["side"] }): boolean => side === "request";

interface FoundBody {
  readonly side: BodyPlace["side"];
  readonly value: unknown;
}

/** Says of which event the bodies of a record are: the one that it names, or the one that its request tells of. */
function nameBodies(
  found: readonly FoundBody[],
  { named, mayName }: { readonly named: string; readonly mayName: boolean },
  known: Known,
): Exchange {
  const reports = found.filter(
    ({ side, value }) => side === "report" || (side === "request" && isReport(value, known)),
  );
  const requests = found.filter((body) => body.side === "request" && !reports.includes(body));
  // What answers a report is no answer to an event.
  const responses = requests.length > 0 || reports.length === 0 ? found.filter(isResponse) : [];
  const toBodies = (event: string | undefined): readonly SeenBody[] => [
    ...requests.map(({ value }) => ({ side: "request" as const, event, value })),
    ...responses.map(({ value }) => ({ side: "response" as const, event, value })),
    ...reports.map(({ value }) => toReport(value, known)),
  ];
  if (known.findEvent(named)) return { bodies: toBodies(named), faults: [] };
  if (mayName) return { bodies: toBodies(undefined), unknownEvent: named, faults: [] };
  const guessed = requests.flatMap(({ value }) => guessEvents(value, known));
  if (guessed.length > 0) return { bodies: toBodies(nameOnly(guessed)), faults: [] };
  const isForeign = requests.length + responses.length > 0;
  return {
    bodies: reports.map(({ value }) => toReport(value, known)),
    faults: isForeign ? ["no event"] : [],
  };
}

const isResponse = ({ side }: FoundBody): boolean => side === "response";

const toReport = (value: unknown, known: Known): SeenBody => ({
  side: "request",
  event: errorRequestName,
  value: isObject(value) ? withoutOriginal(value, known) : value,
});

const nameOnly = ([only, ...others]: readonly string[]): string | undefined =>
  others.length === 0 ? only : undefined;

type ParsedBody = Parsed | { readonly fault: FaultName };

/** A body at its place: an object, or the text of one. Undefined if there is none, or an empty text. */
function readBody(value: unknown, { at, base64 }: BodyPlace): ParsedBody | undefined {
  const body = getAt(value, at);
  if (isObject(body)) return { value: body, hasDoubles: false };
  if (typeof body !== "string" || body === "") return undefined;
  const encoding = base64 && getAt(value, base64);
  const isEncoded = encoding === true || encoding === "base64";
  const parsed = isEncoded ? parseBytes(Buffer.from(body, "base64")) : parseText(body);
  return "value" in parsed && !isObject(parsed.value) ? { fault: "no object" } : parsed;
}
