import type { Place, Problem } from "./problem.js";

interface Entry<Params> {
  readonly severity?: "warning";
  readonly message: (params: Params) => string;
  readonly hint?: (params: Params) => string | undefined;
}

/** Every problem the product can report: its code, what it says, and what to do about it. */
const catalogue = {
  // The spec as text
  "spec-unreadable": entry<{ path: string; reason: string }>({
    message: ({ path, reason }) => `The spec folder ${path} cannot be read: ${reason}.`,
    hint: () => "Give --spec a folder that holds releases.json, envelope.json, events/ and so on.",
  }),
  "file-unreadable": entry<{ reason: string }>({
    message: ({ reason }) => `This file cannot be read: ${reason}.`,
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
    message: ({ key }) =>
      `The key ${quote(key)} stands here a second time; JSON would keep only one of them.`,
    hint: () => "Remove one of the two.",
  }),

  // The dialect
  "unknown-keyword": entry<{ keyword: string; suggestion: string | undefined }>({
    message: ({ keyword }) => `The dialect has no keyword ${quote(keyword)} here.`,
    hint: ({ suggestion }) => (suggestion === undefined ? undefined : `Did you mean ${quote(suggestion)}?`),
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
    message: ({ path }) => `Nothing in the spec is kept at ${path}.`,
    hint: () =>
      "Objects live in requests/, responses/ and common/, events in events/, samples in examples/<event>/.",
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
    hint: ({ suggestion }) => (suggestion === undefined ? undefined : `Did you mean ${quote(suggestion)}?`),
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
  "shared-by-both-sides": entry<{ title: string }>({
    message: ({ title }) =>
      `${title} is used in a request and in a response; each side has objects of its own.`,
    hint: () => "Make a second file, and let both x-includes what they share.",
  }),
  "unreachable-file": entry<{ path: string }>({
    severity: "warning",
    message: ({ path }) => `Nothing in the spec leads to ${path}.`,
  }),

  // History
  "unlisted-release": entry<{ release: string }>({
    message: ({ release }) => `releases.json does not list ${quote(release)}.`,
    hint: () => "Add it there, with what it brought, or correct it here.",
  }),
  "release-order": entry<{ release: string; previous: string }>({
    message: ({ release, previous }) => `Releases ascend, but ${release} comes after ${previous}.`,
  }),
  "older-than-parent": entry<{ release: string; parent: string; parentRelease: string }>({
    message: ({ release, parent, parentRelease }) =>
      `This is from ${release}, but ${parent} only from ${parentRelease}: a part cannot be older than the whole.`,
    hint: () => "Leave x-added-in out to say: as old as what holds it.",
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
    hint: () => "Switches alternate, and the last one agrees with `required`.",
  }),
  "era-order": entry<{ until: string }>({
    message: ({ until }) => `The eras of x-was ascend strictly, but ${until} does not.`,
  }),
  "outside-life": entry<{ keyword: string; release: string }>({
    message: ({ keyword, release }) => `${keyword} names ${release}, at which this does not exist.`,
  }),
  "unknown-enum-value": entry<{ keyword: string; value: string; suggestion: string | undefined }>({
    message: ({ keyword, value }) => `${keyword} names ${quote(value)}, which is no value of this enum.`,
    hint: ({ suggestion }) => (suggestion === undefined ? undefined : `Did you mean ${quote(suggestion)}?`),
  }),
  "empty-enum": entry<{ release: string }>({
    message: ({ release }) => `At ${release} this enum has no value at all.`,
  }),
  "unknown-required": entry<{ name: string; suggestion: string | undefined }>({
    message: ({ name }) => `${quote(name)} is required, but it is no property of this object.`,
    hint: ({ suggestion }) => (suggestion === undefined ? undefined : `Did you mean ${quote(suggestion)}?`),
  }),
  "legacy-name-taken": entry<{ name: string }>({
    message: ({ name }) => `The legacy name ${quote(name)} is the name of another property of this object.`,
  }),

  // Examples
  "example-invalid": entry<{ body: string; event: string; release: string; detail: string }>({
    message: ({ body, event, release, detail }) =>
      `As a ${event} ${body} of v${release} this fails: ${detail}.`,
  }),
  "example-event": entry<{ event: string; release: string }>({
    message: ({ event, release }) => `There is no event ${quote(event)} in v${release}.`,
  }),
  "example-missing": entry<{ event: string }>({
    message: ({ event }) => `The event ${quote(event)} has no example with a request.`,
    hint: ({ event }) => `Add one in examples/${event}/.`,
  }),

  // The call
  usage: entry<{ message: string; hint: string | undefined }>({
    message: ({ message }) => message,
    hint: ({ hint }) => hint,
  }),
  "unknown-target": entry<{ target: string; known: readonly string[]; suggestion: string | undefined }>({
    message: ({ target }) => `There is no target ${quote(target)}.`,
    hint: ({ known, suggestion }) =>
      suggestion === undefined
        ? `The targets are ${known.join(", ")}.`
        : `Did you mean ${quote(suggestion)}? The targets are ${known.join(", ")}.`,
  }),
  "malformed-release": entry<{ option: string; value: string }>({
    message: ({ option, value }) => `${option} ${quote(value)} is no release.`,
    hint: () => "A release is a number of up to three parts: 48, 59.3 or 59.3.2.",
  }),
  "malformed-range": entry<{ value: string }>({
    message: ({ value }) => `${quote(value)} is neither a release nor a range of releases.`,
    hint: () => "A release is 48, 59.3 or 59.3.2; a range is 48..59, 48.. or ..59.",
  }),
  "unknown-path": entry<{ path: string; suggestion: string | undefined }>({
    message: ({ path }) => `The spec has no event, property or type ${quote(path)}.`,
    hint: ({ suggestion }) =>
      suggestion === undefined
        ? "A path begins at the root of a request or an answer: form.fields[].separator."
        : `Did you mean ${quote(suggestion)}?`,
  }),
  "release-exists": entry<{ release: string }>({
    message: ({ release }) => `releases.json already lists v${release}.`,
    hint: () => "Edit its summary or date there.",
  }),
  "no-checkout": entry<object>({
    message: () => "There is no spec to edit here.",
    hint: () => "Run this in a checkout of the spec, or name its folder with --spec.",
  }),
  "installed-spec": entry<{ path: string }>({
    message: ({ path }) => `${path} belongs to an installed package: the next install would undo the edit.`,
    hint: () => "Run this in a checkout of the spec, or name its folder with --spec.",
  }),
  "empty-range": entry<{ min: string; max: string }>({
    message: ({ min, max }) => `The range is empty: --min-version ${min} is later than --max-version ${max}.`,
  }),
  "ahead-of-spec": entry<{ release: string; latest: string }>({
    severity: "warning",
    message: ({ release, latest }) =>
      `v${release} is later than v${latest}, the last release that the spec knows: what it added is not in the output.`,
  }),
  "stops-short": entry<{ release: string; later: readonly string[] }>({
    severity: "warning",
    message: ({ release, later }) =>
      `v${release} is its first release; ${later.join(", ")} came later and ${later.length > 1 ? "are" : "is"} not meant.`,
    hint: ({ later }) => `To include ${later.length > 1 ? "them" : "it"}, say ${later.at(-1) ?? ""}.`,
  }),
  "no-event": entry<{ range: string }>({
    message: ({ range }) => `No shop of ${range} has any event.`,
    hint: () => "Widen the range with --min-version or --max-version.",
  }),
  "no-safe-response": entry<{ event: string; reason: string }>({
    message: ({ event, reason }) => `No answer to ${event} works in every shop of the fleet (${reason}).`,
    hint: () => "Narrow the range with --min-version or --max-version.",
  }),

  // The output folder
  "foreign-file": entry<{ path: string }>({
    message: ({ path }) =>
      `${path} is in the way: mplus-codegen did not write it, so it is left alone and nothing was written.`,
    hint: () => "Move it, or choose another folder with --out.",
  }),
  "edited-file": entry<{ path: string }>({
    message: ({ path }) => `${path} was changed by hand since it was generated, so nothing was written.`,
    hint: () => "Move your changes elsewhere and delete the file; then run this again.",
  }),
  "output-unwritable": entry<{ path: string; reason: string }>({
    message: ({ path, reason }) => `${path} cannot be written: ${reason}.`,
  }),
  "stamp-unreadable": entry<{ path: string }>({
    message: ({ path }) =>
      `${path} is not a stamp that mplus-codegen wrote, so it cannot tell which files are its own.`,
    hint: () => "Delete the generated folder and run this again.",
  }),
  "other-range": entry<{ existing: string; asked: string; targets: string; command: string }>({
    message: ({ existing, asked, targets }) =>
      `This folder holds ${targets} for ${existing}; one folder holds one range and mode, and ${asked} would not remake them all.`,
    hint: ({ command }) => `Remake all of it: ${command}`,
  }),
} satisfies Record<string, Entry<never>>;

type Catalogue = typeof catalogue;
export type ProblemCode = keyof Catalogue;
type ParamsOf<Code extends ProblemCode> = Parameters<Catalogue[Code]["message"]>[0];

export const problemCodes = Object.keys(catalogue) as readonly ProblemCode[];

/** One problem of the catalogue, filled in. */
export function report<Code extends ProblemCode>(code: Code, params: ParamsOf<Code>, place?: Place): Problem {
  const { severity = "error", message, hint } = catalogue[code] as unknown as Entry<ParamsOf<Code>>;
  const advice = hint?.(params);
  return {
    code,
    severity,
    message: message(params),
    ...(advice !== undefined && { hint: advice }),
    ...(place && { place }),
  };
}

/** Keeps the parameter type of one entry for `report`. */
function entry<Params>(value: Entry<Params>): Entry<Params> {
  return value;
}

/** Text from outside, quoted, with control and bidirectional characters made visible. */
function quote(text: string): string {
  const shown = text.length > 80 ? `${text.slice(0, 80)}…` : text;
  return JSON.stringify(shown).replace(
    /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
