import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { SourceContent, RowType } from "../../../generator/drift/source-content.js";
import { createPaths } from "../../../generator/contract/model/paths.js";
import { toRelease } from "../../../generator/contract/read/dialect.js";
import { hold } from "../../laws/run.js";
import { fromSeed, happens, oneOf, someOf, type Draw } from "../../workbench/draw.js";
import { realSources } from "../../workbench/emit.js";
import { loadRealModel } from "../../workbench/real-spec.js";
import { applyProposal, checkFiles, proposeFor, toReading, type Told } from "./grounds.js";

const { properties } = createPaths(loadRealModel());
const types = "boolean integer int64 number string text uuid date date-time null object array".split(" ");
const names = [
  "newPart",
  "disabled",
  "type",
  "toString",
  "New",
  "deep.newPart",
  "deepList[].newPart",
  "list[][]",
];
const releases = ["11.3.0", "59", "59.3.2", "60", "61.0.1", "10"].map(toRelease);

/** A row of any kind, a true one or such as nobody would write. */
function drawRow(draw: Draw): Told {
  const part = oneOf(draw, properties);
  const beside = part.path.split(".").slice(0, -1);
  const path = oneOf(draw, [
    part.path,
    `${part.path}.${oneOf(draw, names)}`,
    oneOf(draw, names),
    [...beside, oneOf(draw, names)].join("."),
  ]);
  const type = someOf(draw, types, 1 + draw.below(2)).map((each) =>
    happens(draw, 20) ? `${each}[]`.replace("array[]", "array") : each,
  );
  const subject = oneOf<Pick<Told, "side" | "path">>(draw, [
    ...[0, 1, 2, 3, 4, 5].map(() => ({ side: part.direction, path })),
    { side: "event", path: oneOf(draw, ["scanCode", "openDrawer", "Bad"]) },
    { side: "release", path: oneOf(draw, ["59", "60", "61.0.1", "x"]) },
  ]);
  return {
    ...subject,
    ...(happens(draw, 60) && { type: type as RowType[] }),
    ...(happens(draw, 50) && { optional: happens(draw, 50) }),
    ...(happens(draw, 50) && { since: oneOf(draw, releases) }),
    ...(happens(draw, 20) && { values: someOf(draw, ["text", "newValue", "__proto__", "\u202e"], 2) }),
    ...(happens(draw, 20) && { events: [oneOf(draw, ["scanCode", "noEvent", "completeSession"])] }),
    ...(happens(draw, 10) && { planned: true }),
  };
}

it("what is proposed lints", async () => {
  await hold({
    law: "a proposal is sound",
    values: fc.nat(0x7fffffff),
    runs: 60,
    check: (seed, count) => {
      const draw = fromSeed(seed);
      const kind = oneOf<SourceContent["kind"]>(draw, ["release notes", "definitions", "WSDL", "recording"]);
      const rows = Array.from({ length: 1 + draw.below(6) }, () => drawRow(draw));
      const proposal = proposeFor([toReading(rows, { kind, seenAs: "a source" })], realSources());
      checkFiles(applyProposal(realSources(), proposal));
      for (const { message } of proposal.decisions) expect(message).not.toContain("undefined");
      count.documents += proposal.files.length;
    },
    leastDocuments: 30,
  });
});
