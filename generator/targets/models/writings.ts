import type { Language } from "../language.js";
import { createJava } from "./java.js";
import type { Writing } from "./render.js";

/** How the library writes each language. Names stay as they are in the contract where there is an option for that. */
export const writings: Readonly<Record<Exclude<Language, "php">, Writing>> = {
  // Newtonsoft.Json runs on .NET, on the .NET Framework and on Mono. A `decimal` is for amounts of money.
  csharp: {
    language: "csharp",
    options: {
      framework: "NewtonSoft",
      namespace: "Mplus",
      "csharp-version": "6",
      "array-type": "list",
      "number-type": "decimal",
    },
    path: "models/Mplus.cs",
  },
  go: { language: "go", options: { package: "mplus", "omit-empty": "true" }, path: "models/mplus.go" },
  java: {
    language: createJava,
    options: { package: "mplus", "array-type": "list", "acronym-style": "original" },
    path: "models/mplus/",
  },
  kotlin: {
    language: "kotlin",
    options: { package: "mplus", framework: "jackson", "acronym-style": "original" },
    path: "models/Mplus.kt",
  },
  python: { language: "python", options: { "python-version": "3.10" }, path: "models/mplus.py" },
  swift: {
    language: "swift",
    options: { initializers: "false", "acronym-style": "original" },
    path: "models/Mplus.swift",
  },
};
