import { parseJson, parseJsonOrText, type Json } from "../../base/json.js";
import { once } from "../../base/once.js";
import { createAjv, type ErrorObject } from "../read/ajv.js";
import { parseTree } from "../read/json-tree.js";
import schema from "./recording.schema.json" with { type: "json" };

/**
 * A shop's request and its answer, as a line of a recording. `listen` and the receiver's `createTrace` write it;
 * `replay` and `drift` read it.
 */
export interface RecordedExchange {
  /** The time when the request arrived, in milliseconds since 1970. */
  readonly at?: number;
  readonly event: string;
  readonly subscription?: string;
  /** The time to the answer, in milliseconds. */
  readonly duration?: number;
  /** Null if there was no answer. */
  readonly status?: number | null;
  readonly redacted?: true;
  readonly request: Json;
  /** Null if there was no answer, or an empty one. */
  readonly answer?: Json;
}

export interface ExchangeTexts {
  readonly request: string;
  readonly answer: string;
}

type RecordHead = Omit<RecordedExchange, keyof ExchangeTexts>;

export const makeRecord = (head: RecordHead, { request, answer }: ExchangeTexts): RecordedExchange => ({
  ...head,
  request: parseJsonOrText(request),
  answer: answer === "" ? null : parseJsonOrText(answer),
});

/**
 * Formats an exchange as a line of a recording. Only line breaks in the bodies change, so long numbers keep every
 * digit.
 */
export function formatRecord(head: RecordHead, { request, answer }: ExchangeTexts): string {
  const start = JSON.stringify(head).slice(0, -1);
  return `${start},"request":${toOneLine(request)},"answer":${toOneLine(answer)}}\n`;
}

/** In JSON, a raw line break is never inside a string. */
const toOneLine = (body: string): string => {
  if (body.trim() === "") return "null";
  return parseJson(body) === undefined ? JSON.stringify(body) : body.replace(/[\r\n]+/g, " ");
};

export interface RecordingLine {
  /** From 1. */
  readonly number: number;
  readonly text: string;
}

/** The lines of a recording, without the byte order marks that editors put at the start of a file. */
export const splitRecording = (text: string): readonly RecordingLine[] =>
  text.split(/\r?\n/).map((line, index) => ({ number: index + 1, text: line.replace(/^\ufeff/, "") }));

/** Parses a line of a recording; returns a text that describes the problem if the line is invalid. */
export function parseRecord(line: string): RecordedExchange | string {
  const record = parseJson(line);
  if (record === undefined) return "is not valid JSON";
  const ajv = getAjv();
  if (ajv.validate(schema, record)) return record as unknown as RecordedExchange;
  const [error] = ajv.errors ?? [];
  const isAnswer = ajv.errors?.some(({ keyword }) => keyword === "anyOf");
  const why = isAnswer ? '/request must have an object named "event" or "original"' : describeFault(error);
  return `is not a recorded exchange: it${why}`;
}

const describeFault = ({ instancePath = "", message = "" }: Partial<ErrorObject> = {}): string =>
  `${instancePath} ${message}`;

const getAjv = once(createAjv);

/** Undefined if the line has two requests. */
export function readRequestText(line: string): string | undefined {
  const tree = parseTree(line);
  const [node, ...others] = (tree?.children ?? []).filter(
    ({ children }) => children?.[0]?.value === "request",
  );
  const value = node?.children?.[1];
  return value && others.length === 0 ? line.slice(value.offset, value.offset + value.length) : undefined;
}
