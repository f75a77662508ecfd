import { link, strong, text, type Text } from "../../pages/blocks/text.js";
import { drawSequenceFile } from "../../pages/blocks/sequence-drawing.js";
import { toBlocks } from "../../pages/blocks/builders.js";
import { pagePaths, type Page } from "../../pages/page.js";
import { fleetText } from "../../pages/prose/fleet-text.js";
import { withMarkupBanner, withPageBanner } from "../../base/text/source-file.js";
import { printBlocks, printText, toDrawingFile, toFile } from "../../pages/blocks/markdown.js";
import { printLlmsFiles } from "../llms-files.js";
import type { OutputFile, Target } from "../target.js";

export const docs: Target<"docs"> = {
  name: "docs",
  summary: "Markdown docs: getting started, flows, events and objects",
  emit: (view, context) => {
    const { fleet } = view;
    const subtitle = text`${link("MplusKASSA webhooks", pagePaths.index)}, for your ${strong("fleet")}: ${fleetText(fleet)}`;
    return [
      ...context.pages().flatMap((page) => [printPage(page, subtitle), ...drawPage(page)]),
      ...printLlmsFiles(context.pages(), view, { folder: "docs", toFile }),
    ];
  },
};

/** Starts with the title. All pages but the index continue with a link to the index and the fleet. */
function printPage({ path, title, blocks }: Page, subtitle: Text): OutputFile {
  const all = path === pagePaths.index ? blocks : [...toBlocks(subtitle), ...blocks];
  const content = `# ${printText(title, path)}\n\n${printBlocks(all, path)}`;
  return { path: `docs/${toFile(path)}`, content: withPageBanner(content) };
}

function drawPage({ path, blocks }: Page): OutputFile[] {
  const file = `docs/${toDrawingFile(path)}`;
  return blocks.flatMap((block) =>
    block.kind === "diagram"
      ? [{ path: file, content: withMarkupBanner(drawSequenceFile(block.sequence)) }]
      : [],
  );
}
