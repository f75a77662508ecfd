import { parseJson, type Json } from "../../base/json.js";
import { once } from "../../base/once.js";
import { createAjv } from "../read/ajv.js";
import { parseTree } from "../read/json-text.js";
import schema from "./recording.schema.json" with { type: "json" };

/**
 * A request of a shop and its answer: a line of a recording. `listen` and the receiver's `createTrace` write them, `replay` and `drift`
 * read them.
 */
export interface RecordedExchange {
  /** When the request came, in milliseconds since 1970. */
  readonly at?: number;
  readonly event: string;
  /** The id of the subscription. */
  readonly subscription?: string;
  /** How long the answer took, in milliseconds. */
  readonly duration?: number;
  /** The HTTP status of the answer; null: there was none. */
  readonly status?: number | null;
  /** Whether customers' data was replaced. */
  readonly redacted?: true;
  readonly request: Json;
  /** Null: there was none, or it was empty. */
  readonly answer?: Json;
}

/** The bodies of an exchange as they went over the wire. */
export interface ExchangeTexts {
  readonly request: string;
  readonly answer: string;
}

/** An exchange as a line of a recording. Bodies stay as they were, but for their line ends: no digit of a long number is lost. */
export function formatRecord(
  head: Omit<RecordedExchange, keyof ExchangeTexts>,
  { request, answer }: ExchangeTexts,
): string {
  const start = JSON.stringify(head).slice(0, -1);
  return `${start},"request":${toOneLine(request)},"answer":${toOneLine(answer)}}\n`;
}

/** In JSON, a line end is never inside a text. */
const toOneLine = (body: string): string => {
  if (body.trim() === "") return "null";
  return parseJson(body) === undefined ? JSON.stringify(body) : body.replace(/[\r\n]+/g, " ");
};

/** Reads a line of a recording; a text says what is wrong with it. */
export function parseRecord(line: string): RecordedExchange | string {
  const record = parseJson(line);
  if (record === undefined) return "is not JSON";
  const ajv = getAjv();
  if (ajv.validate(schema, record)) return record as unknown as RecordedExchange;
  return `is not a recorded exchange: ${ajv.errorsText(undefined, { dataVar: "it" })}`;
}

const getAjv = once(createAjv);

/** The request in a line of a recording, as it went over the wire; undefined if the line has two of them. */
export function readRequestText(line: string): string | undefined {
  const tree = parseTree(line);
  const [node, ...others] = (tree?.children ?? []).filter(
    ({ children }) => children?.[0]?.value === "request",
  );
  const value = node?.children?.[1];
  return value && others.length === 0 ? line.slice(value.offset, value.offset + value.length) : undefined;
}
