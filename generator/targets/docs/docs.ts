import { describeFleet } from "../../docs/prose/fleet-text.js";
import { pagesOf } from "../../docs/make-pages.js";
import type { Page } from "../../docs/page.js";
import { withPageBanner } from "../../text/source-file.js";
import type { Fleet } from "../../time/fleet.js";
import type { OutputFile, Target } from "../target.js";

export const docs: Target = {
  name: "docs",
  summary: "Markdown pages for partners: how to start, every flow, event and object",
  needs: [],
  emit: (view, context) => Promise.resolve(pagesOf(view, context).map((page) => toFile(page, view.fleet))),
};

const indexPath = "README.md";

/** The title comes first, as Markdown wants it; then, on every page but the index, the way back to that, and for whom it is. */
function toFile({ path, title, body }: Page, fleet: Fleet): OutputFile {
  const up = "../".repeat(path.split("/").length - 1);
  const back =
    path === indexPath ? "" : `[MplusKASSA webhooks](${up}${indexPath}), for ${describeFleet(fleet)}\n\n`;
  return { path: `docs/${path}`, content: withPageBanner(`# ${title}\n\n${back}${body}`) };
}
