import { describe, expect, it } from "vitest";
import { readDialect } from "../../../generator/contract/package/package-files.js";
import { buildModel } from "../../../generator/contract/model/build.js";
import { lintSpec } from "../../../generator/contract/lint/lint-spec.js";
import { toModel, toSources, specs } from "./generators.js";
import { fail, hold } from "../run.js";

const dialect = readDialect();

const keywords = [
  ...["$ref", "anyOf", "null", "enum", "format", "x-format-hint", "required"],
  ...["minItems", "maxItems", "minLength", "maxLength", "minimum", "maximum"],
  ...["x-added-in", "x-removed-in", "x-deprecated-in", "x-required-since", "x-optional-since", "x-was"],
  ...["x-enum-added-in", "x-enum-removed-in", "x-open", "x-planned", "x-legacy-names", "x-notes"],
  ...["takes", "contradicted", "x-only-for", "x-optional-for"],
];

describe("generated specs", () => {
  it("lint clean, are what they are without lint, and use the whole dialect", async () => {
    const unused = new Set(keywords);
    await hold({
      law: "generated specs",
      values: specs(),
      runs: 100,
      check: (spec) => {
        const sources = toSources(spec);
        const linted = lintSpec(sources, dialect);
        if (!linted.ok) return fail("a generated spec does not lint", { problems: linted.problems });
        expect(toModel(spec)).toEqual(buildModel(linted.value));
        for (const { text } of sources)
          keywords.filter((word) => text.includes(`"${word}"`)).forEach((word) => unused.delete(word));
      },
    });
    expect([...unused]).toEqual([]);
  });
});
