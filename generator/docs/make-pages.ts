import type { Album } from "../lattice/snapshot.js";
import type { View } from "../view/view.js";
import type { Page } from "./page.js";
import { aboutPage } from "./pages/about-page.js";
import { enumsPage } from "./pages/enums-page.js";
import { errataPage } from "./pages/errata-page.js";
import { errorCodesPage } from "./pages/error-codes-page.js";
import { eventPage } from "./pages/event-page.js";
import { eventsAndAnswersPage } from "./pages/events-and-answers-page.js";
import { flowPage } from "./pages/flow-page.js";
import { glossaryPage } from "./pages/glossary-page.js";
import { indexPage } from "./pages/index-page.js";
import { matrixPage } from "./pages/matrix-page.js";
import { objectPage } from "./pages/object-page.js";
import { openQuestionsPage } from "./pages/open-questions-page.js";
import { productsPage } from "./pages/products-page.js";
import { releasesPage } from "./pages/releases-page.js";
import { setUpPage } from "./pages/set-up-page.js";
import { startPage } from "./pages/start-page.js";
import { startWithPages } from "./pages/start-with-page.js";
import { subscribePage } from "./pages/subscribe-page.js";
import { taskPage } from "./pages/task-page.js";
import { createPropertyTables } from "./prose/property-table.js";
import { takeSurvey } from "./survey/survey.js";
import { createWords, type Asked } from "./words/words.js";

/** What the pages are made from besides the view. */
export interface PageSources {
  readonly album: Album;
  /** The text of a file under `templates/`, by its path there: words and code samples lie in files. */
  readonly template: (path: string) => string;
  /** Hears which words are asked for. */
  readonly hear?: (asked: Asked) => void;
}

/** All pages of the docs of a view, in reading order. */
export function makePages(view: View, { album, template, hear }: PageSources): readonly Page[] {
  const survey = takeSurvey(view, album);
  const words = createWords(template, hear);
  const toTable = createPropertyTables(survey);
  return [
    indexPage(survey, words),
    aboutPage(survey, words),
    startPage(survey, words),
    ...startWithPages(survey, template, words),
    subscribePage(survey, words),
    ...(survey.model.subscription ? [setUpPage(survey.model.subscription, survey, words)] : []),
    ...survey.model.tasks.map((task) => taskPage(task, survey, words)),
    ...survey.model.flows.map((flow) => flowPage(flow, survey, words)),
    ...survey.view.events.map((event) => eventPage(event, survey, toTable, words)),
    ...survey.objects.map((object) => objectPage(object, survey, toTable, words)),
    enumsPage(survey, words),
    ...(survey.view.errorCodes ? [errorCodesPage(survey.view.errorCodes, survey, words)] : []),
    releasesPage(survey, words),
    matrixPage(survey, words),
    eventsAndAnswersPage(survey, words),
    ...(survey.model.products.length > 0 ? [productsPage(survey, words)] : []),
    errataPage(survey, words),
    ...(survey.model.questions.length > 0 ? [openQuestionsPage(survey, words)] : []),
    glossaryPage(survey, words),
  ];
}
