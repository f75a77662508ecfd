import { mkdtemp, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { missingPrograms, runProgram, type Command } from "../../cli/running.js";
import { parsedPage } from "../../workbench/outputs.js";
import { findAll } from "../../targets/docs/markdown-tree.js";

/** The code of one page, and how its reader runs it. */
export interface Sample {
  /** The page, as `start/<id>.md`. */
  readonly id: string;
  /** The names under which the page has its blocks of code saved, in the order of the blocks. */
  readonly files: readonly string[];
  /** Whether its receiver is kept in parts. */
  readonly inParts?: true;
  readonly programs: readonly string[];
  /** Whether few machines have these programs. */
  readonly isRare?: true;
  /** What has to be run once before. */
  readonly compile: readonly Command[];
  /** The port is in the environment as well. */
  readonly receiver?: (port: number) => Command;
  /** The name of the event comes behind it. */
  readonly sender: Command;
}

export const samples: readonly Sample[] = [
  {
    id: "typescript",
    files: ["receiver.mts", "request.mts"],
    programs: ["node"],
    compile: [],
    // Node.js 20 cannot strip types by itself.
    receiver: () => ["node", "--import", "tsx", "receiver.mts"],
    sender: ["node", "--import", "tsx", "request.mts"],
  },
  {
    id: "python",
    files: ["receiver.py", "request.py"],
    inParts: true,
    programs: ["python3"],
    compile: [],
    receiver: () => ["python3", "receiver.py"],
    sender: ["python3", "request.py"],
  },
  {
    id: "php",
    files: ["receiver.php", "request.php"],
    inParts: true,
    programs: ["php"],
    compile: [],
    receiver: (port) => ["php", "-d", "display_errors=0", "-S", `localhost:${port}`, "receiver.php"],
    sender: ["php", "request.php"],
  },
  {
    id: "csharp",
    files: ["Receiver.cs", "Request.cs"],
    programs: ["mcs", "mono"],
    isRare: true,
    compile: [
      ["mcs", "-warnaserror", "-r:System.Runtime.Serialization,System.Xml,System.Xml.Linq", "Receiver.cs"],
      ["mcs", "-warnaserror", "-r:System.Net.Http.dll", "Request.cs"],
    ],
    receiver: () => ["mono", "Receiver.exe"],
    sender: ["mono", "Request.exe"],
  },
  {
    id: "curl",
    files: ["request.sh", "signature.sh"],
    programs: ["curl", "openssl"],
    compile: [],
    sender: ["sh", "request.sh"],
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

/** The names of the templates that a file is made of, in their order. */
export const templatesOf = ({ inParts }: Sample, file: string): readonly string[] =>
  inParts && file.startsWith("receiver.")
    ? ["head", "answer", "tail"].map((part) => `pages/samples/${file.replace(".", `.${part}.`)}`)
    : [`pages/samples/${file}`];

/** A new folder with the code of a page, ready to be run. */
export async function saveSample(sample: Sample): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "mplus-start-"));
  for (const [file, code] of await codeOn(sample)) await writeFile(join(folder, file), code);
  // For tsx alone: the code imports nothing but what node has.
  await symlink(join(import.meta.dirname, "../../../node_modules"), join(folder, "node_modules"));
  for (const command of sample.compile) {
    const { code, stdout, stderr } = await runProgram(folder, command);
    if (code !== 0) throw new Error(stdout + stderr);
  }
  return folder;
}

/** The programs of a sample that are not installed here; with CI set, all of them have to be. */
export const lackingFor = ({ programs }: Sample): string[] =>
  process.env["CI"] === undefined ? missingPrograms(...programs) : [];

/** The title of the tests of a sample, which says why they are skipped when they are. */
export function titleOf(sample: Sample, title: string): string {
  const lacking = lackingFor(sample);
  return lacking.length === 0 ? title : `${title} (skipped: no ${lacking.join(", ")} here)`;
}
