import * as fc from "fast-check";
import { expect, it } from "vitest";
import { indexContract } from "../../../generator/drift/contract.js";
import { judgeSource } from "../../../generator/drift/judge-source.js";
import { propose } from "../../../generator/drift/propose.js";
import type { RowType, SourceContent, SourceRow } from "../../../generator/drift/source-content.js";
import { once } from "../../../generator/base/once.js";
import { createPaths } from "../../../generator/contract/model/paths.js";
import { toRelease } from "../../../generator/contract/read/dialect.js";
import { hold } from "../../laws/run.js";
import { fromSeed, happens, oneOf, someOf, type Draw } from "../../workbench/draw.js";
import { realSources } from "../../workbench/emit.js";
import { loadRealModel } from "../../workbench/real-spec.js";
import { applyProposal, checkFiles, lintFiles } from "./grounds.js";

const { properties } = createPaths(loadRealModel());
const grounds = once(() => {
  const reviews = { path: "drift/reviewed.json", text: '{ "claims": [], "sentences": [] }\n' };
  const files = [...realSources(), reviews];
  const contract = indexContract(loadRealModel());
  return { files, contract, spec: checkFiles(files), lint: lintFiles, today: "2026-02-03" };
});
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

function drawRow(draw: Draw, line: number): SourceRow {
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
  const event = oneOf(draw, ["scanCode", "openDrawer", "Bad"]);
  return {
    ...(happens(draw, 80) ? { side: part.direction, path } : { side: "event", path: event }),
    text: "A row.",
    place: { file: "page.html", section: "", line },
    type: happens(draw, 60) ? (type as RowType[]) : undefined,
    optional: happens(draw, 50) ? happens(draw, 50) : undefined,
    since: happens(draw, 50) ? oneOf(draw, releases) : undefined,
  };
}

function drawSource(draw: Draw): SourceContent {
  const kind = oneOf<SourceContent["kind"]>(draw, ["page", "WSDL", "recording"]);
  const rows = Array.from({ length: 1 + draw.below(6) }, (_, i) => drawRow(draw, i + 1));
  const sentences = rows.map(({ place, side, path }) => ({ place, text: "It is.", of: { side, path } }));
  const newest = happens(draw, 50) ? oneOf(draw, releases) : undefined;
  const title = oneOf(draw, ["The page", '"*/ ${x}']);
  return { kind, file: "page.html", title, rows, sentences, count: 1, newest, seenAs: "a source" };
}

it("what is proposed lints", async () => {
  await hold({
    law: "a proposal is sound",
    values: fc.nat(0x7fffffff),
    runs: 60,
    check: (seed, count) => {
      const { files, contract, spec } = grounds();
      const source = judgeSource(drawSource(fromSeed(seed)), contract, spec.reviewed, spec.sources);
      const proposal = propose([source], grounds());
      checkFiles(applyProposal(files, proposal));
      for (const { message } of proposal.decisions) expect(message).not.toContain("undefined");
      count.documents += proposal.files.length;
    },
    leastDocuments: 30,
  });
});
