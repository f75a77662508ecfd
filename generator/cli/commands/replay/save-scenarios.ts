import { toVisibleLine } from "../../../base/text/quote.js";
import { toParagraph } from "../../../pages/blocks/builders.js";
import { documentSeparator, makeScenarios } from "../../../till/scenario/from-traffic.js";
import { throwUsageProblem } from "../../call-error.js";
import { readShopReleases } from "../../inputs/receiver.js";
import type { RecordedRequest } from "../../inputs/recording-file.js";
import { loadTill } from "../../inputs/till-contract.js";
import { createUserFile, mustBeNewFile } from "../../inputs/user-files.js";
import type { Args } from "../../options/commands.js";

/** Writes each recorded sale as a scenario into a new file. Sends nothing. */
export async function saveScenarios(
  path: string,
  records: readonly RecordedRequest[],
  { additions, release, compare, renew, subscription }: Args<"replay">,
) {
  if (compare || renew || subscription !== undefined)
    throwUsageProblem(
      "--save-scenario sends nothing, so it cannot be used with --compare, --renew or --subscription.",
    );
  mustBeNewFile(path, "--save-scenario");
  const { contract, getReader } = loadTill(additions);
  const { scenarios, leftOut } = await makeScenarios(
    records.map(({ record }) => record),
    contract,
    { reader: getReader(), findRelease: readShopReleases(release) },
  );
  if (scenarios.length > 0)
    createUserFile(path, scenarios.map(({ text }) => text).join(documentSeparator), "--save-scenario");
  const count = scenarios.length === 1 ? "1 scenario" : `${scenarios.length} scenarios`;
  const summary =
    scenarios.length === 0
      ? "No scenario was written, because no request can be a step."
      : `Wrote ${count} to ${path}.${records.every(({ record }) => record.redacted) ? "" : " It may contain customer data."}`;
  return {
    report: () => toParagraph(summary),
    json: () => ({
      file: scenarios.length > 0 ? path : null,
      scenarios: scenarios.map(({ name }) => name),
      leftOut,
    }),
    note: () => leftOut.map((sentence) => `${toVisibleLine(sentence)}\n`).join(""),
    fails: scenarios.length === 0,
  };
}
