import { describe, expect, it } from "vitest";
import { brokenScenarios } from "./cases/broken-scenarios.js";
import { readOne, reader } from "../desk.js";

describe("a text that is no scenario is refused at its line:", () => {
  it.each(brokenScenarios)("$name", ({ given, want }) => {
    const read = reader().readText({ file: "a.yaml", text: given });
    const [problem] = read.ok ? [] : read.problems;
    expect(problem?.code).toBe(want.code);
    expect(`${problem?.message ?? ""} ${problem?.hint ?? ""}`).toContain(want.says);
    const position = problem?.position && `${problem.position.line}:${problem.position.column}`;
    if (want.at !== undefined) expect(position).toBe(want.at);
    expect(problem?.place?.file).toBe("a.yaml");
  });

  it("with everything that is wrong in it, from top to bottom", () => {
    const text = "steps:\n  - scan: 12\n  - addSesionLine: {}\n  - wait: 10\nnme: x\nrelease: 59\n";
    const read = reader().readText({ file: "a.yaml", text });
    expect(read.ok ? [] : read.problems.map(({ position }) => position?.line)).toEqual([2, 3, 4, 5, 6]);
  });

  it("once, though several sentences of the schema say so", () => {
    const text = "steps:\n  - scan: x\n    expect: { failed: 99.5 }\n    fault: 1\n  - choose: [{}, true]\n";
    const read = reader().readText({ file: "a.yaml", text });
    expect(read.ok ? [] : read.problems.map(({ place, message }) => [place?.pointer, message])).toEqual([
      ["/steps/0/expect/failed", "This must be a whole number."],
      ["/steps/0/fault", 'This must be one of "slow", "gone", "twice", "late", "newer".'],
      ["/steps/1/choose/0", "This must be a string or a whole number."],
      ["/steps/1/choose/1", "This must be a string or a whole number."],
    ]);
  });

  it("with each unknown name of a step once, and 500 at most, without comparing thousands of names", () => {
    const list = (count: number, make: (index: number) => string) =>
      Array.from({ length: count }, (_, index) => make(index));
    const values = list(8000, (index) => `name${index}: 1`).join(", ");
    const step = list(9000, (index) => `\${nme${index % 4500}}`).join("");
    const read = reader().readText({
      file: "a.yaml",
      text: `values: { ${values} }\nsteps: [{ scan: "${step}" }]`,
    });
    const said = read.ok ? [] : read.problems.map(({ message }) => message);
    expect(said).toEqual(list(500, (index) => `Unknown name "nme${index}".`));
    expect(JSON.stringify(read)).not.toContain("Did you mean");
  });

  it.each(["- choose: {}\n", "- cancle:\n", "- scan: ${x}\n"])("but no more than 500 times: %j", (step) => {
    const read = reader().readText({ file: "a.yaml", text: `steps:\n${step.repeat(3000)}` });
    expect(read.ok ? 0 : read.problems.length).toBeGreaterThan(100);
    expect(read.ok ? 0 : read.problems.length).toBeLessThanOrEqual(500);
  });
});

describe("a scenario", () => {
  it("is called what its file is called, unless it has a name", () => {
    expect(readOne("steps: [{ startSession: }]").name).toBe("café");
    expect(readOne("name: A round\nsteps: [{ startSession: }]").name).toBe("A round");
  });

  it("may stand in a file with others", () => {
    const text =
      "steps: [{ startSession: }]\n---\nsteps: [{ cancel: }]\n---\nname: last\nsteps: [{ wait: 1.5m }]\n";
    const read = reader().readText({ file: "day.yaml", text });
    const found = read.ok ? read.value : [];
    expect(found.map(({ name }) => name)).toEqual(["day", "day 2", "last"]);
    expect(found.map(({ steps }) => steps[0]?.action)).toEqual([
      { kind: "event", event: "startSession", parts: {} },
      { kind: "cancel" },
      { kind: "wait", duration: 90_000 },
    ]);
    expect(found.map(({ steps }) => steps[0]?.position?.line)).toEqual([1, 3, 6]);
  });

  it("may be JSON, or an object, which is refused for the same reasons", () => {
    const [code, expectation] = [{ code: "12", codeType: "rfid" }, { refused: "no" }];
    const value = { steps: [{ scan: code, as: "card", expect: expectation }] };
    const steps = [{ title: "scan", action: { kind: "scan", ...code }, as: "card", expect: expectation }];
    expect(readOne(JSON.stringify(value, null, "\t")).steps).toMatchObject(steps);
    expect(reader().readValue(value, "test")).toMatchObject({ ok: true, value: { name: "test", steps } });
    expect(reader().readValue({ steps: [{ scan: 12 }] }, "test")).toMatchObject({
      ok: false,
      problems: [{ code: "scenario-value", place: { pointer: "/steps/0/scan" } }],
    });
  });
});
