import { describeFleet } from "../../docs/prose/fleet-text.js";
import { pagesOf } from "../../docs/make-pages.js";
import type { Page } from "../../docs/page.js";
import { withBanner, withMarkupBanner, withStyleBanner } from "../../text/source-file.js";
import { compileTemplate } from "../../text/template.js";
import { toHtmlText } from "../../text/escape.js";
import { formatRelease } from "../../time/release.js";
import type { View } from "../../view/view.js";
import type { OutputFile, Target, TargetContext } from "../target.js";
import { groupPages } from "./navigation.js";
import { pageFile } from "./page-file.js";
import { searchIndexOf } from "./search-index.js";
import { loadConverter } from "./to-html.js";
import { writePage } from "./written-page.js";

/**
 * The pages of the docs as a web site. It repeats `docs`, and every page of it has the sidebar: that is why this
 * repository's own `generated/` leaves it out.
 */
export const site: Target = {
  name: "site",
  summary: "the same pages as a web site that needs no server: search, a release picker, light and dark",
  needs: [],
  emit: (view, context) => drawSite(pagesOf(view, context), view, context),
};

/** Makes a web site of some pages of the docs, the first of which is its front page. */
export async function drawSite(
  pages: readonly Page[],
  view: View,
  { template }: Pick<TargetContext, "template">,
): Promise<OutputFile[]> {
  const converter = await loadConverter();
  const written = pages.map((page) => writePage(page, converter));
  const surroundings = {
    pages: written,
    groups: groupPages(written),
    render: compileTemplate(template("site/layout.hbs")),
    fleet: converter.line(describeFleet(view.fleet)),
    releases: [...view.releases].reverse().map(({ release }) => toHtmlText(formatRelease(release))),
  };
  return [
    ...written.map((page) => pageFile(page, surroundings)),
    { path: "site/search-index.js", content: withBanner(searchIndexOf(written)) },
    ...assets(template),
  ];
}

/** What lies in several files for whoever maintains it, and in one for the reader, whose pages ask for few. */
const styleSheets = [
  "colours-and-base.css",
  "page.css",
  "top-bar.css",
  "search.css",
  "sidebar.css",
  "prose.css",
  "tables.css",
  "wide-tables.css",
  "cards.css",
  "code.css",
  "diagrams.css",
  "narrow-screens.css",
  "print.css",
];
const scripts = [
  "release-picker.js",
  "search-ranking.js",
  "search.js",
  "code-copy.js",
  "sidebar.js",
  "scrolling.js",
];

/** What is the same on every site. The scripts are no modules: browsers load none from a folder. */
function assets(template: TargetContext["template"]): OutputFile[] {
  const textOf = (names: readonly string[]) => names.map((name) => template(`site/${name}`)).join("\n");
  const script = `(() => {\n"use strict";\n\n${textOf(scripts)}})();\n`;
  return [
    { path: "site/style.css", content: withStyleBanner(textOf(styleSheets)) },
    { path: "site/theme.js", content: withBanner(template("site/theme.js")) },
    { path: "site/site.js", content: withBanner(script) },
    { path: "site/icon.svg", content: withMarkupBanner(template("site/icon.svg")) },
  ];
}
