import type { GenerateOptions } from "../config.js";
import type { Generation } from "../generate.js";
import type { Framework } from "./frameworks.js";
import type { ModuleKind } from "./module-kinds.js";
import type { OwnFile } from "./own-file.js";
import type { PackageManager } from "./package-managers.js";

/** What is known of a project before it is made. */
export interface ProjectOptions extends Omit<GenerateOptions, "target" | "importExtension" | "crypto"> {
  readonly framework: Framework;
  readonly packageManager: PackageManager;
  readonly moduleKind: ModuleKind;
  /** The names of the events that it begins with; undefined for those that the spec names. */
  readonly events: readonly string[] | undefined;
  /** Its name in package.json. */
  readonly name: string;
  /** The command that repeats the generation from within the project. */
  readonly generateCommand: string;
  /** The folder of the contract, from within the project; undefined for the one that comes with this program. */
  readonly spec: string | undefined;
  /** Where the package manager finds this program for the project: `^0.1.0`, or `file:` and a path. */
  readonly generator: string;
  /** A new secret, in base64, so that the project runs before its subscription is set up. */
  readonly secret: string;
  /** The versions of the packages that we test with. */
  readonly testedWith: Readonly<Record<string, string>>;
}

/** A project: the files that are the user's, and what was generated for it. */
export interface Project {
  /** The names of the events that it begins with. */
  readonly events: readonly string[];
  /** A file follows those that it goes with; package.json is not among them. */
  readonly files: readonly OwnFile[];
  /** Its files belong in {@link generatedFolder}. */
  readonly generation: Generation;
}

/** The folder of a project for what is generated. */
export const generatedFolder = "src/mplus";
