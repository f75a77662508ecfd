import { layOutValue } from "../layout/code.js";
import { toCommentText, toStringLiteral } from "../text/escape.js";
import { quotePath } from "../text/quote.js";
import { wrapText } from "../text/words.js";
import type { PackageManager } from "./package-managers.js";
import type { ProjectOptions } from "./project.js";
import type { StartEvent } from "./start-event.js";

/** What a project begins with. */
export interface Start {
  readonly events: readonly StartEvent[];
  /** The releases that its scenarios are played at. */
  readonly releases: readonly string[];
}

/** What the layouts of a project are filled with. */
export function layoutData({ events, releases }: Start, options: ProjectOptions): object {
  const { framework, moduleKind, name, secret, generateCommand, generator, spec } = options;
  const shown = events.find(({ lookUp }) => lookUp)?.lookUp;
  const [first] = events;
  // Where only this machine has the generator.
  const [, outside = ""] = /^(?:file|link|portal):(.+)/.exec(generator) ?? [];
  return {
    name,
    secret,
    generateCommand,
    framework: framework.title,
    target: framework.name,
    nodeVersion,
    folder: moduleKind.folder,
    manager: managerData(options.packageManager),
    outside,
    vendor: `${outside.endsWith(".tgz") ? "cp -t" : "npm pack --pack-destination"} vendor ${quotePath(outside)}`,
    contract: spec ?? "node_modules/mplus-codegen/spec",
    event: first?.name ?? "",
    // Only what needs no quotes, in a shell or in Markdown.
    special:
      first?.lookUp && /^[\w.-]+$/.test(first.lookUp.by) && `${first.lookUp.at.property}=${first.lookUp.by}`,
    releases: `[${releases.map((each) => toStringLiteral(each)).join(", ")}]`,
    shownCode: shown && toStringLiteral(shown.by),
    shownCustomer: shown && JSON.stringify(shown.found),
    handlers: events.map(handlerData),
  };
}

/** The node of the image and the workflow: one with long-term support. */
const nodeVersion = "24";

const managerData = ({ settings, setUp = "", ...rest }: PackageManager): object => ({
  ...rest,
  setUp,
  // What it reads before it installs.
  files: [...new Set(["package.json", rest.lockfile, ...settings.map(({ path }) => path)])].join(" "),
});

function handlerData({ name, description, ownAnswers, answer, lookUp }: StartEvent): object {
  const own = ownAnswers.map((property) => `\`${property}\``).join(", ");
  const takes = own === "" ? "" : ` Besides the common answers, it may be answered with ${own}.`;
  return {
    name,
    comment: wrapText(toCommentText(description + takes), 100),
    answer: layOutValue(JSON.stringify(answer), { before: `${name}: () => (`, after: "),", depth: 1 }),
    returned: layOutValue(JSON.stringify(answer), { before: "return ", after: ";", depth: 2 }),
    isShown: lookUp !== undefined,
  };
}
