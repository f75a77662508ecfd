import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { hashContent } from "../../../generator/output/layout.js";
import type { Stamp } from "../../../generator/output/stamp.js";
import { fromSeed, oneOf, type Draw } from "../../workbench/draw.js";
import { seed } from "../../workbench/seed.js";
import {
  generateCold,
  readTree,
  unlessAway,
  withWatch,
  type Tree,
  type WatchedProject,
} from "./watched-project.js";

const edits = 200;

it(`after ${edits} random edits, mistakes among them, the tree was never partial and is that of a cold run`, () =>
  withWatch({ args: [], files: { "mplus-codegen.config.json": configs[0] } }, async (project) => {
    await project.says(/Ctrl-C/);
    const draw = fromSeed(seed);
    const editor = createEditor(project, draw);
    const torn: string[] = [];
    for (let i = 0; i < edits; i++) {
      oneOf(draw, editor.edits)();
      // Edits come in bursts, or with time to look at the files between them. A look during a build counts, too.
      for (let looks = draw.below(8); looks > 0; looks--) torn.push(...(await look(project)));
    }
    editor.mendAll();
    const cold = await generateCold(project.folder, ["--config", "mplus-codegen.config.json"]);
    const readNow = () => unlessAway(() => readTree(join(project.folder, "generated")), {});
    while (!isSame(readNow(), cold)) torn.push(...(await look(project)));
    expect(torn).toEqual([]);
    expect(await project.interrupt()).toMatchObject({ code: 0 });
    expect(readTree(join(project.folder, "generated"))).toEqual(cold);
  }));

const toConfig = (target: readonly string[], minVersion: string): string =>
  JSON.stringify({ outputs: [{ target, minVersion, spec: "spec" }] });

const configs = [
  toConfig(["types"], "48"),
  toConfig(["types", "validators"], "48"),
  toConfig(["types"], "55"),
] as const;

function createEditor(project: WatchedProject, draw: Draw) {
  const { folder, read, write, writeByRename, remove, move } = project;
  const paths = ["events", "responses", "requests"].flatMap((name) =>
    readdirSync(join(folder, "spec", name)).flatMap((file) =>
      file.endsWith(".json") ? [`spec/${name}/${file}`] : [],
    ),
  );
  const originals = new Map(paths.map((path) => [path, read(path)]));
  const broken = new Set<string>();
  const original = (path: string): string => originals.get(path) ?? "";
  const describe = (path: string): string =>
    original(path).replace(/"description": "[^"]*"/, `"description": "Edit ${draw.below(1_000_000)}."`);
  const change = (put: typeof write) => () => {
    const path = oneOf(draw, paths);
    put(path, describe(path));
    broken.delete(path);
  };
  const harm = (put: (path: string) => void) => () => {
    const path = oneOf(draw, paths);
    if (!existsSync(join(folder, path))) return;
    put(path);
    broken.add(path);
  };
  const mend = (): void => {
    for (const path of broken) write(path, original(path));
    broken.clear();
  };
  const config = "mplus-codegen.config.json";
  return {
    edits: [
      change(write),
      change(write),
      change(writeByRename),
      harm((path) => write(path, read(path).slice(0, draw.below(read(path).length)))),
      harm(remove),
      mend,
      mend,
      () => write(config, oneOf(draw, configs)),
      () => write(config, configs[0].slice(0, draw.below(configs[0].length))),
      () => write(config, configs[1]),
      () => {
        move("spec", "away");
        move("away", "spec");
      },
    ],
    mendAll: () => {
      mend();
      write(config, configs[1]);
    },
  };
}

/**
 * Looks at the tree once, and lists files that do not match the stamp. A look while files are being moved does not
 * count: our temporary folder exists then, or the stamp differs afterwards.
 */
async function look({ folder }: WatchedProject): Promise<string[]> {
  await new Promise((resolve) => setTimeout(resolve, 5));
  const out = join(folder, "generated");
  const isMoving = (): boolean => readdirSync(out).some((name) => name.startsWith(".mplus-codegen-"));
  const readStamp = (): string => readFileSync(join(out, "stamp.json"), "utf8");
  return unlessAway(() => {
    if (isMoving()) return [];
    const stamp = readStamp();
    const tree = readTree(out);
    if (isMoving() || readStamp() !== stamp) return [];
    return findTorn(JSON.parse(stamp) as Stamp, tree);
  }, []);
}

function findTorn({ targets }: Stamp, tree: Tree): string[] {
  const files = Object.assign({}, ...Object.values(targets).map((entry) => entry.files)) as Tree;
  const paths = new Set(
    [...Object.keys(files), ...Object.keys(tree)].filter((path) => path !== "stamp.json"),
  );
  return [...paths].filter((path) => files[path] !== hashContent(path, tree[path] ?? ""));
}

const isSame = (one: Tree, other: Tree): boolean => JSON.stringify(one) === JSON.stringify(other);
