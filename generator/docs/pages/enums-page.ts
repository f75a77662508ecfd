import { toMarkdownText, type MarkdownText } from "../../text/escape.js";
import { baseline, type Release } from "../../time/release.js";
import type { Fleet } from "../../time/fleet.js";
import type { EnumView } from "../../view/view.js";
import { toPage, type Page } from "../page.js";
import { factsOf } from "../prose/facts.js";
import { linksFrom, nameText, pagePaths, type Links } from "../prose/links.js";
import { mdText, nothing } from "../markdown.js";
import { erratumText } from "../prose/prose-text.js";
import { isSameProse } from "../prose/remarks.js";
import { lifeSentence, lifeText } from "../availability.js";
import type { Survey } from "../survey/survey.js";
import { usedBy } from "../prose/used-by.js";
import type { Usage } from "../survey/usages.js";

/** The page of all named enums, a section each. */
export function enumsPage(survey: Survey): Page {
  const links = linksFrom(pagePaths.enums, survey.view);
  const data = { enums: survey.enums.map((entry) => enumSection(entry, survey, links)) };
  return toPage(
    { path: pagePaths.enums, group: "reference", title: mdText`Enums and their values` },
    survey.render("enums", data),
  );
}

function enumSection(entry: EnumView, survey: Survey, links: Links): object {
  const { name = "", prose, open } = entry;
  const usages = survey.usages.get(name) ?? [];
  const isToldElsewhere = usages.some(({ property }) => isSameProse(property.prose, prose));
  return {
    title: toMarkdownText(name),
    description: toMarkdownText(prose.description),
    life: lifeSentence({ since: sinceOf(usages, survey) }, survey.view.fleet),
    usages: usedBy(usages, links),
    values: valueRows(entry, survey.view.fleet),
    open: open ? mdText`Other values may come.` : nothing,
    remarks: isToldElsewhere
      ? []
      : [...factsOf(prose), ...prose.errata.map((erratum) => erratumText(erratum, links))],
  };
}

/** An enum is as old as the first of what uses it. */
function sinceOf(usages: readonly Usage[], { objects, view }: Survey): Release | undefined {
  const births = usages.map(({ property, holder }) => {
    const name = holder.kind === "object" ? holder.object : holder.event;
    const whole = [...objects, ...view.events].find((known) => known.name === name);
    return Math.max(property.since ?? baseline, whole?.since ?? baseline) as Release;
  });
  const first = Math.min(...births) as Release;
  return births.length === 0 || first === baseline ? undefined : first;
}

/** The cells of one line of a table of values. */
type ValueRow = Record<"value" | "since" | "meaning", MarkdownText>;

/** The lines of a table of the values of an enum. */
const valueRows = ({ values }: EnumView, fleet: Fleet): ValueRow[] =>
  values.map(({ value, since, exists, description, advice }) => ({
    value: nameText(value),
    since: lifeText({ since, until: exists?.at(-1)?.until }, fleet),
    meaning: toMarkdownText([description, advice].filter((text) => text !== undefined).join(" ")),
  }));
