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
    ["bogus", '"bogus"'],
    [null, "the object"],
    [true, "the boolean"],
  ])("are refused where `unsupported` is %j", (unsupported, shown) => {
    const message = `\`unsupported\` must be "reject" or "omit", not ${shown}`;
    expect(() => validate({ unsupported })).toThrow(new TypeError(message));
  });

  it.each([
    ["a bigint", 10n, "the bigint"],
    ["a number", 59, "the number"],
    ["null", null, "the object"],
    ["a text that is none", "abc", '"abc"'],
    ["a symbol", Symbol("59"), "the symbol"],
    ["an object without prototype", Object.create(null) as object, "the object"],
    ["a list", ["59"], "the object"],
  ])("name no release where `version` is %s", (_name, version, shown) => {
    const problems = [
      { path: "", code: "unknown-version", message: `${shown} is not a release of the POS.` },
    ];
    expect(validate({ version })).toEqual({ ok: false, problems });
  });
});
