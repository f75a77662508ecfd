import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCommand } from "../workbench/command.js";
import { inProject, type Project } from "./project.js";

/** Adds the smallest project, of the small spec, to the folder `shop`. */
const addTo = (project: Project, ...given: readonly string[]) =>
  project.call(
    ...["init", "express", "--dir", "shop", "--spec", "spec", "--events", "scanCode", "--json", ...given],
  );

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
  await inProject(async (project) => {
    project.putSpec();
    for (const [path, text] of Object.entries(files)) project.put(`shop/${path}`, text);
    const { code, stdout, stderr } = await addTo(project);
    expect([code, stderr]).toEqual([0, ""]);
    const added = ["package.json", ".gitignore"];
    for (const [path, text] of Object.entries(files))
      if (!added.includes(path)) expect(project.read(`shop/${path}`)).toBe(text);
    await use(JSON.parse(stdout) as Told, project);
  });
}

const app = ["src/app.ts", "src/server.ts"];
const build = ["tsconfig.build.json", "Dockerfile"];
const workflow = ".github/workflows/ci.yml";

/** What is there, and what of the project is not written because of it. */
const cases: readonly {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly left: readonly string[];
  readonly omitted: readonly string[];
}[] = [
  { name: "a repository with a licence", files: { LICENSE: "MIT\n" }, left: [], omitted: [] },
  {
    name: "a README, a .env and a tsconfig.json",
    files: { "README.md": "# Shop\n", ".env": "PORT=1\n", "tsconfig.json": "{}" },
    left: [".env", "tsconfig.json", "README.md"],
    omitted: [...build, ".github/workflows/ci.yml"],
  },
  {
    name: "a server",
    files: { "package.json": "{}", "src/app.ts": "export {};\n" },
    left: ["src/app.ts"],
    omitted: ["src/server.ts", "test/webhooks.test.ts", "Dockerfile", workflow, "README.md"],
  },
  {
    name: "handlers",
    files: { "package.json": "{}", "src/handlers.ts": "export {};\n" },
    left: ["src/handlers.ts"],
    omitted: [...app, "test/webhooks.test.ts", "Dockerfile", workflow, "README.md"],
  },
  {
    name: "scripts of the same names",
    files: { "package.json": '{ "scripts": { "test": "vitest", "build": "tsc -b" } }' },
    left: [],
    omitted: ["test/webhooks.test.ts", ...build, workflow, "README.md"],
  },
  {
    name: "another version of the framework",
    files: { "package.json": '{ "dependencies": { "express": "^3.0.0" } }' },
    left: ["package.json, express"],
    omitted: [],
  },
  {
    name: "a workflow",
    files: { [workflow]: "on: push\n" },
    left: [workflow],
    omitted: [],
  },
];

describe("init, in a folder that has something,", () => {
  it.each(cases)("leaves it, and what goes with it, as it is: $name", async ({ files, left, omitted }) => {
    await inShop(files, (told, project) => {
      expect(told.left).toEqual(left);
      expect(told.omitted).toEqual(omitted);
      for (const path of omitted) expect(project.tree()).not.toHaveProperty([`shop/${path}`]);
    });
  });

  it("adds to package.json what it lacks, and keeps the rest of it byte for byte", async () => {
    const text = [
      "{",
      '\t"name": "shop",   "version": "3.0.0",',
      '\t"type": "commonjs",',
      '\t"packageManager": "pnpm@11.1.0",',
      '\t"scripts": {',
      '\t\t"test": "echo \\"Error: no test specified\\" && exit 1",',
      '\t\t"zip": "zip -r"',
      "\t},",
      '\t"files": ["a", "b"],',
      '\t"dependencies": { "express": "4.0.0" }',
      "}",
    ].join("\n");
    await inShop({ "package.json": text }, ({ packageManager, module }, project) => {
      expect([packageManager, module]).toEqual(["pnpm", "commonjs"]);
      const added = project.read("shop/package.json");
      for (const line of [1, 2, 3, 6, 8]) expect(added).toContain(text.split("\n")[line]);
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

  it("sees to it that no secret is committed", async () => {
    await inShop({ ".gitignore": "/dist\n*.log" }, (_, project) => {
      expect(project.read("shop/.gitignore")).toBe("/dist\n*.log\nnode_modules/\n.env\n");
    });
  });

  it.each([
    { file: "pnpm-lock.yaml", want: "pnpm" },
    { file: "yarn.lock", want: "yarn" },
    { file: "package-lock.json", want: "npm" },
  ])("takes the package manager that left a $file", async ({ file, want }) => {
    await inShop({ "package.json": "{}", [file]: "" }, (told, project) => {
      expect(told.packageManager).toBe(want);
      expect(project.read("shop/Dockerfile")).toContain(`COPY package.json ${file}`);
    });
  });

  it("says what was left, what that needs, and what was not written", async () => {
    await inProject(async (project) => {
      project.putSpec();
      project.put("shop/package.json", "{}");
      project.put("shop/src/app.ts", "");
      const given = ["init", "express", "--spec", "spec", "--events", "scanCode", "--dir", "shop"];
      const { stdout } = await project.call(...given);
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

  it("tells what pnpm needs, as its settings may be those of a folder above", async () => {
    await inShop({ "package.json": "{}", "pnpm-lock.yaml": "" }, ({ omitted }) => {
      expect(omitted).toEqual(["pnpm-workspace.yaml"]);
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
    await inProject(async (project) => {
      project.putSpec();
      await addTo(project);
      const before = project.tree();
      const { stdout } = await addTo(project);
      expect((JSON.parse(stdout) as Told).files).toEqual([]);
      expect(project.tree()).toEqual(before);
    });
  });
});

describe("init", () => {
  it.each(["--min-version 11", "--versions 11,13.0.2"])(
    "makes a project that can generate the same again: %s",
    async (fleet) => {
      await inProject(async (project) => {
        project.putSpec();
        const given = ["--spec", "spec", "--events", "scanCode", ...fleet.split(" "), "--responses", "gated"];
        await project.call("init", "express", "--dir", "hooks", ...given);
        const { scripts } = JSON.parse(project.read("hooks/package.json")) as {
          scripts: { generate: string };
        };
        expect(scripts.generate).toBe(
          `mplus-codegen --target express ${fleet} --responses gated --spec ../spec --out src/mplus`,
        );
        const again = [...scripts.generate.split(" ").slice(1), "--check"];
        const { code, stdout } = await runCommand(again, { cwd: join(project.folder, "hooks") });
        expect([code, stdout.split("\n")[0]]).toEqual([
          0,
          expect.stringMatching(/^Nothing to do: the \d+ files in src\/mplus\/ are up to date\.$/),
        ]);
      });
    },
  );

  it("tells a program what it made", async () => {
    await inProject(async (project) => {
      project.putSpec();
      const given = ["--spec", "spec", "--events", "printBill", "--json"];
      const { stdout } = await project.call("init", "express", ...given);
      const { files, ...rest } = JSON.parse(stdout) as { files: readonly string[] };
      expect(rest).toEqual({
        ...{ dir: "mplus-express", framework: "Express", packageManager: "npm", module: "esm" },
        ...{ events: ["printBill"], left: [], omitted: [], warnings: [] },
      });
      const written = Object.keys(project.tree())
        .filter((path) => /^mplus-express\/(?!src\/mplus\/).*[^/]$/.test(path))
        .map((path) => path.slice("mplus-express/".length));
      expect(files.toSorted()).toEqual(written.toSorted());
    });
  });

  it("gives each project a secret of its own, and keeps it out of version control", async () => {
    await inProject(async (project) => {
      project.putSpec();
      const given = ["--spec", "spec", "--events", "scanCode"];
      await project.call("init", "express", "--dir", "a", ...given);
      await project.call("init", "express", "--dir", "b", ...given);
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
