import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isOpenVerdict } from "../../../generator/drift/source-content.js";
import { declarationsOf } from "../../targets/types/declarations.js";
import { collectFiles, emit } from "../../workbench/emit.js";
import { readCases } from "../cases.js";
import { formats, parsePage } from "../trial/page.js";
import { extensions, makeText, type Case } from "../trial/run.js";
import { applyProposal, checkFiles, driftTexts, readFiles } from "./grounds.js";

const { answer, types } = readCases("vendor.yaml", import.meta) as { answer: Case; types: string };

/** The vendor's page of definitions. It is outside the repository. */
const seed = new URL("../../../../shared/seeds/003_bb36d0b5dd247fcf.txt", import.meta.url);

const bare = (code: string): string => code.replace(/^ *\/\*\*(?:[^*]|\*(?!\/))*\*\/\n/gm, "");

describe.skipIf(!existsSync(seed))("of the vendor's page (skipped where ../shared/seeds is absent)", () => {
  it.each(formats)("a new answer in %s becomes the type that one would write by hand", async (format) => {
    const page = parsePage(readFileSync(seed, "utf8"));
    const texts = { [`page.${extensions[format]}`]: makeText(page, answer, format) };
    const files = readFiles();
    const { proposal } = driftTexts(texts, files);
    const after = applyProposal(files, proposal);
    const emitted = await emit(checkFiles(after), "60..", { targets: ["types"] });
    const declarations = await declarationsOf(collectFiles(emitted));
    const names = [...declarations.keys()].filter((name) => name.startsWith("LoyaltyCard"));
    expect(names.map((name) => bare(declarations.get(name) ?? "")).join("\n")).toBe(types.trim());
    expect(proposal.decisions.map(({ kind, subject }) => `${kind} ${subject?.path ?? ""}`)).toEqual([
      "write 60",
      "write loyaltyCard",
      "ask loyaltyCard",
      "confirm loyaltyCard",
    ]);
    const again = driftTexts(texts, after);
    const open = again.sources.flatMap(({ findings }) =>
      findings.filter(({ verdict }) => isOpenVerdict(verdict)),
    );
    expect(open.map(({ verdict, text = "" }) => `${verdict} ${text}`)).toEqual([
      expect.stringMatching(/^unread loyaltyCard \(only occurs/),
    ]);
    expect(again.proposal).toEqual({ files: [], decisions: [] });
  });
});
