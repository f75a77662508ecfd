import { execFileSync } from "node:child_process";
import { linkSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import type { ProblemCode } from "../../../generator/problem/catalogue.js";
import type { Project } from "../project.js";

/** A wrong call of `simulate` by a user who has a secret. */
export interface SimulateCall {
  readonly name: string;
  readonly given: readonly string[];
  readonly before?: (project: Project) => void;
  /** Whether only Unix has what it takes. */
  readonly isOfUnix?: boolean;
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
    name: "a scenario in the place of its report",
    given: ["round.yaml", ...url, "--trace", "./round.yaml"],
    before: good,
    want: {
      code: "report-overwrites",
      says: "--trace ./round.yaml would overwrite the scenario round.yaml, so nothing was played. Name a file for it alone.",
    },
  },
  {
    name: "a scenario in the place of its report by another name",
    given: ["round.yaml", ...url, "--junit", "r.xml"],
    before: (project) => {
      good(project);
      linkSync(join(project.folder, "round.yaml"), join(project.folder, "r.xml"));
    },
    want: { code: "report-overwrites", says: "--junit r.xml would overwrite the scenario round.yaml" },
  },
  {
    name: "one file for both reports",
    given: ["round.yaml", ...url, "--junit", "r", "--trace", "reports/../r"],
    before: (project) => {
      good(project);
      project.put("reports/old.xml", "");
    },
    want: { code: "report-overwrites", says: "--trace reports/../r would overwrite the report of --junit" },
  },
  {
    name: "a folder for a report",
    given: ["round.yaml", ...url, "--junit", "reports"],
    before: (project) => {
      good(project);
      project.put("reports/old.xml", "");
    },
    want: { code: "report-overwrites", says: "--junit reports would overwrite a folder" },
  },
  {
    name: "a device for a report",
    given: ["round.yaml", ...url, "--trace", "/dev/null"],
    before: good,
    isOfUnix: true,
    want: { code: "report-overwrites", says: "--trace /dev/null would overwrite what is no regular file" },
  },
  {
    name: "a link for a report",
    given: ["round.yaml", ...url, "--trace", "t.ndjson"],
    before: (project) => {
      good(project);
      symlinkSync("elsewhere", join(project.folder, "t.ndjson"));
    },
    isOfUnix: true,
    want: { code: "report-overwrites", says: "--trace t.ndjson would overwrite a link" },
  },
  {
    name: "a scenario without an end",
    given: ["/dev/zero", ...url],
    isOfUnix: true,
    want: { code: "file-unreadable", says: "This file cannot be read: it is no regular file." },
  },
  {
    name: "a scenario from a pipe that nobody writes to",
    given: ["pipe.yaml", ...url],
    before: ({ folder }) => void execFileSync("mkfifo", [join(folder, "pipe.yaml")]),
    isOfUnix: true,
    want: { code: "file-unreadable", says: "This file cannot be read: it is no regular file." },
  },
  {
    name: "a scenario that no person wrote",
    given: ["long.yaml", ...url],
    before: (project) => project.put("long.yaml", "# €\n".repeat(150_000)),
    want: { code: "scenario-too-long", says: "This has more than 200000 characters" },
  },
  {
    name: "a trace without an end",
    given: ["--from-trace", "/dev/zero"],
    isOfUnix: true,
    want: { code: "file-unreadable", says: "This file cannot be read: it is no regular file." },
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
