import { statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inProject, inSmallProject, type Project } from "../workbench/project.js";
import { readCases } from "../drift/cases.js";
import { toCalls, type CallsOfCode } from "./calls/rows.js";

const warnedCalls = (readCases("calls/warned-calls.yaml", import.meta) as readonly CallsOfCode[]).flatMap(
  toCalls,
);
const types = ["--target", "types", "--spec", "spec"] as const;
const small = [...types, "--min-version", "11"] as const;
const told = [
  "Fleet 11..: shops that run v11 or a later release. The spec covers releases up to v13.0.2, as of January 2026.",
  "Left out because not every shop supports it: 1 part (ScanCodeAnswer.label).",
];
const files = ["types/index.ts", "types/requests.ts", "types/responses.ts"];
const created = files.map((path) => `create  ${path}`);
const upToDate = "Nothing to do: the 3 files in generated/ are up to date.";

const lines = (text: string): string[] => text.split("\n").slice(0, -1);

const writtenAt = (project: Project): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.keys(project.tree())
      .filter((path) => path.startsWith("generated/"))
      .map((path) => [path, statSync(join(project.folder, path)).mtimeMs]),
  );

describe("generate", () => {
  it("writes a target and those it needs, and the second time nothing", async () => {
    await inProject(async (project) => {
      const call = () => project.call("--target", "express", "--min-version", "48");
      const first = await call();
      expect([first.code, first.stderr]).toEqual([0, ""]);
      expect(lines(first.stdout).map((line) => line.replace(/\d+ new/, "N new"))).toEqual([
        "types       N new",
        "validators  N new",
        "receiver    N new",
        "express     N new",
        "",
        "Wrote to generated/: N new.",
        expect.stringMatching(
          /^Fleet 48\.\.: shops that run v48 or a later release\. The spec covers releases up to v[\d.]+(?:, as of [A-Z][a-z]+ \d{4})?(?:; (?:v[\d.]+ to v[\d.]+ of the vendor's API|releases of the vendor's API up to v[\d.]+) are known to exist)?\.$/,
        ),
        expect.stringMatching(/^Left out because not every shop supports it: \d+ parts \(.*\)\.$/),
      ]);
      const tree = project.tree();
      for (const name of ["types", "validators", "receiver", "express"])
        expect(tree).toHaveProperty([`generated/${name}/index.ts`]);
      const times = writtenAt(project);
      const [nothing, ...rest] = lines((await call()).stdout);
      expect(nothing).toMatch(/^Nothing to do: the \d+ files in generated\/ are up to date\.$/);
      expect(rest).toEqual([]);
      expect(project.tree()).toEqual(tree);
      expect(writtenAt(project)).toEqual(times);
    });
  });

  it("says exactly what it did, and --quiet nothing", async () => {
    await inSmallProject(async (project) => {
      const first = await project.call(...small);
      expect(lines(first.stdout)).toEqual(["types  3 new", "", "Wrote to generated/: 3 new.", ...told]);
      project.putSpec({ "requests/bill.json#/description": "A bill, in short." });
      const wrote = "Wrote to generated/: 1 changed, 2 unchanged.";
      const changed = await project.call(...small);
      expect(lines(changed.stdout)).toEqual(["types  1 changed, 2 unchanged", "", wrote, ...told]);
      expect(project.read("generated/types/requests.ts")).toContain("A bill, in short.");
      const quiet = await project.call(...small, "--quiet", "--out", "other");
      expect(quiet).toEqual({ code: 0, stdout: "", stderr: "" });
      expect(project.tree()).toHaveProperty(["other/types/index.ts"]);
    });
  });

  it("--check lists what differs and exits 1, until it is written", async () => {
    await inSmallProject(async (project) => {
      const check = async (...more: readonly string[]) => {
        const { code, stdout } = await project.call(...small, "--check", ...more);
        return [code, lines(stdout)];
      };
      const advice = "To update the files, run the same command without --check.";
      const before = project.tree();
      const [code, said] = await check();
      const stale = "generated/ is not up to date: 3 new.";
      expect([code, (said as string[]).sort()]).toEqual([
        1,
        ["", "", ...created, stale, ...told, advice].sort(),
      ]);
      expect(project.tree()).toEqual(before);

      await project.call(...small);
      expect(await check()).toEqual([0, [upToDate]]);

      project.putSpec({ "requests/bill.json#/description": "Changed." });
      const counts = "generated/ is not up to date: 1 changed, 2 unchanged.";
      expect(await check("--quiet")).toEqual([
        1,
        expect.arrayContaining(["change  types/requests.ts", counts]),
      ]);
    });
  });

  it("--json tells the same to a program", async () => {
    await inSmallProject(async (project) => {
      const { stdout } = await project.call(...small, "--json", "--out", "a/b");
      const { outputs, warnings } = JSON.parse(stdout) as {
        outputs: [{ files: { path: string }[] }];
        warnings: [];
      };
      const [summary] = outputs;
      expect([outputs.length, warnings]).toEqual([1, []]);
      expect({ ...summary, files: summary.files.map(({ path }) => path).sort() }).toEqual({
        mode: "written",
        out: "a/b",
        files,
        fleet: { label: "11..", steps: ["11", "12.1", "13.0.2"] },
        knownUpTo: { release: "13.0.2", date: "2026-01-31", beyond: null },
        counts: { create: 3, change: 0, delete: 0, unchanged: 0 },
        omissions: [{ what: "ScanCodeAnswer.label", reason: expect.stringContaining("12.1") as unknown }],
      });
    });
  });

  it("generates for a list of releases, and knows it again, or a range, in another spelling", async () => {
    await inSmallProject(async (project) => {
      const call = (...given: readonly string[]) => project.call(...types, ...given);
      const first = await call("--versions", "13.0.2,11");
      expect(first.stdout).toContain("\nFleet 11 and 13.0.2: shops that run v11 or v13.0.2. ");
      expect(project.read("generated/stamp.json")).toContain('"versions": "11,13.0.2"');
      expect(lines((await call("--versions", "11,13.0.2", "--check")).stdout)[0]).toBe(upToDate);
      const range = await call("--min-version", "v11.0.0", "--check");
      expect(range.stdout).toContain(
        "\nThe folder was previously generated for 11,13.0.2 with safe responses",
      );
      await call("--min-version", "v11.0.0");
      expect((await call("--min-version", "11", "--check")).code).toBe(0);
      const json = JSON.parse((await call("--versions", "13.0.2,11", "--json")).stdout) as {
        outputs: [{ fleet: object }];
      };
      expect(json.outputs[0].fleet).toEqual({ label: "11 and 13.0.2", steps: ["11", "13.0.2"] });
    });
  });

  it("picks the import extension on the first run, says so, and keeps it until a call names another", async () => {
    await inSmallProject(async (project) => {
      const commonjs = { compilerOptions: { module: "commonjs" } };
      project.putAll({ "package.json": "{}", "tsconfig.json": JSON.stringify(commonjs) });
      const call = async (...more: readonly string[]) => {
        const { stdout } = await project.call(...small, ...more);
        const [kept = ""] = /(?<="importExtension": ")\w+/.exec(project.read("generated/stamp.json")) ?? [];
        return [kept, lines(stdout).filter((line) => line.includes("--import-extension"))];
      };
      const picked =
        "Imports have no file extension: the code is compiled to CommonJS, and Jest and ts-node do not resolve index.js to index.ts. Use --import-extension to change this.";
      expect(await call()).toEqual(["none", [picked]]);
      project.put("tsconfig.json", '{ "compilerOptions": { "module": "es2022" } }');
      project.putSpec({ "requests/bill.json#/description": "A bill, in short." });
      expect(await call()).toEqual(["none", []]);
      expect(await call("--import-extension", "ts")).toEqual(["ts", []]);
      expect(await call()).toEqual(["ts", []]);
    });
  });

  it("writes beside the spec, in a folder whose name begins like the spec's", async () => {
    await inSmallProject(async (project) => {
      for (const out of ["spec-out", "spec/../specs/spec"])
        expect(await project.call(...small, "--out", out)).toMatchObject({ code: 0, stderr: "" });
      expect(project.tree()).toHaveProperty(["specs/spec/types/index.ts"]);
    });
  });

  it.each(warnedCalls)("works, with a warning, for $name", async ({ words, before, message }) => {
    await inSmallProject(async (project) => {
      before(project);
      const { code, stdout, stderr } = await project.call(...words);
      expect([code, stderr]).toEqual([0, `mplus-codegen: ${message}\n`]);
      expect(lines(stdout)).toContain("Wrote to generated/: 3 new.");
    });
  });

  it("refuses to mix two ranges, with the command that would remake the folder", async () => {
    await inSmallProject(async (project) => {
      await project.call("-t", "validators", "--spec", "spec", "--quiet");
      const before = project.tree();
      const { code, stderr } = await project.call(...small);
      expect([code, stderr]).toEqual([
        2,
        "mplus-codegen: This folder contains validators for .. with safe responses and import extension js. All targets in a folder need the same settings, but this run would regenerate only some of them, for 11.. with safe responses and import extension js. To keep the folder's settings: mplus-codegen --target types --out generated. To regenerate everything: mplus-codegen --target types,validators --min-version 11 --out generated\n",
      ]);
      expect(project.tree()).toEqual(before);
    });
  });

  it("notes a setting that is not usual, and refuses to mix", async () => {
    await inSmallProject(async (project) => {
      const call = ["-t", "types,validators", "--spec", "spec", "--quiet"];
      await project.call(...call);
      expect(project.read("generated/stamp.json")).not.toContain("crypto");
      await project.call(...call, "--crypto", "web");
      expect(project.read("generated/stamp.json")).toContain('"crypto": "web"');
      const { code, stderr } = await project.call(...types);
      expect(code).toBe(2);
      expect(stderr).toContain("import extension js, for web crypto. All targets");
      expect(stderr).toContain(
        "folder's settings: mplus-codegen --target types --crypto web --out generated. ",
      );
    });
  });
});
