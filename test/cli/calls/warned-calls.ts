import { rows } from "./rows.js";

const small = "--target types --spec spec";
const ahead = (release: string): string =>
  `warning: v${release} is later than the last release that the spec knows (v13.0.2, as of January 2026): what it added is not in the output.`;
const short = "warning: v13 is the first release of that number; 13.0.2 came later and is not included.";

/** Calls that work in a project with the small spec, with one line on stderr. */
export const warnedCalls = [
  ...rows("ahead-of-spec", {
    [`${small} --min-version 70`]: ahead("70"),
    [`${small} --min-version 11 --max-version 14.1`]: ahead("14.1"),
    [`${small} --versions 70,11`]: ahead("70"),
  }),
  ...rows("stops-short", {
    [`${small} --versions 11,13`]: `${short} Where a shop runs it, list that too.`,
    [`${small} --max-version 13`]: `${short} To include it, say 13.0.2.`,
  }),
  ...rows(
    "no-safe-response",
    {
      [small]:
        "warning: scanCode is left out: no answer to it works in every shop of the fleet (`label` is required, but since v12.1: not in every shop). Choose fewer releases, for example with a later --min-version, or use --responses gated.",
    },
    {
      before: (project) =>
        project.putSpec({
          "responses/label.json": { title: "Label", description: "A label.", type: "object", properties: {} },
          "events/scanCode.json#/answers/label": { required: true, "x-added-in": "12.1" },
          "examples/scanCode/card.json#/response/label": {},
        }),
    },
  ),
];
