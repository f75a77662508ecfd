import type { Page } from "../pages/page.js";
import type { FindExamples } from "../contract/examples/fleet-examples.js";
import type { Snapshots } from "../contract/lattice/snapshot.js";
import { outputOptions, type TargetSpecificOption, type TargetOptions } from "../base/options.js";
import type { View } from "../contract/view/view.js";

/** An output file. `path` is relative to the output folder, with forward slashes. */
export interface OutputFile {
  readonly path: string;
  readonly content: string;
  /** Set if it needs no formatting, unless the project has its own style. */
  readonly isFormatted?: true | undefined;
}

/** Input of a target besides the view. */
export interface TargetContext extends TargetOptions {
  /** Reads a file under `templates/`. */
  readonly template: (path: string) => string;
  /** Compiles a layout under `templates/`. */
  readonly layout: (path: string) => (data: object) => string;
  /** Lists the files with an ending in a folder of `templates/`, sorted. */
  readonly codeIn: (folder: string, ending: ".ts" | ".php") => readonly string[];
  /** The contract through all releases, for facts outside the fleet: history and plans. */
  readonly snapshots: Snapshots;
  /** Finds the examples of an event that are valid for every shop of the fleet. */
  readonly examples: FindExamples;
  /** Returns the pages of the docs, created on first use. */
  readonly pages: () => readonly Page[];
}

/** An output format. Its files are written to a folder of its name. */
export interface Target<Name extends string = string> {
  readonly name: Name;
  /** One line for the help, without a period. */
  readonly summary: string;
  readonly needs?: readonly string[];
  /** Set if its code adapts the receiver to a framework or platform. */
  readonly isAdapter?: true;
  /** Set if its code runs on Node only. */
  readonly needsNode?: true;
  /** Set if it needs the option `language`. */
  readonly needsLanguage?: true;
  /** The target-specific options that it reads. */
  readonly reads?: readonly TargetSpecificOption[];
  readonly emit: (
    view: View,
    context: TargetContext,
  ) => readonly OutputFile[] | Promise<readonly OutputFile[]>;
}

export const languages = outputOptions.language.choices;

export type Language = (typeof languages)[number];
