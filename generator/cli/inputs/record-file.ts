import { closeSync, constants, fchmodSync, fstatSync, openSync, readSync, writeSync } from "node:fs";
import { isObject, parseJson } from "../../base/json.js";
import { describeSystemError, getErrorCode } from "../../base/problem/problem.js";
import {
  formatRecord,
  makeRecord,
  parseRecord,
  type RecordedExchange,
} from "../../contract/traffic/recorded-exchange.js";
import { redactRecord, type Redact } from "../../till/traffic/redact.js";
import type { SeenExchange } from "../../till/engine/seen-exchange.js";
import { throwUsageProblem } from "../call-error.js";

export interface RecordFile {
  readonly write: (seen: SeenExchange) => void;
  readonly close: () => void;
}

/**
 * Appends to a recording that only its owner can read. `redact` replaces customer data. Ends the command if the
 * file exists and is not a recording.
 */
export function openRecordFile(path: string, redact: false | Redact): RecordFile {
  const file = openFile(path);
  return {
    write: ({ at, event, subscription, result, reply, body }) => {
      if (!isObject(parseJson(body))) throw new Error("its request is not a JSON object");
      const { status = null, body: answer = "" } = reply ?? {};
      const head = { at, event, subscription, duration: result?.duration ?? 0, status };
      const texts = { request: body, answer };
      const line = redact ? formatRedacted(makeRecord(head, texts), redact) : formatRecord(head, texts);
      const record = parseRecord(line);
      if (typeof record === "string") throw new Error(`replay cannot read its line, which ${record}`);
      writeSync(file, line);
    },
    close: () => closeSync(file),
  };
}

function formatRedacted(record: RecordedExchange, redact: Redact): string {
  const { request, answer = null, ...head } = redactRecord(record, redact);
  return formatRecord(head, { request: JSON.stringify(request), answer: JSON.stringify(answer) });
}

function openFile(path: string): number {
  const { O_APPEND, O_CREAT, O_RDWR, O_NOFOLLOW, O_NONBLOCK } = constants;
  try {
    const file = openSync(path, O_APPEND | O_CREAT | O_RDWR | O_NOFOLLOW | O_NONBLOCK, 0o600);
    const stats = fstatSync(file);
    if (stats.isFile() && /^(?:\{"at":\d+,"event":|$)/.test(readText(file, 0))) {
      fchmodSync(file, 0o600);
      // A killed `listen` may have left an incomplete line, which must not swallow the next one.
      if (stats.size > 0 && readText(file, stats.size - 1) !== "\n") writeSync(file, "\n");
      return file;
    }
    closeSync(file);
  } catch (error) {
    const reason = getErrorCode(error) === "ELOOP" ? "it is a link" : describeSystemError(error);
    throwUsageProblem(`${path} cannot be written: ${reason}.`);
  }
  return throwUsageProblem(
    `${path} already exists and is not a recording.`,
    "Choose another name for --record.",
  );
}

/** At most 100 bytes. */
function readText(file: number, position: number): string {
  const bytes = Buffer.alloc(100);
  return bytes.toString("utf8", 0, readSync(file, bytes, 0, bytes.length, position));
}
