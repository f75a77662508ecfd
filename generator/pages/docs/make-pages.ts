import type { Snapshots } from "../../contract/lattice/snapshot.js";
import type { View } from "../../contract/view/view.js";
import { describeKnownReleases } from "../../base/time/fleet.js";
import { collectPageData } from "../page-data.js";
import type { Page } from "../page.js";
import { eventPage, objectPage } from "./contract-pages.js";
import { flowPage, taskPage } from "./flow-pages.js";
import { aboutPage, indexPage, setUpPage, startPage, startWithPages, subscribePage } from "./guide-pages.js";
import { enumsPage, errataPage, errorCodesPage, glossaryPage, openQuestionsPage } from "./reference-pages.js";
import { releasesPage } from "./release-pages.js";
import { eventsAndAnswersPage, productsPage } from "./standing-pages.js";
import { fleetText, listFleetOptions } from "../prose/fleet-text.js";
import { testSecret, testSignature, undecodedSignature } from "../samples/test-vectors.js";
import { linkToObject } from "../links.js";
import { createPageTemplates, type TemplateSlots } from "../page-templates.js";

export interface PageSources {
  readonly snapshots: Snapshots;
  /** `path` is relative to `templates/`. */
  readonly template: (path: string) => string;
  readonly layout: (path: string) => (slots: object) => string;
  /** The name of the folder of additions. */
  readonly additions?: string | undefined;
}

/** In reading order. */
export function makePages(
  view: View,
  { snapshots, template, layout, additions }: PageSources,
): readonly Page[] {
  const fleetOptions = listFleetOptions(view.fleet, additions);
  const slots = { ...listCommonSlots(view, snapshots), fleetOptions: fleetOptions.join(" ") };
  const data = collectPageData(view, snapshots, {
    templates: createPageTemplates(layout, slots),
    fleetOptions,
  });
  const { model, errorCodes } = data;
  return [
    indexPage(data),
    aboutPage(data),
    startPage(data),
    ...startWithPages(data, template),
    subscribePage(data),
    ...(model.subscription ? [setUpPage(model.subscription, data)] : []),
    ...model.tasks.map((task) => taskPage(task, data)),
    ...model.flows.map((flow) => flowPage(flow, data)),
    ...data.events.map((event) => eventPage(event, data)),
    ...data.objects.map((object) => objectPage(object, data)),
    enumsPage(data),
    ...(errorCodes ? [errorCodesPage(errorCodes, data)] : []),
    releasesPage(data),
    eventsAndAnswersPage(data),
    ...(model.products.length > 0 ? [productsPage(data)] : []),
    errataPage(data),
    ...(model.questions.length > 0 ? [openQuestionsPage(data)] : []),
    glossaryPage(data),
  ];
}

const listCommonSlots = ({ fleet, errorRequest, ...view }: View, { model }: Snapshots): TemplateSlots => ({
  secret: testSecret,
  signature: testSignature,
  undecoded: undecodedSignature,
  fleet: fleetText(fleet),
  known: view.releases.length > 0 ? describeKnownReleases(view) : "",
  errorRequest: linkToObject(errorRequest.name),
  subscription: model.subscription !== undefined,
});
