import { buildModel } from "../../../generator/contract/model/build.js";
import type { Model } from "../../../generator/contract/model/model.js";
import { createPaths } from "../../../generator/contract/model/paths.js";
import { prepareBodyCheck, readRecording } from "../../../generator/drift/recordings.js";
import type { SourceContent } from "../../../generator/drift/source-content.js";
import type { CheckedSpec } from "../../../generator/contract/read/checked-spec.js";

export function toContract(model: Model) {
  const check = prepareBodyCheck(model);
  if (!check.ok) throw new Error(check.problems[0]?.message);
  return { model, paths: createPaths(model), check: check.value };
}

export const buildContract = (spec: CheckedSpec) => toContract(buildModel(spec));

export const read = (file: string, text: string, contract: ReturnType<typeof toContract>): SourceContent =>
  readRecording(file, text, contract, contract.check);

export const tell = ({ rows, faults = [], sentences }: SourceContent): readonly string[] => [
  ...rows.map(({ text, type, events }) =>
    [text, type?.join(" or "), events && `in ${events.join(" and ")}`].filter(Boolean).join(", "),
  ),
  ...faults.map(({ side, path, event, message }) => `${event} ${side} ${path} ${message}`),
  ...sentences.map(({ of, why = "" }) => `unread: ${of ? `${of.side} ${of.path}: ` : ""}${why}`),
];

export const toLines = (records: readonly unknown[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join("");
