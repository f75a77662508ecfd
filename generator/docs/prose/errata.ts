import type { Prose } from "../../model/model.js";
import type { PropertyView } from "../../view/view.js";
import { nameText, text, type Text } from "../blocks/text.js";
import { linkToEnum, linkToEvent, linkToObject } from "../links.js";
import type { Survey } from "../survey/survey.js";

type Erratum = Prose["errata"][number];

/** A passage where the vendor's text is wrong or contradicts itself, and everything that has it as a remark. */
export interface ErratumEntry extends Erratum {
  readonly subjects: readonly Text[];
}

/** Every erratum of the contract, by its number; one that several things have is listed once. */
export function collectErrata(survey: Survey): ErratumEntry[] {
  const entries = new Map<string, { readonly erratum: Erratum; readonly subjects: Map<string, Text> }>();
  for (const { prose, subject } of collectProse(survey)) {
    for (const erratum of prose.errata) {
      const key = JSON.stringify([erratum.id, erratum.says, erratum.reading]);
      const entry = entries.get(key) ?? { erratum, subjects: new Map<string, Text>() };
      entries.set(key, entry);
      entry.subjects.set(JSON.stringify(subject), subject);
    }
  }
  return [...entries.values()]
    .map(({ erratum, subjects }) => ({ ...erratum, subjects: [...subjects.values()] }))
    .sort((a, b) => a.id.localeCompare(b.id, "en", { numeric: true }));
}

interface ProseOfSubject {
  readonly prose: Prose;
  /** What the prose is about. */
  readonly subject: Text;
}

const collectProse = (survey: Survey): ProseOfSubject[] => [
  ...proseOfEvents(survey),
  ...proseOfObjects(survey),
  ...survey.enums.map(({ prose, name }) => ({ prose, subject: linkToEnum(name, survey.view) })),
];

function proseOfEvents({ view, own }: Survey): ProseOfSubject[] {
  const events = view.events.flatMap(({ name, prose, request, response }) => {
    const carried = request.properties.filter((property) => own.carried.has(property.name));
    const answers = response.properties.filter((property) => own.answers.has(property.name));
    return [
      { prose, subject: linkToEvent(name) },
      ...carried.map(proseOfProperty(text`in ${linkToEvent(name)}`)),
      ...answers.map(proseOfProperty(text`for ${linkToEvent(name)}`)),
    ];
  });
  const shared = [...view.commonRequest.properties, ...view.commonResponse.properties];
  return [...events, ...shared.map(proseOfProperty(text`of every event`))];
}

const proseOfObjects = ({ objects }: Survey): ProseOfSubject[] =>
  objects.flatMap(({ name, prose, properties }) => [
    { prose, subject: linkToObject(name) },
    ...properties.map(proseOfProperty(text`of ${linkToObject(name)}`)),
  ]);

const proseOfProperty =
  (where: Text) =>
  ({ name, prose }: PropertyView): ProseOfSubject => ({ prose, subject: text`${nameText(name)} ${where}` });
