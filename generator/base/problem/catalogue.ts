import { quote, shorten } from "../text/quote.js";
import { callProblems } from "./call-problems.js";
import type { SourceLocation, Problem, CatalogueEntry, Wording } from "./problem.js";
import { specProblems } from "./spec-problems.js";

const warnings = {
  "unreachable-file": ["Nothing in the spec refers to {path}."],
  "not-shown": [
    "No example shows this {what}, which v{release} added.",
    "Use it in an example in examples/, with a release that has it.",
  ],
  "addition-known": ["The spec has this, too.", "Delete yours."],
  "lint-stopped": [
    "The other checks have not run yet.",
    "Fix the errors above and run lint again; it may find more.",
  ],
  "ahead-of-spec": [
    "v{release} is newer than the newest release in the spec ({known}), so its additions are not in the output.",
  ],
  "stops-short": [
    ({ release, later }: { release: string; later: readonly string[] }) =>
      `v${release} is only the first release with that number; ${later.join(", ")} followed and ${later.length > 1 ? "are" : "is"} not included.`,
    ({ later, isList }: { later: readonly string[]; isList: boolean }) =>
      isList
        ? `If a shop runs ${later.length > 1 ? "one of them" : "it"}, list that too.`
        : `To include ${later.length > 1 ? "them" : "it"}, use ${later.at(-1) ?? ""}.`,
  ],
  "prettier-option": [
    "{path} sets {option} to something other than {expected}, so the output is formatted without it.",
  ],
  "no-safe-response": [
    "{event} is left out: no answer works in all your shops ({reason}).",
    "Choose fewer releases, for example with a later --min-version, or use --responses gated.",
  ],
} as const satisfies Record<string, CatalogueEntry>;

const catalogue = { ...specProblems, ...callProblems, ...warnings };

type Catalogue = typeof catalogue;
export type ProblemCode = keyof Catalogue;
export const problemCodes = Object.keys(catalogue) as readonly ProblemCode[];

/** Lists are joined with commas. */
type SlotValue = string | number | readonly string[];

type SlotNames<Text> = Text extends `${string}{${infer Slot}}${infer Rest}` ? Slot | SlotNames<Rest> : never;
type OptionalSlot<Slot> = Slot extends `${infer Name}?` ? Name : never;
type SlotValues<Text> = Readonly<Record<Exclude<SlotNames<Text>, `${string}?`>, SlotValue>> &
  Readonly<Partial<Record<OptionalSlot<SlotNames<Text>>, SlotValue | undefined>>>;

/** The parameters that every wording of a row needs. */
type WordingFunction<Each> = Each extends string ? (params: SlotValues<Each>) => string : Each;
type ProblemParams<Code extends ProblemCode> =
  WordingFunction<Catalogue[Code][number]> extends (params: infer All) => unknown ? All : never;

export function report<Code extends ProblemCode>(
  code: Code,
  params: ProblemParams<Code>,
  place?: SourceLocation,
): Problem {
  const [message, ...hints] = (catalogue[code] as CatalogueEntry).map((wording) => {
    const sentence = formatWording(wording, params as object);
    return sentence && shorten(sentence, maxSentenceLength);
  });
  const hint = hints.find((each) => each !== undefined);
  return {
    code,
    severity: code in warnings ? "warning" : "error",
    message: message ?? "",
    ...(hint !== undefined && { hint }),
    ...(place && { place }),
  };
}

/** In characters. Lists of files are longer than most sentences. */
const maxSentenceLength = 20_000;

const slot = /("?)\{(\w+)\??\}\1/g;

/** Undefined if a value that the wording needs is unknown. */
export function formatWording(wording: Wording, params: object): string | undefined {
  if (typeof wording === "function") return wording(params as never);
  const values = params as Readonly<Record<string, SlotValue | undefined>>;
  if ([...wording.matchAll(slot)].some(([, , name = ""]) => values[name] === undefined)) return undefined;
  return wording.replace(slot, (_, mark: string, name: string) => {
    const said = [values[name]].flat().join(", ");
    return mark === "" ? said : quote(said);
  });
}
