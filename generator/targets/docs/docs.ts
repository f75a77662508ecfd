import { link, strong, text, type Text } from "../../docs/blocks/text.js";
import { toBlocks } from "../../docs/blocks/write.js";
import { pagePaths, type Page } from "../../docs/page.js";
import { describeFleet } from "../../docs/prose/fleet-text.js";
import { withPageBanner } from "../../text/source-file.js";
import type { OutputFile, Target } from "../target.js";
import { printBlocks } from "./print-blocks.js";
import { printText, toFile } from "./print-text.js";

export const docs: Target<"docs"> = {
  name: "docs",
  summary: "Markdown pages for partners: how to start, every flow, event and object",
  needs: [],
  emit: ({ fleet }, context) => {
    const subtitle = text`${link("MplusKASSA webhooks", pagePaths.index)}, for your ${strong("fleet")}: ${describeFleet(fleet)}`;
    return Promise.resolve(context.pages().map((page) => printPage(page, subtitle)));
  },
};

/** The title comes first; then, on every page but the index, a link to the index and the fleet. */
function printPage({ path, title, blocks }: Page, subtitle: Text): OutputFile {
  const all = path === pagePaths.index ? blocks : [...toBlocks(subtitle), ...blocks];
  const content = `# ${printText(title, path)}\n\n${printBlocks(all, path)}`;
  return { path: `docs/${toFile(path)}`, content: withPageBanner(content) };
}
