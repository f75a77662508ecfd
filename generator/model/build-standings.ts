import type { CheckedSpec } from "../spec/checked-spec.js";
import type { EnvelopeFile, EventFile, ProductEntry, StandingEntry } from "../spec/dialect.js";
import { listWords } from "../text/list.js";
import type { AnswerModel, ProductModel, StandingModel } from "./model.js";
import { ownEntry } from "../spec/values.js";

/** What says no more than the standing itself. */
export const plainBases: readonly string[] = [
  "It is documented as an answer to this event.",
  "No source says which events take it.",
];
const [isDocumented = "", isUnknown = ""] = plainBases;

/** How well it is known that an event takes each answer. What its file says goes before what follows from the lists. */
export const listTaken = (
  event: string,
  file: EventFile,
  { answers, envelope }: { readonly answers: readonly AnswerModel[]; readonly envelope: EnvelopeFile },
): StandingModel[] =>
  answers.map(({ property: { name }, onlyFor }) => ({
    name,
    ...(findTakes(name, file) ??
      (onlyFor ? standOwn(event, name, file, onlyFor) : standShared(name, file, envelope))),
  }));

/** What an event, or the envelope, says of an answer. */
export function findTakes(
  answer: string,
  { takes = [] }: Pick<EventFile, "takes">,
): StandingEntry | undefined {
  const entry = takes.find(({ answers }) => answers.includes(answer));
  return entry && { standing: entry.standing, basis: entry.basis };
}

/** An answer that only some events list: to the others it may not be given. */
function standOwn(event: string, answer: string, file: EventFile, events: readonly string[]): StandingEntry {
  if (!events.includes(event))
    return { standing: "contradicted", basis: `It is documented for ${listWords(events, "and")} only.` };
  const provenance = ownEntry(file.answers, answer)?.["x-provenance"];
  if (provenance && provenance.kind !== "documented") return { standing: "unknown", basis: provenance.basis };
  return { standing: "documented", basis: isDocumented };
}

/** An answer of the envelope: what is known of it with every event, or nothing. */
const standShared = (answer: string, { unknownBecause }: EventFile, envelope: EnvelopeFile): StandingEntry =>
  findTakes(answer, envelope) ?? {
    standing: "unknown",
    basis: unknownBecause ?? isUnknown,
  };

/** The products, each with its standing to every event and every answer. Nothing is known of what no group names yet: lint asks for it. */
export const buildProducts = (
  { products, events }: CheckedSpec,
  answers: readonly AnswerModel[],
): ProductModel[] =>
  products.map(({ sends, takes, ...product }: ProductEntry) => ({
    ...product,
    sends: [...events.keys()].sort().map((name) => {
      const { events: _, ...known } = sends.find(({ events: names }) => names.includes(name)) ?? unnamed;
      return { name, ...known };
    }),
    takes: answers.map(({ property: { name } }) => ({ name, ...(findTakes(name, { takes }) ?? unnamed) })),
  }));

const unnamed: StandingEntry & { readonly events?: undefined } = {
  standing: "unknown",
  basis: "`products.json` does not say.",
};
