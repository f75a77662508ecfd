import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import type { Language } from "../../../generator/targets/target.js";
import { runProgram, type Command } from "../../workbench/run.js";
import { needs } from "../../workbench/tools.js";
import type { TypedBody } from "./bodies.js";
import { inFolder } from "../../workbench/folders.js";

export interface Compiler {
  readonly language: Language;
  /** The program in `programs/` that reads and writes each line of `bodies.tsv`. */
  readonly file: string;
  readonly libraries?: readonly string[];
  /** Compiler commands, or checkers if nothing is compiled. */
  readonly compile: Command;
  readonly run: Command;
}

const jackson = ["databind", "core", "annotations"].map((part) => `/usr/share/java/jackson-${part}.jar`);
const newtonsoft = "/usr/lib/cli/Newtonsoft.Json-5.0/Newtonsoft.Json.dll";

const mcsFlags = ["-warnaserror", "-out:RoundTrip.exe", `-r:${newtonsoft}`];
const flags = ["-Xlint:all", "-Werror", "-d", "classes", "-cp", jackson.join(":"), "-sourcepath", "models"];

export const compilers: readonly Compiler[] = [
  {
    language: "php",
    file: "round-trip.php",
    compile: ["php", "-l", "models/Mplus.php"],
    run: ["php", "round-trip.php"],
  },
  {
    language: "python",
    file: "round_trip.py",
    compile: ["python3", "-W", "error", "-m", "py_compile", "models/mplus.py"],
    run: ["python3", "round_trip.py"],
  },
  {
    language: "java",
    file: "RoundTrip.java",
    libraries: jackson,
    compile: ["javac", ...flags, "@sources.txt"],
    run: ["java", "-cp", ["classes", ...jackson].join(":"), "RoundTrip"],
  },
  {
    language: "csharp",
    file: "RoundTrip.cs",
    libraries: [newtonsoft],
    compile: ["mcs", ...mcsFlags, "models/Mplus.cs", "RoundTrip.cs"],
    run: ["mono", "RoundTrip.exe"],
  },
];

export const lackingFor = ({ compile, run, libraries = [] }: Compiler): string | undefined =>
  needs(...new Set([compile[0], run[0]]), ...libraries);

/** The program must compile and run without warnings. */
export async function bringBack(
  { file, compile, run }: Compiler,
  models: ReadonlyMap<string, string>,
  bodies: readonly TypedBody[],
): Promise<string[]> {
  const files = new Map([
    ...models,
    [file, readFileSync(join(import.meta.dirname, "programs", file), "utf8")],
    ["bodies.tsv", bodies.map(({ type, text }) => `${type}\t${text}\n`).join("")],
    ["sources.txt", [...models.keys(), file].filter((path) => path.endsWith(".java")).join("\n")],
  ]);
  return inFolder(files, async (folder) => {
    expect(await runProgram(folder, compile)).toMatchObject({ code: 0, stderr: "" });
    const ran = await runProgram(folder, run);
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    return ran.stdout.trim().split("\n");
  });
}
