import type { View } from "../../version/view.js";
import type { OutputFile, Target, TargetContext } from "../target.js";
import { enumsPage } from "./enums-page.js";
import { errorCodesPage } from "./error-codes-page.js";
import { eventPage } from "./event-page.js";
import { indexPage } from "./index-page.js";
import { matrixPage } from "./matrix-page.js";
import { objectPage } from "./object-page.js";
import { releasesPage } from "./releases-page.js";
import { surveySite } from "./site.js";
import { subscribePage } from "./subscribe-page.js";

export const docs: Target = {
  name: "docs",
  summary: "Markdown pages for partners: how to subscribe, every event, every object",
  needs: [],
  emit: (view, context) => Promise.resolve(pagesOf(view, context)),
};

function pagesOf(view: View, context: TargetContext): OutputFile[] {
  const site = surveySite(view, context);
  return [
    indexPage(site),
    subscribePage(site),
    ...view.events.map((event) => eventPage(event, site)),
    ...site.objects.map((object) => objectPage(object, site)),
    enumsPage(site),
    ...(view.errorCodes ? [errorCodesPage(view.errorCodes, site)] : []),
    releasesPage(site),
    matrixPage(site),
  ];
}
