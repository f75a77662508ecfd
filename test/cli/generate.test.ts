import { statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inProject, type Project } from "./project.js";
import { warnedCalls } from "./calls/warned-calls.js";

const small = ["--target", "types", "--spec", "spec", "--min-version", "11"] as const;
const fleet = "Fleet 11..: shops from v11 on. The spec knows releases up to v13.0.2, as of January 2026.";
const leftOut = "Left out, because not every shop of the fleet knows it: 1 part (ScanCodeAnswer.label).";
const files = ["types/enums.ts", "types/index.ts", "types/requests.ts", "types/responses.ts"];

const lines = (text: string): string[] => text.split("\n").slice(0, -1);

/** When each file below the output folder was last written. */
const writtenAt = (project: Project): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.keys(project.tree())
      .filter((path) => path.startsWith("generated/"))
      .map((path) => [path, statSync(join(project.folder, path)).mtimeMs]),
  );

describe("generate", () => {
  it("writes a target and those it needs, and the second time nothing", async () => {
    await inProject(async (project) => {
      const first = await project.call("--target", "express", "--min-version", "48");
      expect([first.code, first.stderr]).toEqual([0, ""]);
      expect(lines(first.stdout).map((line) => line.replace(/\d+ new/, "N new"))).toEqual([
        "types       N new",
        "validators  N new",
        "receiver    N new",
        "express     N new",
        "Wrote to generated/: N new.",
        expect.stringMatching(
          /^Fleet 48\.\.: shops from v48 on\. The spec knows releases up to v[\d.]+, as of [A-Z][a-z]+ \d{4}; v60 to v67 are known to exist\.$/,
        ),
        expect.stringMatching(/^Left out, because not every shop of the fleet knows it: \d+ parts \(.*\)\.$/),
      ]);
      const tree = project.tree();
      const wanted = ["types", "validators", "receiver", "express"].map(
        (name) => `generated/${name}/index.ts`,
      );
      expect(Object.keys(tree)).toEqual(expect.arrayContaining([...wanted, "generated/stamp.json"]));
      const times = writtenAt(project);
      const second = await project.call("--target", "express", "--min-version", "48");
      expect([second.code, second.stderr]).toEqual([0, ""]);
      expect(lines(second.stdout)[0]).toMatch(
        /^Nothing to do: the \d+ files in generated\/ are up to date\.$/,
      );
      expect(lines(second.stdout).slice(1)).toEqual(lines(first.stdout).slice(-2));
      expect(project.tree()).toEqual(tree);
      expect(writtenAt(project)).toEqual(times);
    });
  });

  it("says exactly what it did", async () => {
    await inProject(async (project) => {
      project.putSpec();
      expect(lines((await project.call(...small)).stdout)).toEqual([
        "types  4 new",
        "Wrote to generated/: 4 new.",
        fleet,
        leftOut,
      ]);
      project.putSpec({ "requests/bill.json#/description": "A bill, in short." });
      expect(lines((await project.call(...small)).stdout)).toEqual([
        "types  1 changed, 3 unchanged",
        "Wrote to generated/: 1 changed, 3 unchanged.",
        fleet,
        leftOut,
      ]);
      expect(project.read("generated/types/requests.ts")).toContain("A bill, in short.");
    });
  });

  it("--check lists what differs and exits 1, until it is written", async () => {
    await inProject(async (project) => {
      project.putSpec();
      const before = project.tree();
      const stale = await project.call(...small, "--check");
      expect([stale.code, stale.stderr, lines(stale.stdout).sort()]).toEqual([
        1,
        "",
        [
          ...files.map((path) => `create  ${path}`),
          "generated/ is not up to date: 4 new.",
          fleet,
          leftOut,
          "Run the same command without --check to bring it up to date.",
        ].sort(),
      ]);
      expect(project.tree()).toEqual(before);

      await project.call(...small);
      const fresh = await project.call(...small, "--check");
      expect([fresh.code, lines(fresh.stdout)]).toEqual([
        0,
        ["Nothing to do: the 4 files in generated/ are up to date.", fleet, leftOut],
      ]);

      project.putSpec({ "requests/bill.json#/description": "Changed." });
      const changed = await project.call(...small, "--check", "--quiet");
      expect([changed.code, lines(changed.stdout).slice(0, 2)]).toEqual([
        1,
        ["change  types/requests.ts", "generated/ is not up to date: 1 changed, 3 unchanged."],
      ]);
      const marked = await project.call(...small, "--check", "--github");
      expect([marked.code, lines(marked.stdout)]).toEqual([
        1,
        [
          ...["types/requests.ts", "stamp.json"].map(
            (path) =>
              `::error file=generated/${path},title=not up to date::This file is not what is generated now.`,
          ),
          "Run the same command without --check to bring it up to date.",
        ],
      ]);
    });
  });

  it("--dry-run says what would be done, and writes nothing", async () => {
    await inProject(async (project) => {
      project.putSpec();
      const before = project.tree();
      const { code, stdout, stderr } = await project.call(...small, "--dry-run", "-o", "webhooks/");
      expect([code, stderr, lines(stdout).sort()]).toEqual([
        0,
        "",
        [
          ...files.map((path) => `create  ${path}`),
          "Would write to webhooks/: 4 new. Nothing was written.",
          fleet,
          leftOut,
        ].sort(),
      ]);
      expect(project.tree()).toEqual(before);
    });
  });

  it("--json tells the same to a program", async () => {
    await inProject(async (project) => {
      project.putSpec();
      const { code, stdout, stderr } = await project.call(...small, "--json", "--out", "a/b");
      expect([code, stderr]).toEqual([0, ""]);
      const { outputs, warnings } = JSON.parse(stdout) as {
        outputs: [{ files: { path: string }[] }];
        warnings: [];
      };
      const [summary] = outputs;
      expect([outputs.length, warnings]).toEqual([1, []]);
      expect({ ...summary, files: summary.files.map(({ path }) => path).sort() }).toEqual({
        mode: "written",
        out: "a/b",
        fleet: { label: "11..", steps: ["11", "12.1", "13.0.2"] },
        knownUpTo: { release: "13.0.2", date: "2026-01-31", beyond: null },
        counts: { create: 4, change: 0, delete: 0, unchanged: 0 },
        files,
        omissions: [{ what: "ScanCodeAnswer.label", reason: expect.stringContaining("12.1") as unknown }],
      });
    });
  });

  it("generates for a list of releases, and knows it again", async () => {
    await inProject(async (project) => {
      project.putSpec();
      const call = (...given: readonly string[]) =>
        project.call("--target", "types", "--spec", "spec", ...given);
      const first = await call("--versions", "13.0.2,11");
      expect([first.code, first.stderr]).toEqual([0, ""]);
      expect(first.stdout).toContain("\nFleet 11 and 13.0.2: shops that run v11 or v13.0.2. ");
      expect(project.read("generated/stamp.json")).toContain('"versions": "11,13.0.2"');
      const again = await call("--versions", "13.0.2,11", "--check");
      expect([again.code, again.stdout.split("\n")[0]]).toEqual([
        0,
        "Nothing to do: the 4 files in generated/ are up to date.",
      ]);
      const range = await call("--min-version", "11", "--check");
      expect(range.stdout).toContain("\nBefore, the folder was made for 11,13.0.2 with safe responses");
      const json = JSON.parse((await call("--versions", "13.0.2,11", "--json")).stdout) as {
        outputs: [{ fleet: object }];
      };
      expect(json.outputs[0].fleet).toEqual({ label: "11 and 13.0.2", steps: ["11", "13.0.2"] });
    });
  });

  it("writes beside the spec, in a folder whose name begins like the spec's", async () => {
    await inProject(async (project) => {
      project.putSpec();
      for (const out of ["spec-out", "spec/../specs/spec"]) {
        const { code, stderr } = await project.call(...small, "--out", out);
        expect([code, stderr]).toEqual([0, ""]);
      }
      expect(Object.keys(project.tree())).toContain("specs/spec/types/index.ts");
    });
  });

  it("--quiet prints nothing", async () => {
    await inProject(async (project) => {
      project.putSpec();
      expect(await project.call(...small, "--quiet")).toEqual({ code: 0, stdout: "", stderr: "" });
      expect(Object.keys(project.tree())).toContain("generated/types/index.ts");
    });
  });

  it.each(warnedCalls)("works, with a warning, for $name", async ({ given, spec, want }) => {
    await inProject(async (project) => {
      project.putSpec(spec);
      const { code, stdout, stderr } = await project.call(...given);
      expect([code, stderr]).toEqual([0, `mplus-codegen: ${want.line}\n`]);
      expect(lines(stdout)).toContain("Wrote to generated/: 4 new.");
    });
  });

  it("takes a range in another spelling for the same", async () => {
    await inProject(async (project) => {
      project.putSpec();
      const call = (...argv: readonly string[]) => project.call("-t", "types", "--spec", "spec", ...argv);
      await call("--min-version", "v12.1.0");
      expect((await call("--min-version", "12.1", "--check")).code).toBe(0);
      await call("--versions", "13.0.2,12.1", "--out", "listed");
      expect((await call("--versions", "12.1,13.0.2", "--out", "listed", "--check")).code).toBe(0);
    });
  });

  it("refuses to mix two ranges, with the command that would remake the folder", async () => {
    await inProject(async (project) => {
      project.putSpec();
      await project.call("-t", "validators", "--spec", "spec", "--quiet");
      const before = project.tree();
      const { code, stderr } = await project.call(...small);
      expect([code, stderr]).toEqual([
        2,
        "mplus-codegen: This folder holds validators for .. with safe responses and import extension js; all targets of a folder need the same settings, and this run, for 11.. with safe responses and import extension js, does not generate them all again. To add to it with its own settings: mplus-codegen --target types --out generated. To generate all of it again: mplus-codegen --target types,validators --min-version 11 --out generated\n",
      ]);
      expect(project.tree()).toEqual(before);
    });
  });

  it("notes how 64-bit integers are held, where that is not usual, and refuses to mix", async () => {
    await inProject(async (project) => {
      project.putSpec();
      const call = ["-t", "types,validators", "--spec", "spec", "--quiet"];
      await project.call(...call);
      expect(project.read("generated/stamp.json")).not.toContain("int64");
      await project.call(...call, "--int64", "bigint");
      expect(project.read("generated/stamp.json")).toContain('"int64": "bigint"');
      expect(project.read("generated/types/requests.ts")).toContain("eventCounter: bigint;");
      const { code, stderr } = await project.call("-t", "types", "--spec", "spec");
      expect([code, lines(stderr)[0]]).toEqual([
        2,
        "mplus-codegen: This folder holds validators for .. with safe responses and import extension js, with 64-bit integers as bigint; all targets of a folder need the same settings, and this run, for .. with safe responses and import extension js, does not generate them all again. To add to it with its own settings: mplus-codegen --target types --int64 bigint --out generated. To generate all of it again: mplus-codegen --target types,validators --out generated",
      ]);
    });
  });
});
