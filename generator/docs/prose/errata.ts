import type { Prose } from "../../model/model.js";
import type { MarkdownText } from "../../text/escape.js";
import type { EnumView } from "../../view/view.js";
import { linksFrom, nameText, pagePaths, type Links } from "./links.js";
import { mdText } from "../markdown.js";
import type { Survey } from "../survey/survey.js";

type Erratum = Prose["errata"][number];

/** A place where the vendor's text is wrong or contradicts itself, and all that it is about. */
export interface ErratumEntry extends Erratum {
  readonly places: readonly MarkdownText[];
}

/** Every erratum of the contract, by its number; one that is told in several places stands once. */
export function collectErrata(survey: Survey): ErratumEntry[] {
  const entries = new Map<string, { erratum: Erratum; places: Set<MarkdownText> }>();
  for (const { prose, place } of toldOf(survey)) {
    for (const erratum of prose.errata) {
      const key = JSON.stringify([erratum.id, erratum.says, erratum.reading]);
      const entry = entries.get(key) ?? { erratum, places: new Set() };
      entries.set(key, { ...entry, places: new Set([...entry.places, place]) });
    }
  }
  const sorted = [...entries.values()].sort((a, b) =>
    a.erratum.id.localeCompare(b.erratum.id, "en", { numeric: true }),
  );
  return sorted.map(({ erratum, places }) => ({ ...erratum, places: [...places] }));
}

interface Told {
  readonly prose: Prose;
  readonly place: MarkdownText;
}

function toldOf({ view, objects, enums, own }: Survey): Told[] {
  const links = linksFrom(pagePaths.errata, view);
  const events = view.events.flatMap(({ name, prose, request, response }): Told[] => [
    { prose, place: links.event(name) },
    ...request.properties
      .filter((property) => own.carried.has(property.name))
      .map((property) => ({
        prose: property.prose,
        place: mdText`${nameText(property.name)} in ${links.event(name)}`,
      })),
    ...response.properties
      .filter((property) => own.answers.has(property.name))
      .map((property) => ({
        prose: property.prose,
        place: mdText`${nameText(property.name)} for ${links.event(name)}`,
      })),
  ]);
  const shared = [...view.commonRequest.properties, ...view.commonResponse.properties].map(
    ({ name, prose }) => ({
      prose,
      place: mdText`${nameText(name)} of every event`,
    }),
  );
  const parts = objects.flatMap(({ name, prose, properties }): Told[] => [
    { prose, place: links.object(name) },
    ...properties.map((property) => ({
      prose: property.prose,
      place: mdText`${nameText(property.name)} of ${links.object(name)}`,
    })),
  ]);
  return [...events, ...shared, ...parts, ...enums.map((entry) => enumPlace(entry, links))];
}

const enumPlace = ({ prose, name = "" }: EnumView, links: Links): Told => ({
  prose,
  place: links.enum(name),
});
