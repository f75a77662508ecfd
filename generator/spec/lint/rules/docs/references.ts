import { report } from "../../../../problem/catalogue.js";
import type { Place, Problem } from "../../../../problem/problem.js";
import type { LinkedSpec } from "../../../link/link-spec.js";
import { readObjectLists } from "../../../files.js";
import { joinPointer } from "../../../pointer.js";
import { reportUnknown } from "../../report-unknown.js";
import type { VisitedSpec } from "../../visit.js";

/** A term of the glossary refers to existing types and events. */
export function glossaryLeads(spec: VisitedSpec): Problem[] {
  const titles = spec.visits.flatMap(({ shape }) => shape.title ?? []);
  const known = [...new Set([...titles, ...spec.events.keys()])];
  return spec.glossary.flatMap(({ see = [] }, term) =>
    see.flatMap((name, index) => {
      const pointer = joinPointer("", "terms", term, "see", index);
      return reportUnknown("type or event", name, known, { file: "glossary.json", pointer });
    }),
  );
}

/** A word has its synonyms in one place, and is none of them itself. */
export const synonymsStandOnce = ({ synonyms }: LinkedSpec): Problem[] =>
  synonyms.flatMap(({ word, typed }, index) => {
    const first = synonyms.findIndex((other) => other.word === word);
    const at = (...part: readonly (string | number)[]): Place => ({
      file: "glossary.json",
      pointer: joinPointer("", "synonyms", index, ...part),
    });
    return [
      ...(first === index
        ? []
        : [report("duplicate-name", { name: word, other: `synonyms ${first}` }, at("word"))]),
      ...(typed.includes(word)
        ? [
            report(
              "duplicate-name",
              { name: word, other: "the word itself" },
              at("typed", typed.indexOf(word)),
            ),
          ]
        : []),
    ];
  });

/** Each question is asked once, about what there is. */
export function questionsLead(spec: VisitedSpec): Problem[] {
  // A broken file may be the one that has what is asked about.
  if (spec.questions.length === 0 || spec.broken.size > 0) return [];
  const known = listNames(spec);
  return spec.questions.flatMap(({ id, about = [] }, index) => [
    ...askedBefore(id, index, spec),
    ...about.flatMap((name, at) =>
      reportUnknown("type, property, event or object of events", name, known, {
        file: questionsFile,
        pointer: `/questions/${index}/about/${at}`,
      }),
    ),
  ]);
}

const questionsFile = "open-questions.json";

function askedBefore(id: string, index: number, { questions }: LinkedSpec): Problem[] {
  const first = questions.findIndex((other) => other.id === id);
  const other = `${questionsFile}#/questions/${first}`;
  return first === index
    ? []
    : [
        report(
          "duplicate-name",
          { name: id, other },
          { file: questionsFile, pointer: `/questions/${index}/id` },
        ),
      ];
}

function listNames(spec: VisitedSpec): string[] {
  const types = spec.visits.flatMap(({ shape: { title, properties = {} } }) =>
    title === undefined ? [] : [title, ...Object.keys(properties).map((name) => `${title}.${name}`)],
  );
  const listed = readObjectLists(spec).flatMap(({ carries, answers }) => [
    ...Object.keys(carries),
    ...Object.keys(answers),
  ]);
  return [...new Set([...types, ...listed, ...spec.events.keys()])];
}
