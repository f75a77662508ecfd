import { unwrap } from "../../base/problem/problem.js";
import { toHtmlText, toScriptText } from "../../base/text/escape.js";
import { isInFleet } from "../../base/time/fleet.js";
import { baseline, formatRelease, sortReleases, type Release } from "../../base/time/release.js";
import type { Snapshots } from "../../contract/lattice/snapshot.js";
import { createTable } from "../../contract/table/table.js";
import { buildView } from "../../contract/view/build-view.js";
import type { View } from "../../contract/view/view.js";
import { pagePaths, type Page } from "../../pages/page.js";

/** Prints the box with which the reader of an event's page checks a request or an answer; nothing on other pages. */
export function createTryBox(view: View, render: (data: object) => string): (page: Page) => string {
  const names = new Map(view.events.map(({ name }) => [pagePaths.event(name), name]));
  const shops = listShops(view).map((release) => toHtmlText(formatRelease(release)));
  return ({ path }) => {
    const name = names.get(path);
    return name === undefined ? "" : render({ event: toHtmlText(name), shops });
  };
}

/** The releases of the fleet that differ, the newest first. */
function listShops({ fleet, releases }: View): readonly Release[] {
  const known = releases.map(({ release }) => release).filter((release) => isInFleet(release, fleet));
  const all = [...fleet.releases, ...known].filter((release) => release !== baseline);
  return sortReleases(all).toReversed();
}

/** The table that the box checks against, for all releases of the fleet. */
export function printContract({ fleet }: View, snapshots: Snapshots): string {
  const gated = unwrap(buildView(snapshots, fleet, { responses: "gated" }));
  return `var mplusContract = ${toScriptText(createTable(gated, snapshots))};\n`;
}
