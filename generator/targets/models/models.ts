import { banner, withPageBanner } from "../../base/text/source-file.js";
import type { View } from "../../contract/view/view.js";
import type { Language, OutputFile, Target, TargetContext } from "../target.js";
import { renderModels, type QuicktypeSettings } from "./quicktype.js";
import { toPhpTypes } from "../php-types.js";

export const models: Target<"models"> = {
  name: "models",
  summary: "requests and answers as types in C#, Java, PHP or Python",
  needsLanguage: true,
  reads: ["language"],
  emit: emitModels,
};

async function emitModels(
  view: View,
  { language, template, layout }: TargetContext,
): Promise<readonly OutputFile[]> {
  if (language === undefined) throw new Error("generate sees to it that there is a language");
  const types =
    language === "php"
      ? [
          file(
            "Mplus.php",
            layout("models/classes.hbs")({ banner, types: toPhpTypes(view, { isChecked: false }) }),
          ),
        ]
      : await renderModels(view, quicktypeSettings[language]);
  const guide = [template(`models/${language}.md`), template("models/limits.md")].join("\n");
  return [
    ...types,
    ...(readerFiles[language] ?? []).map((name) => file(name, template(`models/${name}`))),
    file("README.md", withPageBanner(guide)),
  ];
}

const file = (name: string, content: string): OutputFile => ({ path: `models/${name}`, content });

/** Copied unchanged, for languages that cannot read and write the types themselves. */
const readerFiles: Partial<Record<Language, readonly string[]>> = {
  php: ["MplusJson.php"],
  python: ["mplus_json.py"],
};

/** Names stay as in the contract if there is an option for that. */
const quicktypeSettings: Readonly<Record<Exclude<Language, "php">, QuicktypeSettings>> = {
  csharp: {
    language: "csharp",
    // Newtonsoft.Json runs on .NET, the .NET Framework and Mono. A `decimal` suits amounts of money.
    options: {
      framework: "NewtonSoft",
      namespace: "Mplus",
      "csharp-version": "6",
      "array-type": "list",
      "number-type": "decimal",
      "check-required": "true",
    },
    path: "models/Mplus.cs",
  },
  java: {
    language: "java",
    options: { package: "mplus", "array-type": "list", "acronym-style": "original" },
    path: "models/mplus/",
  },
  python: {
    language: "python",
    options: { "python-version": "3.10", "just-types": "true" },
    path: "models/mplus.py",
  },
};
