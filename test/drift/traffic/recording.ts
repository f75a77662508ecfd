import { buildModel } from "../../../generator/model/build.js";
import type { Model } from "../../../generator/model/model.js";
import { createPaths } from "../../../generator/model/paths.js";
import { prepareCheck, readRecording } from "../../../generator/drift/recordings.js";
import type { Reading } from "../../../generator/drift/row.js";
import { peek } from "../../../generator/drift/source.js";
import type { CheckedSpec } from "../../../generator/spec/checked-spec.js";

/** A contract that recordings are held against. */
export function toContract(model: Model) {
  const check = prepareCheck(model);
  if (!check.ok) throw new Error(check.problems[0]?.message);
  return { model, paths: createPaths(model), check: check.value };
}

export const buildContract = (spec: CheckedSpec) => toContract(buildModel(spec));

/** What the reader makes of a file, in the chunks that it comes in. */
export async function read(
  file: string,
  content: string | Iterable<Uint8Array>,
  contract: ReturnType<typeof toContract>,
): Promise<Reading> {
  const chunks = typeof content === "string" ? [Buffer.from(content)] : content;
  return readRecording(await peek({ file, chunks: stream(chunks) }), contract, contract.check);
}

// eslint-disable-next-line @typescript-eslint/require-await -- A stream of what is there already.
async function* stream(chunks: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

/** What is told of a recording, a line each. */
export const tell = ({ rows, faults = [], sentences }: Reading): readonly string[] => [
  ...rows.map(({ text, type, events }) =>
    [text, type?.join(" or "), events && `in ${events.join(" and ")}`].filter(Boolean).join(", "),
  ),
  ...faults.map(({ side, path, event, message }) => `${event} ${side} ${path} ${message}`),
  ...sentences.map(({ of, why = "" }) => `unread: ${of ? `${of.side} ${of.path}: ` : ""}${why}`),
];

/** The lines of NDJSON. */
export const toLines = (records: readonly unknown[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join("");
