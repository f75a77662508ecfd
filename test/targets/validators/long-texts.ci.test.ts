import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

describe("a text longer than a receiver lets in", () => {
  // The second is what V8 does in a process that has compiled many expressions.
  it.each([[[]], [["--no-regexp-optimization"]]])("is refused, and no check throws: node %j", (flags) => {
    const program = join(import.meta.dirname, "long-texts.ts");
    const said = execFileSync(process.execPath, [...flags, "--import", "tsx", program], { encoding: "utf8" });
    const outcomes = JSON.parse(said) as readonly (readonly [string, string])[];
    expect(outcomes.filter(([, outcome]) => outcome !== "refused")).toEqual([]);
    expect(outcomes.length).toBeGreaterThan(0);
  });
});
