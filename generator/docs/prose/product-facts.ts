import type { Standing } from "../../spec/dialect.js";
import { joinTexts, listTexts, text, toText, type Text } from "../blocks/text.js";
import { linkToProducts } from "../links.js";
import type { Survey } from "../survey/survey.js";

/** Which products send an event, as a list entry; none if the spec knows no products. */
export function productFacts(event: string, { model: { products } }: Survey): Text[] {
  const groups = ways.flatMap(([standing, toWords]) => {
    const names = products
      .filter(({ sends }) => sends.some((known) => known.name === event && known.standing === standing))
      .map(({ name }) => toText(name));
    return names.length === 0 ? [] : [toWords(listTexts(names, "and"))];
  });
  return groups.length === 0 ? [] : [text`${linkToProducts}: ${joinTexts(groups, "; ")}.`];
}

const ways: readonly (readonly [Standing, (names: Text) => Text])[] = [
  ["documented", (names) => text`sent by ${names}`],
  ["seen", (names) => text`seen from ${names}`],
  ["unknown", (names) => text`not known of ${names}`],
  ["contradicted", (names) => text`not sent by ${names}`],
];
