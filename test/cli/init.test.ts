import { mkdirSync, realpathSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { InitJson } from "../../generator/cli/commands/init.js";
import { quote } from "../../generator/base/text/quote.js";
import { runCommand } from "../workbench/command.js";
import { runProgram } from "../workbench/run.js";
import { inProject, inSmallProject, type Project } from "../workbench/project.js";

const ofSmall = ["init", "express", "--spec", "spec", "--events", "scanCode"] as const;

const addTo = (project: Project) => project.call(...ofSmall, "--dir", "shop", "--json");

/** Runs commands in bash, with programs that print their arguments one per line. */
async function runInBash(commands: string, cwd: string): Promise<readonly string[]> {
  const show = `() { printf '%s\\n' "$@"; };`;
  const text = `npm${show} npx${show} mplus-codegen${show} node() { cat; }; ${commands}`;
  return (await runProgram(cwd, ["bash", "-c", text])).stdout.split("\n").slice(0, -1);
}

interface Told {
  readonly packageManager: string;
  readonly module: string;
  readonly files: readonly string[];
  readonly left: readonly string[];
  readonly needs: readonly {
    readonly path: string;
    readonly place: string;
    readonly lines: readonly string[];
  }[];
  readonly next: readonly string[];
}

/** Adds a project to the folder `shop` with these files. None of the files may change. */
async function inShop(
  files: Readonly<Record<string, string>>,
  use: (told: Told, project: Project) => void | Promise<void>,
): Promise<void> {
  await inSmallProject(async (project) => {
    for (const [path, text] of Object.entries(files)) project.put(`shop/${path}`, text);
    const { stdout } = await addTo(project);
    for (const [path, text] of Object.entries(files)) expect(project.read(`shop/${path}`)).toBe(text);
    await use(JSON.parse(stdout) as Told, project);
  });
}

const workflow = ".github/workflows/ci.yml";
const json = { "package.json": "{}" };

type Case = readonly [files: Readonly<Record<string, string>>, left: readonly string[]];

const cases: readonly Case[] = [
  [{ LICENSE: "MIT\n" }, []],
  [
    { "README.md": "# Shop\n", ".env": "PORT=1\n", "tsconfig.json": "{}" },
    [".env", "tsconfig.json", "README.md"],
  ],
  [{ "package.json": '{ "scripts": { "test": "vitest", "build": "tsc -b" } }' }, []],
  [{ [workflow]: "on: push\n" }, [workflow]],
  [{ ".gitignore": "*.log\n", "scenarios/scanCode.yaml": "steps: []\n" }, ["scenarios/scanCode.yaml"]],
];

describe("init, in a folder that has something,", () => {
  it.each(cases)("keeps it, and writes all other files: %j", async (files, left) => {
    await inShop(files, (told, project) => {
      expect(told.left).toEqual(left);
      expect([...told.files, ...Object.keys(files)]).toEqual(
        expect.arrayContaining(["package.json", "src/app.ts", "src/server.ts", "Dockerfile", workflow]),
      );
      for (const path of told.files) expect(project.tree()).toHaveProperty([`shop/${path}`]);
    });
  });

  it.each([
    ["npm", "npm install", "npm install --save-dev"],
    ["pnpm", "pnpm add", "pnpm add --save-dev"],
    ["yarn", "yarn add", "yarn add --dev"],
  ])("leaves package.json to commands, of what it lacks: %s", async (name, install, installTools) => {
    const manifest = {
      type: "module",
      packageManager: `${name}@1.0.0`,
      devDependencies: { tsx: "1.0.0", typescript: "5" },
      scripts: { test: 'echo "Error: no test specified" && exit 1' },
    };
    const files = {
      "package.json": JSON.stringify(manifest),
      "tsconfig.json": "{}",
      "pnpm-workspace.yaml": "",
    };
    await inShop(files, ({ packageManager, module, next }) => {
      expect([packageManager, module]).toEqual([name, "esm"]);
      expect(next).toEqual([
        'npm pkg set "scripts.build=tsc -p tsconfig.build.json"',
        'npm pkg set "scripts.dev=tsx watch src/server.ts"',
        'npm pkg set "scripts.generate=mplus-codegen --target express --spec ../spec --out src/mplus"',
        'npm pkg set "scripts.start=node dist/server.js"',
        'npm pkg set "scripts.test=node --import tsx --test --test-force-exit test/*.test.ts"',
        'npm pkg set "scripts.typecheck=tsc"',
        expect.stringMatching(new RegExp(`^${install} "express@\\^5[.\\d]+"$`)) as string,
        expect.stringMatching(
          new RegExp(
            `^${installTools} "@types/express@\\^\\S+" "@types/node@\\^\\S+" mplus-codegen@(file|link|portal):\\S+$`,
          ),
        ) as string,
        `${name} test`,
        `${name} run dev`,
      ]);
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

  it("says which files it keeps, and which lines they lack", async () => {
    await inSmallProject(async (project) => {
      const mine = {
        "tsconfig.json": "{}",
        ".gitignore": "/node_modules\ndist\n",
        ".dockerignore": ".env*\n",
      };
      for (const [path, text] of Object.entries(mine)) project.put(`shop/${path}`, text);
      const { stdout } = await project.call(...ofSmall, "--dir", "shop");
      expect(stdout.split("\n").slice(2)).toEqual([
        expect.stringMatching(/^npm run generate regenerates the \d+ files in src\/mplus\/\.$/),
        "",
        "Your own files are unchanged. Add these lines by hand:",
        "  .gitignore, these lines:",
        "    .env",
        "  .dockerignore, these lines:",
        "    .git",
        "    dist",
        "    node_modules",
        "",
        "Not overwritten, because you already have these files:",
        "  tsconfig.json",
        "",
        "Next:",
        "  cd shop",
        "  npm install",
        "  npm test",
        "  npm run dev",
        "",
      ]);
    });
  });

  it("works in the folder that one is in, with a spec in it", async () => {
    await inSmallProject(async (project) => {
      project.put("package.json", '{ "name": "mine" }');
      const asked = ["--spec", "spec", "--dir", ".", "--events", "scanCode"];
      const { code, stdout } = await project.call("init", "node", ...asked);
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

const workspaces: readonly (readonly [call: string, files: Readonly<Record<string, string>>])[] = [
  ["init", { "package.json": '{ "workspaces": ["apps/*"] }' }],
  ["init express --dir apps/hooks", { ...json, "pnpm-workspace.yaml": "packages:\n  - apps/*\n" }],
  [
    "init express --dir apps/hooks",
    {
      "package.json": '{ "workspaces": ["apps/*"] }',
      "package-lock.json": "{}",
      "apps/hooks/package.json": "{}",
    },
  ],
];

describe("init, in a workspace,", () => {
  it.each(workspaces)("makes no project with a workflow of its own: %s %j", async (call, files) => {
    await inSmallProject(async (project) => {
      project.putAll(files);
      const before = project.tree();
      const { code, stderr } = await project.call(...call.split(" "), "--spec", "spec");
      expect([code, stderr]).toEqual([2, expect.stringContaining("which is part of a workspace.")]);
      expect(project.tree()).toEqual(before);
    });
  });
});

describe("init, run again in a project of somebody's own,", () => {
  it("writes what is missing, for the events that have a handler", async () => {
    await inSmallProject(async (project) => {
      const packages = { express: "5", vitest: "4" };
      project.put("package.json", JSON.stringify({ type: "module", devDependencies: packages }));
      project.put("app.js", "const app = express();\n");
      project.put("src/handlers.ts", "// Others.\n");
      const tell = async (...more: readonly string[]) =>
        JSON.parse((await project.call("init", "--spec", "spec", ...more, "--json")).stdout) as InitJson;
      const { files, needs } = await tell("--events", "scanCode");
      expect(needs.map(({ lines }) => lines)).toEqual([
        ['import { createWebhooks } from "./src/mplus-webhooks.js";'],
        ['app.use("/mplus", createWebhooks());'],
      ]);
      expect(await tell()).toMatchObject({ events: ["scanCode"], files: [] });
      rmSync(join(project.folder, "src/mplus-webhooks.test.js"));
      rmSync(join(project.folder, "scenarios"), { recursive: true });
      expect((await tell()).files).toEqual(["scenarios/scanCode.yaml", "src/mplus-webhooks.test.js"]);
      expect(files).toEqual(
        expect.arrayContaining(["scenarios/scanCode.yaml", "src/mplus-webhooks.test.js"]),
      );
    });
  });
});

describe("init, in a project that it made,", () => {
  const scenario = "scenarios/printBill.yaml";
  const add = (project: Project, ...more: readonly string[]) =>
    project.call("init", "express", "--spec", "spec", "--dir", "shop", ...more);

  it("adds the scenario of another event, prints its handler, and touches nothing else", async () => {
    await inSmallProject(async (project) => {
      await project.call(...ofSmall, "--dir", "shop", "--min-version", "11", "--responses", "gated");
      project.put("shop/src/app.ts", "// mine\n");
      project.put("shop/Dockerfile", "");
      const before = project.tree();
      const { stdout } = await add(project, "--events", "printBill");
      expect(stdout.split("\n")).toEqual([
        "Checked shop/ with Express 5: printBill, for shops that run v11 or a later release.",
        `Files for you to edit: ${scenario}.`,
        "",
        "Your own files are unchanged. Add these lines by hand:",
        "  src/handlers.ts, in createHandlers:",
        "    /**",
        "     * A bill is printed. Besides the common answers, its answer may contain `billFooter`.",
        "     */",
        "    printBill: () => ({}),",
        "",
        "Next:",
        "  cd shop",
        "  npm test",
        "",
      ]);
      const { [`shop/${scenario}`]: played, ...rest } = project.tree();
      expect(rest).toEqual(before);
      expect(played).toMatch(/^ {2}- printBill: /m);
    });
  });

  it("prints a handler again until it is there", async () => {
    await inSmallProject(async (project) => {
      await addTo(project);
      await add(project, "--events", "printBill");
      const again = JSON.parse(
        (await add(project, "--events", "printBill,scanCode", "--json")).stdout,
      ) as Told;
      expect([again.files, again.needs.map(({ place }) => place)]).toEqual([[], ["in createHandlers"]]);
      const code = project.read("shop/src/handlers.ts");
      project.put("shop/src/handlers.ts", code.replace("defineHandlers({", "defineHandlers({ printBill,"));
      expect((await add(project, "--events", "printBill")).stdout).toMatch(
        /^Checked shop\/.*\nAll its files already exist\.\n\nNext:/,
      );
    });
  });

  it("asks which events to add, and leads another framework elsewhere", async () => {
    await inSmallProject(async (project) => {
      await addTo(project);
      const before = project.tree();
      expect((await add(project)).stderr).toMatch(
        /already has a project\. .* Name the events, for example: --events/,
      );
      const other = await project.call("init", "nest", "--spec", "spec", "--dir", "shop");
      expect(other.stderr).toContain("For example: mplus-codegen init express --dir shop --events");
      expect(project.tree()).toEqual(before);
    });
  });

  it("says so where the releases are others than the project has", async () => {
    await inSmallProject(async (project) => {
      await project.call(...ofSmall, "--dir", "shop", "--min-version", "11");
      const same = await add(project, "--events", "printBill", "--min-version", "11.0");
      expect([same.code, same.stderr]).toEqual([0, ""]);
      const other = await add(project, "--events", "printBill", "--min-version", "12");
      expect([other.code, other.stderr]).toEqual([
        2,
        "mplus-codegen: The project is generated with --min-version 11, and new events must use the same releases. Remove the release options. To change the releases, edit and run the generate script in package.json.\n",
      ]);
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

  it("has a customer in a scenario of one who is selected, not the number 0", async () => {
    await inProject(async (project) => {
      await project.call("init", "node", "--events", "selectRelation");
      const scenario = parse(project.read("mplus-node/scenarios/selectRelation.yaml")) as object;
      const relation = { relationNumber: expect.toSatisfy((number) => number > 0) as number };
      expect(scenario).toMatchObject({ steps: [{ selectRelation: { relation } }] });
    });
  });

  it("tells a program what it made", async () => {
    await inSmallProject(async (project) => {
      const { files, ...rest } = JSON.parse((await project.call(...ofSmall, "--json")).stdout) as Told;
      expect(rest).toEqual({
        dir: "mplus-express",
        framework: "Express",
        packageManager: "npm",
        module: "esm",
        events: ["scanCode"],
        left: [],
        needs: [],
        warnings: [],
        next: ["npm install", "npm test", "npm run dev"],
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

/** Folder names with characters that a shell, YAML, Markdown or GitHub interpret. */
const oddNames = ["sp;touch PWN;#", 'it\'s  `a` "b" $HOME: #c!d', "${{ github.token }} ${{ a\\b", "-", "~"];

describe("init, with folders of an odd name,", () => {
  it.each(oddNames)("writes commands that name them: %s", async (name) => {
    await inSmallProject(async (project) => {
      const folder = join(realpathSync(project.folder), name);
      mkdirSync(join(project.folder, "specs"));
      renameSync(join(project.folder, "spec"), join(project.folder, "specs", name));
      const call = ["init", "express", "--spec", `specs/${name}`, "--events", "scanCode"] as const;
      const [, cd = ""] = /^ {2}(cd .*)$/m.exec((await project.call(...call, `--dir=${name}`)).stdout) ?? [];
      expect(await runInBash(`${cd} && pwd`, project.folder)).toEqual([folder]);
      const read = (path: string): string => project.read(join(name, path));
      const { scripts } = JSON.parse(read("package.json")) as { scripts: { generate: string } };
      const spec = ["--spec", `../specs/${name}`];
      expect((await runInBash(scripts.generate, folder)).slice(2, 4)).toEqual(spec);
      const [, again = ""] = /^(npx .* init .*) --events <name>$/m.exec(read("README.md")) ?? [];
      expect((await runInBash(again, folder)).slice(-2)).toEqual(spec);
      mkdirSync(join(folder, "base"));
      mkdirSync(join(folder, "specs", name), { recursive: true });
      const compared = await runInBash(findComparison(read(workflow)), folder);
      expect(compared.slice(2, 6)).toEqual(["--spec-from", `base/../specs/${name}`, ...spec]);
      expect(Object.keys(project.tree()).filter((path) => path.endsWith("PWN"))).toEqual([]);
      project.put("own/package.json", "{}");
      const { next } = JSON.parse((await project.call(...call, "--dir", "own", "--json")).stdout) as Told;
      const sets = next.filter((each) => each.startsWith("npm pkg")).join("\n");
      expect(await runInBash(sets, folder)).toContain(`scripts.generate=${scripts.generate}`);
    });
  });

  it.each([
    ["--dir", "a\tb"],
    ["--dir", "a\nb"],
    ["--dir", "a\u200bb"],
    ["--spec", "a\n      - run: touch PWN"],
  ])("writes nothing where no command can name it: %s %j", async (option, path) => {
    await inSmallProject(async (project) => {
      const before = project.tree();
      const { code, stderr } = await project.call("init", "express", `${option}=${path}`);
      const shown = option === "--dir" ? path : `../${path}`;
      expect(code).toBe(2);
      expect(stderr).toBe(
        `mplus-codegen: ${option} ${quote(shown)} contains a tab, a line break or another invisible character, so no command can name it. Rename the folder or choose another one.\n`,
      );
      expect(project.tree()).toEqual(before);
    });
  });
});

function findComparison(text: string): string {
  const { jobs } = parse(text) as { jobs: { contract: { steps: readonly { run?: string }[] } } };
  const run = jobs.contract.steps.find((step) => step.run?.includes("--spec-from"))?.run ?? "";
  return run.replace(/\$\{\{ (.*?) \}\}/g, (_, value: string) => (value === "'${{'" ? "${{" : ""));
}

describe("init, where a file is not as it was written,", () => {
  it.each([{ minVersion: {} }, { minVersion: "48; touch PWN" }])(
    "says that the stamp is wrong: %j",
    async (settings) => {
      await inSmallProject(async (project) => {
        await addTo(project);
        const stamp = { targets: { express: { ...settings, files: {} } } };
        project.put("shop/src/mplus/stamp.json", JSON.stringify(stamp));
        const { code, stdout } = await addTo(project);
        expect([code, stdout]).toEqual([2, expect.stringContaining(wrongStamp)]);
      });
    },
  );

  it("takes a package.json with a byte order mark, as npm does", async () => {
    await inShop({ "package.json": '\ufeff{ "type": "module" }' }, ({ module }) => {
      expect(module).toBe("esm");
    });
  });
});

const wrongStamp = "shop/src/mplus/stamp.json is not a valid stamp";
