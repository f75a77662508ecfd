import type { ProblemCode } from "../../../generator/problem/catalogue.js";
import type { Project } from "../project.js";

/** Wrong calls of `init`; each is run as all wrong calls are. */
interface InitCall {
  readonly name: string;
  readonly given: readonly string[];
  readonly before?: (project: Project) => void;
  readonly want: { readonly code: ProblemCode; readonly line: string };
}

const small = (project: Project): void => project.putSpec();

/** With the small spec, whose events are scanCode and, since v11, printBill. */
const ofSmall = (...given: readonly string[]): readonly string[] => [
  "init",
  "express",
  "--spec",
  "spec",
  ...given,
];

export const initCalls: readonly InitCall[] = [
  {
    name: "a misspelt framework",
    given: ["init", "expres"],
    want: {
      code: "unknown-framework",
      line: 'There is no framework "expres" to make a project for. Did you mean "express"? The frameworks are express, fastify, hono, koa, nest, node.',
    },
  },
  {
    name: "a target that is no framework",
    given: ["init", "docs"],
    want: {
      code: "unknown-framework",
      line: 'There is no framework "docs" to make a project for. The frameworks are express, fastify, hono, koa, nest, node.',
    },
  },
  {
    name: "a target whose platform makes the project",
    given: ["init", "lambda"],
    want: {
      code: "platform-target",
      line: 'lambda runs on AWS Lambda, whose own tools make the project; init does not. Add the handler to yours: mplus-codegen --target lambda (in the README: "lambda").',
    },
  },
  {
    name: "a project whose folder for generated files holds others",
    given: ofSmall("--events", "scanCode"),
    before: (project) => {
      small(project);
      project.put("mplus-express/src/mplus/mine.ts", "mine\n");
    },
    want: {
      code: "folder-in-use",
      line: 'mplus-express/src/mplus holds files that mplus-codegen did not write ("mine.ts", for one), so nothing was written: generated files need a folder of their own. Move them, or name another folder for the project with --dir.',
    },
  },
  {
    name: "a project with a file in the place of a folder",
    given: ofSmall("--dir", "shop", "--events", "scanCode"),
    before: (project) => {
      small(project);
      project.put("shop/src", "mine\n");
    },
    want: {
      code: "output-unwritable",
      line: "shop/src/handlers.ts cannot be written: src is not a folder but a file.",
    },
  },
  {
    name: "a project whose package.json is no JSON",
    given: ofSmall("--dir", "shop"),
    before: (project) => {
      small(project);
      project.put("shop/package.json", "{");
    },
    want: {
      code: "package-json-unusable",
      line: "Nothing can be added to shop/package.json: it is not a JSON object. So nothing was written. Mend it, or name a new folder with --dir.",
    },
  },
  {
    name: "a project whose scripts are no object",
    given: ofSmall("--dir", "shop"),
    before: (project) => {
      small(project);
      project.put("shop/package.json", '{ "scripts": [] }');
    },
    want: {
      code: "package-json-unusable",
      line: "Nothing can be added to shop/package.json: its scripts are not an object. So nothing was written. Mend it, or name a new folder with --dir.",
    },
  },
  {
    name: "another kind of modules than the project has",
    given: ofSmall("--dir", "shop", "--module", "esm"),
    before: (project) => {
      small(project);
      project.put("shop/package.json", "{}");
    },
    want: {
      code: "module-conflict",
      line: "package.json has no type, which means commonjs: --module esm does not go with it, so nothing was written. Leave --module out, or change the type first.",
    },
  },
  {
    name: "a file in the place of a project's folder",
    given: ofSmall("--dir", "mine"),
    before: (project) => {
      small(project);
      project.put("mine", "mine\n");
    },
    want: {
      code: "output-unwritable",
      line: "mine/package.json cannot be written: the output folder is not a folder.",
    },
  },
  {
    name: "a folder without a name",
    given: ofSmall("--dir", ""),
    before: small,
    want: { code: "usage", line: "--dir needs the name of a folder. See mplus-codegen init --help." },
  },
  {
    name: "a misspelt event to begin with",
    given: ofSmall("--events", "scanCode,prinBill"),
    before: small,
    want: { code: "unknown-event", line: 'There is no event "prinBill". Did you mean "printBill"?' },
  },
  {
    name: "an event to begin with that resembles none",
    given: ofSmall("--events", "nonsense"),
    before: small,
    want: {
      code: "unknown-event",
      line: 'There is no event "nonsense". The events are printBill, scanCode.',
    },
  },
  {
    name: "an event that no shop of the fleet knows",
    given: ["init", "express", "--max-version", "40", "--events", "scanCode,selectRelation"],
    want: {
      code: "event-not-in-fleet",
      line: "No shop of the fleet sends the event selectRelation (since v43.1.1: not in every shop of ..40). Name other events, or widen the range with --min-version or --max-version.",
    },
  },
  {
    name: "no event to begin with",
    given: ofSmall("--events", " , "),
    before: small,
    want: { code: "usage", line: "Say which events to begin with. For example: --events printBill" },
  },
];
