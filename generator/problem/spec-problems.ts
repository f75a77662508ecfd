import { didYouMean, entry, type Entry } from "./problem.js";
import { quote } from "../text/quote.js";

/** What can be wrong with a spec, or with a source that is held against it. */
export const specProblems = {
  // The spec as text
  "spec-unreadable": entry<{ path: string; reason: string; suggestion?: string | undefined }>({
    message: ({ path, reason }) => `The spec folder ${path} cannot be read: ${reason}.`,
    hint: ({ suggestion }) =>
      suggestion === undefined
        ? "A spec is a folder that holds releases.json, envelope.json, events/ and so on."
        : `Did you mean ${quote(suggestion)}?`,
  }),
  "file-unreadable": entry<{ reason: string }>({
    message: ({ reason }) => `This file cannot be read: ${reason}.`,
  }),
  "irregular-file": entry<{ kind: string }>({
    message: ({ kind }) => `This is ${kind}, and a spec is read from regular files and folders only.`,
    hint: () => "Put a regular file or folder in its place, or take it away.",
  }),
  "not-utf8": entry<{ detail: string }>({
    message: ({ detail }) => `This file is not plain UTF-8: ${detail}.`,
    hint: () => "Save it as UTF-8 without a byte order mark.",
  }),
  "json-syntax": entry<{ detail: string }>({
    message: ({ detail }) => `This is not JSON: ${detail}.`,
  }),
  "json-depth": entry<{ limit: number }>({
    message: ({ limit }) => `This nests deeper than ${limit} levels.`,
  }),
  "duplicate-key": entry<{ key: string }>({
    message: ({ key }) => `The key ${quote(key)} is here a second time; JSON would keep only one of them.`,
    hint: () => "Remove one of the two.",
  }),

  // The dialect
  "unknown-keyword": entry<{ keyword: string; suggestion: string | undefined }>({
    message: ({ keyword }) => `The dialect has no keyword ${quote(keyword)} here.`,
    hint: didYouMean,
  }),
  "missing-keyword": entry<{ keyword: string }>({
    message: ({ keyword }) => `${quote(keyword)} is missing here.`,
  }),
  "invalid-value": entry<{ expected: string }>({
    message: ({ expected }) => `This value does not fit: it ${expected}.`,
  }),
  "misplaced-keyword": entry<{ keyword: string; kinds: string }>({
    message: ({ keyword, kinds }) => `${quote(keyword)} only means something on ${kinds}.`,
  }),
  "contradicting-keywords": entry<{ detail: string }>({
    message: ({ detail }) => `These keywords contradict each other: ${detail}.`,
  }),
  "missing-file": entry<{ path: string }>({
    message: ({ path }) => `The spec has no ${path}.`,
  }),
  "unexpected-file": entry<{ path: string }>({
    message: ({ path }) => `A spec has no file at ${path}.`,
    hint: () =>
      "Objects are in requests/, responses/ and common/, events in events/, samples in examples/<event>/.",
  }),

  // Links
  "dangling-ref": entry<{ ref: string; suggestion: string | undefined }>({
    message: ({ ref }) => `There is no file ${quote(ref)} in the spec.`,
    hint: ({ suggestion }) =>
      suggestion === undefined
        ? "A $ref is a path from the spec's root."
        : `Did you mean ${quote(suggestion)}?`,
  }),
  "cyclic-ref": entry<{ path: readonly string[] }>({
    message: ({ path }) => `This $ref leads back to where it came from: ${path.join(" → ")}.`,
  }),
  "include-conflict": entry<{ property: string; file: string }>({
    message: ({ property, file }) => `${quote(property)} is in ${file} too, with another shape.`,
    hint: () => "Rename one of them, or make the two shapes equal.",
  }),
  "unknown-object": entry<{
    role: "carries" | "answers";
    name: string;
    folder: string;
    suggestion: string | undefined;
  }>({
    message: ({ role, name, folder }) =>
      `This ${role} ${quote(name)}, but there is no ${folder}/${name}.json.`,
    hint: didYouMean,
  }),
  "carried-twice": entry<{ role: "carries" | "answers"; name: string }>({
    message: ({ role, name }) => `${quote(name)} is already in envelope.json, so every event ${role} it.`,
    hint: () => "Remove it here, or from the envelope.",
  }),
  "duplicate-name": entry<{ name: string; other: string }>({
    message: ({ name, other }) => `The name ${quote(name)} is already taken by ${other}.`,
    hint: () => "Names are compared without regard to case; rename one of the two.",
  }),
  "reserved-name": entry<{ name: string }>({
    message: ({ name }) => `The generated code uses the name ${quote(name)} for something else.`,
    hint: () => "Choose another one.",
  }),
  "missing-title": entry<object>({
    message: () => "An object needs a title: it is the name of its type.",
  }),
  "missing-description": entry<object>({
    message: () => "A description is missing: docs and editors would have nothing to show.",
  }),
  "shared-by-both-sides": entry<{ title: string; kind: "object" | "enum" }>({
    message: ({ title, kind }) =>
      `${title} is used in a request and in a response; each side has ${kind}s of its own.`,
    hint: ({ kind }) =>
      kind === "object"
        ? "Make a second file, and let both x-includes what they share."
        : "Give each side one with a title of its own.",
  }),
  "answer-like-request": entry<{ name: string }>({
    message: ({ name }) =>
      `An answer with ${quote(name)} looks like a request, and could be sent back to us as one: the same key signs both.`,
    hint: () => "Choose another name.",
  }),
  "unreachable-file": entry<{ path: string }>({
    severity: "warning",
    message: ({ path }) => `Nothing in the spec refers to ${path}.`,
  }),

  // History
  "unlisted-release": entry<{ release: string }>({
    message: ({ release }) => `releases.json does not list ${quote(release)}.`,
    hint: () => "Add it there with a summary, or correct it here.",
  }),
  "release-order": entry<{ release: string; previous: string }>({
    message: ({ release, previous }) =>
      `Releases must be in ascending order, but ${release} comes after ${previous}.`,
  }),
  "older-than-parent": entry<{ release: string; parent: string; parentRelease: string }>({
    message: ({ release, parent, parentRelease }) =>
      `This was added in ${release}, but ${parent} only in ${parentRelease}: a part cannot be older than the whole.`,
    hint: () => "Without x-added-in it is as old as what it is part of.",
  }),
  "outlives-parent": entry<{ release: string; parent: string; parentRelease: string }>({
    message: ({ release, parent, parentRelease }) =>
      `This names ${release}, but ${parent} was removed in ${parentRelease}.`,
  }),
  "removed-before-added": entry<{ added: string; removed: string }>({
    message: ({ added, removed }) => `This was removed in ${removed}, but added only in ${added}.`,
  }),
  "contradicting-switches": entry<{ release: string; required: boolean }>({
    message: ({ release, required }) =>
      `At ${release} this became what it already was: ${required ? "required" : "optional"}.`,
    hint: () => "Each switch must change something, and the last one must agree with `required`.",
  }),
  "era-order": entry<{ until: string }>({
    message: ({ until }) =>
      `The eras of x-was must be in ascending order, but ${until} is not later than the one before it.`,
  }),
  "outside-life": entry<{ keyword: string; release: string }>({
    message: ({ keyword, release }) => `${keyword} names ${release}, at which this does not exist.`,
  }),
  "unknown-enum-value": entry<{ keyword: string; value: string; suggestion: string | undefined }>({
    message: ({ keyword, value }) => `${keyword} names ${quote(value)}, which is not a value of this enum.`,
    hint: didYouMean,
  }),
  "empty-enum": entry<{ release: string }>({
    message: ({ release }) => `At ${release} this enum has no value at all.`,
  }),
  "unknown-required": entry<{ name: string; suggestion: string | undefined }>({
    message: ({ name }) => `${quote(name)} is required, but this object has no such property.`,
    hint: didYouMean,
  }),
  "unknown-reference": entry<{ what: string; name: string; suggestion: string | undefined }>({
    message: ({ what, name }) => `The spec has no ${what} ${quote(name)}.`,
    hint: didYouMean,
  }),
  "review-astray": entry<{ what: string; name: string; suggestion: string | undefined }>({
    message: ({ what, name }) => `The contract has no ${what} ${quote(name)}.`,
    hint: (params) =>
      [didYouMean(params), "If it was removed on purpose, remove this entry, too."].filter(Boolean).join(" "),
  }),
  "reviewed-twice": entry<{ other: string }>({
    message: ({ other }) => `This is reviewed already, in ${other}.`,
    hint: () => "Take one of the two out.",
  }),
  "limit-astray": entry<{ role: string; object: string; event: string; suggestion: string | undefined }>({
    message: ({ role, object, event }) =>
      `This names ${quote(event)}, and no event of that name has ${quote(object)} in its \`${role}\`.`,
    hint: (params) => didYouMean(params) ?? `Name events that have it in their \`${params.role}\`.`,
  }),
  "product-silent": entry<{ product: string; what: string; name: string; side: "sends" | "takes" }>({
    message: ({ product, what, name, side }) =>
      `Nothing says whether the product ${quote(product)} ${side} the ${what} ${quote(name)}.`,
    hint: ({ side, what }) =>
      `Name the ${what} in a group of \`${side}\`: in one with the standing "unknown", if no source says more.`,
  }),
  "second-life": entry<{ title: string; gone: string; again: string }>({
    message: ({ title, gone, again }) =>
      `This leads to ${title} again from v${again} on; nothing did from v${gone} on, and one object has one shape, which would join its two lives.`,
    hint: () => "Make a second file with a title of its own, and let both x-includes what they share.",
  }),
  "inherited-name": entry<{ name: string }>({
    message: ({ name }) =>
      `Every object of JavaScript has ${quote(name)} already: code would find that one where a body leaves it out.`,
    hint: () => "Leave it out, make its object x-open, and say there in the description what arrives.",
  }),
  "legacy-name-taken": entry<{ name: string; era: boolean }>({
    message: ({ name, era }) =>
      `The legacy name ${quote(name)} is the name of another property of this object${era ? ", in another era of x-was" : ""}.`,
  }),

  // Flows
  "same-step": entry<{ event: string; other: string }>({
    message: ({ event, other }) =>
      `Nothing tells this request of ${event} from that of the step ${quote(other)}.`,
    hint: () => "Say in `with` what only this one contains, or make them one step.",
  }),
  "unreached-step": entry<{ id: string }>({
    message: ({ id }) => `Nothing in this flow leads to ${quote(id)}.`,
    hint: () => "Let an edge lead to it, or say in `between` after which steps it may come.",
  }),
  "endless-step": entry<{ id: string }>({
    message: ({ id }) => `From the step ${quote(id)} this flow never reaches an end.`,
  }),
  "unshown-step": entry<{ id: string }>({
    message: ({ id }) => `No example shows the step ${quote(id)}.`,
    hint: () => "Name one on an edge that leaves it.",
  }),
  "unshown-answer": entry<object>({
    message: () => "This flow needs an answer that it never shows.",
    hint: () => "Name an `example` that has it.",
  }),
  "example-astray": entry<{ detail: string }>({
    message: ({ detail }) => `This example does not show what it stands for: ${detail}.`,
  }),
  "story-broken": entry<{ flow: string; detail: string }>({
    message: ({ flow, detail }) => `The samples of the flow ${quote(flow)} are one story, but ${detail}.`,
    hint: () => "Change this sample, or show one in its place that is part of the story.",
  }),
  "not-set-up": entry<{ event: string }>({
    message: ({ event }) => `The set-up of this flow does not have the event ${quote(event)}.`,
    hint: () => "Add it to `setUp`: without it the POS does not send the event.",
  }),
  "not-set-to-poll": entry<{ event: string }>({
    message: ({ event }) => `This flow polls ${quote(event)}, but its set-up does not say so.`,
    hint: () => 'Say `"polling": true` here.',
  }),
  "event-in-no-flow": entry<{ event: string }>({
    message: ({ event }) => `The event ${quote(event)} is in no flow.`,
    hint: () => "Make it a step of one, or say why not in `freeStanding`.",
  }),
  "free-standing-in-flow": entry<{ event: string }>({
    message: ({ event }) => `The event ${quote(event)} is in a flow, and so not free-standing.`,
    hint: () => "Remove `freeStanding`.",
  }),

  "lint-stopped": entry<object>({
    severity: "warning",
    message: () => "The examples, the products and the reviews in drift/ are not checked yet.",
    hint: () => "Mend the errors above and run lint again: it may find more.",
  }),

  // Examples
  "example-invalid": entry<{ body: string; event: string; release: string; detail: string }>({
    message: ({ body, event, release, detail }) =>
      `As a ${event} ${body} of v${release} this fails: ${detail}.`,
  }),
  "example-answers": entry<{ id: string; question: string; unless: string | undefined }>({
    message: ({ id, question }) => `A sample with this answers what is open: ${question} (${id})`,
    hint: ({ unless }) =>
      unless === undefined
        ? "Leave it out, or answer the question in open-questions.json for good."
        : `Leave it out, or see to it that ${unless}.`,
  }),
  "example-event": entry<{ event: string; release: string }>({
    message: ({ event, release }) => `There is no event ${quote(event)} in v${release}.`,
  }),
  "example-missing": entry<{ event: string }>({
    message: ({ event }) => `The event ${quote(event)} has no example with a request.`,
    hint: ({ event }) => `Add one in examples/${event}/.`,
  }),

  // The sources that drift reads
  "source-too-large": entry<{ limit: string }>({
    message: ({ limit }) => `This source is larger than ${limit}.`,
    hint: () => "Save the page alone, without what it embeds.",
  }),
  "source-not-text": entry<{ detail: string }>({
    message: ({ detail }) => `This source is no text in UTF-8: ${detail}.`,
    hint: () => "Save it again, as UTF-8.",
  }),
  "source-too-tangled": entry<{ detail: string }>({
    message: ({ detail }) => `This source is not read: ${detail}.`,
    hint: () => "No page of a documentation is like that. Look at the file before you save it anew.",
  }),
  "source-no-wsdl": entry<{ line: number; detail: string }>({
    message: ({ line, detail }) => `This source is not read as a WSDL: in line ${line}, ${detail}.`,
    hint: () => "Nothing of it was read. Save it as the API gives it.",
  }),
  "no-soap-names": entry<object>({
    message: () => "The spec has no drift/soap-names.json, which says what of a WSDL is a body.",
    hint: () => "spec/README.md describes that file.",
  }),
} satisfies Record<string, Entry<never>>;
