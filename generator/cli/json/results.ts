import type { CommandName, commands } from "../options/commands.js";
import type { Diff, Explain, Lint, Release, Version, Versions } from "./contract.js";
import type { Drift } from "./drift.js";
import type { Inbox } from "./inbox.js";
import type { Generate, Init, Mock, Targets } from "./output.js";
import type { Doctor, Explore, Send, Simulate } from "./till.js";

/** What each command prints with `--json`, and the option `--version` too. With exit code 2, each prints its problems instead. */
interface Results {
  readonly version: Version;
  readonly generate: Generate;
  readonly lint: Lint;
  readonly targets: Targets;
  readonly versions: Versions;
  readonly diff: Diff;
  readonly explain: Explain;
  readonly drift: Drift;
  readonly release: Release;
  readonly init: Init;
  readonly send: Send;
  readonly doctor: Doctor;
  readonly simulate: Simulate;
  readonly explore: Explore;
  readonly mock: Mock;
  readonly inbox: Inbox;
}

/** The commands that have `--json`. */
type JsonCommand = {
  [Name in CommandName]: "json" extends (typeof commands)[Name]["options"][number] ? Name : never;
}[CommandName];

/** What prints JSON: these commands, and the option `--version`. */
export type ResultName = JsonCommand | "version";

/** What a command prints with `--json`. */
export type Result<Name extends ResultName> = Results[Name];
