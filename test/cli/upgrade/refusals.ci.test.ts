import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../../generator/package/package-files.js";
import type { Project } from "../project.js";
import { makeBuild, newerVersion, type Edits } from "./builds.js";
import { changed, emitted, inGenerated, preview, template, useDesk } from "./generated-project.js";

const desk = useDesk();

interface Refusal {
  readonly name: string;
  readonly edits?: Edits;
  readonly given?: readonly string[];
  readonly before?: (project: Project) => void;
  readonly words: string;
}

const touched = `src/mplus/${emitted}`;
const refused = `mplus-codegen: mplus-codegen ${newerVersion} refuses this: `;

const refusals: readonly Refusal[] = [
  {
    name: "a file that was changed by hand",
    before: (project) => project.put(touched, `${project.read(touched)}// Mine.\n`),
    edits: { [template]: changed },
    words: `${refused}${touched} was changed by hand since it was generated, so nothing was written.`,
  },
  {
    name: "an option that it does not have",
    edits: { "dist/generator/cli/options/commands.js": (text) => text.replace(/\n\s*"int64",/, "") },
    given: ["--target=types", "--int64=bigint"],
    words: `${refused}generate has no option --int64.`,
  },
  {
    name: "the question itself",
    edits: { "dist/generator/cli/options/commands.js": (text) => text.replace(/\n\s*"patch",/g, "") },
    words: `mplus-codegen: mplus-codegen ${newerVersion} cannot say what it would change: it is older than upgrade-preview. Name a later one with --to.\n`,
  },
  {
    name: "to start",
    edits: { "dist/generator/cli/main.js": () => 'throw new Error("It broke.");\n' },
    words: "Error: It broke.",
  },
];

describe("upgrade-preview passes on that another version refuses", { concurrent: true }, () => {
  it.each(refusals)("$name", async ({ name, edits, given = [], before, words }) => {
    const newer = makeBuild(join(desk, `refuses ${name}`), edits);
    await inGenerated(async (project) => {
      before?.(project);
      const { code, stdout, stderr } = await preview(project, "--to", newer, "--out=src/mplus", ...given);
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toContain(words);
    });
  });
});

describe("upgrade-preview refuses", { concurrent: true }, () => {
  it.each([
    ["1.x.x || 2", '--to "1.x.x || 2" is neither a version nor a tag nor a path.'],
    ["--globalconfig=x", "For example: --to latest"],
    ["https://example.com/x.tgz", '--to "https://example.com/x.tgz": there is no file of that name.'],
    ["somebody/codegen", '--to "somebody/codegen": there is no folder of that name.'],
    [".", "cannot be asked: its package.json is not that of mplus-codegen"],
  ])("--to=%s", async (to, words) => {
    await inGenerated(async (project) => {
      const { code, stdout, stderr } = await preview(project, `--to=${to}`, "--out=src/mplus");
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toContain(words);
    });
  });

  it("to guess what was generated", async () => {
    await inGenerated(async (project) => {
      expect((await preview(project, "--to", packageRoot)).stderr).toBe(
        "mplus-codegen: There is no config here, and no generated/stamp.json that tells what was generated. Name the folder of your output, such as --out src/mplus, or give the options that you generate with.\n",
      );
    });
  });
});
