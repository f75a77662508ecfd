import { InputData, JSONSchemaInput, quicktypeMultiFile, type LanguageName } from "quicktype-core";
import { isFuzzing } from "../../fuzz/amount.js";
import { missingPrograms, type Command } from "../../cli/running.js";
import { isNothingSkipped } from "../../workbench/tools.js";
import { inTypeScript } from "./names.js";

/** A language that quicktype generates models in, with its own settings if none are given. */
export interface Language {
  readonly language: LanguageName;
  readonly options?: Readonly<Record<string, string>>;
  /** Its file. Languages with one file per class name the files themselves. */
  readonly file: string;
  readonly declares: RegExp;
  readonly own?: RegExp;
  /** Its files are appended. Undefined if Debian has no such command. */
  readonly check?: Command;
  readonly neededIn?: "ci" | "proof";
  /** Parses each line of `bodies.tsv` (a type and a body) with the models. */
  readonly sample?: { readonly file: string; readonly text: string; readonly command: Command };
}

const newtonsoft = "/usr/lib/cli/Newtonsoft.Json-5.0/Newtonsoft.Json.dll";

const typescriptSample = `import { readFileSync } from "node:fs";
import { Convert } from "./models.js";
for (const line of readFileSync("bodies.tsv", "utf8").trimEnd().split("\\n")) {
  const [type, text] = line.split("\\t");
  Convert["to" + type](text);
}
`;

const pythonSample = `import json, models
readers = {name.replace("_", ""): reader for name, reader in vars(models).items()}
for line in open("bodies.tsv", encoding="utf-8"):
    name, text = line.rstrip("\\n").split("\\t")
    readers[name.lower() + "fromdict"](json.loads(text))
`;

export const languages: readonly Language[] = [
  {
    language: "typescript",
    file: "models.ts",
    declares: inTypeScript,
    own: /^Convert$/,
    sample: { file: "sample.mjs", text: typescriptSample, command: [process.execPath, "sample.mjs"] },
  },
  {
    language: "python",
    file: "models.py",
    declares: /^class (\w+)/gm,
    check: ["python3", "-W", "error", "-m", "py_compile"],
    neededIn: "ci",
    sample: { file: "sample.py", text: pythonSample, command: ["python3", "sample.py"] },
  },
  {
    language: "php",
    file: "models.php",
    declares: /^(?:final )?(?:class|enum) (\w+)/gm,
    check: ["php", "-l"],
    neededIn: "ci",
  },
  {
    language: "csharp",
    // C# and library versions that Mono supports.
    options: { framework: "NewtonSoft", "csharp-version": "6" },
    file: "models.cs",
    declares: /^ {4}(?:public|internal) (?:static |partial )*(?:class|enum|struct) (\w+)/gm,
    own: /^Serialize$|Converter$/,
    check: ["mcs", "-warnaserror", "-target:library", `-r:${newtonsoft}`],
    neededIn: "ci",
  },
  {
    language: "java",
    options: { "just-types": "true" },
    file: "",
    declares: /^public (?:class|enum) (\w+)/gm,
    check: ["javac", "-Xlint:all", "-Werror", "-d", "classes"],
    neededIn: "proof",
  },
  {
    language: "go",
    file: "models.go",
    declares: /^type (\w+) /gm,
    check: ["gofmt", "-e"],
  },
  {
    language: "rust",
    file: "models.rs",
    declares: /^pub (?:struct|enum) (\w+)/gm,
    check: ["rustfmt", "--edition=2021", "--emit=stdout"],
  },
  {
    language: "kotlin",
    file: "models.kt",
    declares: /^(?:data |sealed |enum )?class (\w+)/gm,
  },
  {
    language: "swift",
    file: "models.swift",
    declares: /^(?:public )?(?:class|struct|enum|indirect enum) (\w+)/gm,
    own: /^JSON(Any|Null|CodingKey)$/,
    check: ["swiftc", "-parse"],
  },
  {
    language: "ruby",
    file: "models.rb",
    declares: /^class (\w+)/gm,
    check: ["ruby", "-c"],
  },
  {
    language: "dart",
    file: "models.dart",
    declares: /^(?:class|enum) (\w+)/gm,
    own: /^EnumValues$/,
  },
];

/** Undefined if the language is checked. */
export function whyUnchecked({ language, check, neededIn }: Language): string | undefined {
  if (!check) return language === "typescript" ? undefined : "not compiled: no check is known";
  const [program] = check;
  const isNeeded = neededIn === "ci" || (neededIn === "proof" && isFuzzing);
  if (isNothingSkipped && isNeeded) return undefined;
  return missingPrograms(program).length > 0 ? `not compiled: no ${program} here` : undefined;
}

export async function runQuicktype({ language, options = {}, file }: Language, schema: string) {
  const source = new JSONSchemaInput(undefined);
  await source.addSource({ name: "mplus", uris: ["#/definitions/"], schema });
  const inputData = new InputData();
  inputData.addInput(source);
  const files = await quicktypeMultiFile({ inputData, lang: language, rendererOptions: options });
  return new Map(
    [...files].map(([name, { lines }]): [string, string] => [file === "" ? name : file, lines.join("\n")]),
  );
}
