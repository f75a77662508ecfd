import { describe, expect, it } from "vitest";
import type { Changes } from "../contract/read/small-spec.js";
import { inProject } from "../workbench/project.js";
import type { Ended } from "../workbench/run.js";

const lintSmall = (changes: Changes, ...options: readonly string[]): Promise<Ended> =>
  inProject(async (project) => {
    project.putSpec(changes);
    return project.call("lint", "--spec", "spec", ...options);
  });

describe("lint", () => {
  it("finds nothing in the spec that comes with the tool", async () => {
    await inProject(async (project) => {
      const { stdout } = await project.call("lint");
      expect(stdout).toMatch(/^The spec is clean: \d+ events, \d+ answers, \d+ releases, \d+ examples\.\n$/);
    });
  });

  it("counts what is in a clean spec, and ends well where there are warnings only", async () => {
    const stdout = "The spec is clean: 2 events, 4 answers, 4 releases, 2 examples.\n";
    expect(await lintSmall({})).toEqual({ code: 0, stdout, stderr: "" });
    const weather = { title: "Weather", description: "x", type: "object", properties: {} };
    expect(await lintSmall({ "responses/weather.json": weather })).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^The spec has no errors: /) as string,
      stderr: expect.stringContaining("warning: responses/weather.json:1:1 (unreachable-file)\n") as string,
    });
  });

  it("shows the file, the line and what to do, for each fault", async () => {
    const run = await lintSmall({
      "common/table.json": '{\n  "title": "Table"\n  "type": "object"\n}\n',
      "responses/scanCode.json#/properties/label": { $ref: "responses/poling.json" },
      "responses/weather.json": { title: "Weather", description: "x", type: "object", properties: {} },
    });
    expect(run).toEqual({
      code: 2,
      stdout: "",
      stderr: [
        "error: common/table.json:3:3 (json-syntax)",
        '  2 |   "title": "Table"',
        '  3 |   "type": "object"',
        "    |   ^^^^^^",
        "  4 | }",
        "  This is not valid JSON: comma expected.",
        "error: responses/scanCode.json:11:7 (dangling-ref)",
        '  10 |     "label": {',
        '  11 |       "$ref": "responses/poling.json"',
        "     |       ^^^^^^",
        "  12 |     }",
        '  The spec has no file "responses/poling.json". Did you mean "responses/polling.json"?',
        "mplus-codegen: warning: The other checks have not run yet. Fix the errors above and run lint again; it may find more.",
        "",
      ].join("\n"),
    });
  });

  it("tells the same to a program", async () => {
    const { code, stdout, stderr } = await lintSmall({ "common/table.json#/requird": [] }, "--json");
    expect([code, stderr]).toEqual([2, ""]);
    const said = {
      message: 'Unknown keyword "requird"; the dialect does not allow it here.',
      hint: 'Did you mean "required"?',
    };
    const place = { file: "common/table.json", pointer: "/requird" };
    const position = { column: 3, text: '  "requird": []' };
    expect(JSON.parse(stdout)).toMatchObject({
      problems: [
        { code: "unknown-keyword", severity: "error", ...said, place, position },
        { code: "lint-stopped" },
      ],
    });
  });

  describe("of many faults", () => {
    /** Invalid releases, and an object without references, which is a warning. */
    const many = (count: number): Changes => ({
      "responses/weather.json": { title: "Weather", description: "x", type: "object", properties: {} },
      "releases.json#/releases": Array.from({ length: count }, (_, i) => ({
        release: `${i + 1}`,
        ...(i % 2 === 0 && { summary: "Fine." }),
      })),
    });
    const countShown = (stderr: string, code: string) => stderr.split(`(${code})\n`).length - 1;

    it("shows a hundred, and says how many more there are; JSON has all of them", async () => {
      const { stderr } = await lintSmall(many(3000));
      expect(countShown(stderr, "missing-keyword")).toBe(99);
      expect(stderr).toMatch(
        /\nmplus-codegen: warning: The other checks .*\nmplus-codegen: and 1,\d\d\d more\.\n$/,
      );
      const { stdout } = await lintSmall(many(3000), "--json");
      expect(stdout.match(/"code": "missing-keyword"/g)).toHaveLength(1500);
      const few = (await lintSmall(many(198))).stderr;
      expect(countShown(few, "missing-keyword")).toBe(99);
      expect(few).not.toMatch(/mplus-codegen: and /);
    });

    it("shows errors rather than warnings", async () => {
      const stray = { title: "Weather", description: "x", type: "object", properties: {} };
      const strays = Array.from({ length: 200 }, (_, i) => [
        `common/stray${i}.json`,
        { ...stray, title: `Weather${i}` },
      ]);
      const { stderr } = await lintSmall({
        ...(Object.fromEntries(strays) as Changes),
        "examples/scanCode/card.json#/request/scanCode/codeType": "pigeon",
      });
      expect(countShown(stderr, "example-invalid")).toBe(1);
      expect(countShown(stderr, "unreachable-file")).toBe(99);
    });
  });

  it("shows characters that would act on the terminal, in names, lines and bodies", async () => {
    const evil = "\u001b[2J\u0007\u202e\u0085\nerror: all is well";
    const escaped = "\\u001b[2J\\u0007\\u202e\\u0085";
    const runs = await Promise.all([
      lintSmall({ [`requests/bill.json#/properties/${evil}`]: {} }),
      lintSmall({ "requests/bill.json": `{ "a": "${evil.replace("\n", "")}" "b": 1 }` }),
      lintSmall({
        "examples/scanCode/card.json#/request/scanCode": { scannedCode: "1", codeType: "rfid", [evil]: 1 },
      }),
    ]);
    for (const { code, stdout, stderr } of runs) {
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toContain(escaped);
      expect(stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
      expect(stderr).not.toMatch(/^error: all is well/m);
    }
  });
});
