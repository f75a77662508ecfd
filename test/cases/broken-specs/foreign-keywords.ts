import type { LintCase } from "./lint-case.js";

const code = "requests/scanCode.json";

/** What JSON Schema or another generator knows, and this dialect does not. */
const keywords = [
  ...["allOf", "oneOf", "not", "const", "pattern", "default", "examples", "multipleOf", "uniqueItems"],
  ...["additionalProperties", "$id", "$anchor", "$defs"],
  ...["tsType", "tsEnumNames", "x-enum-varnames", "x-mint"],
];

/** Keywords that the dialect does not have, wherever they stand and whatever they hold. */
export const foreignKeywordCases: readonly LintCase[] = [
  ...keywords.map((keyword): LintCase => ({
    name: `${keyword} is not in the dialect`,
    given: { [`${code}#/${keyword}`]: {} },
    want: [{ code: "unknown-keyword", at: `${code}#/${keyword}` }],
  })),
  ...["$id", "$anchor", "id"].map((keyword): LintCase => ({
    name: `${keyword} is not in the dialect deeper down, whatever code it holds`,
    given: { [`${code}#/properties/codeType/${keyword}`]: "*/globalThis.PWN=1;/*" },
    want: [{ code: "unknown-keyword", at: `${code}#/properties/codeType/${keyword}` }],
  })),
];
