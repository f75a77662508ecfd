import { formatTypeScript } from "../../print/format.js";
import { renderTemplate } from "../../print/template.js";
import { toStringLiteral } from "../../print/text.js";
import { baseline, formatRelease } from "../../schema/release.js";
import type { EventView, View } from "../../version/view.js";
import { codeFile, copyCode } from "../code-file.js";
import type { OutputFile, Target, TargetContext } from "../target.js";

export const receiver: Target = {
  name: "receiver",
  summary: "the webhook protocol without a framework: signatures, checks, answers",
  needs: ["types", "validators"],
  emit: emitReceiver,
};

async function emitReceiver(view: View, context: TargetContext): Promise<OutputFile[]> {
  const index = renderTemplate(context.template("receiver/index.hbs"), indexData(view));
  return [
    ...copyCode("receiver", context),
    codeFile("receiver/index.ts", await formatTypeScript(index), context),
  ];
}

function indexData({ events, fleet }: View): object {
  return {
    types: "../types/index.js",
    validators: "../validators/index.js",
    events: events.map(({ name }) => toStringLiteral(name)),
    ownObjects: events.map(({ name, ownObjects }) => ({
      event: name,
      objects: ownObjects.map(toStringLiteral),
    })),
    pollingOptional: events.filter(needsNoPolling).map(({ name }) => toStringLiteral(name)),
    ...fleetBounds(fleet),
  };
}

/** An event that may be answered without `polling`, or that some shop cannot take it from. */
const needsNoPolling = ({ pollingOptional, response }: EventView): boolean =>
  pollingOptional || !response.properties.some(({ name }) => name === "polling");

/** The ends of the range as asked; an open end says nothing. */
function fleetBounds({ min, max, label }: View["fleet"]): {
  fleetMin: string | undefined;
  fleetMax: string | undefined;
} {
  return {
    fleetMin: min === baseline ? undefined : toStringLiteral(formatRelease(min)),
    fleetMax: label.endsWith("..") ? undefined : toStringLiteral(formatRelease(max)),
  };
}
