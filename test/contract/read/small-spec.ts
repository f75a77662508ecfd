import { lintReviews, type ReviewedSpec } from "../../../generator/contract/lint/reviews.js";
import { lintSpec } from "../../../generator/contract/lint/lint-spec.js";
import { success, type Outcome } from "../../../generator/base/problem/problem.js";
import { splitPointer } from "../../../generator/contract/read/pointer.js";
import type { SourceFile } from "../../../generator/contract/read/read-spec.js";
import { readDialect } from "../../../generator/contract/package/package-files.js";
import fixture from "../../fixtures/small-spec.json" with { type: "json" };

/** A spec in memory: the content of each file; a string is its exact text. */
export type SpecInMemory = Readonly<Record<string, unknown>>;

/**
 * Changes to a spec: a file by path, or a part as `file#/pointer`. `undefined` removes it, and a string for a whole
 * file is its text.
 */
export type Changes = Readonly<Record<string, unknown>>;

/** The smallest valid spec that uses every annotation once. */
export const smallSpec: SpecInMemory = fixture;

export function changeSpec(changes: Changes, spec: SpecInMemory = smallSpec): SpecInMemory {
  const files = structuredClone(spec) as Record<string, unknown>;
  for (const [place, value] of Object.entries(changes)) {
    const [file = "", pointer = ""] = place.split("#");
    const tokens = [file, ...splitPointer(pointer)];
    const last = tokens.pop() ?? "";
    const holder = tokens.reduce<Record<string, unknown>>(
      (part, token) => part[token] as Record<string, unknown>,
      files,
    );
    if (value === undefined) Reflect.deleteProperty(holder, last);
    else holder[last] = value;
  }
  return files;
}

export const toSources = (spec: SpecInMemory): SourceFile[] =>
  Object.keys(spec)
    .sort()
    .map((path) => ({ path, text: toText(spec[path]) }));

const toText = (content: unknown): string =>
  typeof content === "string" ? content : `${JSON.stringify(content, null, 2)}\n`;

const dialect = readDialect();

export function lint(spec: SpecInMemory): Outcome<ReviewedSpec> {
  const sources = toSources(spec);
  const isReview = ({ path }: SourceFile): boolean => path.startsWith("drift/");
  const contract = sources.filter((file) => !isReview(file));
  const linted = lintSpec(contract, dialect);
  if (!linted.ok) return linted;
  const reviewed = lintReviews(linted.value, sources.filter(isReview), dialect);
  return reviewed.ok ? success(reviewed.value, [...linted.warnings, ...reviewed.warnings]) : reviewed;
}

export function linkSmallSpec(changes: Changes = {}): ReviewedSpec {
  const linted = lint(changeSpec(changes));
  if (!linted.ok) throw new Error(linted.problems.map(({ message }) => message).join("\n"));
  return linted.value;
}
