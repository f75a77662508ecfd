import { printText } from "../../pages/blocks/html.js";
import { fleetText } from "../../pages/prose/fleet-text.js";
import { pagePaths, type Page } from "../../pages/page.js";
import { withBanner, withMarkupBanner, withStyleBanner } from "../../base/text/source-file.js";
import { toHtmlText, toScriptText } from "../../base/text/escape.js";
import { describeKnownReleases } from "../../base/time/fleet.js";
import { formatRelease } from "../../base/time/release.js";
import type { View } from "../../contract/view/view.js";
import type { OutputFile, Target, TargetContext } from "../target.js";
import { createPageFile, toArticle } from "./page-file.js";
import { printSearchIndex } from "./search-index.js";

/**
 * The pages of the docs as a web site. This repository's own `generated/` leaves it out: it has the same text as
 * `docs`, and every page of it repeats the sidebar.
 */
export const site: Target<"site"> = {
  name: "site",
  summary: "the same pages as a web site that needs no server: search, a release picker, light and dark",
  emit: (view, context) => printSite(context.pages(), view, context),
};

/** Prints pages of the docs as a web site. The first of them is its front page. */
export function printSite(
  pages: readonly Page[],
  view: View,
  { template, layout, snapshots }: Pick<TargetContext, "template" | "layout" | "snapshots">,
): OutputFile[] {
  const articles = pages.map(toArticle);
  const pageFile = createPageFile({
    articles,
    render: layout("site/layout.hbs"),
    fleet: printText(fleetText(view.fleet), pagePaths.index),
    releases: [...view.releases].reverse().map(({ release }) => toHtmlText(formatRelease(release))),
  });
  return [
    ...articles.map(pageFile),
    { path: "site/as-of.js", content: withBanner(printKnownUpTo(view)) },
    {
      path: "site/search-index.js",
      content: withBanner(printSearchIndex(articles, snapshots.model)),
    },
    ...listAssets(template),
  ];
}

/** Up to when the pages are known, in a file of its own: a new release changes this file, and not every page. */
const printKnownUpTo = (view: View): string =>
  `var mplusKnownUpTo = ${toScriptText(view.releases.length > 0 ? describeKnownReleases(view) : "")};\n`;

/** In several files for us who maintain them; the site has them in one, so that its pages load few files. */
const styleSheets = ["frame.css", "parts.css"];
const scripts = ["page.js", "search-find.js", "search-box.js"];

/** The files that are the same on every site. The scripts are not modules: browsers load none from a folder. */
function listAssets(template: TargetContext["template"]): OutputFile[] {
  const joinFiles = (folder: string, names: readonly string[]) =>
    names.map((name) => template(`site/${folder}/${name}`)).join("\n");
  const script = `(() => {\n"use strict";\n\n${joinFiles("scripts", scripts)}})();\n`;
  return [
    { path: "site/style.css", content: withStyleBanner(joinFiles("styles", styleSheets)) },
    { path: "site/theme.js", content: withBanner(template("site/scripts/theme.js")) },
    { path: "site/site.js", content: withBanner(script) },
    { path: "site/search-library.js", content: template("site/search-library.js") },
    { path: "site/icon.svg", content: withMarkupBanner(template("site/icon.svg")) },
  ];
}
