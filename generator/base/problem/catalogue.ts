import { quote } from "../text/quote.js";
import { callProblems } from "./call-problems.js";
import type { SourceLocation, Problem, CatalogueEntry, Wording } from "./problem.js";
import { specProblems } from "./spec-problems.js";

/** Problems that are no errors. */
const warnings = {
  "unreachable-file": ["Nothing in the spec refers to {path}."],
  "not-described": ["Nobody has described this yet.", "Do so, in words of your own."],
  "not-shown": [
    "No example shows this {what}, which came in v{release}.",
    "Use it in an example in examples/, of a release that has it.",
  ],
  "lint-stopped": [
    "The other checks have not run yet.",
    "Fix the errors above and run lint again: it may find more.",
  ],
  "ahead-of-spec": [
    "v{release} is later than the last release that the spec knows ({known}): what it added is not in the output.",
  ],
  "stops-short": [
    ({ release, later }: { release: string; later: readonly string[] }) =>
      `v${release} is the first release of that number; ${later.join(", ")} came later and ${later.length > 1 ? "are" : "is"} not included.`,
    ({ later, isList }: { later: readonly string[]; isList: boolean }) =>
      isList
        ? `Where a shop runs ${later.length > 1 ? "one of them" : "it"}, list that too.`
        : `To include ${later.length > 1 ? "them" : "it"}, say ${later.at(-1) ?? ""}.`,
  ],
  "no-safe-response": [
    "{event} is left out: no answer to it works in every shop of the fleet ({reason}).",
    "Choose fewer releases, for example with a later --min-version, or use --responses gated.",
  ],
} as const satisfies Record<string, CatalogueEntry>;

/** Every problem that can be reported: its code, its message and its hints. */
const catalogue = { ...specProblems, ...callProblems, ...warnings };

type Catalogue = typeof catalogue;
export type ProblemCode = keyof Catalogue;
export const problemCodes = Object.keys(catalogue) as readonly ProblemCode[];

/** The value of a slot. A list is printed with commas. */
type SlotValue = string | number | readonly string[];

/** The slots of a text, as they stand between its braces, and what fills them. */
type SlotNames<Text> = Text extends `${string}{${infer Slot}}${infer Rest}` ? Slot | SlotNames<Rest> : never;
type OptionalSlot<Slot> = Slot extends `${infer Name}?` ? Name : never;
type SlotValues<Text> = Readonly<Record<Exclude<SlotNames<Text>, `${string}?`>, SlotValue>> &
  Readonly<Partial<Record<OptionalSlot<SlotNames<Text>>, SlotValue | undefined>>>;

/** The parameters that the texts and functions of a row take together. */
type WordingFunction<Each> = Each extends string ? (params: SlotValues<Each>) => string : Each;
type ProblemParams<Code extends ProblemCode> =
  WordingFunction<Catalogue[Code][number]> extends (params: infer All) => unknown ? All : never;

/** Creates a problem of the catalogue. */
export function report<Code extends ProblemCode>(
  code: Code,
  params: ProblemParams<Code>,
  place?: SourceLocation,
): Problem {
  const [message, ...hints] = (catalogue[code] as CatalogueEntry).map((wording) =>
    formatWording(wording, params as object),
  );
  const hint = hints.find((each) => each !== undefined);
  return {
    code,
    severity: code in warnings ? "warning" : "error",
    message: message ?? "",
    ...(hint !== undefined && { hint }),
    ...(place && { place }),
  };
}

const slot = /("?)\{(\w+)\??\}\1/g;

/** Fills in a wording. Undefined if a value that it needs is unknown. */
export function formatWording(wording: Wording, params: object): string | undefined {
  if (typeof wording === "function") return wording(params as never);
  const values = params as Readonly<Record<string, SlotValue | undefined>>;
  if ([...wording.matchAll(slot)].some(([, , name = ""]) => values[name] === undefined)) return undefined;
  return wording.replace(slot, (_, mark: string, name: string) => {
    const said = [values[name]].flat().join(", ");
    return mark === "" ? said : quote(said);
  });
}
