import type { ObjectView } from "../../view/view.js";
import { spanText, toAvailability } from "../availability.js";
import type { Availability } from "../blocks/availability.js";
import { listTexts, nameText, nothing, text, type Text } from "../blocks/text.js";
import { beside, bullets } from "../blocks/write.js";
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
import { askAbout } from "../survey/questions.js";
import type { Survey } from "../survey/survey.js";
import type { Slots } from "../words/fill-text.js";
import type { Words } from "../words/words.js";

/** The page of one object: its properties, and where it is used. */
export function objectPage(object: ObjectView, survey: Survey, toTable: ToPropertyTable, words: Words): Page {
  const { view, sent, questions } = survey;
  const { name, prose, base, open, forbidden } = object;
  // The spec knows an object as one event has it by the name of its base.
  const asked = base?.name ?? name;
  const properties = askAbout(object.properties, questions, (property) => `${asked}.${property}`);
  const availability = toAvailability(object.exists, view.fleet);
  return {
    path: pagePaths.object(name),
    group: sent.has(name) ? "received" : "answers",
    availability,
    ...words.page("object", {
      name,
      description: prose.description,
      base: base && !sent.has(name) ? linkToObject(base.name) : nothing,
      standIns: bullets(listStandIns(object, survey)),
      unknown: open && properties.length === 0,
      open: open && properties.length > 0,
      facts: bullets([...listFacts(prose, availability), ...(questions.get(asked) ?? []).map(questionText)]),
      ...useSlots(name, availability, survey),
      lenient: properties.some(({ lenient }) => lenient),
      properties: [
        ...(properties.length === 0 ? [] : [toTable(properties)]),
        ...beside(objectSample(object, survey)),
      ],
      limited: bullets(listLimited(object, survey)),
      notEverywhere: bullets(
        listForbidden(
          forbidden.filter(({ reason }) => isOfFleet(reason)),
          view.fleet,
        ),
      ),
      asides: asideSections([name], survey, words),
      remarks: bullets([...prose.errata.map(erratumText), ...listRemarks(properties)]),
    }),
  };
}

/** Who sends an object, from or to which shops of the fleet. */
function useSlots(name: string, availability: Availability, { sent, answered, usages }: Survey): Slots {
  const isUsed = availability.coverage !== "no shop";
  const [isSent, isAnswered] = [sent.has(name), answered.has(name)];
  const releases = availability.coverage === "some shops" ? spanText(availability) : nothing;
  return {
    sentOnly: isUsed && !isAnswered,
    sentToo: isUsed && isAnswered && isSent,
    answeredOnly: isUsed && isAnswered && !isSent,
    toShops: releases.length > 0 && isAnswered,
    releases,
    noneSends: !isUsed && !isAnswered,
    noneTakes: !isUsed && isAnswered,
    used: isUsed && usages.has(name),
    usedElsewhere: !isUsed && usages.has(name),
    usages: bullets(listUsages(usages.get(name))),
  };
}

/** Which objects other events have in the place of one. */
function listStandIns({ name, base }: ObjectView, { objects, sent }: Survey): Text[] {
  if (!sent.has(name)) return [];
  const own = objects
    .filter((object) => object.base?.name === name)
    .map(({ name: heir }) => linkToObject(heir));
  return [
    ...(base ? [text`Other events have ${linkToObject(base.name)} instead.`] : []),
    ...own.map((heir) => text`One event has ${heir} instead.`),
  ];
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
