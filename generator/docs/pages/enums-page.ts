import { firstIn, goneIn, spanBetween } from "../../time/spans.js";
import { baseline, type Release } from "../../time/release.js";
import type { Fleet } from "../../time/fleet.js";
import type { EnumView, NamedEnumView } from "../../view/view.js";
import { describeAvailability, toAvailability } from "../availability.js";
import type { Block, Cell } from "../blocks/block.js";
import { nameText, text, type Text } from "../blocks/text.js";
import { bullets, rows } from "../blocks/write.js";
import { pagePaths, type Page } from "../page.js";
import { listFacts } from "../prose/facts.js";
import { erratumText, questionText } from "../prose/prose-text.js";
import { isSameProse } from "../prose/remarks.js";
import { listUsages } from "../prose/used-by.js";
import type { Survey } from "../survey/survey.js";
import type { Words } from "../words/words.js";
import type { Usage } from "../survey/usages.js";

/** The page of all named enums, a section each. */
export const enumsPage = (survey: Survey, words: Words): Page => ({
  path: pagePaths.enums,
  group: "reference",
  ...words.page("enums", { enums: survey.enums.flatMap((entry) => enumBlocks(entry, survey, words)) }),
});

function enumBlocks(entry: NamedEnumView, survey: Survey, words: Words): readonly Block[] {
  const { name, prose, open, values } = entry;
  const { fleet } = survey.view;
  const usages = survey.usages.get(name) ?? [];
  const availability = toAvailability(spanBetween(findFirstUse(usages, survey), undefined), fleet);
  return words.part("enums", "enum", {
    name,
    description: prose.description,
    availability: describeAvailability(availability),
    usages: bullets(listUsages(usages)),
    values: rows(values.map((value) => valueRow(value, fleet))),
    open,
    seen: bullets(seenValues(entry)),
    remarks: bullets([
      ...(hasRemarksElsewhere(entry, usages) ? [] : enumRemarks(entry)),
      ...(survey.questions.get(name) ?? []).map(questionText),
    ]),
  });
}

const seenValues = ({ forbidden }: EnumView): Text[] =>
  forbidden.flatMap(({ value, reason }) =>
    reason.kind === "seen" ? [text`${nameText(value)}, in ${reason.where}`] : [],
  );

const enumRemarks = ({ prose }: EnumView) => [...listFacts(prose), ...prose.errata.map(erratumText)];

/** The remarks on an enum that is written inside a property are with the property. */
const hasRemarksElsewhere = ({ prose }: EnumView, usages: readonly Usage[]): boolean =>
  usages.some(({ property }) => isSameProse(property.prose, prose));

/** The first release that has a use of an enum; undefined if it has always been in use. */
function findFirstUse(usages: readonly Usage[], { objects, view }: Survey): Release | undefined {
  const releases = usages.map(({ property, holder }) => {
    const name = holder.kind === "object" ? holder.object : holder.event;
    const whole = [...objects, ...view.events].find((known) => known.name === name);
    return Math.max(firstIn(property.exists) ?? baseline, firstIn(whole?.exists) ?? baseline) as Release;
  });
  const first = Math.min(...releases) as Release;
  return releases.length === 0 || first === baseline ? undefined : first;
}

function valueRow(value: EnumView["values"][number], fleet: Fleet): (Cell | string)[] {
  const meaning = [value.description, value.advice].filter((words) => words !== undefined).join(" ");
  return [
    nameText(value.value),
    toAvailability(spanBetween(value.since, goneIn(value.exists)), fleet),
    meaning,
  ];
}
