import type { CheckedSpec } from "../../generator/contract/read/checked-spec.js";
import { toSpecOfFiles } from "./emit.js";

export type Shape = Readonly<Record<string, unknown>>;

/** A spec with one event, `ping`. It carries the object `ping`, and its answer may contain the object `pong`. */
export interface SmallSpec {
  readonly ping?: Shape;
  readonly pong?: Shape;
  /** More files, or replacements of ours. */
  readonly files?: Readonly<Record<string, unknown>>;
}

/** The releases are 10, 20 and 30. */
function createSmallSpecFiles({ ping, pong, files }: SmallSpec): Readonly<Record<string, unknown>> {
  return {
    "releases.json": { releases: ["10", "20", "30"].map((release) => ({ release, summary: "Something." })) },
    "envelope.json": {
      description: "What any event may carry and be answered with.",
      carries: {},
      answers: { error: {} },
      errorRequest: "requests/errorRequest.json",
    },
    "error-codes.json": {
      title: "ErrorCode",
      description: "What went wrong.",
      type: "string",
      "x-open": true,
      enum: ["OOPS"],
    },
    "requests/errorRequest.json": object("ErrorRequest", {
      error: { description: "The fault.", type: "string" },
    }),
    "requests/ping.json": ping ?? object("Ping", {}),
    "responses/error.json": object("ErrorAnswer", { code: { $ref: "error-codes.json" } }, ["code"]),
    "responses/pong.json": pong ?? object("Pong", {}),
    "events/ping.json": {
      description: "A sign of life.",
      carries: { ping: { required: true } },
      answers: { pong: {} },
    },
    ...files,
  };
}

export const createSmallSpec = (small: SmallSpec): CheckedSpec => toSpecOfFiles(createSmallSpecFiles(small));

/** The default description is the title. */
export const object = (title: string, properties: Shape, required: readonly string[] = []): Shape => ({
  title,
  description: `${title}.`,
  type: "object",
  required,
  properties: Object.fromEntries(
    Object.entries(properties).map(([name, shape]) => [
      name,
      { description: `The ${name}.`, ...(shape as Shape) },
    ]),
  ),
});

/** Adds the types and descriptions that the dialect requires of objects and properties. */
export function describeParts(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(describeParts);
  if (typeof part !== "object" || part === null) return part;
  const parts = Object.fromEntries(Object.entries(part).map(([name, each]) => [name, describeParts(each)]));
  const { title, required, properties, ...more } = parts;
  if (properties === undefined) return parts;
  return { ...object(title as string, properties as Shape, required as string[] | undefined), ...more };
}
