import type { Templates } from "../generate.js";
import { formatTypeScript } from "../text/format.js";
import { renderTemplate } from "../text/template.js";
import { toCommentText } from "../text/comment.js";
import { toStringLiteral } from "../text/literal.js";
import { wrapText } from "../text/wrap.js";
import type { OutputFile } from "../targets/target.js";
import { tightenComments } from "../targets/doc-comment.js";
import type { ProjectOptions } from "./project.js";
import { packageJson } from "./package-json.js";
import { formatScenario } from "./scenario.js";
import type { StartEvent } from "./start-event.js";
import { tsconfigJson } from "./tsconfig-json.js";

/** What a project begins with. */
interface Start {
  readonly events: readonly StartEvent[];
  /** The releases that its scenarios are played at. */
  readonly releases: readonly string[];
}

/** Creates the files of a project that are the user's. */
export async function projectFiles(
  start: Start,
  templates: Templates,
  options: ProjectOptions,
): Promise<readonly OutputFile[]> {
  const data = layoutData(start, options);
  // Shops that do not upgrade are not played at a later release.
  const isOpen = options.maxVersion === undefined && options.versions === undefined;
  const release = isOpen ? undefined : start.releases.at(-1);
  const layOut = (name: string): string => renderTemplate(findLayout(name, templates, options), data);
  const code = (name: string): Promise<string> => formatTypeScript(tightenComments(layOut(name)));
  return [
    { path: ".env", content: layOut("env") },
    { path: ".env.example", content: layOut("env-example") },
    { path: ".gitignore", content: layOut("gitignore") },
    { path: "README.md", content: layOut("readme") },
    { path: "package.json", content: toJson(packageJson(options)) },
    { path: "tsconfig.json", content: toJson(tsconfigJson(options.framework)) },
    { path: "src/app.ts", content: await code("app") },
    { path: "src/handlers.ts", content: await code("handlers") },
    { path: "src/server.ts", content: await code("server") },
    { path: "test/webhooks.test.ts", content: await code("test") },
    ...start.events.map((event) => ({
      path: `scenarios/${event.name}.yaml`,
      content: formatScenario(event, release),
    })),
  ];
}

/** Prefers the layout of the framework to the one for all. */
function findLayout(name: string, templates: Templates, { framework }: ProjectOptions): string {
  const own = templates.get(`init/${framework.name}/${name}.hbs`);
  const layout = own ?? templates.get(`init/project/${name}.hbs`);
  if (layout === undefined) throw new Error(`there is no layout init/project/${name}.hbs`);
  return layout;
}

const toJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

function layoutData({ events, releases }: Start, options: ProjectOptions): object {
  const { framework, name, secret, generateCommand } = options;
  const shown = events.find(({ lookUp }) => lookUp)?.lookUp;
  const [first] = events;
  return {
    name,
    secret,
    generateCommand,
    framework: framework.title,
    target: framework.name,
    event: first?.name ?? "",
    // Only what needs no quotes, in a shell or in Markdown.
    special:
      first?.lookUp && /^[\w.-]+$/.test(first.lookUp.by) && `${first.lookUp.at.property}=${first.lookUp.by}`,
    releases: JSON.stringify(releases),
    shownCode: shown && toStringLiteral(shown.by),
    shownCustomer: shown && JSON.stringify(shown.found),
    handlers: events.map(handlerData),
  };
}

function handlerData({ name, description, responseType, ownAnswers, answer, lookUp }: StartEvent): object {
  const own = ownAnswers.map((property) => `\`${property}\``).join(", ");
  const takes = own === "" ? "" : ` Besides the common answers, it may be answered with ${own}.`;
  return {
    name,
    responseType,
    comment: wrapText(toCommentText(description + takes), 100),
    answer: JSON.stringify(answer),
    isShown: lookUp !== undefined,
  };
}
