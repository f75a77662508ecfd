import { beforeAll, describe, expect, it } from "vitest";
import { emitInProcess, type Emitted } from "../../laws/judges/emitted.js";
import { loadRange, loadRealModel } from "../../workbench/real-spec.js";

let validate: (options: unknown) => ReturnType<Emitted["validateResponse"]>;

beforeAll(async () => {
  const { validateResponse } = await emitInProcess(loadRange("48..", loadRealModel()), loadRealModel());
  validate = (options) => validateResponse("scanCode", {}, options as object);
});

describe("the options of a response", () => {
  it.each([undefined, {}, { unsupported: undefined }, { unsupported: "omit", version: undefined }])(
    "may be %j",
    (options) => {
      expect(validate(options).ok).toBe(true);
    },
  );

  it.each([
    [
      "unsupported: a word",
      { unsupported: "bogus" },
      '`unsupported` must be "reject" or "omit", not "bogus"',
    ],
    ["unsupported: null", { unsupported: null }, '`unsupported` must be "reject" or "omit", not null'],
    ["unsupported: true", { unsupported: true }, '`unsupported` must be "reject" or "omit", not true'],
    ["null", null, "the options of a response must be an object, not null"],
    ["a release", "59", 'the options of a response must be an object, not "59"'],
  ])("are refused in one sentence: %s", (_name, options, message) => {
    expect(() => validate(options)).toThrow(new TypeError(message));
  });

  it.each([
    ["a bigint", 10n, "10"],
    ["a number", 59, "59"],
    ["null", null, "null"],
    ["a text that is none", "abc", '"abc"'],
    ["a symbol", Symbol("59"), "Symbol(59)"],
    ["an object without prototype", Object.create(null) as object, "an object"],
    ["a list", ["59"], "an object"],
  ])("name no release where `version` is %s", (_name, version, shown) => {
    const problems = [
      { path: "", code: "unknown-version", message: `${shown} is not a release of the POS.` },
    ];
    expect(validate({ version })).toEqual({ ok: false, problems });
  });
});
