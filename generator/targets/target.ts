import type { Page } from "../pages/page.js";
import type { FindExamples } from "../contract/examples/fleet-examples.js";
import type { Snapshots } from "../contract/lattice/snapshot.js";
import { outputOptions, type TargetSpecificOption, type TargetOptions } from "../base/options.js";
import type { View } from "../contract/view/view.js";

/** A file of the output; `path` is relative to the output folder, with forward slashes. */
export interface OutputFile {
  readonly path: string;
  readonly content: string;
  /** Set where it is laid out already, and is formatted only if the project has a style of its own. */
  readonly isFormatted?: true | undefined;
}

/** The input of a target besides the view: the options of the output, and more. */
export interface TargetContext extends TargetOptions {
  /** The text of a file under `templates/`, by its path there. */
  readonly template: (path: string) => string;
  /** A template that lays data out, by its path under `templates/`. */
  readonly layout: (path: string) => (data: object) => string;
  /** The names of the files of real code in a folder of `templates/`, sorted. */
  readonly codeIn: (folder: string) => readonly string[];
  /** The contract through all releases, for what belongs to no fleet: the history, what is planned. */
  readonly snapshots: Snapshots;
  /** Finds the examples of an event that are right for every shop of the fleet. */
  readonly examples: FindExamples;
  /** The pages of the docs, made when the first target asks for them. */
  readonly pages: () => readonly Page[];
}

/** Something that can be generated. Its files land in a folder of its name. */
export interface Target<Name extends string = string> {
  readonly name: Name;
  /** One line for the help. */
  readonly summary: string;
  /** The targets whose output this one's imports. */
  readonly needs?: readonly string[];
  /** Set where its code puts the receiver into a framework or a platform. */
  readonly isAdapter?: true;
  /** Set where its code runs on node and on nothing else. */
  readonly needsNode?: true;
  /** Set where it writes one of several languages, which has to be named. */
  readonly needsLanguage?: true;
  /** What it takes of the options that most targets have no use for. */
  readonly reads?: readonly TargetSpecificOption[];
  readonly emit: (
    view: View,
    context: TargetContext,
  ) => readonly OutputFile[] | Promise<readonly OutputFile[]>;
}

/** The languages of the target `models`, by the names of the option. */
export const languages = outputOptions.language.choices;

/** What the target `models` is written in. */
export type Language = (typeof languages)[number];
