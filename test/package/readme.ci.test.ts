import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { commands } from "../../generator/cli/options/commands.js";
import { targets } from "../../generator/targets/all.js";
import { linkPackages } from "./link-packages.js";
import { fencedBlocks, missingPrograms, runProgram, signalGroup, withServer } from "../cli/running.js";
import { findFreePort } from "../workbench/servers/free-port.js";
import { removeFolder } from "../workbench/folders.js";

const root = join(import.meta.dirname, "../..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const readme = read("README.md");

const blocks = (language: string): string[] => fencedBlocks(readme, language);

/** Without what differs from run to run, and with the newest release that is known. */
const comparable = (text: string): string =>
  text.replace(/\b\d+ ms/g, "some ms").replace(/(till of |\()v\d+(?:\.\d+)*/g, "$1the newest release");

const missing = missingPrograms("bash");

describe("the README", () => {
  it.skipIf(missing.length > 0)(
    `has a server and calls that work as they stand${missing.length > 0 ? ` (skipped: no ${missing.join(", ")} here)` : ""}`,
    async () => {
      const port = await findFreePort();
      const onPort = (text: string): string => text.replaceAll("3000", `${port}`);
      const [server = ""] = blocks("ts");
      const [, start = "", call = "", more = ""] = blocks("bash").map(onPort);
      const home = mkdtempSync(join(tmpdir(), "mplus-readme-"));
      cpSync(join(root, "generated"), join(home, "generated"), { recursive: true });
      linkPackages(home);
      writeFileSync(join(home, "package.json"), '{ "type": "module" }');
      writeFileSync(join(home, "server.ts"), onPort(server));
      try {
        await withServer({ cwd: home, command: ["bash", "-c", start], port }, async ({ child, ended }) => {
          const { stdout } = await runProgram(home, ["bash", "-c", call]);
          expect(comparable(stdout.replaceAll(`${port}`, "3000"))).toBe(comparable(blocks("text")[0] ?? ""));
          // In the same terminal, which knows the secret.
          const [secret = ""] = call.split("\n");
          const tried = await runProgram(home, ["bash", "-c", `set -e\n${secret}\n${more}`]);
          expect(tried.code, `${tried.stdout}${tried.stderr}`).toBe(0);
          signalGroup(child, "SIGINT");
          await ended;
        });
      } finally {
        removeFolder(home);
      }
    },
  );

  it("names every target, and the page of the command every option", () => {
    const page = read("docs/command.md");
    expect(commands.generate.options.filter((option) => !page.includes(`\`--${option}\``))).toEqual([]);
    expect(
      targets
        .filter(({ name }) => !new RegExp(`^\\| \`${name}\` +\\|`, "m").test(readme))
        .map(({ name }) => name),
    ).toEqual([]);
  });

  it("leads to every page of docs/", () => {
    const pages = readdirSync(join(root, "docs")).filter((name) => name.endsWith(".md"));
    expect(pages.filter((name) => !readme.includes(`(docs/${name})`))).toEqual([]);
  });
});

describe("the pages of docs/", () => {
  it("show what really comes out", () => {
    const [excerpt = ""] = fencedBlocks(read("docs/output.md"), "ts");
    expect(read("generated/types/responses.ts")).toContain(excerpt.trim());
  });

  it.each(["README.md", ...readdirSync(join(root, "docs")).map((name) => `docs/${name}`)].filter(isPage))(
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

function isPage(path: string): boolean {
  return path.endsWith(".md");
}

/** The anchors of headings, as GitHub makes them. */
const listAnchors = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/^#+ +(.*)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
