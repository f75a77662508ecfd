import { list, named, object, choice, optional, text, whole } from "../shape.js";

const place = object("Where it is in the spec.", {
  file: text("The file."),
  pointer: text("JSON Pointer into it; empty for all of it."),
});

const position = object("The same as a line and a column.", {
  line: whole("The line, from 1."),
  column: whole("The column, from 1."),
  text: text("What stands in that line."),
  before: optional(text("The line before it, where there is one.")),
  after: optional(text("The line after it, where there is one.")),
});

export const problem = named(
  "problem",
  object("One thing that is wrong.", {
    code: text("What kind of problem it is. Stable."),
    severity: choice("Whether it stops what was asked for.", ["error", "warning"]),
    message: text("What is wrong, in a sentence."),
    hint: optional(text("What to do about it.")),
    place: optional(place),
    position: optional(position),
  }),
);

/** What every command prints in place of its result, with exit code 2. */
export const problems = object("Nothing was done, because of this.", {
  problems: list("What is wrong.", problem),
});

/** What is worth knowing about a result. */
export const warnings = list("What is worth knowing, though it stops nothing.", problem);
