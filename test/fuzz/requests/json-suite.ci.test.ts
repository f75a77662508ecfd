import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { post } from "../../conformance/requests.js";
import { isOurs, openAskedTargets, type AskedTarget } from "./asked-targets.js";
import { hasJsonSuite, readJsonSuite } from "../../workbench/json-suite.js";

/** The texts about which parsers may differ, and that are no JSON to us: they are not UTF-8, or start with a mark. */
const refused = new Set([
  "i_string_UTF-16LE_with_BOM",
  "i_string_UTF-8_invalid_sequence",
  "i_string_UTF8_surrogate_U+D800",
  "i_string_invalid_utf-8",
  "i_string_iso_latin_1",
  "i_string_lone_utf8_continuation_byte",
  "i_string_not_in_unicode_range",
  "i_string_overlong_sequence_2_bytes",
  "i_string_overlong_sequence_6_bytes",
  "i_string_overlong_sequence_6_bytes_null",
  "i_string_truncated-utf-8",
  "i_string_utf16BE_no_BOM",
  "i_string_utf16LE_no_BOM",
  "i_structure_UTF-8_BOM_empty_object",
]);

const texts = readJsonSuite();
const isJson = (name: string) => name.startsWith("y_") || (name.startsWith("i_") && !refused.has(name));

describe.skipIf(!hasJsonSuite)("the JSON test suite (skipped where ../shared/corpora is absent)", () => {
  let askedTargets: readonly AskedTarget[] = [];

  beforeAll(async () => {
    askedTargets = await openAskedTargets();
  });
  afterAll(async () => {
    for (const { end } of askedTargets) await end();
  });

  it("is whole", () => {
    const kinds = ["y_", "n_", "i_"].map((kind) => texts.filter(({ name }) => name.startsWith(kind)).length);
    expect(kinds).toEqual([95, 188, 35]);
    expect(texts.filter(({ name }) => refused.has(name))).toHaveLength(refused.size);
  });

  it("gets one verdict from every target: what is no JSON is INVALID_JSON, the rest is for the schema", async () => {
    const found: string[] = [];
    for (const { name, bytes } of texts) {
      const asked = await Promise.all(askedTargets.map(({ ask }) => ask(post({ body: bytes }))));
      for (const { target, answer } of asked.filter((each) => each !== undefined)) {
        const { error } = JSON.parse(answer.body) as { error: { code: string } };
        const isRight = (error.code === "INVALID_JSON") !== isJson(name);
        if (answer.status !== 400 || !isOurs(answer) || !isRight) {
          found.push(`${target.name} ${name}: ${answer.status} ${error.code}`);
        }
      }
    }
    expect(found).toEqual([]);
  });
});
