import { readFileSync } from "node:fs";
import { isAbsolute, relative, resolve, sep } from "node:path";
import { createJiti } from "jiti";
import * as api from "../../index.js";
import { report } from "../../problem/catalogue.js";
import { failure, success, type Outcome, type Position, type Problem } from "../../problem/problem.js";
import { positionAt } from "../../spec/read/json-text.js";

/** What a module gives by default, and the files that it was made of, without those of packages. */
export interface LoadedModule {
  readonly value: unknown;
  readonly files: readonly string[];
}

/**
 * Runs a module in TypeScript or JavaScript, as it is now: neither it nor what it imports is remembered from an earlier call. It
 * gets this very package where it imports `mplus-codegen`. This is the only file that knows jiti.
 */
export function loadModule(path: string): Outcome<LoadedModule> & { readonly files: readonly string[] } {
  const file = resolve(path);
  const jiti = createJiti(file, {
    fsCache: false,
    virtualModules: { "mplus-codegen": api },
  });
  const before = new Set(Object.keys(jiti.cache));
  const load = (): Outcome<unknown> => {
    try {
      // Its successor `import` leaves some modules to node, which never reads them again.
      // eslint-disable-next-line @typescript-eslint/no-deprecated
      return success(getDefault(jiti(file)));
    } catch (error) {
      return failure([describeFault(error, path)]);
    }
  };
  const loaded = load();
  const added = Object.keys(jiti.cache).filter((name) => !before.has(name) && !isOfPackage(name));
  for (const name of added) Reflect.deleteProperty(jiti.cache, name);
  const files = [...new Set([file, ...added])];
  return loaded.ok ? { ...success({ value: loaded.value, files }), files } : { ...loaded, files };
}

const isOfPackage = (path: string): boolean => path.includes(`${sep}node_modules${sep}`);

const getDefault = (module: unknown): unknown =>
  typeof module === "object" && module !== null && "default" in module ? module.default : module;

/** A syntax error has its place at its end; what was thrown has it in its stack. */
function describeFault(error: unknown, path: string): Problem {
  const text = error instanceof Error ? error.message : String(error);
  const [, detail = text] = /^(?:\w*Error: )*([^\n]*)/.exec(text) ?? [];
  const position = findPosition(error);
  const problem = report("config-unreadable", { path, reason: detail.trim().replace(/\.$/, "") });
  return position
    ? { ...problem, place: { file: relative("", position.file), pointer: "" }, position: position.position }
    : problem;
}

function findPosition(error: unknown): { file: string; position: Position } | undefined {
  const stack = error instanceof Error ? `${error.message}\n${error.stack ?? ""}` : "";
  for (const line of stack.split("\n")) {
    // `at name (file:3:4)`, `at file:3:4`, or the place alone.
    const place = line
      .slice(line.lastIndexOf("(") + 1)
      .replace(")", "")
      .trim()
      .replace("at ", "");
    const [column, down, ...rest] = place.split(":").reverse();
    const file = rest.reverse().join(":");
    if (!isAbsolute(file) || isOfPackage(file)) continue;
    const position = positionIn(file, Number(down), Number(column));
    if (position) return { file, position };
  }
  return undefined;
}

function positionIn(file: string, line: number, column: number): Position | undefined {
  try {
    const text = readFileSync(file, "utf8");
    const before = text.split("\n").slice(0, line);
    const last = before.pop() ?? "";
    // Code that was transformed may have longer lines.
    const start = before.map((other) => `${other}\n`).join("").length;
    return positionAt(text, start + Math.min(column, last.length));
  } catch {
    return undefined;
  }
}
