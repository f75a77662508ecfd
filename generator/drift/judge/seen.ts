import type { EnumModel, KindModel } from "../../model/model.js";
import { listWords } from "../../text/words.js";
import { quote } from "../../text/quote.js";
import { complement, intersect, uniteAll, type Spans } from "../../time/spans.js";
import { mostUnlisted, type Statement, type Subject } from "../claim.js";
import type { Difference } from "./compare.js";
import type { Known } from "./known.js";
import { describeKinds, holdsType } from "./types.js";
import { findWays, followPath, listRoots, type Part } from "./ways.js";

/** What every recording is called, in reviews and where the spec says that something was seen. */
export const trafficTitle = "recorded traffic";

/** A statement of which bodies are the witness. */
export type SeenStatement = Extract<Statement, { seen?: true }> & { readonly seen: true };

export const isSeen = (says: Statement): says is SeenStatement => "seen" in says;

/**
 * Compares what was seen in bodies with the spec. A shop may run any release: what some release has is no news, even if the
 * newest has it no more. What is planned, or was seen elsewhere, is: now a till sends it.
 */
export function compareSeen(says: SeenStatement, subject: Subject, known: Known): Difference {
  const differences = listParts(subject, known).map((part) => compare(says, part));
  return differences.find((difference) => difference !== undefined);
}

/** The releases that have what was seen: of each event for itself, since each of them sent it. */
export const listReleases = (says: SeenStatement, subject: Subject, known: Known): readonly Spans[] =>
  listParts(subject, known).map((part) => explain(says, part));

/** A part as each event has it; as any event may have it, where the event is not known. */
function listParts({ side, path, events }: Subject, known: Known): readonly Part[] {
  if (side !== "request" && side !== "response") return [];
  return (events ?? [undefined]).map((event) => followPath(path, listRoots(side, event, known)));
}

function compare(says: SeenStatement, part: Part): Difference {
  const [way] = part.ways;
  if (!way) return { verdict: "new", message: `${describe(says)}; the spec does not have it` };
  switch (says.about) {
    case "existence": {
      const { aside } = way.of;
      // What exists in no release although nothing sets it aside is in something that is, and that is judged by itself.
      if (!aside || explain(says, part).length > 0 || (aside.kind === "seen" && isOurs(aside)))
        return undefined;
      const standing = aside.kind === "seen" ? `as seen in ${aside.where}` : "as planned";
      return { verdict: "new", message: `was in a body; the spec has it ${standing}` };
    }
    case "type": {
      const kinds = part.alternatives.map(({ of }) => of);
      if (kinds.length === 0 || kinds.some((kind) => holdsType(kind, says))) return undefined;
      return { verdict: "contradicts", message: `was ${says.type}; the spec has ${describeKinds(kinds)}` };
    }
    case "optional":
      return explain(says, part).length > 0
        ? undefined
        : { verdict: "contradicts", message: "was missing; the spec has it as required" };
    case "values":
      return compareValues(says, part);
  }
}

/** Whether the spec has something as seen in recordings: a further one is no news. */
const isOurs = ({ where }: { readonly where?: string }): boolean => where === trafficTitle;

/** What was seen of something that the spec does not have. */
const describe = (says: SeenStatement): string =>
  says.about === "type" ? `was ${says.type}` : "was in a body";

function compareValues(
  { values, unlisted = 0 }: Extract<SeenStatement, { about: "values" }>,
  { alternatives }: Part,
): Difference {
  const kinds = alternatives.map(({ of }) => of);
  if (unlisted > 0) {
    if (kinds.some(isFreeText)) return undefined;
    const counted = unlisted > mostUnlisted ? `more than ${mostUnlisted}` : unlisted;
    return {
      verdict: "new",
      message: `had ${unlisted === 1 ? "a value" : `${counted} values`} that the spec does not list`,
    };
  }
  const enums = kinds.flatMap(listEnums);
  const more = values.filter(
    (value) => !enums.some((each) => each.values.some((listed) => listed.value === value)),
  );
  if (more.length === 0 || kinds.some(isFreeText)) return undefined;
  const where = enums.flatMap(({ seen = [] }) => seen.filter(({ value }) => more.includes(value)));
  if (where.some(isOurs)) return undefined;
  const whence = where.map((each) => `as seen in ${each.where}`);
  const message = `had ${listWords(more.map(quote), "and")}, which the spec has ${listWords([...new Set(whence)], "and")}`;
  return { verdict: "new", message };
}

/** The releases in which a part is as it was seen. */
function explain(says: SeenStatement, { holders, ways, alternatives }: Part): Spans {
  const when = (fits: (kind: KindModel) => boolean): Spans =>
    uniteAll(alternatives.filter(({ of }) => fits(of)).map(({ exists }) => exists));
  switch (says.about) {
    case "existence":
      return uniteAll(ways.map(({ exists }) => exists));
    case "type":
      return when((kind) => holdsType(kind, says));
    case "values":
      if ((says.unlisted ?? 0) > 0) return when(isFreeText);
      return says.values
        .map((value) =>
          uniteAll([when(isFreeText), ...alternatives.map((each) => listLife(each.of, value, each.exists))]),
        )
        .reduce(
          intersect,
          when(() => true),
        );
    case "optional":
      return uniteAll(
        holders.map((holder) => {
          const own = findWays(ways[0]?.of.name ?? "", [holder]);
          const required = own
            .filter(({ of }) => of.undocumented === "nothing")
            .map((way) => intersect(way.exists, way.of.required));
          return intersect(holder.exists, complement(uniteAll(required)));
        }),
      );
  }
}

/** When an enum has a value. */
const listLife = (kind: KindModel, value: string, exists: Spans): Spans =>
  uniteAll(
    listEnums(kind)
      .flatMap(({ values }) => values.filter((listed) => listed.value === value))
      .map((listed) => intersect(exists, listed.exists)),
  );

/** The enum of a kind, if it is one. */
const listEnums = (kind: KindModel): readonly EnumModel[] =>
  kind.kind === "string" && kind.enum ? [kind.enum] : [];

const isFreeText = (kind: KindModel): boolean => kind.kind === "string" && !kind.enum;
