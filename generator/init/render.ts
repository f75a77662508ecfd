import type { Templates } from "../output/generate.js";
import { toLiteral } from "../base/text/code.js";
import { toCommentText, toPhpText, toStringLiteral } from "../base/text/escape.js";
import { quotePath } from "../base/text/quote.js";
import { compileTemplate } from "../base/text/template.js";
import { wrapText } from "../base/text/words.js";
import { formatYaml } from "../base/text/yaml.js";
import type { Json, JsonObject } from "../base/json.js";
import { toPhpArray } from "../pages/samples/sample-code.js";
import { tightenComments } from "../targets/doc-comment.js";
import type { OutputFile } from "../targets/target.js";
import type { InitOptions, RequiredLines } from "./changes.js";
import { frameworkNames, type Framework } from "./choices.js";
import { isQueueable, type StartEvent } from "./start-event.js";

export type Render = (layout: string, data: object) => string;

/** A framework may have its own version of a layout. */
export const createRenderer =
  (templates: Templates, { name }: Framework): Render =>
  (layout, data) => {
    const text = templates.get(`init/${name}/${layout}.hbs`) ?? templates.get(`init/${layout}.hbs`);
    if (text === undefined) throw new Error(`there is no layout init/${layout}.hbs`);
    const rendered = compileTemplate(text)(data);
    return layout.endsWith(".ts") ? tightenComments(rendered) : rendered;
  };

/** The folder for the user's additions, with a guide. */
export function createAdditionsFolder(
  { needsAdditions, packageManager, spec }: InitOptions,
  render: Render,
): readonly OutputFile[] {
  const path = `${additionsFolder}/README.md`;
  const fromSpec = spec === undefined ? "" : ` --spec ${quotePath(spec)}`;
  return needsAdditions ? [{ path, content: render(path, { manager: packageManager, fromSpec }) }] : [];
}

export const additionsFolder = "mplus-spec";

export function handlersData(
  events: readonly StartEvent[],
  { framework, hasInbox }: Pick<InitOptions, "framework" | "hasInbox">,
  render: Render,
): object {
  const { name, create } = framework;
  const isPhp = name === "php";
  const shown = events.find(({ lookUp }) => lookUp)?.lookUp;
  const isQueued = (event: StartEvent): boolean => hasInbox && isQueueable(event);
  const handlers = events
    .filter((event) => !isQueued(event))
    .map((event) => renderHandler(event, render, { framework, isShown: event.lookUp !== undefined }));
  const queued = events.filter(isQueued).map((event) => renderQueued(event, render));
  return {
    create,
    is: Object.fromEntries(frameworkNames.map((each) => [each, each === name])),
    // It receives every request, so it must check the path.
    ownsPath: ["koa", "next", "node"].includes(name),
    shownCode: shown && (isPhp ? toPhpText : toStringLiteral)(shown.by),
    shownCustomer: shown && JSON.stringify(shown.found),
    handlers: isPhp ? indent(handlers, " ".repeat(12), "") : indent(handlers, "    "),
    queued: indent(queued, "  "),
    hasInbox,
  };
}

const indent = (handlers: readonly string[], by: string, between = "\n"): string =>
  handlers
    .join(between)
    .replace(/^(?=.)/gm, by)
    .trimEnd();

const places: Readonly<Record<string, string>> = { nest: "in the class", php: "in new Handlers( … )" };

export function listHandlerLines(
  events: readonly StartEvent[],
  render: Render,
  { path, framework, hasInbox }: Pick<InitOptions, "framework" | "hasInbox"> & { readonly path: string },
): readonly RequiredLines[] {
  const place = places[framework.name] ?? "in defineHandlers({ … })";
  return events.map((event) =>
    hasInbox && isQueueable(event)
      ? { path, place: "in defineQueued({ … })", lines: renderQueued(event, render).trim().split("\n") }
      : {
          path,
          place,
          lines: renderHandler(event, render, { framework, isShown: false }).trim().split("\n"),
        },
  );
}

const renderQueued = ({ name, description }: StartEvent, render: Render): string =>
  render("queued", { name, comment: wrapText(toCommentText(description), 100) });

function renderHandler(
  { name, description, ownAnswers, answer }: StartEvent,
  render: Render,
  { framework, isShown }: { readonly framework: Framework; readonly isShown: boolean },
): string {
  const own = ownAnswers.map((property) => `\`${property}\``).join(", ");
  const takes = own === "" ? "" : ` Besides the common answers, its answer may contain ${own}.`;
  const comment = wrapText(toCommentText(description + takes), 100);
  const printed = framework.name === "php" ? toPhpArray(answer, 0) : toLiteral(answer).text;
  return render("handler", { name, comment, answer: printed, isShown });
}

export function createScenarios(
  events: readonly StartEvent[],
  releases: readonly string[],
  { maxVersion, versions, schema }: InitOptions,
): readonly OutputFile[] {
  // Without a release, a scenario runs on the newest known one. Shops that do not upgrade never get that release.
  const isOpen = maxVersion === undefined && versions === undefined;
  const release = isOpen ? undefined : releases.at(-1);
  return events.map(({ name, description, before, requestParts, answer }) => {
    const expected = Object.keys(answer).length > 0 ? { expect: answer as JsonObject } : {};
    const steps: readonly Json[] = [
      ...(before ? [{ [before]: {} }] : []),
      { [name]: requestParts, ...expected },
    ];
    const scenario = { name, description, ...(release !== undefined && { release }), steps };
    // Editors then complete and check the scenario.
    const editor = `# yaml-language-server: $schema=${schema}\n`;
    return { path: `scenarios/${name}.yaml`, content: `${editor}${formatYaml(scenario)}` };
  });
}
