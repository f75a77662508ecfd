import { anything, choice, list, number, object, optional, text, whole } from "../shape.js";
import { knownUpTo } from "./contract.js";
import { warnings } from "./problems.js";

const names = (description: string) => list(description, text("Its name."));
const paths = (description: string) => list(description, text("Its path, from the folder of the project."));

export const targets = object("What can be generated.", {
  targets: list(
    "The targets.",
    object("A target.", {
      name: text("Its name."),
      summary: text("What it makes."),
      needs: names("The targets that come with it."),
    }),
  ),
});

const count = (description: string) => whole(`How many files ${description}.`);

const output = object("One output.", {
  mode: choice("Whether it was written, or only looked at.", ["written", "dry-run", "check"]),
  out: text("Its folder."),
  fleet: object("The shops that it is for.", {
    label: text("As a range or a list."),
    steps: list("The releases that make a difference.", text("Its number.")),
  }),
  knownUpTo,
  counts: object("How many files there are of each kind.", {
    create: count("are new"),
    change: count("are changed"),
    delete: count("are deleted"),
    unchanged: count("are as they were"),
  }),
  files: list(
    "The files.",
    object("A file.", {
      path: text("Its path, from the folder of the output."),
      target: text("The target that it is of."),
      action: choice("What was done with it, or would be.", ["create", "change", "delete", "unchanged"]),
      added: optional(whole("With --patch: how many lines come.")),
      removed: optional(whole("With --patch: how many lines go.")),
    }),
  ),
  omissions: list(
    "What was left out, because not every shop of the fleet knows it.",
    object("One part.", { what: text("The part."), reason: text("Why, in words.") }),
  ),
  patch: optional(text("With --patch: what differs, as git apply takes it.")),
});

/** There is more than one output where a config says so. */
export const generate = object("What was generated.", { outputs: list("Each output.", output), warnings });

/** Whole numbers beyond 2^53 - 1 in the body are written with all their digits. */
export const mock = object("A body that was made up.", {
  event: text("The event."),
  side: choice("Whether a shop sends it, or it is an answer.", ["request", "response"]),
  size: choice("Whether it has all there is, or what is required.", ["rich", "smallest"]),
  seed: number("What it was made of: the same one makes the same."),
  shops: text("The release or the fleet that it is for."),
  body: anything("The body."),
  warnings,
});

export const init = object("The project that was made.", {
  dir: text("Its folder."),
  framework: text("The framework, as its name is written."),
  packageManager: choice("What installs its packages.", ["npm", "pnpm", "yarn"]),
  module: choice("The kind of its modules.", ["esm", "commonjs"]),
  events: names("The events that it answers."),
  files: paths("The files that were written."),
  left: paths("The files that were there, and are left as they were."),
  omitted: paths("The files that were not written, as they go with others of your own."),
  warnings,
});
