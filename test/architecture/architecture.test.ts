import { posix } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { commands } from "../../generator/cli/options/commands.js";
import { options } from "../../generator/cli/options/options.js";
import { targets } from "../../generator/targets/all.js";
import { type Budgets, budgetFile, findExcess, formatBudgets, measureFolders } from "./budgets.js";
import { listFiles, readText, writeText } from "./files.js";
import { findChild, findCircles, findEdges, listImports, listParents, type Import } from "./imports.js";
import { findReachable, parseFolders } from "./folders.js";

const files = ["generator", "templates", "test"].flatMap(listFiles);
let edges: readonly Import[];
beforeAll(() => (edges = findEdges(listImports(files), files)));

describe('the table under "The folders" in ARCHITECTURE.md', () => {
  const folders = parseFolders(readText("ARCHITECTURE.md"));
  const names = [...folders.keys()];

  it("lists every folder of generator/", () => {
    const code = files.filter((path) => /^generator\/.*\.(?:ts|mjs)$/.test(path));
    expect(new Set(code.map((path) => findChild("generator/", path)))).toEqual(new Set(names));
  });

  it("lets a folder import only from folders above it", () => {
    const upwards = names.flatMap((name, row) =>
      (folders.get(name) ?? []).filter((other) => !names.slice(0, row).includes(other)),
    );
    expect(upwards).toEqual([]);
  });

  it("names all that a folder imports from", () => {
    const toFolder = (path: string): string => findChild("generator/", path) ?? "";
    const inside = edges.filter(({ from, to }) => [from, to].every((path) => path.startsWith("generator/")));
    const wrong = inside.filter(({ from, to }) => !findReachable(folders, toFolder(from)).has(toFolder(to)));
    expect(wrong).toEqual([]);
  });
});

describe("imports", () => {
  it("have no circle of files, imports of types included", () => {
    expect(findCircles(edges)).toEqual([]);
  });

  it("have no circle of the folders and files in any folder", () => {
    const parents = new Set(
      files.filter((path) => !path.startsWith("test/")).flatMap((path) => listParents(path)),
    );
    const circles = [...parents].flatMap((parent) => {
      const inside = edges.map(({ from, to }) => [findChild(parent, from), findChild(parent, to)] as const);
      return findCircles(
        inside.flatMap(([from, to]) =>
          from === undefined || to === undefined || from === to ? [] : [{ from, to }],
        ),
      );
    });
    expect(circles).toEqual([]);
  });

  it("do not lead out of what is copied into the output", () => {
    const copied = edges.filter(({ from }) => from.startsWith("templates/copied/"));
    expect(copied).not.toEqual([]);
    expect(copied.filter(({ to }) => !to.startsWith("templates/copied/"))).toEqual([]);
  });

  it("bring only types from templates into the generator, and the checks of the contract's table", () => {
    const values = /^(?:import (?!type\b)|export )[^;]*from "([^"]*\/templates\/[^"]*)"/gm;
    const brought = files
      .filter((path) => path.startsWith("generator/"))
      .flatMap((from) =>
        [...readText(from).matchAll(values)].map(([, to = ""]) => ({
          from,
          to: posix.join(posix.dirname(from), to).replace(/\.js$/, ".ts"),
        })),
      );
    expect(brought).not.toEqual([]);
    const users = ["generator/contract/table/", "generator/till/"];
    const checks = ["templates/copied/validators/", "templates/copied/receiver/handling/evidence.ts"];
    const isMeant = ({ from, to }: Import) =>
      users.some((folder) => from.startsWith(folder)) && checks.some((place) => to.startsWith(place));
    expect(brought.filter((each) => !isMeant(each))).toEqual([]);
  });

  it("load code of templates in cli/inputs/open-inbox.ts alone, and of the inbox alone", () => {
    const loads = /\bimport\("([^"]*\/templates\/[^"]*)"\)/g;
    const loaded = files
      .filter((path) => path.startsWith("generator/"))
      .flatMap((from) => [...readText(from).matchAll(loads)].map(([, to = ""]) => ({ from, to })));
    expect(loaded).not.toEqual([]);
    const isMeant = ({ from, to }: Import) =>
      from === "generator/cli/inputs/open-inbox.ts" && to.includes("/templates/copied/inbox/");
    expect(loaded.filter((each) => !isMeant(each))).toEqual([]);
  });

  it("do not lead from one target to another", () => {
    const toTarget = (path: string) =>
      targets.map(({ name }) => `generator/targets/${name}/`).find((folder) => path.startsWith(folder));
    const wrong = edges.filter(({ from, to }) => {
      const [source, target] = [toTarget(from), toTarget(to)];
      return source !== undefined && target !== undefined && source !== target;
    });
    expect(wrong).toEqual([]);
  });
});

it("nothing is more than a tenth above its budget: delete code, or run with MPLUS_UPDATE=1 and say in the commit what it is for", () => {
  const sizes: Budgets = {
    ...measureFolders(files),
    "the program": {
      commands: Object.keys(commands).length,
      options: Object.keys(options).length,
      targets: targets.length,
    },
  };
  if (process.env["MPLUS_UPDATE"] === "1") writeText(budgetFile, formatBudgets(sizes));
  expect(findExcess(JSON.parse(readText(budgetFile)) as Budgets, sizes)).toEqual([]);
});
