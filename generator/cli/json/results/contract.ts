import { verdicts } from "../../../diff/kinds/kind.js";
import { standings } from "../../../spec/dialect.js";
import { either, flag, list, named, nullable, object, choice, optional, text, whole } from "../shape.js";
import { problem, warnings } from "./problems.js";

/** How far a spec is known. */
export const knownUpTo = object("How far the contract is known.", {
  release: text("The newest release that is known."),
  date: nullable(text("Its date; null if that is not known.")),
  beyond: nullable(
    object("Later releases of another program that are known to exist, and no more of them.", {
      from: text("The first of them."),
      to: text("The last of them."),
      of: text("What they are releases of."),
    }),
  ),
});

export const version = object("Which mplus-codegen this is.", {
  version: text("The version of the package."),
  knownUpTo: nullable(knownUpTo),
});

/** A spec with warnings only is clean, too. */
export const lint = object("What there is to say of a spec.", {
  problems: list("Warnings; errors take the place of a result.", problem),
});

const releaseEntry = {
  release: text("Its number."),
  date: optional(text("Its date, where that is known.")),
};

const change = named(
  "change",
  object("One change.", {
    code: text("What kind of change it is. Stable."),
    verdict: choice("What it asks of your code.", verdicts),
    direction: choice("Whether it is in what the till sends, or in what you answer.", [
      "request",
      "response",
    ]),
    pointer: text("JSON Pointer into the body; a star is any item of an array; empty for all of it."),
    release: nullable(
      text("The release that brought it; null if the sides differ from the first release on."),
    ),
    advice: text("What to do about it."),
    events: list("The events that it touches.", text("Its name.")),
  }),
);

export const diff = object("What changes between the two sides.", {
  changes: list("The changes.", change),
  warnings,
});

const source = object("Where the spec has it from.", {
  title: text("Its title."),
  heading: optional(text("What it calls itself, where that is something else.")),
  kind: text("What kind of source it is."),
  where: optional(text("Where it can be read.")),
  stated: optional(text("The date or edition that it gives itself.")),
  newest: optional(text("The newest release that it names.")),
  read: optional(text("When it was read last.")),
  covers: text("What it tells of."),
});

/** Without a range, and with one. */
export const versions = either(
  object("The releases that the spec knows.", {
    releases: list(
      "The releases, the oldest first.",
      object("A release.", { ...releaseEntry, summary: text("What it changed.") }),
    ),
    knownUpTo,
    sources: list("What the spec rests on.", source),
  }),
  object("What each release of the range brought.", {
    releases: list(
      "The releases that brought something, the oldest first.",
      object("A release.", {
        ...releaseEntry,
        summary: optional(text("What it changed.")),
        changes: list("The changes.", change),
      }),
    ),
    warnings,
  }),
);

const standing = named(
  "standing",
  object("How well it is known that two things work together.", {
    name: text("The event, the answer or the product."),
    standing: choice("How well.", standings),
    basis: text("What that rests on."),
    unfilled: optional(
      list(
        "What the product does not fill in the event: absent, null or empty is not known.",
        text("Its name."),
      ),
    ),
  }),
);

const life = object("A time in which it exists.", {
  since: nullable(text("The release that brought it; null if it was always there.")),
  removed: nullable(text("The release that took it away; null if it is still there.")),
});

const match = object("One thing that the path names.", {
  kind: choice("What it is: an event, a part of what comes, or a part of an answer.", [
    "event",
    "request",
    "response",
  ]),
  path: text("Its path."),
  events: list("The events that have it.", text("Its name.")),
  description: text("What it is for."),
  type: optional(text("Its type; an event has none.")),
  required: optional(flag("Whether it must be there.")),
  planned: flag("Whether it is announced for no release yet."),
  seen: optional(text("Where it was seen, if it is not documented for the till.")),
  since: nullable(text("The release that brought it; null if it was always there.")),
  removed: nullable(text("The release that took it away; null if it is still there.")),
  lives: list("The times in which it exists.", life),
  inFleet: choice("How much of the fleet has it.", ["every shop", "some shops", "no shop"]),
  reason: optional(text("Why not every shop has it.")),
  flag: optional(text("The option that chooses a fleet which has it everywhere.")),
  undated: optional(flag("True if no source tells which release brought it.")),
  open: optional(
    list(
      "What no source answers about it.",
      object("A question.", { id: text("Its id."), question: text("What is asked.") }),
    ),
  ),
  standings: optional(list("How well it is known which events and answers go together.", standing)),
  products: optional(list("How well it is known which products send or take it.", standing)),
});

export const explain = object("What there is to say of a path.", {
  fleet: text("The fleet."),
  matches: list("What the path names: once for what comes, once for what is answered.", match),
  warnings,
});

export const release = object("What was added to the spec.", {
  file: text("The file that was changed."),
  line: whole("The line where the release stands."),
  ...releaseEntry,
  summary: text("What it changed."),
});
