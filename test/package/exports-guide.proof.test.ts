import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { missingPrograms, runProgram } from "../cli/running.js";
import { linkPackages } from "./link-packages.js";
import { removeFolder } from "../workbench/folders.js";

const guide = readFileSync(join(import.meta.dirname, "../../docs/exports.md"), "utf8");
const commands = [...guide.matchAll(/^```bash\n(.*?)^```$/gms)].map(([, text = ""]) => text);

const noPrograms = process.env["CI"] === undefined ? missingPrograms("bash") : [];

it.skipIf(noPrograms.length > 0)("the commands of docs/exports.md write what the page says", async () => {
  const home = mkdtempSync(join(tmpdir(), "mplus-exports-"));
  try {
    linkPackages(home);
    for (const command of commands) {
      const { code, stderr } = await runProgram(home, ["bash", "-ec", command]);
      expect(code, `${command}${stderr}`).toBe(0);
    }
    const written = readdirSync(join(home, "contract/jsonschema"));
    expect(written).toEqual(["README.md", "draft-07.schema.json", "mplus.schema.json", "objects"]);
  } finally {
    removeFolder(home);
  }
});
