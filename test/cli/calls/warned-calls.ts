import { rows } from "./rows.js";

const small = "--target types --spec spec";
const ahead = (release: string): string =>
  `warning: v${release} is newer than the newest release in the spec (v13.0.2, as of January 2026), so its additions are not in the output.`;
const short = "warning: v13 is only the first release with that number; 13.0.2 followed and is not included.";

/** Calls that succeed with the small spec and print one line on stderr. */
export const warnedCalls = [
  ...rows("ahead-of-spec", {
    [`${small} --min-version 70`]: ahead("70"),
    [`${small} --min-version 11 --max-version 14.1`]: ahead("14.1"),
    [`${small} --versions 70,11`]: ahead("70"),
  }),
  ...rows("stops-short", {
    [`${small} --versions 11,13`]: `${short} If a shop runs it, list that too.`,
    [`${small} --max-version 13`]: `${short} To include it, use 13.0.2.`,
  }),
  ...rows(
    "no-safe-response",
    {
      [small]:
        "warning: scanCode is left out: no answer works in all your shops (every answer must have `label`: requires v12.1; your oldest shop may be older). Choose fewer releases, for example with a later --min-version, or use --responses gated.",
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
