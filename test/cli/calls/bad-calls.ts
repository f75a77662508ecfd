import { targets } from "../../../generator/targets/all.js";
import { folderCalls } from "./folder-calls.js";
import { rows, withSmall, type BadCall } from "./rows.js";
import { specCalls } from "./spec-calls.js";
import { tillCalls } from "./till-calls.js";
import { usageCalls } from "./usage-calls.js";

const known = targets.map(({ name }) => name).join(", ");
const notation = "A release has up to three numbers: 48, 59.3 or 59.3.2.";
const noTarget =
  "Choose what to generate with --target. For example: mplus-codegen --target express --min-version 48. All targets: mplus-codegen --help.";
const noList = (text: string): string =>
  `--versions "${text}" is not a list of releases. Separate releases with commas, without spaces: 48,59.3.2.`;
const eitherWay =
  "--versions cannot be combined with --min-version or --max-version, because it lists every release. Use either a list or a range.";
const nodeOnly = (target: string): string =>
  `${target} runs on Node.js and signs with node:crypto; it does not support --crypto web. Omit --crypto; web is for hono and fetch.`;
const leftOut = (event: string): string =>
  `${event} is left out: no answer works in all your shops (every answer must have \`label\`: requires v12.1; your oldest shop may be older). Choose fewer releases, for example with a later --min-version, or use --responses gated.`;
const sized = (title: string, grams: object): object => ({
  title,
  description: "How heavy it is.",
  type: "object",
  properties: { grams: { description: "In grams.", ...grams } },
});

export const badCalls: readonly BadCall[] = [
  ...rows("usage", {
    "": noTarget,
    "--target ' , ,'": noTarget,
    "--target types --versions 48,59 --min-version 48": eitherWay,
    "--target types --versions 48,59 --max-version 59": eitherWay,
  }),
  ...rows("unknown-target", {
    "--target types,exprss": `Unknown target "exprss". Did you mean "express"? The targets are ${known}.`,
    "--target '\u001b[2Jboo\u202e'": `Unknown target "\\u001b[2Jboo\\u202e". The targets are ${known}.`,
  }),
  ...rows("malformed-release", {
    "--target types --min-version 4x": `--min-version "4x" is not a release. ${notation}`,
    "--target types --max-version latest": `--max-version "latest" is not a release. ${notation}`,
  }),
  ...rows("malformed-versions", {
    "--target types --versions 48,": noList("48,"),
    "--target types --versions '48, 59'": noList("48, 59"),
  }),
  ...rows("empty-range", {
    "--target types --min-version 60 --max-version 48":
      "The range is empty: its start, 60, is later than its end, 48.",
  }),
  ...rows("web-crypto-on-node", {
    "--target express --crypto web": nodeOnly("express"),
    "--target lambda --crypto web": nodeOnly("lambda"),
  }),
  ...rows("no-language", {
    "--target models":
      "models needs to know which language to generate. Add --language with csharp, java, php or python.",
  }),
  ...rows(
    "no-safe-response",
    { "--target types --spec spec": ["printBill", "scanCode"].map(leftOut).join("\n") },
    {
      before: (project) =>
        project.putSpec({
          "responses/label.json": sized("Label", { type: "string" }),
          "envelope.json#/answers/label": { required: true, "x-added-in": "12.1" },
          "examples/scanCode/card.json#/response/label": {},
        }),
    },
  ),
  ...rows(
    "no-event",
    {
      "--target types --max-version 10 --spec spec":
        "The releases ..10 have no events. Widen the range with --min-version or --max-version.",
    },
    {
      before: (project) =>
        project.putSpec({
          "events/scanCode.json#/x-added-in": "12.1",
          "events/printBill.json#/x-added-in": "12.1",
        }),
    },
  ),
  ...rows("spec-unreadable", {
    "--target types --spec nowhere":
      "The spec folder nowhere cannot be read: it does not exist. A spec is a folder with releases.json, envelope.json, events/ and so on.",
    "lint --spec nowhere/spec": "The spec folder nowhere/spec cannot be read: it does not exist…",
  }),
  ...rows(
    "spec-unreadable",
    { "lint --spec specs": 'The spec folder specs cannot be read: it does not exist. Did you mean "spec"?' },
    { before: withSmall() },
  ),
  ...usageCalls,
  ...specCalls,
  ...folderCalls,
  ...tillCalls,
];
