import { readFileSync, readdirSync } from "node:fs";
import { builtinModules } from "node:module";
import { join, posix } from "node:path";
import { describe, expect, it } from "vitest";

/** The rooms, from the ground up, each with those it may import from, and with all that these may. */
const knows: Readonly<Record<string, readonly string[]>> = {
  text: [],
  problem: ["text"],
  time: ["problem"],
  spec: ["time"],
  model: ["spec"],
  lattice: ["model"],
  view: ["lattice"],
  diff: ["lattice"],
  explain: ["diff"],
  examples: ["view"],
  docs: ["explain", "examples"],
  targets: ["docs"],
  write: ["problem"],
  "generate.ts": ["targets"],
  init: ["generate.ts"],
  cli: ["init", "write"],
};

const root = join(import.meta.dirname, "..", "generator");

interface Import {
  readonly from: string;
  readonly to: string;
}

const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((item) => item.isFile() && item.name.endsWith(".ts"))
  .map((item) => join(item.parentPath, item.name).slice(root.length + 1));

const imports: readonly Import[] = files.flatMap((from) => {
  const text = readFileSync(join(root, from), "utf8");
  return [...text.matchAll(/\bfrom "([^"]+)"|\bimport\("([^"]+)"\)|^import "([^"]+)"/gm)].map((match) => ({
    from,
    to: match[1] ?? match[2] ?? match[3] ?? "",
  }));
});

const relative = imports
  .filter(({ to }) => to.startsWith("."))
  .map(({ from, to }) => ({ from, to: posix.join(posix.dirname(from), to).replace(/\.js$/, ".ts") }));

const roomOf = (path: string): string => path.split("/")[0] ?? "";

const knownTo = (room: string): ReadonlySet<string> =>
  new Set([room, ...(knows[room] ?? []).flatMap((other) => [...knownTo(other)])]);

describe("imports point one way", () => {
  it("finds the rooms that the design names, and no others", () => {
    expect([...new Set(files.map(roomOf))].sort()).toEqual(Object.keys(knows).sort());
  });

  it("lets a room import only what it knows", () => {
    const wrong = relative.filter(({ from, to }) => !knownTo(roomOf(from)).has(roomOf(to)));
    expect(wrong).toEqual([]);
  });

  it("keeps targets from importing one another", () => {
    const folder = (path: string) => path.split("/").slice(0, 2).join("/");
    const inTarget = (path: string) => /^targets\/[^/]+\//.test(path);
    const wrong = relative.filter(
      ({ from, to }) => inTarget(from) && inTarget(to) && folder(from) !== folder(to),
    );
    expect(wrong).toEqual([]);
  });

  it("has no circle of files", () => {
    const circles: string[][] = [];
    const done = new Set<string>();
    const follow = (file: string, trail: readonly string[]): void => {
      if (trail.includes(file)) circles.push([...trail.slice(trail.indexOf(file)), file]);
      if (trail.includes(file) || done.has(file)) return;
      for (const { to } of relative.filter(({ from }) => from === file)) follow(to, [...trail, file]);
      done.add(file);
    };
    files.forEach((file) => follow(file, []));
    expect(circles).toEqual([]);
  });
});

describe("doors", () => {
  const packages = imports.filter(({ to }) => !to.startsWith(".") && !to.startsWith("node:"));

  it("opens each library in one file", () => {
    const doors = new Map<string, Set<string>>();
    for (const { from, to } of packages) doors.set(to, (doors.get(to) ?? new Set()).add(from));
    const several = [...doors].filter(([, from]) => from.size > 1).map(([name, from]) => [name, [...from]]);
    expect(several).toEqual([]);
  });

  it("declares every library that it imports", () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, "..", "package.json"), "utf8")) as {
      dependencies: Record<string, string>;
    };
    const undeclared = packages.filter(({ to }) => !Object.hasOwn(dependencies, to));
    expect(undeclared).toEqual([]);
  });

  it("touches the file system where the spec is read, in write and in cli only", () => {
    const outside = imports.filter(
      ({ from, to }) =>
        /^node:(fs|child_process|net|http|os|process)/.test(to) &&
        !/^(spec\/read\/|write\/|cli\/)/.test(from),
    );
    expect(outside).toEqual([]);
  });

  it("prints, reads argv and exits in cli/main.ts only", () => {
    const wrong = files.filter(
      (file) =>
        file !== "cli/main.ts" &&
        /\bconsole\.|\bprocess\.(argv|exit|stdout|stderr)/.test(readFileSync(join(root, file), "utf8")),
    );
    expect(wrong).toEqual([]);
  });

  it("names node's own modules with their prefix", () => {
    expect(imports.filter(({ to }) => builtinModules.includes(to))).toEqual([]);
  });
});
