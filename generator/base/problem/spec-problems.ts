import { quote } from "../text/quote.js";
import { didYouMean, type ListParams, type CatalogueEntry } from "./problem.js";

/** A switch between required and optional. It is denied if it is the last switch and contradicts `required`. */
type RequiredSwitch = Readonly<Record<"required" | "denied", boolean>>;

const toStanding = (required: boolean): string => (required ? "required" : "optional");

const ifRemoved = "If it was removed on purpose, remove this entry too.";

export const specProblems = {
  // The spec as text
  "spec-unreadable": [
    "The spec folder {path} cannot be read: {reason}.",
    didYouMean,
    "A spec is a folder with releases.json, envelope.json, events/ and so on.",
  ],
  "file-unreadable": ["This file cannot be read: {reason}."],
  "irregular-file": [
    "This is {kind}; a spec may contain only regular files and folders.",
    "Replace it with a regular file or folder, or remove it.",
  ],
  "not-utf8": ["This file is not plain UTF-8: {detail}.", "Save it as UTF-8 without a byte order mark."],
  "json-syntax": ["This is not valid JSON: {detail}."],
  "json-depth": ["This is nested deeper than {limit} levels."],
  "duplicate-key": ['The key "{key}" occurs twice; JSON keeps only one of them.', "Remove one of the two."],

  // The dialect
  "unknown-keyword": ['Unknown keyword "{keyword}"; the dialect does not allow it here.', didYouMean],
  "missing-keyword": ['"{keyword}" is missing.'],
  "invalid-value": ["This value is invalid: it {expected}."],
  "empty-text": ["This text is empty.", "Write a sentence."],
  "misplaced-keyword": ['"{keyword}" is allowed only on {kinds}.'],
  "contradicting-keywords": ["These keywords contradict each other: {detail}."],
  "missing-file": ["The spec has no {path}."],
  "unexpected-file": [
    "Unexpected file {path}; a spec has no file there.",
    "Objects belong in requests/, responses/ and common/, events in events/, samples in examples/<event>/.",
  ],

  // Links
  "dangling-ref": [
    'The spec has no file "{ref}".',
    didYouMean,
    "A $ref is a path from the root of the spec.",
  ],
  "cyclic-ref": [({ path }: ListParams<"path">) => `This $ref is circular: ${path.join(" → ")}.`],
  "include-conflict": [
    '"{property}" is also in {file}, with a different shape.',
    "Rename one of them, or give both the same shape.",
  ],
  "unknown-object": ['Unknown object "{name}" in `{role}`; there is no {folder}/{name}.json.', didYouMean],
  "carried-twice": [
    '"{name}" is already in `{role}` of envelope.json, which applies to every event.',
    "Remove it here or from the envelope.",
  ],
  "duplicate-name": [
    'The name "{name}" is already taken by {other}.',
    "Names are compared ignoring case. Rename one of the two.",
  ],
  "reserved-name": [
    'The name "{name}" is reserved: the generated code uses it for something else.',
    "Choose another name.",
  ],
  "missing-title": ["The title is missing; it becomes the name of the object's type."],
  "missing-description": ["The description is missing; docs and editors show it."],
  "shared-by-both-sides": [
    "{title} is used in a request and in a response; each side needs its own {kind}.",
    ({ kind }: { kind: "object" | "enum" }) =>
      kind === "object"
        ? "Make a second file, and have both x-includes a file with the properties that they share."
        : "Give each side an enum with its own title.",
  ],
  "answer-like-request": [
    'An answer with "{name}" looks like a request; an attacker could send it back as one, because the same key signs both.',
    "Choose another name.",
  ],

  // Additions
  "additions-unreadable": [
    "The folder of additions {path} cannot be read: {reason}.",
    didYouMean,
    "Name a folder with files such as requests/sender.json, or leave --additions out.",
  ],
  "addition-changes": [
    ({ keyword, theirs }: { keyword: string; theirs?: string | undefined }) =>
      `The spec has ${theirs === undefined ? "no " : ""}${quote(keyword)}${theirs === undefined ? "" : `: ${theirs}`} here, and an addition cannot change that.`,
    "If the spec has your part now, delete yours. Otherwise, write only what is new.",
  ],
  "addition-required": [
    "An addition cannot require anything in what the spec has.",
    "Remove `required`. A part of your own is optional there.",
  ],
  "addition-elsewhere": ["The spec describes this in {path}.", "Add your part to that file instead."],
  "addition-title": [
    ({ isMissing }: { isMissing: boolean }) =>
      `The title of the file ${isMissing ? "is missing" : "is not that of the spec's file"}.`,
    'Write "title": {title}, as in the spec.',
  ],
  "addition-misnamed": [
    "The spec has {meant}, not {path}.",
    "Move your file to {meant} in your folder. A new object needs another name and title.",
  ],
  "addition-incomplete": [
    'The spec has no "{name}" here.',
    didYouMean,
    "A new part needs a `type` and a `description`.",
  ],
  "addition-empty": ["This file adds nothing to the spec.", "Remove it, or add a part to it."],
  "addition-closed": [
    "The spec says that this list has no other values.",
    "If a shop sends another one, tell us: only the spec can open the list.",
  ],
  "addition-undated": [
    "A part of an answer needs `x-added-in` with a release after v{latest}: shops of older releases would reject it.",
    "Add the release to releases.json in your folder.",
  ],
  "addition-exists": ["The spec has another file of this name.", "Give yours another name."],
  "addition-misplaced": [
    "Additions cannot have the file {path}.",
    "They may have releases.json, envelope.json, and files in events/, requests/, responses/, common/ and examples/.",
  ],

  // History
  "beyond-overtaken": [
    "`seenBeyond` begins with v{from}, but releases.json already describes releases up to v{latest}.",
    ({ isOver }: { isOver: boolean }) =>
      isOver
        ? "Remove `seenBeyond`: all its releases are described."
        : "Begin with the next existing release, and correct `basis`.",
  ],
  "unlisted-release": [
    '{file} does not list "{release}".',
    "Add it there with a summary, or correct it here.",
  ],
  "release-order": [
    "{release} comes after {previous}; releases must be in ascending order, without repeats.",
  ],
  "older-than-parent": [
    "This was added in {release}, but {parent} was added later, in {parentRelease}; a part cannot be older than its parent.",
    "Without x-added-in, it is as old as its parent.",
  ],
  "outlives-parent": ["This refers to {release}, but {parent} was removed in {parentRelease}."],
  "removed-before-added": ["This was removed in {removed}, but only added in {added}."],
  "contradicting-switches": [
    ({ release, required, denied }: RequiredSwitch & { release: string }) =>
      denied
        ? `This became ${toStanding(required)} in ${release}, but \`required\` says that it is ${toStanding(!required)}.`
        : `This became ${toStanding(required)} in ${release}, but it already was.`,
    ({ required, denied }: RequiredSwitch) =>
      denied
        ? `${required ? "Add it to" : "Remove it from"} \`required\`, which describes the newest release.`
        : "Each switch must change something.",
  ],
  "outside-life": ["{keyword} names {release}, in which this does not exist."],
  "unknown-enum-value": ['{keyword} names "{value}", which is not a value of this enum.', didYouMean],
  "empty-enum": ["This enum has no values in {release}; it needs at least one."],
  "unknown-required": ['"{name}" is required, but this object has no such property.', didYouMean],
  "unknown-reference": ['The spec has no {what} "{name}".', didYouMean],
  "review-astray": ['The spec has no {what} "{name}".', `${didYouMean} ${ifRemoved}`, ifRemoved],
  "reviewed-twice": ["This is already reviewed in {other}.", "Remove one of the two."],
  "replacement-unknown": [
    '`x-replaced-by` names "{name}", which does not exist.',
    didYouMean,
    "Name a property of the same object, an object, an event, or a property of another type, as in `Type.property`.",
  ],
  "limit-astray": [
    'There is no event "{event}" with "{object}" in its `{role}`.',
    didYouMean,
    "Name events that have it in their `{role}`.",
  ],
  "product-silent": [
    'The product "{product}" does not say whether it {side} the {what} "{name}".',
    'Add the {what} to a group in `{side}`; use the standing "unknown" if no source says more.',
  ],
  "inherited-name": [
    'Every JavaScript object inherits "{name}"; code would find the inherited one if a body omits the property.',
    "Remove the property, make its object x-open, and mention the property in the object's description.",
  ],
  "legacy-name-taken": [
    ({ name, era }: { name: string; era: boolean }) =>
      `The legacy name ${quote(name)} is already the name of another property of this object${era ? ", in another era of x-was" : ""}.`,
  ],

  // Flows
  "same-step": [
    'This request of {event} cannot be told apart from the request of the step "{other}".',
    "Use `with` to say what only this one contains, or merge the two steps.",
  ],
  "unreached-step": [
    'Nothing in this flow leads to "{id}"; it is unreachable.',
    "Add an edge to it, or list in `between` the steps that it may follow.",
  ],
  "flow-missing": [
    'No flow has the event "{event}" as a step.',
    "Add it to a flow in flows/, or give the reason in `freeStanding`.",
  ],
  "endless-step": ['The step "{id}" never leads to an end of this flow.'],

  // Examples
  "example-invalid": ["This is not a valid {event} {body} of v{release}: {detail}."],
  "example-answers": [
    "A sample with this answers an open question: {question} ({id})",
    "Remove it, or make sure that {unless?}.",
    "Remove it, or settle the question in open-questions.json.",
  ],
  "example-event": ['v{release} has no event "{event}".'],
  "no-examples": [
    "The spec has no examples.",
    "Add one with a request for each event, in examples/<event>/.",
  ],
  "example-missing": ['The event "{event}" has no example with a request.', "Add one in examples/{event}/."],

  // The sources that drift reads
  "source-too-large": [
    "This source is larger than {limit}.",
    "Save only the page itself, without embedded files.",
  ],
  "source-not-text": ["This source is not UTF-8 text: {detail}.", "Save it again as UTF-8."],
  "source-too-tangled": [
    "This source was not read: {detail}.",
    "No page of documentation looks like this. Check the file before you save it again.",
  ],
  "source-no-wsdl": [
    "This source cannot be read as a WSDL: in line {line}, {detail}.",
    "None of it was used. Save it exactly as the API returns it.",
  ],
  "no-soap-names": [
    "The spec has no drift/soap-names.json, which says which parts of a WSDL are bodies.",
    "spec/README.md describes that file.",
  ],
} as const satisfies Record<string, CatalogueEntry>;
