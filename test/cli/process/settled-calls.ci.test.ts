import { renameSync, rmSync, symlinkSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { paint } from "../../../generator/base/text/style.js";
import { inSmallProject, type Project } from "../project.js";

const call = ["--target", "types", "--spec", "spec", "--min-version", "11"] as const;

const output = "generated/types/requests.ts";
const requestFile = "spec/requests/bill.json";

const past = new Date("2020-01-01");

/** Makes the call until it finds nothing to do; then it would print this if it were made again. */
const afterCalls = (use: (project: Project) => Promise<void>): Promise<void> =>
  inSmallProject(async (project) => {
    project.put("node_modules/.keep", "");
    await project.callBuilt(...call);
    utimesSync(join(project.folder, output), past, past);
    await project.callBuilt(...call);
    project.forgeNotes("recalled\n");
    await use(project);
  });

/** Edits a file, and gives it the size and the time that it had before. */
function disguise(project: Project, path: string): void {
  project.put(path, project.read(path).replace("export", "EXPORT"));
  utimesSync(join(project.folder, path), past, past);
}

function replaceByLink({ folder }: Project): void {
  renameSync(join(folder, requestFile), join(folder, "bill.json"));
  symlinkSync(join(folder, "bill.json"), join(folder, requestFile));
}

/** What is changed, and what the same call then prints. */
const changes: readonly (readonly [name: string, change: (project: Project) => void, want: RegExp])[] = [
  [
    "a file of the spec is edited",
    (project) => project.putSpec({ "requests/bill.json#/description": "Changed." }),
    /^types {2}1 changed, 2 unchanged\n/,
  ],
  ["a file of the spec is broken", (project) => project.put(requestFile, "{"), /bill\.json/],
  ["a file of the spec is a link now", replaceByLink, /This is a symbolic link/],
  ["a file is added to the spec", (project) => project.put("spec/requests/more.json", "{}"), /more\.json/],
  ["an output is deleted", ({ folder }) => rmSync(join(folder, output)), /^types {2}1 new, 2 unchanged\n/],
  ["an output is edited", (project) => project.put(output, "// mine\n"), /was changed by hand/],
  [
    "an output is edited, and has its size and its time again",
    (project) => disguise(project, output),
    /was changed by hand/,
  ],
  [
    "the stamp is deleted",
    ({ folder }) => rmSync(join(folder, "generated/stamp.json")),
    /^Nothing to do: the 3 files/,
  ],
  [
    "a config is added",
    (project) => project.put("mplus-codegen.config.json", '{ "responses": "gated" }'),
    /^error: mplus-codegen\.config\.json:1:3 /,
  ],
];

describe("a call that finds nothing to do", () => {
  it("is answered by what it printed before", async () => {
    await afterCalls(async (project) => {
      expect(await project.callBuilt(...call)).toEqual({ code: 0, stdout: "recalled\n", stderr: "" });
    });
  });

  it.each(changes)("is made again where %s", async (_, change, want) => {
    await afterCalls(async (project) => {
      change(project);
      const { stdout, stderr } = await project.callBuilt(...call);
      expect(stdout + stderr).toMatch(want);
      expect(stdout).not.toBe("recalled\n");
    });
  });

  it("is not taken for another one", async () => {
    await afterCalls(async (project) => {
      for (const others of [["--max-version", "12.1", "--check"], ["--json"], ["--check", "--quiet"]])
        expect((await project.callBuilt(...call, ...others)).stdout).not.toBe("recalled\n");
    });
  });

  it("is shown without colours where its reader has none", async () => {
    await afterCalls(async (project) => {
      project.forgeNotes(`${paint("good", "recalled")}\n`);
      expect((await project.callBuilt(...call)).stdout).toBe("recalled\n");
    });
  });

  it("is remembered beside another one", async () => {
    await afterCalls(async (project) => {
      await project.callBuilt(...call, "--check");
      await project.callBuilt(...call, "--check", "--json");
      expect((await project.callBuilt(...call)).stdout).toBe("recalled\n");
    });
  });
});
