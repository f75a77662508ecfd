import { describe, expect, it } from "vitest";
import { harmlessSoap, refusedSoap } from "./hostile-soap.js";
import { bodyNames, readSoap } from "./reading.js";

describe("a hostile source", () => {
  it.each(refusedSoap)("is refused: $name", async ({ given, want }) => {
    expect(await readSoap(given(), bodyNames)).toMatchObject({
      ok: false,
      problems: [{ ...want, place: { file: "api.wsdl" } }],
    });
  });

  it.each(harmlessSoap)("is read, and does no harm: $name", async ({ given }) => {
    expect(await readSoap(given(), bodyNames)).toMatchObject({ ok: true });
  });

  it("is not read where the spec has no table of names", async () => {
    expect(await readSoap("<a/>", { ...bodyNames, roots: [] })).toMatchObject({
      problems: [{ code: "no-soap-names" }],
    });
  });
});
