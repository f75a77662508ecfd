import { statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { secret } from "../../till/doctor/servers/receiver.js";
import { createCafe, withShop } from "../../till/desk.js";
import { inProject, type Project } from "../../workbench/project.js";
import type { Ended } from "../../workbench/run.js";

const session = { sessionId: "0b6c3b0e-94c3-4d4e-8cb7-3a3a1f0f7a10", lines: [], payments: [] };

const record = (at: number, event: string, parts: object, answer: object): string =>
  `${JSON.stringify({ at, event, subscription: "shop-12", status: 200, request: { event: { eventBlocking: true }, session, ...parts }, answer })}\n`;

const scan = { scanCode: { scannedCode: "2900004815168", codeType: "barcode", "a\u001b[31m": 1 } };
const known = { scanCode: { recognized: true, relationNumber: 12 } };
const thanks = { receiptFooter: { textBefore: "Thank you" } };
const later = Date.UTC(2026, 10, 28, 9);
const recording = [
  record(later + 2, "completeSession", {}, thanks),
  record(later + 1, "scanCode", scan, known),
  record(later + 3, "openDrawer", {}, {}),
].join("");

const save = ({ put, call }: Project, ...more: readonly string[]): Promise<Ended> => {
  put("today.ndjson", recording);
  return call("replay", "today.ndjson", "--save-scenario", "sales.yaml", ...more);
};

const saved = `name: Sale 1 at shop-12
description: Recorded on 2026-11-28 at 09:00 UTC.
release: "48"
steps:
  - scan: "2900004815168"
    expect:
      scanCode: { recognized: true, relationNumber: 12 }
      session: { relation: { relationNumber: 12 } }
  - completeSession: {}
    expect: { receiptFooter: { textBefore: Thank you }, session: { ended: true } }
`;

describe("replay --save-scenario", () => {
  it("writes a file that its owner alone can read, and that simulate plays at the same server", async () => {
    await withShop(createCafe(), (url) =>
      inProject(
        async (project) => {
          const leftOut = [
            "1 part of a request left out: No till sends `a\\u001b[31m` in ScanCode.",
            '1 request left out: "openDrawer" is not an event of the spec.',
          ];
          expect(await save(project, "--release", "48")).toEqual({
            code: 0,
            stdout: "Wrote 1 scenario to sales.yaml. It may contain customer data.\n",
            stderr: `${leftOut.join("\n")}\n`,
          });
          expect(project.read("sales.yaml")).toBe(saved);
          expect(statSync(join(project.folder, "sales.yaml")).mode & 0o777).toBe(0o600);
          const played = await project.call("simulate", "sales.yaml", "--url", url);
          expect(played).toEqual({
            code: 0,
            stdout: "passed      Sale 1 at shop-12 (v48), 2 steps\n",
            stderr: "",
          });
        },
        { MPLUS_SECRET: secret },
      ),
    );
  });

  it("needs no server and no secret, takes only the events of --only, and prints JSON", () =>
    inProject(async (project) => {
      const { code, stdout, stderr } = await save(project, "--only", "scanCode", "--json");
      expect([code, stderr]).toEqual([0, ""]);
      expect(JSON.parse(stdout)).toEqual({
        file: "sales.yaml",
        scenarios: ["Sale 1 at shop-12"],
        leftOut: ["1 part of a request left out: No till sends `a\u001b[31m` in ScanCode."],
      });
      expect(project.read("sales.yaml")).not.toContain("completeSession");
    }));

  it("never overwrites a file, and writes none without a step", () =>
    inProject(async (project) => {
      project.put("sales.yaml", "mine");
      const again = await save(project);
      expect(again.code).toBe(2);
      expect(again.stderr).toContain("sales.yaml already exists. Choose another name for --save-scenario.");
      expect(project.read("sales.yaml")).toBe("mine");
      project.put("none.ndjson", record(later, "openDrawer", {}, {}));
      expect(await project.call("replay", "none.ndjson", "--save-scenario", "none.yaml")).toEqual({
        code: 1,
        stdout: "No scenario was written, because no request can be a step.\n",
        stderr: '1 request left out: "openDrawer" is not an event of the spec.\n',
      });
      expect(Object.keys(project.tree())).not.toContain("none.yaml");
    }));

  it("refuses options that are about sending", () =>
    inProject(async (project) => {
      const { code, stderr } = await save(project, "--compare");
      expect(code).toBe(2);
      expect(stderr).toContain("--save-scenario sends nothing");
    }));
});
