import type { DiffJson } from "./commands/diff.js";
import type { DoctorJson } from "./commands/doctor.js";
import type { DriftJson } from "./commands/drift.js";
import type { ExplainJson } from "./commands/explain.js";
import type { ExploreJson } from "./commands/explore.js";
import type { GenerateJson } from "./commands/generate.js";
import type { InboxJson } from "./commands/inbox.js";
import type { InitJson } from "./commands/init.js";
import type { LintJson } from "./commands/lint.js";
import type { MockJson } from "./commands/mock.js";
import type { ReleaseJson } from "./commands/release.js";
import type { ReplayJson } from "./commands/replay.js";
import type { SendJson } from "./commands/send.js";
import type { SimulateJson } from "./commands/simulate.js";
import type { ValidateJson } from "./commands/validate.js";
import type { VersionJson } from "./options/version.js";

/**
 * The output of each command with `--json`, and of `--version`. With exit code 2, a command prints its problems
 * instead.
 */
export interface Results {
  readonly version: VersionJson;
  readonly generate: GenerateJson;
  readonly lint: LintJson;
  readonly diff: DiffJson;
  readonly explain: ExplainJson;
  readonly drift: DriftJson;
  readonly release: ReleaseJson;
  readonly init: InitJson;
  readonly send: SendJson;
  readonly doctor: DoctorJson;
  readonly simulate: SimulateJson;
  readonly explore: ExploreJson;
  readonly replay: ReplayJson;
  readonly mock: MockJson;
  readonly validate: ValidateJson;
  readonly inbox: InboxJson;
}

/** The output of a command with `--json`. */
export type Result<Name extends keyof Results> = Results[Name];
