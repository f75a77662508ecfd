import { listWords } from "../text/words.js";
import { quote } from "../text/quote.js";
import { entry, type Entry } from "./problem.js";

/** What can be wrong with a scenario, or with a trace that one is made of. */
export const scenarioProblems = {
  interrupted: entry<object>({
    message: () => "interrupted; there is no result, and no report was written.",
  }),
  "unknown-scenario": entry<{ name: string; known: readonly string[]; suggestion: string | undefined }>({
    message: ({ name }) => `There is no file ${quote(name)}, and no built-in scenario of that name.`,
    hint: ({ known, suggestion }) => {
      if (suggestion !== undefined) return `Did you mean ${quote(suggestion)}?`;
      return known.length === 0 ? undefined : `The built-in scenarios are ${listWords(known, "and")}.`;
    },
  }),
  "scenario-too-long": entry<{ limit: number }>({
    message: ({ limit }) => `This has more than ${limit} characters, and a scenario needs far fewer.`,
  }),
  "scenario-syntax": entry<{ detail: string }>({
    message: ({ detail }) => `This is not the YAML of a scenario: ${detail}.`,
  }),
  "scenario-empty": entry<object>({
    message: () => "No scenario is in here.",
    hint: () => "A scenario has `steps:`, and a step is an event or what a user does at the till.",
  }),
  "scenario-key": entry<{ key: string; known: readonly string[]; suggestion: string | undefined }>({
    message: ({ key }) => `There is no ${quote(key)} here.`,
    hint: ({ known, suggestion }) => {
      if (suggestion !== undefined) return `Did you mean ${quote(suggestion)}?`;
      if (known.length > 12) return undefined;
      return known.length === 0 ? "Nothing can stand here." : `There is ${listWords(known, "and")}.`;
    },
  }),
  "scenario-value": entry<{ expected: string; isUnquoted: boolean }>({
    message: ({ expected }) => `This has to be ${expected}.`,
    hint: ({ isUnquoted }) => (isUnquoted ? "Put it in quotes." : undefined),
  }),
  "scenario-lacks": entry<{ key: string }>({
    message: ({ key }) => `${quote(key)} is missing here.`,
  }),
  "scenario-step": entry<{ actions: readonly string[] }>({
    message: ({ actions }) =>
      actions.length === 0
        ? "This step does nothing."
        : `This step does ${listWords(actions, "and")}, and a step does one thing.`,
    hint: ({ actions }) =>
      actions.length === 0
        ? "It needs the name of an event, or choose, fill, scan, cancel or wait."
        : "Make a step of each.",
  }),
  "scenario-fault": entry<{ action: string }>({
    message: ({ action }) => `A fault is of a request, and ${quote(action)} is no event.`,
    hint: () => "Name the event instead.",
  }),
  "scenario-name": entry<{ name: string; suggestion: string | undefined }>({
    message: ({ name }) => `Nothing here is called ${quote(name)}.`,
    hint: ({ suggestion }) =>
      suggestion === undefined
        ? "Names come from `values`, and from `as` of an earlier step; $${ is ${ as it stands."
        : `Did you mean ${quote(suggestion)}?`,
  }),
  "unknown-value": entry<{ name: string; known: readonly string[]; suggestion: string | undefined }>({
    message: ({ name }) => `--set names ${quote(name)}, which no scenario of this call has among its values.`,
    hint: ({ known, suggestion }) => {
      if (suggestion !== undefined) return `Did you mean ${quote(suggestion)}?`;
      return known.length === 0 ? "They have no values." : `The values are ${listWords(known, "and")}.`;
    },
  }),
  "report-overwrites": entry<{ option: string; path: string; victim: string }>({
    message: ({ option, path, victim }) =>
      `${option} ${path} would overwrite ${victim}, so nothing was played.`,
    hint: () => "Name a file for it alone.",
  }),
  "trace-syntax": entry<{ detail: string }>({
    message: ({ detail }) => `This is not a line of a trace: ${detail}.`,
    hint: () => "A trace has one JSON object on each line, with `event` and `request`.",
  }),
  "trace-empty": entry<object>({
    message: () => "This trace has no request of an event that the contract knows.",
  }),
} satisfies Record<string, Entry<never>>;
