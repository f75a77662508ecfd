import type { ObjectView } from "../../view/view.js";
import { toAvailability } from "../availability.js";
import type { Block } from "../blocks/block.js";
import { listTexts, nameText, text, toText, type Text } from "../blocks/text.js";
import { beside, bullets, section, toBlocks } from "../blocks/write.js";
import { eventText, linkToObject } from "../links.js";
import { pagePaths, type Page } from "../page.js";
import { asideSections } from "../prose/aside-sections.js";
import { listFacts } from "../prose/facts.js";
import type { ToPropertyTable } from "../prose/property-table.js";
import { erratumText, questionText } from "../prose/prose-text.js";
import { listForbidden } from "../prose/reason-text.js";
import { listRemarks } from "../prose/remarks.js";
import { listUsages } from "../prose/used-by.js";
import { isOfFleet } from "../../view/reasons.js";
import { objectSample } from "../samples/object-sample.js";
import { askAbout, type AskedProperty } from "../survey/questions.js";
import type { Survey } from "../survey/survey.js";

/** The page of one object: its properties, and where it is used. */
export function objectPage(object: ObjectView, survey: Survey, toTable: ToPropertyTable): Page {
  const { view, sent, questions } = survey;
  const { name, prose, forbidden } = object;
  // The spec knows an object as one event has it by the name of its base.
  const asked = object.base?.name ?? name;
  const properties = askAbout(object.properties, questions, (property) => `${asked}.${property}`);
  const availability = toAvailability(object.exists, view.fleet);
  return {
    path: pagePaths.object(name),
    group: sent.has(name) ? "received" : "answers",
    title: toText(name),
    availability,
    blocks: toBlocks(
      prose.description,
      ...bullets([
        ...listStandIns(object, survey),
        ...openText(object),
        ...listFacts(prose, availability),
        ...(questions.get(asked) ?? []).map(questionText),
      ]),
      ...usageBlocks(name, survey),
      ...propertyBlocks(object, properties, survey, toTable),
      ...section("For some events only", bullets(listLimited(object, survey))),
      ...section(
        "Not in every shop of your fleet",
        bullets(
          listForbidden(
            forbidden.filter(({ reason }) => isOfFleet(reason)),
            view.fleet,
          ),
        ),
      ),
      ...asideSections([name], survey),
      ...section("Remarks", bullets([...prose.errata.map(erratumText), ...listRemarks(properties)])),
    ),
  };
}

/** The properties, and a sample beside them; nothing of an object whose contents nobody knows. */
function propertyBlocks(
  object: ObjectView,
  properties: readonly AskedProperty[],
  survey: Survey,
  toTable: ToPropertyTable,
): Block[] {
  const table = properties.length === 0 ? [] : [toTable(properties)];
  return section("Properties", [...table, ...beside(objectSample(object, survey))]);
}

function usageBlocks(name: string, survey: Survey): Block[] {
  const direction = directionText(name, survey);
  const usages = listUsages(survey.usages.get(name));
  if (usages.length === 0) return toBlocks(text`${direction}.`);
  return toBlocks(text`${direction}, as:`, ...bullets(usages));
}

function directionText(name: string, { sent, answered }: Survey): Text {
  if (!answered.has(name)) return text`The POS sends it`;
  return sent.has(name) ? text`The POS sends it, and you may send it` : text`You may send it`;
}

/** Which objects other events have in the place of one. */
function listStandIns({ name, base }: ObjectView, { objects, sent }: Survey): Text[] {
  if (base && !sent.has(name))
    return [text`Has what ${linkToObject(base.name)} has, and what only this answer may say.`];
  if (base) return [text`Other events have ${linkToObject(base.name)} in its place.`];
  return objects
    .filter((heir) => heir.base?.name === name && sent.has(heir.name))
    .map((heir) => text`One event has ${linkToObject(heir.name)} in its place.`);
}

/** The properties that only the answers to some events have, and the objects that have them. */
const listLimited = ({ name, forbidden }: ObjectView, { objects, view }: Survey): Text[] =>
  forbidden.flatMap(({ name: property, reason }) => {
    if (reason.kind !== "other-event") return [];
    const heirs = objects.filter(
      ({ base, properties }) => base?.name === name && properties.some((own) => own.name === property),
    );
    const events = reason.events.map((event) => eventText(event, view));
    const see = heirs.map((heir) => linkToObject(heir.name));
    const where = text`${nameText(property)}, in the answer to ${listTexts(events, "and")}`;
    return [see.length === 0 ? where : text`${where}: see ${listTexts(see, "and")}`];
  });

const openText = ({ open, properties }: ObjectView): Text[] => {
  if (!open) return [];
  return properties.length === 0
    ? [text`Open: what it holds is not documented.`]
    : [text`Open: it may hold more than is documented here.`];
};
