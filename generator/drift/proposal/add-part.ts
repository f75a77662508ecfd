import type { Direction } from "../../model/model.js";
import { setPart, printFile } from "../../spec/edit/edit-json.js";
import type { FoundShape } from "../../spec/find-shape.js";
import { envelopePath, eventPath } from "../../spec/files.js";
import { joinPointer } from "../../spec/pointer.js";
import { capitalize } from "../../text/words.js";
import { baseline } from "../../time/release.js";
import { addFile, chain, changeFile, type Draft, type Edit, type Edited } from "./draft.js";
import { findLatest, isDocumented, type Facts } from "./facts.js";
import { findDate, findObject, findPart, findRootFile, toNames, toRole } from "./find-part.js";
import { makeShape, type Context } from "./make-shape.js";
import { makeTitle } from "./titles.js";

/** Describes a part of a body that the spec does not have, and what has to hold it. */
export const addPart = (facts: Facts, context: Context): Edit =>
  chain([...listHolders(facts).map((holder) => addHolder(holder, context)), addMissing(facts, context)]);

/** What holds a part, outermost first, as objects: that is all that its path says of them. */
const listHolders = (facts: Facts): readonly Facts[] =>
  facts.subject.path
    .split(".")
    .slice(0, -1)
    .map((step, i, steps) => ({
      ...facts,
      subject: { ...facts.subject, path: [...steps.slice(0, i), step].join(".") },
      about: new Set(["existence"] as const),
      types: [step.endsWith("[]") ? ("array of objects" as const) : ("object" as const)],
      optional: undefined,
      values: [],
    }));

const addHolder =
  (holder: Facts, context: Context): Edit =>
  (draft) => {
    const { subject } = holder;
    if (findPart(subject.side as Direction, subject.path, draft)) return { draft, decisions: [] };
    const added = addMissing(holder, context)(draft);
    const message =
      "No source describes it: it is proposed because something in it is named. Find out what it is.";
    return { draft: added.draft, decisions: [...added.decisions, { kind: "confirm", subject, message }] };
  };

const addMissing =
  (facts: Facts, context: Context): Edit =>
  (draft) => {
    const { path, side } = facts.subject;
    const steps = path.split(".");
    if (!toNames(path).every(isName)) return refuse(facts, draft, "Its name is none that the dialect takes");
    if (steps.length === 1) return addRoot(facts, context, draft);
    const parent = findPart(side as Direction, steps.slice(0, -1).join("."), draft);
    const holder = parent && findObject(parent, draft);
    if (!parent) return refuse(facts, draft, "Nothing that the spec describes holds it");
    if (!holder) return refuse(facts, draft, "What holds it is no object in the spec");
    return addProperty(facts, { ...context, holder, draft });
  };

/** As the dialect has it, and nothing that objects of JavaScript have themselves. */
const isName = (name: string): boolean => /^[a-z][A-Za-z0-9]{0,63}$/.test(name) && !(name in {});

const refuse = ({ subject }: Facts, draft: Draft, why: string): Edited => ({
  draft,
  decisions: [
    { kind: "edit", subject, message: `${why}: decide where in the spec it belongs, and describe it.` },
  ],
});

interface Home extends Context {
  readonly holder: FoundShape;
  readonly draft: Draft;
}

function addProperty(facts: Facts, { holder, draft, ...context }: Home): Edited {
  const { file, tokens, shape: object } = holder;
  const name = toNames(facts.subject.path).at(-1) ?? "";
  const title = makeTitle(object.title ?? capitalize(toNames(facts.subject.path).at(-2) ?? ""), name, draft);
  const from = findDate(holder);
  const made = makeShape(facts, { ...context, title, from });
  const place = { file, pointer: joinPointer("", ...tokens, "properties", name) };
  const documented = Object.entries(object.properties ?? {}).filter(
    ([, part]) => part["x-seen"] === undefined,
  );
  const added = changeFile(draft, file, (text) => {
    const home = object.properties ? text : setPart(text, [...tokens, "properties"], {});
    const after = documented.slice(-1).map(([known]) => known);
    return setPart(home, [...tokens, "properties", name], made.shape, after);
  });
  const isRequired = facts.optional === false && isDocumented(facts);
  const breaks = facts.subject.side === "response" && (findLatest(facts) ?? baseline) > from;
  const required = [...(object.required ?? []), name];
  return {
    draft:
      isRequired && !breaks
        ? changeFile(added, file, (text) =>
            setPart(text, [...tokens, "required"], required, ["type", "x-added-in"]),
          )
        : added,
    decisions: [
      ...made.decisions.map((decision) => ({ ...decision, subject: facts.subject, place })),
      ...(isRequired && breaks
        ? [{ kind: "confirm" as const, subject: facts.subject, place, message: laterRequired }]
        : []),
    ],
  };
}

const laterRequired =
  "The source does not mark it as optional. It is proposed as optional: required in an answer that older shops take without it, it would break who answers them.";

/** What stands at the top of a body has a file of its own, and is listed by the events that have it, or by the envelope. */
function addRoot(facts: Facts, context: Context, draft: Draft): Edited {
  const { path, side, events = facts.events } = facts.subject;
  if (!isDocumented(facts))
    return refuse(
      facts,
      draft,
      "It was only seen, and what stands at the top of a body is in the contract or not",
    );
  const [name = ""] = toNames(path);
  const file = findRootFile(side as Direction, name);
  const title = makeTitle("", side === "request" ? name : `${name}Answer`, draft);
  const { shape, decisions } = makeShape(facts, { ...context, title, from: baseline });
  const lists = events.map(eventPath).filter((list) => draft.has(list));
  const role = toRole(side);
  const listed = (lists.length > 0 ? lists : [envelopePath]).reduce(
    (sofar, list) => changeFile(sofar, list, (text) => listObject(text, role, name)),
    addFile(draft, file, printFile(shape)),
  );
  const place = { file, pointer: "" };
  return {
    draft: listed,
    decisions: [
      ...decisions,
      ...(lists.length > 0 ? [] : [{ kind: "confirm" as const, message: anyEvent }]),
    ].map((decision) => ({ ...decision, subject: facts.subject, place })),
  };
}

const anyEvent =
  "The source does not say which events have it. It is proposed for all of them, in the envelope: move it to the events that it is for.";

/** Lists an object in the text of an event, or of the envelope. */
export function listObject(text: string, role: "carries" | "answers", name: string): string {
  const lists = JSON.parse(text) as Partial<Record<typeof role, Record<string, unknown>>>;
  const home = lists[role]
    ? text
    : setPart(text, [role], {}, ["carries", "freeStanding", "x-provenance", "description"]);
  return lists[role] && Object.hasOwn(lists[role], name) ? text : setPart(home, [role, name], {});
}
