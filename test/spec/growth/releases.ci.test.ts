import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadReviewedSpec } from "../../../generator/cli/inputs/spec-folder.js";
import { indexContract } from "../../../generator/drift/contract.js";
import { judgeSource } from "../../../generator/drift/judge-source.js";
import { isOpenVerdict, type SourceContent } from "../../../generator/drift/source-content.js";
import { readWsdl } from "../../../generator/drift/wsdl.js";
import type { ReviewedClaim, ReviewedFile } from "../../../generator/contract/read/dialect.js";
import type { ReviewedSpec } from "../../../generator/contract/lint/reviews.js";
import { review } from "../own-spec.js";
import { keptReadings } from "../vendor-rows.js";
import { writeWsdl, wsdlTables } from "../../drift/soap/wsdl-tables.js";
import { answerWith } from "../../till/desk.js";
import { ownSpec, readSpecSources } from "../../../generator/contract/package/package-files.js";
import { readReviews } from "../../../generator/contract/read/read-spec.js";
import type { CheckedSpec } from "../../../generator/contract/read/checked-spec.js";
import { defined } from "../../../generator/contract/read/values.js";
import { targets as all } from "../../../generator/targets/all.js";
import { startTill } from "../../../generator/till/engine/start-till.js";
import { formatRelease } from "../../../generator/base/time/release.js";
import { inProject } from "../../workbench/project.js";
import { secret } from "../../conformance/signature.js";
import { buildSnapshotView, interpret } from "../../laws/judges/interpreted.js";
import { need } from "../../workbench/need.js";
import { changeSpec, lint, toSources, type SpecInMemory } from "../../contract/read/small-spec.js";
import { builtIn } from "../../till/proof/built-in.js";
import { checkTypes } from "../../workbench/check-types.js";
import { collectFiles, emit } from "../../workbench/emit.js";
import { makeRunFolder, removeFolder } from "../../workbench/folders.js";
import { openShopsOf, playAtNewest, url, type Shop } from "./grown-shop.js";
import { additionsTo, deprecationIn, takingsFrom } from "./releases.js";

const wsdlReading: SourceContent = need(
  readWsdl("api.wsdl", writeWsdl(wsdlTables), need(loadReviewedSpec(ownSpec)).soapNames),
);

const now: SpecInMemory = Object.fromEntries(
  [...need(readSpecSources(ownSpec)), ...need(readReviews(ownSpec))].map(({ path, text }) => [
    path,
    path.endsWith(".json") ? (JSON.parse(text) as unknown) : text,
  ]),
);
const added = changeSpec(additionsTo(now), now);
const grown = changeSpec(deprecationIn(added), added);
const releases = {
  "adds and deprecates": grown,
  "removes, renames and requires": changeSpec(takingsFrom(grown), grown),
};

const folderNow = makeRunFolder();
let shopNow: Shop;
beforeAll(async () => {
  shopNow = await openShopsOf(need(lint(now)), folderNow);
});
afterAll(() => removeFolder(folderNow));

describe.each(Object.entries(releases))("a release that %s", (_, files) => {
  const folder = makeRunFolder();
  let spec: CheckedSpec;
  let reviewedSpec: ReviewedSpec;
  let contract: Shop["contract"];
  let openShop: Shop["openShop"];
  beforeAll(async () => {
    reviewedSpec = need(lint(files));
    spec = reviewedSpec;
    ({ contract, openShop } = await openShopsOf(spec, folder));
  });
  afterAll(() => removeFolder(folder));

  const newest = (): string => formatRelease(defined(contract.model.releases.at(-1), "it has some").release);

  it("is clean, and diff lists it", () =>
    inProject(async ({ call, putAll }) => {
      putAll(Object.fromEntries(toSources(files).map(({ path, text }) => [`spec/${path}`, text] as const)));
      expect(await call("lint", "--spec", "spec")).toMatchObject({
        code: 0,
        stdout: expect.stringMatching(/^The spec is clean/) as string,
        stderr: "",
      });
      expect((await call("diff", newest(), "--spec", "spec")).stdout).toContain("trial");
    }));

  it("leaves every built-in scenario as it was", async () => {
    for (const name of builtIn().keys()) {
      const before = await playAtNewest(name, shopNow);
      expect([name, ...(await playAtNewest(name, { contract, openShop }))]).toEqual([name, ...before]);
    }
  });

  it("has an event that a till sends as it should be", async () => {
    const till = startTill(contract, {
      url,
      subscription: "shop-12",
      secret,
      fetch: answerWith('{"trialVoucher":{"accepted":true}}'),
      events: { trialEvent: { blocking: true } },
    });
    const { request, verdict } = await till.send("trialEvent");
    expect(verdict).toMatchObject({ kind: "taken" });
    const { release } = defined(contract.model.releases.at(-1), "it has some");
    const { events } = buildSnapshotView(contract.model, release, "gated");
    const event = defined(
      events.find(({ name }) => name === "trialEvent"),
      "it has the event",
    );
    expect(interpret(event.request, "closed")(request)).toBe(true);
  });

  it("is in the output of every target, whose types compile", async () => {
    const output = collectFiles(await emit(spec, "..", { targets: all.map(({ name }) => name) }));
    expect([...output].filter(([, text]) => text.includes("rialEvent")).length).toBeGreaterThan(20);
    expect(checkTypes(new Map([...output].filter(([path]) => path.startsWith("types/"))))).toEqual([]);
  });

  it.each([wsdlReading, ...keptReadings])(
    "is settled with $title by the entries that a test prints",
    (source) => {
      // Recorded rows of the pages have no sentences.
      const sentences = source === wsdlReading ? reviewedSpec.reviewed.sentences : [];
      const judgeBy = ({ claims }: Pick<ReviewedFile, "claims">) => {
        const index = indexContract(contract.model);
        return judgeSource(source, index, { claims, sentences }, []).findings;
      };
      const printed = review(judgeBy(reviewedSpec.reviewed), source.title);
      const added = [...printed.matchAll(/^add to "claims":\n(.*)$/gm)].map(
        ([, entry = ""]) => JSON.parse(entry) as ReviewedClaim,
      );
      expect(printed).not.toMatch(/^edit the spec/m);
      const { claims, ...file } = reviewedSpec.reviewed;
      const drift = { ...file, claims: [...claims, ...added] };
      const settled = lint({ ...files, "drift/reviewed.json": drift });
      expect(settled).toMatchObject({ ok: true, warnings: [] });
      expect(judgeBy(drift).filter(({ verdict }) => isOpenVerdict(verdict))).toEqual([]);
    },
  );
});
