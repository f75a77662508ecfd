import { renameSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inSmallProject, type Project } from "./project.js";

const call = ["--target", "types", "--spec", "spec", "--min-version", "11"] as const;

/** Makes the call once, so that the next one would only recall it. */
const afterCall = (use: (project: Project) => Promise<void>): Promise<void> =>
  inSmallProject(async (project) => {
    project.put("node_modules/.keep", "");
    await project.call(...call);
    project.forgeNotes("recalled\n");
    await use(project);
  });

describe("a run that leaves nothing to do", () => {
  it("is remembered, until a file that it read or wrote differs", async () => {
    await afterCall(async (project) => {
      const recalled = { code: 0, stdout: "recalled\n", stderr: "" };
      expect(await project.call(...call)).toEqual(recalled);

      project.putSpec({ "requests/bill.json#/description": "Changed." });
      expect((await project.call(...call)).stdout).toMatch(/^types {2}1 changed, 2 unchanged\n/);

      project.forgeNotes(recalled.stdout);
      rmSync(join(project.folder, "generated/types/requests.ts"));
      expect((await project.call(...call)).stdout).toMatch(/^types {2}1 new, 2 unchanged\n/);

      project.forgeNotes(recalled.stdout);
      project.put("generated/types/requests.ts", "// mine\n");
      const { code, stderr } = await project.call(...call);
      expect([code, stderr]).toEqual([
        2,
        "mplus-codegen: generated/types/requests.ts was changed by hand since it was generated, so nothing was written. Move your changes elsewhere and delete the file; then run this again.\n",
      ]);
    });
  });

  it.skipIf(process.platform === "win32")("is not remembered once the spec has a link", async () => {
    await afterCall(async (project) => {
      const inside = join(project.folder, "spec/requests/bill.json");
      const outside = join(project.folder, "bill.json");
      renameSync(inside, outside);
      symlinkSync(outside, inside);
      const linked = await project.call(...call);
      expect([linked.code, linked.stdout]).toEqual([2, ""]);
      expect(linked.stderr).toMatch(
        /^error: requests\/bill\.json \(irregular-file\)\n {2}This is a symbolic link, /,
      );
    });
  });

  it("is not taken for another call, and a failed run is not remembered", async () => {
    await afterCall(async (project) => {
      const other = await project.call(...call, "--max-version", "12.1", "--json");
      expect(other.stdout).not.toBe("recalled\n");
      project.put("spec/requests/bill.json", "{");
      expect((await project.call(...call)).code).toBe(2);
      expect((await project.call(...call)).code).toBe(2);
    });
  });
});
