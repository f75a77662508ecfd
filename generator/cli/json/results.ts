import type { CommandName, commands } from "../options/commands.js";
import { diff, explain, lint, release, version, versions } from "./results/contract.js";
import { drift } from "./results/drift.js";
import { inbox } from "./results/inbox.js";
import { generate, init, mock, targets } from "./results/output.js";
import { doctor, send, simulate } from "./results/till.js";
import type { Accepted, Shape } from "./shape.js";

/** The commands that have `--json`. */
type JsonCommand = {
  [Name in CommandName]: "json" extends (typeof commands)[Name]["options"][number] ? Name : never;
}[CommandName];

export type ResultName = JsonCommand | "version";

/** What each command prints with `--json`, and the option `--version` too. */
export const results = {
  version,
  generate,
  lint,
  targets,
  versions,
  diff,
  explain,
  drift,
  release,
  init,
  send,
  doctor,
  simulate,
  mock,
  inbox,
} as const satisfies Readonly<Record<ResultName, Shape<unknown>>>;

/** What a command prints with `--json`, as a type. */
export type Result<Name extends ResultName> = Accepted<(typeof results)[Name]>;
