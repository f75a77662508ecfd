import type { Block, Cell } from "../blocks/block.js";
import { joinTexts, nameText, text, type Text } from "../blocks/text.js";
import { bullets, rows } from "../blocks/builders.js";
import { groupBy } from "../../contract/read/values.js";
import { baseline, type Release } from "../../base/time/release.js";
import { addedIn, removedIn, spanBetween } from "../../base/time/spans.js";
import type { EnumView, NamedEnumView, PropertyView } from "../../contract/view/view.js";
import { linkToEnum, linkToEvent, linkToName, linkToObject, listUsages, type Usage } from "../links.js";
import type { PageData } from "../page-data.js";
import type { Page } from "../page.js";
import { describeAvailability, toAvailability } from "../prose/fleet-text.js";
import { doubtTexts, listFacts, withCertainty } from "../prose/remarks.js";
import type { TemplateSlots } from "../page-templates.js";

export const enumsPage = (data: PageData): Page =>
  data.templates.page("enums", "reference", { enums: data.enums.map((entry) => enumSlots(entry, data)) });

function enumSlots({ name, prose, open, values, forbidden }: NamedEnumView, data: PageData): TemplateSlots {
  const usages = data.usages.get(name) ?? [];
  const exists = spanBetween(findFirstUse(usages, data), undefined);
  return {
    name,
    description: prose.description,
    open,
    availability: describeAvailability(toAvailability(exists, data.fleet)),
    usages: bullets(listUsages(usages)),
    values: rows(values.map((value) => valueRow(value, data))),
    seen: bullets(
      forbidden.flatMap(({ value, reason }) =>
        reason.kind === "seen" ? [text`${nameText(value)}, in ${reason.where}`] : [],
      ),
    ),
    remarks: bullets([...listFacts(prose), ...doubtTexts(prose, ["erratum", "question"])]),
  };
}

/** Undefined if all releases use the enum. */
function findFirstUse(usages: readonly Usage[], { objects, events }: PageData): Release | undefined {
  const releases = usages.map(({ property, holder }) => {
    const whole = [...objects, ...events].find(({ name }) => name === holder);
    return Math.max(addedIn(property.exists) ?? baseline, addedIn(whole?.exists) ?? baseline) as Release;
  });
  const first = Math.min(...releases) as Release;
  return releases.length === 0 || first === baseline ? undefined : first;
}

const valueRow = (
  { value, since, exists, description, advice }: EnumView["values"][number],
  { fleet }: PageData,
): (Cell | string)[] => [
  nameText(value),
  toAvailability(spanBetween(since, removedIn(exists)), fleet),
  [description, advice].filter((words) => words !== undefined).join(" "),
];

/** Each error code has its own section, so that logs and colleagues can link to it. */
export const errorCodesPage = ({ name = "", prose, open, values }: EnumView, data: PageData): Page =>
  data.templates.page("error-codes", "reference", {
    description: prose.description,
    open,
    usages: bullets(listUsages(data.usages.get(name))),
    codes: values.map(({ value, since, description = "", advice = "" }) => ({
      code: value,
      availability: describeAvailability(toAvailability(spanBetween(since, undefined), data.fleet)),
      cause: description,
      cure: advice,
    })),
    remarks: bullets([...listFacts(prose), ...doubtTexts(prose, ["erratum", "question"])]),
  });

/** The vendor's contradictions, within the docs or with recorded traffic. */
export function errataPage(data: PageData): Page {
  const all = collectProse(data).flatMap(({ prose, subject }) =>
    prose.errata.map((erratum) => ({ ...erratum, subject })),
  );
  // An erratum about several subjects is listed once.
  const readings = [...groupBy(all, ({ id, says, reading }) => JSON.stringify([id, says, reading])).values()]
    .map((group) => ({ ...group[0], subjects: listSubjects(group) }))
    .sort((a, b) => a.id.localeCompare(b.id, "en", { numeric: true }));
  const errata = [...groupBy(readings, ({ id }) => id)].map(([id, group]) => ({
    id,
    readings: group.map(({ says, reading, subjects }) => ({ says, reading, subjects })),
  }));
  return data.templates.page("errata", "reference", { errata });
}

const listSubjects = (remarks: readonly { readonly subject: Text }[]): Block[] =>
  bullets(
    [...groupBy(remarks, ({ subject }) => JSON.stringify(subject)).values()].map(([{ subject }]) => subject),
  );

function collectProse({ events, shared, ownNames, objects, enums, errorCodes }: PageData) {
  const ofEvents = events.flatMap(({ name, prose, request, response }) => [
    { prose, subject: linkToEvent(name) },
    ...request.properties
      .filter((property) => ownNames.carried.has(property.name))
      .map(toSubject(text`in ${linkToEvent(name)}`)),
    ...response.properties
      .filter((property) => ownNames.answers.has(property.name))
      .map(toSubject(text`for ${linkToEvent(name)}`)),
  ]);
  const ofAll = [...shared.request.properties, ...shared.response.properties];
  const ofObjects = objects.flatMap(({ name, prose, properties }) => [
    { prose, subject: linkToObject(name) },
    ...properties.map(toSubject(text`of ${linkToObject(name)}`)),
  ]);
  const ofEnums = enums.map(({ prose, name }) => ({ prose, subject: linkToEnum(name, errorCodes) }));
  return [...ofEvents, ...ofAll.map(toSubject(text`of every event`)), ...ofObjects, ...ofEnums];
}

const toSubject =
  (where: Text) =>
  ({ name, prose }: PropertyView) => ({ prose, subject: text`${nameText(name)} ${where}` });

export const openQuestionsPage = (data: PageData): Page =>
  data.templates.page("open-questions", "reference", {
    questions: data.model.questions.map(({ id, question, known = "", findOut, about = [] }) => ({
      question,
      known,
      findOut,
      about: linkToNames(about, data),
      id: nameText(id),
    })),
  });

function linkToNames(names: readonly string[], data: PageData): Text {
  const links = names.map((name) => linkToName(name, data));
  return joinTexts(links, ", ");
}

export const glossaryPage = (data: PageData): Page =>
  data.templates.page("glossary", "reference", {
    terms: rows(
      data.model.glossary.map(({ term, dutch = "", meaning, see, whose, provenance }) => [
        term,
        dutch,
        whose === undefined ? "the vendor's" : termOwners[whose],
        linkToNames(see, data),
        withCertainty(meaning, { provenance }),
      ]),
    ),
    synonyms: rows(data.model.synonyms.map(({ word, typed }) => [word, typed.join(", ")])),
  });

const termOwners = { trade: "the trade's", ours: "ours" };
