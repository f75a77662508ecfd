import type { ProblemCode } from "../../../generator/problem/catalogue.js";
import type { Project } from "../project.js";

/** Wrong calls of the commands that are about releases; each is run as all wrong calls are. */
interface VersionCall {
  readonly name: string;
  readonly given: readonly string[];
  readonly before: (project: Project) => void;
  readonly want: { readonly code: ProblemCode; readonly line: string };
}

const small = (project: Project): void => project.putSpec();
const ofSmall = ["--spec", "spec"];
const range = "A release is 48, 59.3 or 59.3.2; a range is 48..59, 48.. or ..59; a list is 48,59.";
const elsewhere = "Run this in a checkout of the spec, or name its folder with --spec.";
const sides =
  "For example: mplus-codegen diff 48 59 (releases), diff 48.. 59.. (fleets), diff --spec-from OLD_SPEC (states of the spec).";

export const versionCalls: readonly VersionCall[] = [
  {
    name: "nothing to compare",
    given: ["diff", ...ofSmall],
    before: small,
    want: { code: "usage", line: `Say what to compare. ${sides}` },
  },
  {
    name: "one side to compare",
    given: ["diff", "11", ...ofSmall],
    before: small,
    want: { code: "usage", line: `Say what to compare 11 with. ${sides}` },
  },
  {
    name: "a side that is no release",
    given: ["diff", "11", "12x", ...ofSmall],
    before: small,
    want: { code: "malformed-range", line: `"12x" is neither a release nor a range of releases. ${range}` },
  },
  {
    name: "a range with three ends",
    given: ["versions", "10..11..12", ...ofSmall],
    before: small,
    want: {
      code: "malformed-range",
      line: `"10..11..12" is neither a release nor a range of releases. ${range}`,
    },
  },
  {
    name: "a list with a gap in its text",
    given: ["diff", "11", "12,,13", ...ofSmall],
    before: small,
    want: {
      code: "malformed-range",
      line: `"12,,13" is neither a release nor a range of releases. ${range}`,
    },
  },
  {
    name: "a path that leads nowhere",
    given: ["explain", "scanCode.qqqqqqqqqq", ...ofSmall],
    before: small,
    want: {
      code: "unknown-path",
      line: 'The spec has no event, property or type "scanCode.qqqqqqqqqq". A path begins at the root of a request or an answer: form.fields[].separator.',
    },
  },
  {
    name: "an event that is misspelt",
    given: ["explain", "scanCod", ...ofSmall],
    before: small,
    want: {
      code: "unknown-path",
      line: 'The spec has no event, property or type "scanCod". Did you mean "scanCode"?',
    },
  },
  {
    name: "a release that is there",
    given: ["release", "v12.1.0", "--summary", "Again.", ...ofSmall],
    before: small,
    want: {
      code: "release-exists",
      line: "releases.json already lists v12.1. Edit its summary or date there.",
    },
  },
  {
    name: "no spec to add a release to",
    given: ["release", "60", "--summary", "New."],
    before: () => undefined,
    want: { code: "no-checkout", line: `There is no spec to edit here. ${elsewhere}` },
  },
  {
    name: "an installed spec to add a release to",
    given: ["release", "60", "--summary", "New.", "--spec", "node_modules/a/spec"],
    before: (project) => project.put("node_modules/a/spec/releases.json", "{}"),
    want: {
      code: "installed-spec",
      line: `node_modules/a/spec belongs to an installed package: the next install would undo the edit. ${elsewhere}`,
    },
  },
];
