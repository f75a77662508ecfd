import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { commands } from "../../generator/cli/options/commands.js";
import { toFlag } from "../../generator/options.js";
import { targets } from "../../generator/targets/all.js";
import { comparable, inProject, readBlocks, textsIn } from "./guide.js";
import { missingPrograms, runProgram, signalGroup, withServer } from "../cli/running.js";
import { findFreePort } from "../workbench/servers/free-port.js";

const root = join(import.meta.dirname, "../..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const readme = read("README.md");
const docs = readdirSync(join(root, "docs")).filter((name) => name.endsWith(".md"));

const missing = missingPrograms("bash");

describe("the README", () => {
  it.skipIf(missing.length > 0)(
    `has a server and calls that work as they stand${missing.length > 0 ? " (skipped: no bash here)" : ""}`,
    async () => {
      const port = await findFreePort();
      const onPort = (text: string): string => text.replaceAll("3000", `${port}`);
      const blocks = readBlocks("README.md");
      const [server = ""] = textsIn(blocks, "ts");
      const [, start = "", call = "", more = ""] = textsIn(blocks, "bash").map(onPort);
      const [till = "", ...others] = more.trim().split("\n").reverse();
      await inProject([["server.ts", onPort(server)]], async (home) => {
        const typecheck = [join(root, "node_modules/typescript-7/bin/tsc"), "--noEmit"];
        expect(await runProgram(home, [process.execPath, ...typecheck])).toMatchObject({
          code: 0,
          stdout: "",
        });
        await withServer({ cwd: home, command: ["bash", "-c", start], port }, async ({ child, ended }) => {
          const { stdout } = await runProgram(home, ["bash", "-c", call]);
          const [shown = ""] = textsIn(blocks, "text");
          expect(comparable(stdout.replaceAll(`${port}`, "3000"))).toBe(comparable(shown));
          // In the same terminal, which knows the secret.
          const [secret = ""] = call.split("\n");
          const script = [secret, "set -e", ...others].join("\n");
          const tried = await runProgram(home, ["bash", "-c", script]);
          expect(tried.code, `${tried.stdout}${tried.stderr}`).toBe(0);
          await showsTill(home, `${secret}\n${till}`);
          signalGroup(child, "SIGINT");
          await ended;
        });
      });
    },
  );

  it("is two screens long", () => {
    expect(readme.split("\n").length).toBeLessThan(135);
  });

  it("leads to every page of docs/", () => {
    expect(docs.filter((name) => !readme.includes(`(docs/${name}`))).toEqual([]);
  });
});

describe("the pages of docs/", () => {
  it("have every target, and every option of generate", () => {
    const page = read("docs/command.md");
    expect(commands.generate.options.filter((option) => !page.includes(`\`--${toFlag(option)}\``))).toEqual(
      [],
    );
    const rows = [...read("docs/output.md").matchAll(/^\| `(\w+)` +\|/gm)].map(([, name]) => name);
    expect(rows.sort()).toEqual(targets.map(({ name }) => name).sort());
  });

  it("show what really comes out", () => {
    const [excerpt = ""] = textsIn(readBlocks("docs/output.md"), "ts");
    expect(read("generated/types/responses.ts")).toContain(excerpt.trim());
  });

  it.each(["README.md", ...docs.map((name) => `docs/${name}`)])(
    "lead to files and headings that there are: %s",
    (path) => {
      const links = [...read(path).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)];
      const broken = links.filter(([, file = "", anchor]) => {
        const target = file === "" ? path : join(dirname(path), file);
        if (!existsSync(join(root, target))) return true;
        return anchor !== undefined && !listAnchors(read(target)).includes(anchor);
      });
      expect(broken.map(([link]) => link)).toEqual([]);
    },
  );
});

/** Starts the till's page on a port that is free, and looks at it. */
async function showsTill(cwd: string, script: string): Promise<void> {
  const port = await findFreePort();
  const command = ["bash", "-c", `${script} --port ${port}`] as const;
  await withServer({ cwd, command, port }, async ({ child, ended }) => {
    const page = await fetch(`http://localhost:${port}/`);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining("<title>")]);
    signalGroup(child, "SIGINT");
    await ended;
  });
}

/** The anchors of headings, as GitHub makes them. */
const listAnchors = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/^#+ +(.*)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
