import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commands } from "../../generator/cli/options/commands.js";
import { targets } from "../../generator/targets/all.js";
import { linkPackages } from "./link-packages.js";
import { fencedBlocks, freePort, missingPrograms, runProgram, withServer } from "../cli/running.js";

const root = join(import.meta.dirname, "../..");
const readme = readFileSync(join(root, "README.md"), "utf8");

const blocks = (language: string): string[] => fencedBlocks(readme, language);

/** Without what differs from run to run, and with the newest release that is known. */
const comparable = (text: string): string =>
  text.replace(/\b\d+ ms/g, "some ms").replace(/(till of |\()v\d+(?:\.\d+)*/g, "$1the newest release");

const missing = missingPrograms("bash");

describe("the README", () => {
  it.skipIf(missing.length > 0)(
    `has a server and calls that work as they stand${missing.length > 0 ? ` (skipped: no ${missing.join(", ")} here)` : ""}`,
    async () => {
      const port = await freePort();
      const [server = ""] = blocks("ts");
      const [, start = "", call = "", more = ""] = blocks("bash");
      const secret = /MPLUS_SECRET="([^"]+)"/.exec(start)?.[1] ?? "";
      const home = mkdtempSync(join(tmpdir(), "mplus-readme-"));
      cpSync(join(root, "generated"), join(home, "generated"), { recursive: true });
      linkPackages(home);
      writeFileSync(join(home, "package.json"), '{ "type": "module" }');
      writeFileSync(join(home, "server.ts"), server.replaceAll("3000", `${port}`));
      const env = { MPLUS_SECRET: secret };
      try {
        const command = [process.execPath, "--import", "tsx", "server.ts"] as const;
        await withServer({ cwd: home, command, port, env }, async () => {
          const { stdout } = await runProgram(home, ["bash", "-c", call.replace("3000", `${port}`)], env);
          const printed = stdout.replaceAll(`${port}`, "3000");
          expect(comparable(printed)).toBe(comparable(blocks("text")[0] ?? ""));
          const script = `set -e\n${more.replaceAll("3000", `${port}`)}`;
          const tried = await runProgram(home, ["bash", "-c", script], env);
          expect(tried.code, `${tried.stdout}${tried.stderr}`).toBe(0);
        });
      } finally {
        rmSync(home, { recursive: true });
      }
    },
  );

  it("shows what really comes out", () => {
    const [, excerpt = ""] = blocks("ts");
    expect(readFileSync(join(root, "generated/types/responses.ts"), "utf8")).toContain(excerpt.trim());
  });

  it("names every option and every target", () => {
    expect(commands.generate.options.filter((option) => !readme.includes(`\`--${option}\``))).toEqual([]);
    expect(
      targets
        .filter(({ name }) => !new RegExp(`^\\| \`${name}\` +\\|`, "m").test(readme))
        .map(({ name }) => name),
    ).toEqual([]);
  });
});
