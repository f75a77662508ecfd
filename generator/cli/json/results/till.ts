import {
  anything,
  either,
  exactly,
  flag,
  list,
  nullable,
  number,
  object,
  choice,
  openObject,
  optional,
  plain,
  text,
  whole,
} from "../shape.js";

/** What editors complete scenarios by. */
const jsonSchema = plain<Readonly<Record<string, unknown>>>({
  description: "The JSON Schema of scenarios.",
  type: "object",
  properties: { $schema: { type: "string" }, definitions: { type: "object" } },
  required: ["$schema", "definitions"],
});

const leftOut = (description: string) =>
  list(
    description,
    object("One part.", { path: text("JSON Pointer into the body."), message: text("Why, in a sentence.") }),
  );

const findings = list(
  "What is wrong with the answer.",
  object("One thing that is wrong.", {
    code: text("What kind it is. Stable."),
    message: text("A sentence."),
    path: optional(text("JSON Pointer into the answer.")),
  }),
);

const verdict = either(
  object("The till uses the answer.", {
    kind: exactly("taken"),
    answer: openObject("The answer, as the till reads it."),
  }),
  object("There is an answer, and the till cannot use it.", { kind: exactly("refused"), findings }),
  object("The receiver says that it failed.", {
    kind: exactly("failed"),
    status: whole("The status."),
    error: optional(object("What it says.", { code: text("Its code."), message: text("Its message.") })),
  }),
  object("Nothing came that HTTP would call an answer.", { kind: exactly("silent"), findings }),
);

const pending = object("An event that the till will send by itself.", {
  event: text("Its name."),
  at: number("When, in milliseconds since the till was started."),
  canEnd: flag("Whether an answer can bring what the till waits for to an end."),
});

const complaint = object("What is wrong with the server.", {
  id: text("The kind of fault. Stable."),
  message: text("What was seen, in a sentence."),
  change: text("What to do about it, in a sentence."),
});

const sent = object("One event.", {
  event: text("Its name."),
  url: text("Where it was sent to."),
  release: text("The release of the till."),
  status: nullable(whole("The status of the answer; null if there was none.")),
  duration: number("How long the answer took, in milliseconds."),
  answer: nullable(text("The body of the answer, as it came; null if there was none.")),
  taken: flag("Whether a till uses the answer."),
  complaint: nullable(complaint),
  verdict,
  leftOut: leftOut("What was asked for and not sent, as this release does not know it."),
  unused: leftOut("Parts of the answer that the till does not use."),
  effects: openObject("The parts of the sale that changed, as they are now."),
  pending: list("What the till sends next by itself.", pending),
});

const notSent = list(
  "The tills that send no such event.",
  object("A till.", { release: text("Its release."), reason: text("Why, in a sentence.") }),
);

/** Without `--curl`, and with it. */
export const send = either(
  object("What came of the events.", { events: list("The events, in the order of sending.", sent), notSent }),
  object("The calls that would send the events.", {
    calls: list("The calls.", text("Commands for a shell.")),
    notSent,
  }),
);

export const doctor = object("What the doctor found.", {
  findings: list(
    "What was asked, and what came of it.",
    object("One question.", {
      id: text("Which question it is. Stable."),
      question: text("The question."),
      basis: choice("Whether a till relies on it, or it is advice.", ["documented", "advice"]),
      state: choice("What came of it.", ["well", "wrong", "advice", "skipped"]),
      saw: text("What was seen, in a sentence."),
      change: nullable(text("What to change; null if nothing has to.")),
      fault: nullable(text("The kind of fault, where it has a name. Stable.")),
    }),
  ),
});

const failures = list(
  "What went wrong.",
  object("One thing.", {
    message: text("A sentence."),
    differences: list(
      "Expected and seen, place by place; none if the sentence says all.",
      object("A place.", {
        path: text("The place in the answer; empty for all of it."),
        expected: optional(anything("What was expected; missing if nothing was.")),
        seen: optional(anything("What is there; missing if nothing is.")),
      }),
    ),
  }),
);

const exchange = object("A request, and what came of it.", {
  at: number("When it was sent, in milliseconds since the till was started, on the till's own clock."),
  event: text("The event."),
  request: openObject("The body that was sent."),
  status: optional(whole("The status of the answer; missing if there was none.")),
  answer: optional(openObject("The answer, where it is a JSON object.")),
  body: optional(text("The body of the answer, where it is no JSON object.")),
  verdict: choice("What the till made of it.", ["taken", "refused", "failed", "silent"]),
  findings: optional(list("What is wrong with the answer.", text("A sentence."))),
  report: optional(
    object("What the till sent because it could not use the answer.", {
      request: openObject("The body."),
      status: nullable(whole("The status that it was answered with; null if it was not answered.")),
    }),
  ),
});

const notes = list("What is worth knowing though nothing is wrong.", text("A sentence."));

const step = object("A step.", {
  title: text("What it does."),
  outcome: choice("What came of it.", ["passed", "failed", "not played", "not run"]),
  failures,
  notes,
  line: optional(whole("Its line in the file.")),
  column: optional(whole("Its column there.")),
  duration: whole("In milliseconds of real time."),
  exchanges: list("All requests of the step, those among them that the till made by itself.", exchange),
});

const played = object("A scenario at one release.", {
  name: text("Its name."),
  file: text("Its file."),
  release: text("The release of the till."),
  outcome: choice("What came of it.", ["passed", "failed", "not played"]),
  reason: optional(text("Why it was not played.")),
  steps: list("Its steps.", step),
  failures,
  notes,
  hints: list("What helps to find out why it failed.", text("A sentence.")),
});

const builtIn = object("A built-in scenario.", {
  id: text("The name to play it by."),
  name: text("Its name in reports."),
  description: optional(text("What it shows.")),
  needs: optional(text("What an integration has to do for it.")),
  values: openObject("What --set can change."),
});

/** The call itself, `--list`, `--from-trace` and `--schema`. */
export const simulate = either(
  object("What came of the scenarios.", { scenarios: list("Each scenario at each release.", played) }),
  object("The built-in scenarios.", { scenarios: list("The scenarios.", builtIn) }),
  object("A scenario that does what a trace has.", { scenario: text("The scenario, in YAML.") }),
  jsonSchema,
);
