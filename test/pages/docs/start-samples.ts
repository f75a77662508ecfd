import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageRoot } from "../../../generator/contract/package/package-root.js";
import { runProgram, type Command } from "../../workbench/run.js";
import { needs, withReason } from "../../workbench/tools.js";
import { parsedPage } from "../../workbench/outputs.js";
import { findAll } from "../../targets/docs/markdown-tree.js";

/** The code of one page, and the commands to run it in its own folder. */
export interface Sample {
  /** As in `start/<id>.md`. */
  readonly id: string;
  readonly files: readonly string[];
  readonly programs: readonly string[];
  /** Debian files that it needs. */
  readonly libraries?: readonly string[];
  readonly compile?: readonly Command[];
  /** The environment also contains the port. */
  readonly receiver?: (port: number) => Command;
  /** True if its receiver handles loyalty and payments. */
  readonly plays?: true;
  /** The event's name is appended. */
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
  // It runs on generated code, as its page says: see start-programs.ci.test.ts.
  {
    id: "php",
    files: ["index.php"],
    programs: ["php"],
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

/** From the test vectors. */
export const secret = "eFc5HrxwLbONJ+EYXrbHB+a9HueYIQzotgKRLRVAfx0=";

/** The blocks of code, without commands to type. */
export const codeOn = async ({ id, files }: Sample): Promise<ReadonlyMap<string, string>> => {
  const blocks = findAll(await parsedPage("..", `start/${id}.md`), "code");
  const code = blocks.filter(({ lang, value = "" }) => lang !== "text" && !/^(export|npx|sh) /.test(value));
  return new Map(files.map((file, i) => [file, `${code[i]?.value ?? ""}\n`]));
};

export async function prepare({ compile = [] }: Sample): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "mplus-start-"));
  for (const command of compile) {
    const { code, stdout, stderr } = await runProgram(folder, command);
    if (code !== 0) throw new Error(stdout + stderr);
  }
  return folder;
}

export const lackingFor = ({ programs, libraries = [] }: Sample): string | undefined =>
  needs(...programs, ...libraries);

/** Includes the reason if the tests are skipped. */
export const titleOf = (sample: Sample, title: string): string => withReason(title, lackingFor(sample));
