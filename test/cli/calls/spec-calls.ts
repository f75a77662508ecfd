import { frozenSpec } from "../../workbench/real-spec.js";
import { rows, withSmall, type BadCall } from "./rows.js";

const range = "Write a release as 48, 59.3 or 59.3.2, a range as 48..59, 48.. or ..59, and a list as 48,59.";
const noRange = (text: string): string => `"${text}" is not a release or a range of releases. ${range}`;
const elsewhere = "Run this in a checkout of the spec, or pass its folder with --spec.";
const nothingThere = (path: string): string => `The spec has no event, property or type "${path}".`;
const noSpec =
  "The spec folder src cannot be read: it has neither releases.json nor envelope.json. A spec is a folder with releases.json, envelope.json, events/ and so on.";
const before = withSmall();

export const specCalls: readonly BadCall[] = [
  ...rows(
    "usage",
    {
      "diff --fail-on safe --spec spec":
        "Name two releases or fleets to compare. For example: mplus-codegen diff 48 59 --fail-on breaking",
      "diff 11 12 --spec-from spec --spec spec": "--spec-from accepts at most one range…",
      "diff 11 12 --json --markdown --spec spec": "Use either --json or --markdown…",
      "diff out2/stamp.json 11 --spec spec":
        'out2/stamp.json cannot be read: it does not exist. Did you mean "out2/stamp.jsn"?',
    },
    { before: withSmall({ "out2/stamp.jsn": "{}" }) },
  ),
  ...rows(
    "malformed-range",
    {
      "diff 11 12x --spec spec": noRange("12x"),
      "diff 10..11..12 --spec spec": noRange("10..11..12"),
      "diff 11 12,,13 --spec spec": noRange("12,,13"),
    },
    { before },
  ),
  ...rows("empty-range", {
    "diff 59..48 59": "The range is empty: its start, 59, is later than its end, 48.",
  }),
  ...rows(
    "malformed-release",
    { "release sixty --summary New. --spec spec": '"sixty" is not a release…' },
    { before },
  ),
  ...rows("spec-unreadable", { "diff --spec-from nowhere": "The spec folder nowhere cannot be read…" }),
  ...rows(
    "spec-unreadable",
    Object.fromEntries(
      ["diff --spec-from src", "diff 48 --spec src", "lint --spec src"].map((call) => [call, noSpec]),
    ),
    { before: (project) => project.putAll({ "src/a.json": "{}", "src/b.json": "{}" }) },
  ),
  ...rows("unknown-path", {
    [`explain form.fields[].seperator --spec ${frozenSpec}`]: `${nothingThere("form.fields[].seperator")} Did you mean "form.fields[].separator"?`,
    [`explain separator --spec ${frozenSpec}`]: `${nothingThere("separator")} Did you mean "form.fields[].separator"?`,
    [`explain sepparator --spec ${frozenSpec}`]: `${nothingThere("sepparator")} Did you mean "form.fields[].separator"?`,
    [`explain selectRelation.relationNumber --spec ${frozenSpec}`]: `${nothingThere("selectRelation.relationNumber")} Did you mean "selectRelation.relation.relationNumber"?`,
    [`explain dialog.optons.articleNumber --spec ${frozenSpec}`]: `${nothingThere("dialog.optons.articleNumber")} Did you mean "dialog.dialogOptions[].articleNumber"?`,
    [`explain form.above --spec ${frozenSpec}`]: `${nothingThere("form.above")} "above" is a value of form.fields[].separator; explain that instead.`,
    [`explain scanCod --spec ${frozenSpec}`]: `${nothingThere("scanCod")} Did you mean "scanCode"?`,
    [`explain zzzzzz.qqqqqq --spec ${frozenSpec}`]: `${nothingThere("zzzzzz.qqqqqq")} A path starts at the root of a request or an answer: form.fields[].separator.`,
  }),
  ...rows(
    "release-exists",
    {
      "release v12.1.0 --summary Again. --spec spec":
        "releases.json already lists v12.1. Edit its summary or date there.",
    },
    { before },
  ),
  ...rows(
    "usage",
    {
      "release 60 --summary ' ' --spec spec": '--summary " " cannot be added to releases.json…',
      "release 60 --summary New. --date 2027-02-30 --spec spec":
        '--date "2027-02-30" cannot be added to releases.json. This value is invalid: it must be a date.',
    },
    { before },
  ),
  ...rows("no-checkout", { "release 60 --summary New.": `There is no spec to edit here. ${elsewhere}` }),
  ...rows(
    "installed-spec",
    {
      "release 60 --summary New. --spec node_modules/a/spec": `node_modules/a/spec belongs to an installed package; the next install would undo the edit. ${elsewhere}`,
    },
    { before: (project) => project.put("node_modules/a/spec/releases.json", "{}") },
  ),
];
