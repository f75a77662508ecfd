import { isUtf8 } from "node:buffer";
import {
  parseRecord,
  readRequestText,
  splitRecording,
  type RecordedExchange,
} from "../../contract/traffic/recorded-exchange.js";
import { throwUsageProblem } from "../call-error.js";
import { requireUserFile } from "./user-files.js";

export interface RecordedRequest {
  readonly record: RecordedExchange;
  /** As it was received. */
  readonly request: string;
}

/** Reads all requests of a recording. Ends the command at the first line that a recording cannot have. */
export function readRecordingFile(file: string): readonly RecordedRequest[] {
  const bytes = requireUserFile(file);
  const refuse = (line: number, why: string): never => throwUsageProblem(`${file}:${line} ${why}.`);
  if (!isUtf8(bytes)) refuse(findLineOutsideUtf8(bytes), "is not UTF-8");
  return splitRecording(new TextDecoder().decode(bytes)).flatMap(({ number, text }) => {
    if (text.trim() === "") return [];
    const record = parseRecord(text);
    if (typeof record === "string") return refuse(number, record);
    const request = readRequestText(text) ?? refuse(number, "has two requests");
    return [{ record, request }];
  });
}

/** From 1. A line feed is never part of another character. */
function findLineOutsideUtf8(bytes: Uint8Array): number {
  let [start, line] = [0, 1];
  for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed, start)) {
    if (!isUtf8(bytes.subarray(start, end))) return line;
    [start, line] = [end + 1, line + 1];
  }
  return line;
}

const lineFeed = 10;
