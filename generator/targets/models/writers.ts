import { receiverParts, type Parts } from "../../docs/samples/receiver-parts.js";
import type { Language } from "../language.js";
import type { OutputFile, TargetContext } from "../target.js";
import { createJava } from "./java.js";
import type { Contract } from "./model-schema.js";
import { writePhp } from "./php-file.js";
import { renderModels, type LibraryWriting } from "./render.js";

/** What writes the models of a language, and what the guide shows of it besides. */
export interface Writer {
  readonly write: (contract: Contract, context: TargetContext) => Promise<readonly OutputFile[]>;
  /** The receiver of the docs, with what answers in the types of the models, and the template of a shop behind it. */
  readonly receiver?: { readonly parts: Parts; readonly shop: string };
}

const byLibrary =
  (writing: LibraryWriting): Writer["write"] =>
  (contract) =>
    renderModels(contract, writing);

/** The writers by language. Names stay as they are in the contract where the library has an option for that. */
export const writers: Readonly<Record<Language, Writer>> = {
  csharp: {
    write: byLibrary({
      language: "csharp",
      // Newtonsoft.Json runs on .NET, on the .NET Framework and on Mono. A `decimal` is for amounts of money.
      options: {
        framework: "NewtonSoft",
        namespace: "Mplus",
        "csharp-version": "6",
        "array-type": "list",
        "number-type": "decimal",
      },
      path: "models/Mplus.cs",
    }),
  },
  go: {
    write: byLibrary({
      language: "go",
      options: { package: "mplus", "omit-empty": "true" },
      path: "models/mplus.go",
    }),
  },
  java: {
    write: byLibrary({
      language: createJava,
      options: { package: "mplus", "array-type": "list", "acronym-style": "original" },
      path: "models/mplus/",
    }),
  },
  kotlin: {
    write: byLibrary({
      language: "kotlin",
      options: { package: "mplus", framework: "jackson", "acronym-style": "original" },
      path: "models/Mplus.kt",
    }),
  },
  php: {
    write: (contract, context) => Promise.resolve([writePhp(contract, context)]),
    receiver: {
      parts: { ...receiverParts.php, answer: "models/answer.php" },
      shop: "models/shop-php.hbs",
    },
  },
  python: {
    write: byLibrary({
      language: "python",
      options: { "python-version": "3.10" },
      path: "models/mplus.py",
    }),
    receiver: {
      parts: { ...receiverParts.python, answer: "models/answer.py" },
      shop: "models/shop-python.hbs",
    },
  },
  swift: {
    write: byLibrary({
      language: "swift",
      options: { initializers: "false", "acronym-style": "original" },
      path: "models/Mplus.swift",
    }),
  },
};
