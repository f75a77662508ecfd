import { beforeAll, describe, expect, it } from "vitest";
import { commands } from "../../generator/cli/options/commands.js";
import { options } from "../../generator/cli/options/options.js";
import { targets } from "../../generator/targets/all.js";
import { type Budgets, budgetFile, findExcess, formatBudgets, measureRooms } from "./budgets.js";
import { listFiles, readText, writeText } from "./files.js";
import { findCircles, findEdges, listImports, type Import } from "./imports.js";
import { findReachable, findRoom, parseOrder, parseRooms, type Rooms } from "./rooms.js";

const map = readText("ARCHITECTURE.md");

const files = ["generator", "templates", "test"].flatMap(listFiles);
let edges: readonly Import[];
beforeAll(() => (edges = findEdges(listImports(files), files)));

/** Where rooms are: a folder, and the heading in ARCHITECTURE.md under which its table stands. */
const houses = [
  { folder: "generator", heading: "Rooms" },
  { folder: "generator/till", heading: "Rooms of the till" },
  { folder: "templates", heading: "Templates" },
].flatMap(({ folder, heading }) => {
  const rooms = parseRooms(map, heading);
  return rooms === undefined ? [] : [{ folder, heading, rooms }];
});

it("ARCHITECTURE.md has a table of all rooms", () => {
  expect(houses.map(({ folder }) => folder)).toEqual(["generator", "generator/till", "templates"]);
});

describe.each(houses)("the rooms of $folder", ({ folder, heading, rooms }) => {
  const toRoom = (path: string): string => findRoom(path.slice(folder.length + 1));
  const isInside = (path: string): boolean => path.startsWith(`${folder}/`);

  it(`are those under "${heading}" in ARCHITECTURE.md`, () => {
    const code = files.filter((path) => isInside(path) && /(?:\.ts|\/index\.hbs)$/.test(path));
    const found = new Set(code.map(toRoom));
    expect([...found].sort()).toEqual([...rooms.keys()].sort());
  });

  it("may only import from rooms that are in the table", () => {
    expect(findUnknown(rooms)).toEqual([]);
  });

  it("import only from the rooms that the table allows", () => {
    const inside = edges.filter(({ from, to }) => isInside(from) && isInside(to));
    const wrong = inside.filter(({ from, to }) => !findReachable(rooms, toRoom(from)).has(toRoom(to)));
    expect(wrong).toEqual([]);
  });
});

const findUnknown = (rooms: Rooms): string[] =>
  [...rooms.values()].flat().filter((other) => !rooms.has(other));

describe("the files of the receiver", () => {
  const folder = "templates/receiver/";
  const order = parseOrder(map, "Files of the receiver")?.map((name) => `${folder}${name}`) ?? [];

  it('are those under "Files of the receiver" in ARCHITECTURE.md', () => {
    const found = files.filter((path) => path.startsWith(folder) && !path.endsWith(".md"));
    expect([...order].sort()).toEqual(found);
  });

  it("import only from files above them in the table, types included", () => {
    const inside = edges.filter(({ from, to }) => from.startsWith(folder) && to.startsWith(folder));
    expect(inside).not.toEqual([]);
    expect(inside.filter(({ from, to }) => order.indexOf(to) >= order.indexOf(from))).toEqual([]);
  });
});

describe("imports", () => {
  it("have no circle of files, imports of types included", () => {
    expect(findCircles(edges)).toEqual([]);
  });

  it("bring only types from templates into the generator: templates are not in the package's code", () => {
    const values = /^(?:import (?!type\b)|export )[^;]*from "[^"]*\/templates\//m;
    const generator = files.filter((path) => path.startsWith("generator/"));
    expect(generator.filter((path) => values.test(readText(path)))).toEqual([]);
  });

  it("load code of templates in cli/open-inbox.ts alone, and of the inbox alone", () => {
    const loads = /\bimport\("([^"]*\/templates\/[^"]*)"\)/g;
    const loaded = files
      .filter((path) => path.startsWith("generator/"))
      .flatMap((from) => [...readText(from).matchAll(loads)].map(([, to = ""]) => ({ from, to })));
    expect(loaded).not.toEqual([]);
    const isMeant = ({ from, to }: { from: string; to: string }) =>
      from === "generator/cli/open-inbox.ts" && to.includes("/templates/inbox/");
    expect(loaded.filter((each) => !isMeant(each))).toEqual([]);
  });

  it("do not lead from one target to another", () => {
    const toTarget = (path: string) => /^generator\/targets\/[^/]+\//.exec(path)?.[0];
    const wrong = edges.filter(({ from, to }) => {
      const [source, target] = [toTarget(from), toTarget(to)];
      return source !== undefined && target !== undefined && source !== target;
    });
    expect(wrong).toEqual([]);
  });
});

it("no room is more than a tenth above its budget: delete code, or run with MPLUS_UPDATE=1 and say in the commit what it is for", () => {
  const sizes: Budgets = {
    ...measureRooms(files),
    "the program": {
      commands: Object.keys(commands).length,
      options: Object.keys(options).length,
      targets: targets.length,
    },
  };
  if (process.env["MPLUS_UPDATE"] === "1") writeText(budgetFile, formatBudgets(sizes));
  expect(findExcess(JSON.parse(readText(budgetFile)) as Budgets, sizes)).toEqual([]);
});
