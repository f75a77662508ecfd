import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeDecision } from "../../../generator/drift/propose.js";
import { isOpenVerdict } from "../../../generator/drift/source-content.js";
import type { SourceFile } from "../../../generator/contract/read/read-spec.js";
import { formatRelease } from "../../../generator/base/time/release.js";
import { declarationsOf } from "../../targets/types/declarations.js";
import { collectFiles, emit } from "../../workbench/emit.js";
import { frozenSpec } from "../../workbench/real-spec.js";
import { readCases } from "../cases.js";
import { formats, parsePage } from "../trial/page.js";
import { extensions, makeText, type Case } from "../trial/run.js";
import { applyProposal, checkFiles, definitions, driftTexts, readFiles } from "./grounds.js";

interface Given {
  readonly answer: Case;
  readonly types: string;
  readonly notes: string;
  readonly decisions: readonly string[];
}

const { answer, types, notes, decisions } = readCases("vendor.yaml", import.meta) as Given;

/** Code without its comments. */
const bare = (code: string): string => code.replace(/^ *\/\*\*(?:[^*]|\*(?!\/))*\*\/\n/gm, "");

const examplePath = "examples/completeSession/exit-code.json";

/** An example of the new answer, beside one that there is. */
function makeExample(): SourceFile {
  const example = JSON.parse(readFileSync(join(frozenSpec, examplePath), "utf8")) as object;
  const loyaltyCard = {
    number: "12",
    points: 3,
    cardId: "057d75c5-a2d4-4295-9965-6b42767e5527",
    level: "gold",
    gifts: [{ name: "Soap" }],
  };
  const text = JSON.stringify({ ...example, release: "60", response: { loyaltyCard } });
  return { path: "examples/completeSession/loyal.json", text };
}

const release = "59.3.4";
const names = ["longClick", "separator", "disabled"];
type Item = Readonly<Record<string, unknown>>;
const isGone = (value: unknown): boolean =>
  [release, "label"].some((mark) => {
    const { since, type, "x-added-in": added } = (value ?? {}) as Item;
    return since === mark || added === mark || type === mark;
  });

/** A value without what came with the release. */
function strip(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => !isGone(item)).map(strip);
  if (typeof value !== "object" || value === null) return value;
  const parts = Object.entries(value).filter(
    ([name, part]) =>
      !names.includes(name) && !isGone(part) && !/^x-(?:notes|enum-added-in|enum-descriptions)$/.test(name),
  );
  const toRest = (name: string, part: unknown): unknown =>
    name === "enum" ? (part as readonly string[]).filter((each) => each !== "label") : strip(part);
  return Object.fromEntries(parts.map(([name, part]) => [name, toRest(name, part)]));
}

/** Whether a review is of what came with the release. */
const isOfGone = ({ claim, of }: Item): boolean =>
  names.some((name) => `${String(claim)} ${String(of)} `.includes(`.${name} `));

/** The spec as it would be if nobody had heard of the release. */
function stripFile({ path, text }: SourceFile): SourceFile {
  if (path !== "drift/reviewed.json" && !/59\.3\.4"|longClick|separator|disabled/.test(text))
    return { path, text };
  const file = JSON.parse(text) as Readonly<Record<string, readonly Item[]>>;
  const { claims = [], sentences = [], releases = [] } = file;
  const without = (list: readonly Item[]): readonly Item[] =>
    list.filter((each) => !isOfGone(each) && each["release"] !== release);
  if (path === "drift/reviewed.json")
    return { path, text: JSON.stringify({ claims: without(claims), sentences: without(sentences) }) };
  if (path === "releases.json") return { path, text: JSON.stringify({ releases: without(releases) }) };
  const isExample = path.startsWith("examples/");
  return { path, text: JSON.stringify(strip({ ...file, ...(isExample && { release: "59.3.2" }) })) };
}

describe.skipIf(definitions === undefined)(
  "of the vendor's page (skipped where ../shared/seeds is absent)",
  () => {
    it.each(formats)("a new answer in %s becomes the type that one would write by hand", async (format) => {
      const text = makeText(parsePage(definitions ?? ""), answer, format);
      const read = (files: readonly SourceFile[]) =>
        driftTexts({ [`page.${extensions[format]}`]: text }, files);
      const files = readFiles();
      const { proposal } = read(files);
      const after = [...applyProposal(files, proposal), makeExample()];
      const spec = checkFiles(after);
      const emitted = await emit(spec, "60..", { targets: ["types"] });
      const declarations = await declarationsOf(collectFiles(emitted));
      const names = [...declarations.keys()].filter((name) => name.startsWith("LoyaltyCard"));
      expect(names.map((name) => bare(declarations.get(name) ?? "")).join("\n")).toBe(types.trim());
      expect(spec.events.get("completeSession")?.answers).toHaveProperty("loyaltyCard");
      expect(proposal.decisions.filter(({ kind }) => kind === "ask")).toEqual([]);
      const again = read(after);
      expect(
        again.sources.flatMap(({ findings }) => findings.filter(({ verdict }) => isOpenVerdict(verdict))),
      ).toEqual([]);
      expect(again.proposal).toEqual({ files: [], decisions: [] });
    });

    it("a release that the spec does not have is found, and what needs a person is said", () => {
      const files = readFiles().map(stripFile);
      const texts = { "notes.md": notes, "page.txt": definitions ?? "" };
      const { proposal } = driftTexts(texts, files);
      expect(proposal.decisions.map((each) => `${each.kind} ${describeDecision(each)}`)).toEqual(
        decisions.map((words) => expect.stringContaining(words) as string),
      );
      const { releases, shapes } = checkFiles(applyProposal(files, proposal));
      expect(releases.map(({ release: each }) => formatRelease(each))).toContain(release);
      expect(shapes.get("requests/customAction.json")?.properties?.["longClick"]).toMatchObject({
        type: "boolean",
        "x-added-in": release,
      });
      const form = JSON.stringify(shapes.get("responses/form.json"));
      expect(form).toContain('"label"]');
      expect(form).toContain('["none","above","below"]');
    });
  },
);
