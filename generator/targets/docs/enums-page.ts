import { toMarkdownText, type MarkdownText } from "../../print/text.js";
import type { EnumView } from "../../version/view.js";
import type { OutputFile } from "../target.js";
import { factsOf } from "./facts.js";
import { linksFrom, nameText, pagePaths, type Links } from "./links.js";
import { mdText, nothing } from "./markdown.js";
import { erratumText } from "./prose-text.js";
import { reasonText } from "./reasons-text.js";
import { isSameProse } from "./remarks.js";
import { pageFile, type Site } from "./site.js";
import { releaseText } from "./type-text.js";
import { usedBy } from "./used-by.js";

/** The page of all named enums, a section each. */
export function enumsPage(site: Site): OutputFile {
  const links = linksFrom(pagePaths.enums, site.view);
  const data = { index: links.index, enums: site.enums.map((entry) => enumSection(entry, site, links)) };
  return pageFile(pagePaths.enums, site.render("enums", data));
}

function enumSection(entry: EnumView, site: Site, links: Links): object {
  const { name = "", prose, open, forbidden } = entry;
  const usages = site.usages.get(name) ?? [];
  const isToldElsewhere = usages.some(({ property }) => isSameProse(property.prose, prose));
  return {
    title: toMarkdownText(name),
    description: toMarkdownText(prose.description),
    usages: usedBy(usages, links),
    values: valueRows(entry),
    open: open ? mdText`Other values may come.` : nothing,
    missing: forbidden.map(
      ({ value, reason }) => mdText`${nameText(value)}, ${reasonText(reason, site.view.fleet)}`,
    ),
    remarks: isToldElsewhere ? [] : [...factsOf(prose), ...prose.errata.map(erratumText)],
  };
}

/** The cells of one line of a table of values. */
export type ValueRow = Record<"value" | "since" | "meaning", MarkdownText>;

/** The lines of a table of the values of an enum. */
export const valueRows = ({ values }: EnumView): ValueRow[] =>
  values.map(({ value, since, description }) => ({
    value: nameText(value),
    since: since === undefined ? nothing : releaseText(since),
    meaning: toMarkdownText(description ?? ""),
  }));
