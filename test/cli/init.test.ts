import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCommand } from "../workbench/command.js";
import { inProject, inSmallProject, type Project } from "./project.js";

const ofSmall = ["init", "express", "--spec", "spec", "--events", "scanCode"] as const;

/** Adds the smallest project, of the small spec, to the folder `shop`. */
const addTo = (project: Project) => project.call(...ofSmall, "--dir", "shop", "--json");

interface Told {
  readonly packageManager: string;
  readonly module: string;
  readonly files: readonly string[];
  readonly left: readonly string[];
  readonly omitted: readonly string[];
}

/** Lays files in the folder `shop`, and adds a project to them. None of them may be overwritten. */
async function inShop(
  files: Readonly<Record<string, string>>,
  use: (told: Told, project: Project) => void | Promise<void>,
): Promise<void> {
  await inSmallProject(async (project) => {
    for (const [path, text] of Object.entries(files)) project.put(`shop/${path}`, text);
    const { stdout } = await addTo(project);
    const added = ["package.json", ".gitignore"];
    for (const [path, text] of Object.entries(files))
      if (!added.includes(path)) expect(project.read(`shop/${path}`)).toBe(text);
    await use(JSON.parse(stdout) as Told, project);
  });
}

const app = ["src/app.ts", "src/server.ts"];
const build = ["tsconfig.build.json", "Dockerfile"];
const workflow = ".github/workflows/ci.yml";
const [json, tests] = [{ "package.json": "{}" }, "test/webhooks.test.ts"];

type Case = readonly [
  files: Readonly<Record<string, string>>,
  left: readonly string[],
  omitted: readonly string[],
];

/** What is there, what of that is left as it is, and what of the project is not written because of it. */
const cases: readonly Case[] = [
  [{ LICENSE: "MIT\n" }, [], []],
  [
    { "README.md": "# Shop\n", ".env": "PORT=1\n", "tsconfig.json": "{}" },
    [".env", "tsconfig.json", "README.md"],
    [...build, workflow],
  ],
  [
    { ...json, "src/app.ts": "export {};\n" },
    ["src/app.ts"],
    ["src/server.ts", tests, "Dockerfile", workflow, "README.md"],
  ],
  [
    { ...json, "src/handlers.ts": "export {};\n" },
    ["src/handlers.ts"],
    [...app, tests, "Dockerfile", workflow, "README.md"],
  ],
  [
    { "package.json": '{ "scripts": { "test": "vitest", "build": "tsc -b" } }' },
    [],
    [tests, ...build, workflow, "README.md"],
  ],
  [{ "package.json": '{ "dependencies": { "express": "^3.0.0" } }' }, ["package.json, express"], []],
  [{ [workflow]: "on: push\n" }, [workflow], []],
  // Its settings may be those of a folder above.
  [{ ...json, "pnpm-lock.yaml": "" }, [], ["pnpm-workspace.yaml"]],
];

describe("init, in a folder that has something,", () => {
  it.each(cases)("leaves it, and what goes with it, as it is: %j", async (files, left, omitted) => {
    await inShop(files, (told, project) => {
      expect([told.left, told.omitted]).toEqual([left, omitted]);
      for (const path of omitted) expect(project.tree()).not.toHaveProperty([`shop/${path}`]);
    });
  });

  it("adds to package.json what it lacks, and keeps the rest of it byte for byte", async () => {
    const kept = [
      '\t"name": "shop",   "version": "3.0.0",\n\t"type": "commonjs",\n\t"packageManager": "pnpm@11.1.0",\n',
      '\n\t"files": ["a", "b"],\n',
    ];
    const test = '"echo \\"Error: no test specified\\" && exit 1"';
    const scripts = `\t"scripts": {\n\t\t"test": ${test},\n\t\t"zip": "zip -r"\n\t},`;
    const text = `{\n${kept[0]}${scripts}${kept[1]}\t"dependencies": { "express": "4.0.0" }\n}`;
    const files = { "package.json": text, ".gitignore": "/dist\n*.log" };
    await inShop(files, ({ packageManager, module }, project) => {
      expect(project.read("shop/.gitignore")).toBe("/dist\n*.log\nnode_modules/\n.env\n");
      expect([packageManager, module]).toEqual(["pnpm", "commonjs"]);
      const added = project.read("shop/package.json");
      for (const part of kept) expect(added).toContain(part);
      expect(JSON.parse(added)).toMatchObject({
        name: "shop",
        dependencies: { express: "4.0.0" },
        devDependencies: {
          "mplus-codegen": expect.stringMatching(/^link:/) as string,
          tsx: expect.anything() as string,
        },
        scripts: {
          build: "tsc -p tsconfig.build.json",
          dev: "tsx watch src/server.ts",
          generate: "mplus-codegen --target express --spec ../spec --out src/mplus",
          start: "node dist/server.js",
          test: "node --import tsx --test --test-force-exit test/*.test.ts",
          typecheck: "tsc",
          zip: "zip -r",
        },
      });
      expect(added).not.toMatch(/^ /m);
    });
  });

  it.each([
    ["pnpm-lock.yaml", "pnpm"],
    ["yarn.lock", "yarn"],
  ])("takes the package manager that left a %s", async (file, want) => {
    await inShop({ ...json, [file]: "" }, (told, project) => {
      expect(told.packageManager).toBe(want);
      expect(project.read("shop/Dockerfile")).toContain(`COPY package.json ${file}`);
    });
  });

  it("says what was left, what that needs, and what was not written", async () => {
    await inSmallProject(async (project) => {
      project.put("shop/package.json", "{}");
      project.put("shop/src/app.ts", "");
      const { stdout } = await project.call(...ofSmall, "--dir", "shop");
      expect(stdout.split("\n").slice(2)).toEqual([
        "",
        "Left as they are:",
        "  src/app.ts: needs the endpoint, as src/mplus/express/README.md shows",
        "",
        "Not written, as they go with what you have of your own:",
        "  src/server.ts",
        "  test/webhooks.test.ts",
        "  Dockerfile",
        "  .github/workflows/ci.yml: needs the script generate with --check, so that src/mplus/ stays what it makes",
        "  README.md",
        "",
        "Go on with:",
        "  cd shop",
        "  npm install",
        "",
      ]);
    });
  });

  it("works in the folder that one is in", async () => {
    await inProject(async (project) => {
      project.put("package.json", '{ "name": "mine" }');
      const { code, stdout } = await project.call("init", "node", "--dir", ".", "--events", "scanCode");
      expect([code, stdout.split("\n").slice(-3)]).toEqual([0, ["  npm test", "  npm run dev", ""]]);
      expect(stdout).not.toContain("cd ");
      expect(JSON.parse(project.read("package.json"))).toMatchObject({ name: "mine" });
    });
  });

  it("adds nothing more the second time", async () => {
    await inSmallProject(async (project) => {
      await addTo(project);
      const before = project.tree();
      expect(JSON.parse((await addTo(project)).stdout)).toMatchObject({ files: [] });
      expect(project.tree()).toEqual(before);
    });
  });
});

describe("init", () => {
  it.each(["--min-version 11", "--versions 11,13.0.2"])(
    "makes a project that can generate the same again: %s",
    async (fleet) => {
      await inSmallProject(async (project) => {
        await project.call(...ofSmall, "--dir", "hooks", ...fleet.split(" "), "--responses", "gated");
        const { scripts } = JSON.parse(project.read("hooks/package.json")) as {
          scripts: { generate: string };
        };
        expect(scripts.generate).toBe(
          `mplus-codegen --target express ${fleet} --responses gated --spec ../spec --out src/mplus`,
        );
        const again = [...scripts.generate.split(" ").slice(1), "--check"];
        const cwd = join(project.folder, "hooks");
        expect(await runCommand(again, { cwd })).toMatchObject({
          code: 0,
          stdout: expect.stringMatching(
            /^Nothing to do: the \d+ files in src\/mplus\/ are up to date\.\n/,
          ) as string,
        });
      });
    },
  );

  it("tells a program what it made", async () => {
    await inSmallProject(async (project) => {
      const { files, ...rest } = JSON.parse((await project.call(...ofSmall, "--json")).stdout) as Told;
      expect(rest).toEqual({
        ...{ dir: "mplus-express", framework: "Express", packageManager: "npm", module: "esm" },
        ...{ events: ["scanCode"], left: [], omitted: [], warnings: [] },
      });
      const written = Object.keys(project.tree())
        .filter((path) => /^mplus-express\/(?!src\/mplus\/).*[^/]$/.test(path))
        .map((path) => path.slice("mplus-express/".length));
      expect(files.toSorted()).toEqual(written.toSorted());
    });
  });

  it("gives each project a secret of its own, and keeps it out of version control", async () => {
    await inSmallProject(async (project) => {
      for (const folder of ["a", "b"]) await project.call(...ofSmall, "--dir", folder);
      const [a = "", b = ""] = ["a", "b"].map(
        (dir) => /^MPLUS_SECRET=(.+)$/m.exec(project.read(`${dir}/.env`))?.[1],
      );
      expect(Buffer.from(a, "base64")).toHaveLength(32);
      expect(a).not.toBe(b);
      const holders = Object.entries(project.tree()).filter(([, text]) => text.includes(a));
      expect(holders.map(([path]) => path)).toEqual(["a/.env"]);
      expect(project.read("a/.gitignore").split("\n")).toContain(".env");
    });
  });
});
