import { buildModel } from "../../../generator/contract/model/build.js";
import type { Problem } from "../../../generator/base/problem/problem.js";
import { readDialect } from "../../../generator/contract/package/package-files.js";
import { lintSpec } from "../../../generator/contract/lint/lint-spec.js";
import { smallSpec, toSources } from "../../contract/read/small-spec.js";
import type { Subject } from "./hunt.js";
import { collectWords } from "./words.js";

/**
 * Attacks the reader with a small spec in which one file is changed. The first byte of an input selects the file,
 * and the other bytes are its text.
 */
export function createSpecSubject(): Subject {
  const sources = toSources(smallSpec);
  const dialect = readDialect();
  return {
    inputs: sources.map(({ text }, index) => Buffer.concat([Uint8Array.of(index), Buffer.from(text)])),
    words: collectWords([...Object.values(smallSpec), ...keywords]),
    together: 1,
    isCode: (url) => /\/generator\/(?:contract\/(?:read|lint|model)|base\/problem)\//.test(url),
    findFault(input) {
      const changed = sources[(input[0] ?? 0) % sources.length];
      const text = Buffer.from(input.subarray(1)).toString();
      const changedSources = sources.map((source) => (source === changed ? { ...source, text } : source));
      const outcome = lintSpec(changedSources, dialect);
      if (outcome.ok) return void buildModel(outcome.value);
      const texts = new Map(changedSources.map((source) => [source.path, source.text]));
      const unclear = outcome.problems.find((problem) => !isClear(problem, texts));
      return unclear && `an unclear problem: ${JSON.stringify(unclear)}`;
    },
  };
}

/** Keywords of the dialect that the small spec uses in few places or nowhere. */
const keywords = ["$ref", "x-includes", "x-was", "x-open", "x-planned", "x-provenance", "pattern", "anyOf"];

function isClear({ message, place, position }: Problem, texts: ReadonlyMap<string, string>): boolean {
  const line = texts.get(place?.file ?? "")?.split(/\r\n|\r|\n/)[(position?.line ?? 0) - 1];
  return (
    /\S/.test(message) &&
    !/undefined|\[object /.test(message) &&
    line !== undefined &&
    position !== undefined &&
    position.column >= 1 &&
    position.column <= line.length + 1 &&
    line.startsWith(position.text)
  );
}
