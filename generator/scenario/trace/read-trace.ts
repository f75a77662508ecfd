import type { Model } from "../../model/model.js";
import { report } from "../../problem/catalogue.js";
import { failure, success, type Outcome, type Problem } from "../../problem/problem.js";
import { isObject, type JsonObject } from "../../json.js";
import type { ScenarioText } from "../read/read-scenarios.js";

/** One request of a trace, whoever wrote it: this program, or a receiver. */
export interface TraceEntry {
  readonly event: string;
  readonly request: JsonObject;
  /** In milliseconds, since whatever. */
  readonly at: number;
  readonly status?: number;
  readonly answer?: JsonObject;
  /** Why the till could not use the answer. */
  readonly refused?: string;
  /** The scenario and the release that it was written of; a receiver's trace has neither. */
  readonly scenario?: string;
  readonly release?: string;
  /** What it was written of: requests of two origins belong to two scenarios. */
  readonly origin: string;
}

/** The requests of a trace, in their order; reports of faults are left out, as a till sends those by itself. */
export function readTrace({ file, text }: ScenarioText, model: Model): Outcome<readonly TraceEntry[]> {
  const lines = text.split("\n").map((line, index) => ({ line, number: index + 1 }));
  const read = lines.filter(({ line }) => line.trim() !== "").map((each) => readLine(each, file));
  const problems = read.flatMap((entry) => ("code" in entry ? [entry] : []));
  if (problems.length > 0) return failure(problems.slice(0, 10));
  const events = new Set(
    model.events.filter(({ alwaysBlocking }) => !alwaysBlocking).map(({ name }) => name),
  );
  const entries = read.flatMap((entry) => ("code" in entry ? [] : [entry]));
  const used = entries.filter((entry) => events.has(entry.event) && !isReport(entry, model));
  if (used.length === 0) return failure([report("trace-empty", {}, { file, pointer: "" })]);
  return success([...used].sort((a, b) => a.at - b.at));
}

function readLine(
  { line, number }: { readonly line: string; readonly number: number },
  file: string,
): TraceEntry | Problem {
  const problem = (detail: string): Problem => ({
    ...report("trace-syntax", { detail }, { file, pointer: "" }),
    position: { line: number, column: 1, text: line.slice(0, 100) },
  });
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return problem("it is not JSON");
  }
  if (!isObject(value)) return problem("it is no object");
  const { event, request } = value;
  if (typeof event !== "string") return problem("`event` has no text");
  return isObject(request) ? toEntry(value, event, request) : problem("`request` has no object");
}

function toEntry(value: JsonObject, event: string, request: JsonObject): TraceEntry {
  const { at, status, answer, findings, scenario, release, subscription } = value;
  const refused = Array.isArray(findings) ? (findings[0] as unknown) : undefined;
  return {
    event,
    request,
    at: toTime(at),
    ...(typeof status === "number" && { status }),
    ...(isObject(answer) && { answer }),
    ...(value["verdict"] === "refused" && { refused: typeof refused === "string" ? refused : "" }),
    ...(typeof scenario === "string" && { scenario }),
    ...(typeof release === "string" && { release }),
    origin: JSON.stringify([scenario, release, subscription]),
  };
}

function toTime(at: unknown): number {
  const time = typeof at === "string" ? Date.parse(at) : at;
  return typeof time === "number" && Number.isFinite(time) ? time : 0;
}

/** A report has what no event carries. */
function isReport({ request }: TraceEntry, { errorRequest, envelope }: Model): boolean {
  const carried = new Set(envelope.request.properties.map(({ name }) => name));
  const own = errorRequest.properties.filter(({ name }) => !carried.has(name));
  return own.some(({ name }) => Object.hasOwn(request, name));
}
