import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageRoot } from "../../../generator/contract/package/package-root.js";
import { missingPrograms, runProgram, type Command } from "../../cli/running.js";
import { parsedPage } from "../../workbench/outputs.js";
import { findAll } from "../../targets/docs/markdown-tree.js";

/** The code of one page, and how its reader runs it: here where it lies, in a folder of its own. */
export interface Sample {
  /** The page, as `start/<id>.md`. */
  readonly id: string;
  /** The names under which the page has its blocks of code saved, in the order of the blocks. */
  readonly files: readonly string[];
  readonly programs: readonly string[];
  /** Files of Debian that it needs. */
  readonly libraries?: readonly string[];
  /** What has to be run once before. */
  readonly compile?: readonly Command[];
  /** The port is in the environment as well. */
  readonly receiver?: (port: number) => Command;
  /** Whether its receiver knows the events of loyalty and of payments. */
  readonly plays?: true;
  /** The name of the event comes behind it. */
  readonly sender?: Command;
}

const at = (file: string): string => join(packageRoot, "templates/rendered/pages/samples", file);
// Node.js 20 cannot strip types by itself.
const tsx = ["--import", import.meta.resolve("tsx")];
const newtonsoft = "/usr/lib/cli/Newtonsoft.Json-5.0/Newtonsoft.Json.dll";

export const samples: readonly Sample[] = [
  {
    id: "typescript",
    files: ["receiver.mts"],
    programs: ["node"],
    receiver: () => ["node", ...tsx, at("receiver.mts")],
  },
  {
    id: "python",
    files: ["receiver.py"],
    programs: ["python3"],
    receiver: () => ["python3", at("receiver.py")],
    plays: true,
  },
  {
    id: "php",
    files: ["receiver.php"],
    programs: ["php"],
    receiver: (port) => ["php", "-d", "display_errors=0", "-S", `localhost:${port}`, at("receiver.php")],
    plays: true,
  },
  {
    id: "csharp",
    files: ["Receiver.cs"],
    programs: ["mcs", "mono"],
    libraries: [newtonsoft],
    compile: [["mcs", "-warnaserror", `-r:${newtonsoft}`, "-out:Receiver.exe", at("Receiver.cs")]],
    receiver: () => ["mono", "Receiver.exe"],
    plays: true,
  },
  {
    id: "curl",
    files: ["request.sh", "signature.sh"],
    programs: ["curl", "openssl"],
    sender: ["sh", at("request.sh")],
  },
];

/** The secret of the vectors. */
export const secret = "eFc5HrxwLbONJ+EYXrbHB+a9HueYIQzotgKRLRVAfx0=";

/** The code that a reader saves from a page: its blocks of code, without the commands to type. */
export const codeOn = async ({ id, files }: Sample): Promise<ReadonlyMap<string, string>> => {
  const blocks = findAll(await parsedPage("..", `start/${id}.md`), "code");
  const code = blocks.filter(({ lang, value = "" }) => lang !== "text" && !/^(export|sh) /.test(value));
  return new Map(files.map((file, i) => [file, `${code[i]?.value ?? ""}\n`]));
};

/** A new folder in which the programs of a sample can be run. */
export async function prepare({ compile = [] }: Sample): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "mplus-start-"));
  for (const command of compile) {
    const { code, stdout, stderr } = await runProgram(folder, command);
    if (code !== 0) throw new Error(stdout + stderr);
  }
  return folder;
}

/** The programs of a sample that are not installed here; with CI set, all of them have to be. */
export const lackingFor = ({ programs, libraries = [] }: Sample): string[] =>
  process.env["CI"] === undefined
    ? [...missingPrograms(...programs), ...libraries.filter((path) => !existsSync(path))]
    : [];

/** The title of the tests of a sample, which says why they are skipped when they are. */
export function titleOf(sample: Sample, title: string): string {
  const lacking = lackingFor(sample);
  return lacking.length === 0 ? title : `${title} (skipped: no ${lacking.join(", ")} here)`;
}
