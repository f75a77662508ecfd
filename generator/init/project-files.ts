import type { Templates } from "../generate.js";
import { compileTemplate } from "../text/template.js";
import { tightenComments } from "../targets/doc-comment.js";
import { addIgnored } from "./ignored.js";
import { layoutData, type Start } from "./layout-data.js";
import type { OwnFile } from "./own-file.js";
import type { ProjectOptions } from "./project.js";
import { formatScenario } from "./scenario.js";
import { tsconfigBuildJson, tsconfigJson } from "./tsconfig-json.js";

/** Creates the files of a project that are the user's, but package.json. A file follows those that it goes with. */
export function projectFiles(
  start: Start,
  templates: Templates,
  options: ProjectOptions,
): readonly OwnFile[] {
  const { framework, moduleKind, packageManager } = options;
  const data = layoutData(start, options);
  const layOut = (name: string): string => compileTemplate(findLayout(name, templates, options))(data);
  const code = (name: string): string => tightenComments(layOut(name));
  const ignored = layOut("gitignore");
  return [
    ...packageManager.settings.map((file) => ({ ...file, goesWith: ["package.json"] })),
    { path: ".gitignore", content: ignored, addTo: (text) => addIgnored(text, ignored) },
    { path: ".env", content: layOut("env"), need: "MPLUS_SECRET, as .env.example tells" },
    { path: ".env.example", content: layOut("env-example"), need: "MPLUS_SECRET and PORT" },
    {
      path: "tsconfig.json",
      content: toJson(tsconfigJson(framework, moduleKind)),
      need: "src/ among what it includes, strict, and a target of ES2022 or later",
    },
    { path: "src/handlers.ts", content: code("handlers"), need: "a handler for each event" },
    {
      path: "src/app.ts",
      content: code("app"),
      goesWith: ["src/handlers.ts"],
      need: mount(framework.name),
    },
    { path: "src/server.ts", content: code("server"), goesWith: ["src/app.ts"] },
    ...scenarioFiles(start, options),
    { path: "test/webhooks.test.ts", content: code("test"), goesWith: ["src/app.ts"], script: "test" },
    {
      path: "tsconfig.build.json",
      content: toJson(tsconfigBuildJson),
      goesWith: ["tsconfig.json"],
      script: "build",
    },
    {
      path: "Dockerfile",
      content: layOut("dockerfile"),
      goesWith: ["src/server.ts", "tsconfig.build.json"],
    },
    {
      path: ".dockerignore",
      content: layOut("dockerignore"),
      need: ".env*, so that no image holds a secret",
    },
    {
      path: ".github/workflows/ci.yml",
      content: layOut("ci"),
      goesWith: ["test/webhooks.test.ts", "tsconfig.build.json"],
      need: "the script generate with --check, so that src/mplus/ stays what it makes",
    },
    {
      path: "README.md",
      content: layOut("readme"),
      // It tells of all of these.
      goesWith: ["src/server.ts", "test/webhooks.test.ts", "tsconfig.build.json"],
    },
  ];
}

const mount = (target: string): string => `the endpoint, as src/mplus/${target}/README.md shows`;

function scenarioFiles({ events, releases }: Start, { maxVersion, versions }: ProjectOptions): OwnFile[] {
  // Shops that do not upgrade are not played at a later release.
  const isOpen = maxVersion === undefined && versions === undefined;
  const release = isOpen ? undefined : releases.at(-1);
  return events.map((event) => ({
    path: `scenarios/${event.name}.yaml`,
    content: formatScenario(event, release),
  }));
}

/** Prefers the layout of the framework to the one for all. */
function findLayout(name: string, templates: Templates, { framework }: ProjectOptions): string {
  const own = templates.get(`init/${framework.name}/${name}.hbs`);
  const layout = own ?? templates.get(`init/project/${name}.hbs`);
  if (layout === undefined) throw new Error(`there is no layout init/project/${name}.hbs`);
  return layout;
}

const toJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
