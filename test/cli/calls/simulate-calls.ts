import type { ProblemCode } from "../../../generator/problem/catalogue.js";
import type { Project } from "../project.js";

/** A wrong call of `simulate` by a user who has a secret. */
export interface SimulateCall {
  readonly name: string;
  readonly given: readonly string[];
  readonly before?: (project: Project) => void;
  /** What it says, among all that is wrong. */
  readonly want: { readonly code: ProblemCode; readonly says: string };
}

const url = ["--url", "http://127.0.0.1:1/mplus"] as const;

const good = (project: Project): void =>
  project.put("round.yaml", 'values: { card: "1" }\nsteps: [{ scan: "${card}" }]\n');

export const simulateCalls: readonly SimulateCall[] = [
  {
    name: "no file",
    given: [...url],
    want: {
      code: "usage",
      says: "Say which scenarios to play. Name files, or built-in ones; --list shows those.",
    },
  },
  {
    name: "no URL",
    given: ["round.yaml"],
    before: good,
    want: {
      code: "usage",
      says: "Say where the receiver is. For example: --url http://localhost:3000/mplus",
    },
  },
  {
    name: "no secret",
    given: ["round.yaml", ...url, "--secret-env", "MPLUS_NO_SECRET"],
    before: good,
    want: { code: "usage", says: "The environment variable MPLUS_NO_SECRET is not set." },
  },
  {
    name: "a file that there is not",
    given: ["rond.yaml", ...url],
    before: good,
    want: {
      code: "unknown-scenario",
      says: 'There is no file "rond.yaml", and no built-in scenario of that name.',
    },
  },
  {
    name: "a folder",
    given: ["scenarios", ...url],
    before: (project) => project.put("scenarios/a.yaml", ""),
    want: {
      code: "file-unreadable",
      says: "This file cannot be read: it is a folder.",
    },
  },
  {
    name: "a broken scenario",
    given: ["round.yaml", ...url],
    before: (project) => project.put("round.yaml", "steps:\n  - scn: x\n"),
    want: {
      code: "scenario-key",
      says: 'There is no "scn" here. Did you mean "scan"?',
    },
  },
  {
    name: "a value that no scenario has",
    given: ["round.yaml", ...url, "--set", "crd=2"],
    before: good,
    want: {
      code: "unknown-value",
      says: '--set names "crd", which no scenario of this call has among its values. Did you mean "card"?',
    },
  },
  {
    name: "a value without a name",
    given: ["round.yaml", ...url, "--set", "card"],
    before: good,
    want: { code: "usage", says: '--set "card" is not name=value. For example: --set card=LOYAL-42' },
  },
  {
    name: "a release that is none",
    given: ["round.yaml", ...url, "--release", "59,x"],
    before: good,
    want: { code: "malformed-release", says: '--release "x" is not a release.' },
  },
  {
    name: "a release that nobody knows",
    given: ["round.yaml", ...url, "--release", "99"],
    before: good,
    want: { code: "usage", says: "The webhooks of v99 are not known: the newest known release is v" },
  },
  {
    name: "a seed that is none",
    given: ["round.yaml", ...url, "--seed", "x"],
    before: good,
    want: { code: "usage", says: '--seed "x" is not a whole number of up to nine digits.' },
  },
  {
    name: "a report that cannot be written",
    given: ["round.yaml", ...url, "--junit", "no/such/folder.xml"],
    before: good,
    want: { code: "output-unwritable", says: "no/such/folder.xml cannot be written: it does not exist." },
  },
  {
    name: "a trace that is none",
    given: ["--from-trace", "t.ndjson"],
    before: (project) => project.put("t.ndjson", "{}\nscan\n"),
    want: { code: "trace-syntax", says: "This is not a line of a trace: `event` has no text." },
  },
  {
    name: "a trace without a request",
    given: ["--from-trace", "t.ndjson"],
    before: (project) => project.put("t.ndjson", "\n"),
    want: { code: "trace-empty", says: "This trace has no request of an event that the contract knows." },
  },
];
