import { quote } from "../text/quote.js";
import { didYouMean, type ListParams, type CatalogueEntry } from "./problem.js";

/** A switch of whether something is required; denied if it is the last, and `required` says otherwise. */
type RequiredSwitch = Readonly<Record<"required" | "denied", boolean>>;

const toStanding = (required: boolean): string => (required ? "required" : "optional");

const ifRemoved = "If it was removed on purpose, remove this entry, too.";

/** The problems of a spec, and of a source that is compared with it. */
export const specProblems = {
  // The spec as text
  "spec-unreadable": [
    "The spec folder {path} cannot be read: {reason}.",
    didYouMean,
    "A spec is a folder that holds releases.json, envelope.json, events/ and so on.",
  ],
  "file-unreadable": ["This file cannot be read: {reason}."],
  "irregular-file": [
    "This is {kind}, and a spec is read from regular files and folders only.",
    "Put a regular file or folder in its place, or take it away.",
  ],
  "not-utf8": ["This file is not plain UTF-8: {detail}.", "Save it as UTF-8 without a byte order mark."],
  "json-syntax": ["This is not JSON: {detail}."],
  "json-depth": ["This nests deeper than {limit} levels."],
  "duplicate-key": [
    'The key "{key}" is here a second time; JSON would keep only one of them.',
    "Remove one of the two.",
  ],

  // The dialect
  "unknown-keyword": ['The dialect has no keyword "{keyword}" here.', didYouMean],
  "missing-keyword": ['"{keyword}" is missing here.'],
  "invalid-value": ["This value does not fit: it {expected}."],
  "misplaced-keyword": ['"{keyword}" only means something on {kinds}.'],
  "contradicting-keywords": ["These keywords contradict each other: {detail}."],
  "missing-file": ["The spec has no {path}."],
  "unexpected-file": [
    "A spec has no file at {path}.",
    "Objects are in requests/, responses/ and common/, events in events/, samples in examples/<event>/.",
  ],

  // Links
  "dangling-ref": [
    'There is no file "{ref}" in the spec.',
    didYouMean,
    "A $ref is a path from the spec's root.",
  ],
  "cyclic-ref": [
    ({ path }: ListParams<"path">) => `This $ref leads back to where it came from: ${path.join(" → ")}.`,
  ],
  "include-conflict": [
    '"{property}" is in {file} too, with another shape.',
    "Rename one of them, or make the two shapes equal.",
  ],
  "unknown-object": ['This {role} "{name}", but there is no {folder}/{name}.json.', didYouMean],
  "carried-twice": [
    '"{name}" is already in envelope.json, so every event {role} it.',
    "Remove it here, or from the envelope.",
  ],
  "duplicate-name": [
    'The name "{name}" is already taken by {other}.',
    "Names are compared without regard to case; rename one of the two.",
  ],
  "reserved-name": ['The generated code uses the name "{name}" for something else.', "Choose another one."],
  "missing-title": ["An object needs a title: it is the name of its type."],
  "missing-description": ["A description is missing: docs and editors would have nothing to show."],
  "shared-by-both-sides": [
    "{title} is used in a request and in a response; each side has {kind}s of its own.",
    ({ kind }: { kind: "object" | "enum" }) =>
      kind === "object"
        ? "Make a second file, and let both x-includes what they share."
        : "Give each side one with a title of its own.",
  ],
  "answer-like-request": [
    'An answer with "{name}" looks like a request, and could be sent back to us as one: the same key signs both.',
    "Choose another name.",
  ],

  // History
  "beyond-overtaken": [
    "`seenBeyond` begins with v{from}, but releases.json goes up to v{latest}, which is described now.",
    ({ isOver }: { isOver: boolean }) =>
      isOver
        ? "Remove `seenBeyond`: all of it is described."
        : "Begin with the next release that exists, and correct `basis`.",
  ],
  "unlisted-release": [
    'releases.json does not list "{release}".',
    "Add it there with a summary, or correct it here.",
  ],
  "release-order": ["Releases must be in ascending order, each once, but {release} comes after {previous}."],
  "older-than-parent": [
    "This was added in {release}, but {parent} only in {parentRelease}: a part cannot be older than the whole.",
    "Without x-added-in it is as old as what it is part of.",
  ],
  "outlives-parent": ["This names {release}, but {parent} was removed in {parentRelease}."],
  "removed-before-added": ["This was removed in {removed}, but added only in {added}."],
  "contradicting-switches": [
    ({ release, required, denied }: RequiredSwitch & { release: string }) =>
      denied
        ? `This became ${toStanding(required)} in ${release}, but by \`required\` it is ${toStanding(!required)}.`
        : `At ${release} this became what it already was: ${toStanding(required)}.`,
    ({ required, denied }: RequiredSwitch) =>
      denied
        ? `${required ? "Put it in" : "Take it out of"} \`required\`, which says how it is today.`
        : "Each switch must change something.",
  ],
  "outside-life": ["{keyword} names {release}, at which this does not exist."],
  "unknown-enum-value": ['{keyword} names "{value}", which is not a value of this enum.', didYouMean],
  "empty-enum": ["At {release} this enum has no value at all."],
  "unknown-required": ['"{name}" is required, but this object has no such property.', didYouMean],
  "unknown-reference": ['The spec has no {what} "{name}".', didYouMean],
  "review-astray": ['The contract has no {what} "{name}".', `${didYouMean} ${ifRemoved}`, ifRemoved],
  "reviewed-twice": ["This is reviewed already, in {other}.", "Take one of the two out."],
  "replacement-unknown": [
    '`x-replaced-by` names "{name}", which does not exist.',
    didYouMean,
    "Name a property beside it, an object, an event, or a property elsewhere, as in `Type.property`.",
  ],
  "replacement-astray": [
    'This cannot be replaced by "{name}", which {reason}.',
    "Name what replaces it in every release in which it is deprecated, or leave x-replaced-by out.",
  ],
  "limit-astray": [
    'This names "{event}", and no event of that name has "{object}" in its `{role}`.',
    didYouMean,
    "Name events that have it in their `{role}`.",
  ],
  "product-silent": [
    'Nothing says whether the product "{product}" {side} the {what} "{name}".',
    'Name the {what} in a group of `{side}`: in one with the standing "unknown", if no source says more.',
  ],
  "inherited-name": [
    'Every object of JavaScript has "{name}" already: code would find that one where a body leaves it out.',
    "Leave it out, make its object x-open, and say there in the description what arrives.",
  ],
  "legacy-name-taken": [
    ({ name, era }: { name: string; era: boolean }) =>
      `The legacy name ${quote(name)} is the name of another property of this object${era ? ", in another era of x-was" : ""}.`,
  ],

  // Flows
  "same-step": [
    'Nothing tells this request of {event} from that of the step "{other}".',
    "Say in `with` what only this one contains, or make them one step.",
  ],
  "unreached-step": [
    'Nothing in this flow leads to "{id}".',
    "Let an edge lead to it, or say in `between` after which steps it may come.",
  ],
  "flow-missing": [
    'No flow has the event "{event}" as a step.',
    "Add one in flows/, or say in `freeStanding` why it is in none.",
  ],
  "endless-step": ['From the step "{id}" this flow never reaches an end.'],

  // Examples
  "example-invalid": ["As a {event} {body} of v{release} this fails: {detail}."],
  "example-answers": [
    "A sample with this answers what is open: {question} ({id})",
    "Leave it out, or see to it that {unless?}.",
    "Leave it out, or answer the question in open-questions.json for good.",
  ],
  "example-event": ['There is no event "{event}" in v{release}.'],
  "no-examples": [
    "The spec has no examples.",
    "Add one with a request for each event, in examples/<event>/.",
  ],
  "example-missing": ['The event "{event}" has no example with a request.', "Add one in examples/{event}/."],

  // The sources that drift reads
  "source-too-large": ["This source is larger than {limit}.", "Save the page alone, without what it embeds."],
  "source-not-text": ["This source is no text in UTF-8: {detail}.", "Save it again, as UTF-8."],
  "source-too-tangled": [
    "This source is not read: {detail}.",
    "No page of a documentation is like that. Look at the file before you save it anew.",
  ],
  "source-no-wsdl": [
    "This source is not read as a WSDL: in line {line}, {detail}.",
    "Nothing of it was read. Save it as the API gives it.",
  ],
  "no-soap-names": [
    "The spec has no drift/soap-names.json, which says what of a WSDL is a body.",
    "spec/README.md describes that file.",
  ],
} as const satisfies Record<string, CatalogueEntry>;
