import { listTexts, nameText, nothing, text, type Text } from "../../blocks/text.js";
import { beside, bullets } from "../../blocks/write.js";
import { eventText, linkToObject } from "../links.js";
import { pagePaths, type Page } from "../page.js";
import { listQuestions, type PageData, type PageObject } from "../page-data.js";
import { spanText, toAvailability } from "../prose/fleet-text.js";
import { erratumText, listFacts, listRemarks, questionText } from "../prose/notes.js";
import { asideSections, listForbidden, type ToPropertyTable } from "../prose/property-table.js";
import { objectSample } from "../samples/samples.js";
import { listUsages } from "../usages.js";

/** The page of one object: its properties, and where it is used. */
export function objectPage(object: PageObject, data: PageData, toTable: ToPropertyTable): Page {
  const { name, prose, base, open, properties } = object;
  const availability = toAvailability(object.exists, data.fleet);
  const isSent = data.sent.has(name);
  // The spec knows an object as one event has it by the name of its base.
  const questions = listQuestions(base?.name ?? name, data.model);
  return {
    ...data.words.page("object", isSent ? "received" : "answers", {
      name,
      description: prose.description,
      base: base && !isSent ? linkToObject(base.name) : nothing,
      standIns: bullets(isSent ? listStandIns(object, data) : []),
      unknown: open && properties.length === 0,
      open: open && properties.length > 0,
      facts: bullets([...listFacts(prose, availability), ...questions.map(questionText)]),
      used: availability.coverage !== "no shop",
      sent: isSent,
      answered: data.answered.has(name),
      releases: availability.coverage === "some shops" ? spanText(availability) : nothing,
      usages: bullets(listUsages(data.usages.get(name))),
      lenient: properties.some(({ lenient }) => lenient),
      properties: [
        ...(properties.length === 0 ? [] : [toTable(properties)]),
        ...beside(objectSample(object, data)),
      ],
      limited: bullets(listLimited(object, data)),
      notEverywhere: listForbidden(object, data),
      asides: asideSections([name], data),
      remarks: bullets([...prose.errata.map(erratumText), ...listRemarks(properties)]),
    }),
    path: pagePaths.object(name),
    availability,
  };
}

/** Which objects other events have in the place of one. */
const listStandIns = ({ name, base }: PageObject, { objects }: PageData): Text[] => [
  ...(base ? [text`Other events have ${linkToObject(base.name)} instead.`] : []),
  ...objects
    .filter((object) => object.base?.name === name)
    .map((heir) => text`One event has ${linkToObject(heir.name)} instead.`),
];

/** The properties that only the answers to some events have, and the objects that have them. */
const listLimited = ({ name, forbidden }: PageObject, data: PageData): Text[] =>
  forbidden.flatMap(({ name: property, reason }) => {
    if (reason.kind !== "other-event") return [];
    const heirs = data.objects.filter(
      ({ base, properties }) => base?.name === name && properties.some((own) => own.name === property),
    );
    const events = reason.events.map((event) => eventText(event, data));
    const see = heirs.map((heir) => linkToObject(heir.name));
    const where = text`${nameText(property)}, in the answer to ${listTexts(events, "and")}`;
    return [see.length === 0 ? where : text`${where}: see ${listTexts(see, "and")}`];
  });
