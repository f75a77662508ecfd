import type { View } from "../view/view.js";
import { enumsPage } from "./pages/enums-page.js";
import { errorCodesPage } from "./pages/error-codes-page.js";
import { errataPage } from "./pages/errata-page.js";
import { flowPage } from "./pages/flow-page.js";
import { glossaryPage } from "./pages/glossary-page.js";
import { eventPage } from "./pages/event-page.js";
import { indexPage } from "./pages/index-page.js";
import { matrixPage } from "./pages/matrix-page.js";
import { objectPage } from "./pages/object-page.js";
import type { Page } from "./page.js";
import { releasesPage } from "./pages/releases-page.js";
import { startPage } from "./pages/start-page.js";
import { startWithPages } from "./pages/start-with-page.js";
import { subscribePage } from "./pages/subscribe-page.js";
import { takeSurvey, type SurveySources } from "./survey/survey.js";

/** All pages of the docs of a view, the first to read first; made once, whatever draws them. */
export function pagesOf(view: View, sources: SurveySources): readonly Page[] {
  const known = made.get(sources);
  if (known?.view === view) return known.pages;
  const pages = makePages(view, sources);
  made.set(sources, { view, pages });
  return pages;
}

/** A run has its own sources, and one view. */
const made = new WeakMap<SurveySources, { readonly view: View; readonly pages: readonly Page[] }>();

function makePages(view: View, sources: SurveySources): readonly Page[] {
  const { model } = sources;
  const survey = takeSurvey(view, sources);
  return [
    indexPage(survey),
    startPage(survey),
    ...startWithPages(survey, sources),
    subscribePage(survey),
    ...model.flows.map((flow) => flowPage(flow, survey)),
    ...survey.view.events.map((event) => eventPage(event, survey)),
    ...survey.objects.map((object) => objectPage(object, survey)),
    enumsPage(survey),
    ...(survey.view.errorCodes ? [errorCodesPage(survey.view.errorCodes, survey)] : []),
    releasesPage(survey),
    matrixPage(survey),
    errataPage(survey),
    glossaryPage(survey),
  ];
}
