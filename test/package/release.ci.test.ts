import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { packageRoot } from "../../generator/contract/package/package-root.js";
import { removeFolder } from "../workbench/folders.js";

const home = mkdtempSync(join(tmpdir(), "mplus-release-"));
afterAll(() => removeFolder(home));

const owner = { repository: "someone/else", bugs: "someone/else", homepage: "someone/else" };
const changelog = "# Changelog\n\n## 0.2.0 (unreleased)\n\nFaster.\n\n## 0.1.0 (2026-11-01)\n\nThe first.\n";

beforeEach(() => {
  cpSync(join(packageRoot, ".ci"), join(home, ".ci"), { recursive: true });
  writeFileSync(
    join(home, "package.json"),
    JSON.stringify({ name: "mplus-codegen", version: "0.2.0", ...owner }),
  );
  writeFileSync(join(home, "CHANGELOG.md"), changelog);
});

function run(...command: readonly string[]) {
  const [program = "", ...args] = command;
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: home, encoding: "utf8" });
  return { status, text: `${stdout}${stderr}`.trim() };
}

describe("a release", () => {
  it("has the changes of its version as its notes, once npm version has dated them", () => {
    const undated = { status: 1, text: "CHANGELOG.md has no dated section for 0.2.0." };
    expect(run("node", ".ci/release.mjs", "notes")).toEqual(undated);
    expect(run("node", ".ci/release.mjs", "date").status).toBe(0);
    const today = new Date().toISOString().slice(0, 10);
    expect(readFileSync(join(home, "CHANGELOG.md"), "utf8")).toBe(
      changelog.replace("(unreleased)", `(${today})`),
    );
    expect(run("node", ".ci/release.mjs", "notes")).toEqual({ status: 0, text: "Faster." });
    expect(run("node", ".ci/release.mjs", "date").text).toBe(
      "CHANGELOG.md has no section whose title ends in “(unreleased)”.",
    );
  });

  it("is not published from a tag of another version", () => {
    const refused = { status: 1, text: "The tag is v0.3.0, but package.json has version 0.2.0." };
    expect(run(".ci/release", "v0.3.0")).toEqual(refused);
  });

  it("is not published without a repository", () => {
    writeFileSync(
      join(home, "package.json"),
      JSON.stringify({ version: "0.2.0", ...owner, bugs: "https://github.com/OWNER/mplus-codegen/issues" }),
    );
    const refused = 'package.json: replace OWNER in "bugs" with the owner of the repository.';
    expect(run(".ci/release", "v0.2.0")).toEqual({ status: 1, text: refused });
  });
});
