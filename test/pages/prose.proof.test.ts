import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageRoot } from "../../generator/contract/package/package-root.js";
import { listFiles } from "../architecture/files.js";
import { runProgram } from "../cli/running.js";
import { makeProjectFolder, removeFolder, writeFiles } from "../workbench/folders.js";
import { noTools, toolPath, withReason } from "../workbench/tools.js";

/** Published as they are. The pages' words are checked in the generated docs, with their slots filled. */
const guides = listFiles("templates").filter(
  (path) => path.endsWith(".md") && !path.startsWith("templates/rendered/pages/"),
);

/** Written by hand. `test/tools/prose.mjs` has the rules. */
const written = ["README.md", "docs", "CONTRIBUTING.md", "SECURITY.md", "spec/README.md", ...guides];

async function readProse(paths: readonly string[]): Promise<string> {
  const remark = toolPath("remark-cli/cli.js");
  const config = join(packageRoot, "test/tools/prose.mjs");
  const options = ["--no-config", "--no-ignore", "--no-color", "--quiet", "--no-stdout", "--frail"];
  const { code, stdout, stderr } = await runProgram(packageRoot, [
    process.execPath,
    ...[remark, ...options, "--rc-path", config, ...paths],
  ]);
  expect(code, `${stdout}${stderr}`).toBe(0);
  return stderr;
}

describe.skipIf(noTools !== undefined)(withReason("the prose"), () => {
  const folder = makeProjectFolder();
  beforeAll(async () => {
    const program = join(packageRoot, "dist/main.js");
    const call = [program, "--target", "docs", "--min-version", "48"];
    const { code, stderr } = await runProgram(folder, [process.execPath, ...call]);
    expect(code, stderr).toBe(0);
    writeFiles(folder, [
      ["hard.md", `It is ${"considerably complicated, unnecessarily sophisticated and ".repeat(3)}long.\n`],
      ["term.md", "Your fleet is too old.\n"],
      ["known.md", "Your **fleet** is all shops. A fleet may be old.\n"],
    ]);
  });
  afterAll(() => removeFolder(folder));

  it("of the repository is easy to read, and says what its terms mean", async () => {
    expect(await readProse(written)).toBe("");
  });

  it("of the generated docs, too", async () => {
    expect(await readProse([join(folder, "generated/docs")])).toBe("");
  });

  it("would be named if it were not", async () => {
    await expect(readProse([join(folder, "hard.md")])).rejects.toThrow("retext-readability");
    await expect(readProse([join(folder, "term.md")])).rejects.toThrow("undefined-term");
    expect(await readProse([join(folder, "known.md")])).toBe("");
  });
});
