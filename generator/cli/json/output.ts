import type { Problem } from "../../problem/problem.js";
import type { Action } from "../../write/plan.js";
import type { KnownUpTo } from "./contract.js";

/** What can be generated. */
export interface Targets {
  /** The targets. */
  readonly targets: readonly {
    /** Its name. */
    readonly name: string;
    /** What it makes. */
    readonly summary: string;
    /** The targets that come with it. */
    readonly needs: readonly string[];
  }[];
}

/** One output. */
interface Output {
  /** Whether it was written, or only looked at. */
  readonly mode: "written" | "dry-run" | "check";
  /** Its folder. */
  readonly out: string;
  /** The shops that it is for. */
  readonly fleet: {
    /** As a range or a list. */
    readonly label: string;
    /** The releases that make a difference. */
    readonly steps: readonly string[];
  };
  /** How far the contract is known. */
  readonly knownUpTo: KnownUpTo;
  /** How many files there are of each kind. */
  readonly counts: Readonly<Record<Action, number>>;
  /** The files. */
  readonly files: readonly {
    /** Its path, from the folder of the output. */
    readonly path: string;
    /** The target that it is of. */
    readonly target: string;
    /** What was done with it, or would be. */
    readonly action: Action;
    /** With --patch: how many lines come. */
    readonly added?: number | undefined;
    /** With --patch: how many lines go. */
    readonly removed?: number | undefined;
  }[];
  /** What was left out, because not every shop of the fleet knows it. */
  readonly omissions: readonly {
    /** The part. */
    readonly what: string;
    /** Why, in words. */
    readonly reason: string;
  }[];
  /** With --patch: what differs, as git apply takes it. */
  readonly patch?: string | undefined;
}

/** What was generated. There is more than one output where a config says so. */
export interface Generate {
  /** Each output. */
  readonly outputs: readonly Output[];
  /** What is worth knowing, though it stops nothing. */
  readonly warnings: readonly Problem[];
}

/** A body that was made up. Whole numbers beyond 2^53 - 1 in it are written with all their digits. */
export interface Mock {
  /** The event. */
  readonly event: string;
  /** Whether a shop sends it, or it is an answer. */
  readonly side: "request" | "response";
  /** Whether it has all there is, or what is required. */
  readonly size: "rich" | "smallest";
  /** What it was made of: the same one makes the same. */
  readonly seed: number;
  /** The release or the fleet that it is for. */
  readonly shops: string;
  /** The body. */
  readonly body: unknown;
  /** What is worth knowing, though it stops nothing. */
  readonly warnings: readonly Problem[];
}

/** The project that was made. */
export interface Init {
  /** Its folder. */
  readonly dir: string;
  /** The framework, as its name is written. */
  readonly framework: string;
  /** What installs its packages. */
  readonly packageManager: "npm" | "pnpm" | "yarn";
  /** The kind of its modules. */
  readonly module: "esm" | "commonjs";
  /** The events that it answers. */
  readonly events: readonly string[];
  /** The files that were written. */
  readonly files: readonly string[];
  /** The files that were there, and are left as they were. */
  readonly left: readonly string[];
  /** The files that were not written, as they go with others of your own. */
  readonly omitted: readonly string[];
  /** What is worth knowing, though it stops nothing. */
  readonly warnings: readonly Problem[];
}
