import type { Direction } from "../../model/model.js";
import { removePart, setPart } from "../../spec/edit/edit-json.js";
import { listStandIns, type FoundShape } from "../../spec/find-shape.js";
import { eventPath } from "../../spec/files.js";
import { ownEntry } from "../../spec/values.js";
import { joinPointer } from "../../spec/pointer.js";
import { quote } from "../../text/quote.js";
import { formatRelease, type Release } from "../../time/release.js";
import { listObject } from "./add-part.js";
import { changeFile, shapesIn, type Draft, type Edit, type Edited } from "./draft.js";
import { findLatest, isDocumented, type Facts } from "./facts.js";
import { findDate, findPart, findRootFile, toNames, toRole } from "./find-part.js";
import type { Decision } from "./proposal.js";

/** What a source says anew of a part that the spec describes: an edit for each regard. */
export const extendPart = (facts: Facts): readonly Edit[] =>
  extensions
    .filter(({ about }) => facts.about.has(about))
    .map(({ extend }) => (draft) => {
      const part = findPart(facts.subject.side as Direction, facts.subject.path, draft);
      return part ? extend(facts, part, draft) : { draft, decisions: [] };
    });

type Extend = (facts: Facts, part: FoundShape, draft: Draft) => Edited;

/** In this order: what is documented now gets its date. */
const extensions: readonly {
  readonly about: "existence" | "since" | "values" | "events";
  readonly extend: Extend;
}[] = [
  { about: "existence", extend: documentPart },
  { about: "since", extend: datePart },
  { about: "values", extend: addValues },
  { about: "events", extend: addEvents },
];

const decide = (
  { subject }: Facts,
  { file, tokens }: FoundShape,
  kind: Decision["kind"],
  message: string,
): Decision => ({ kind, subject, place: { file, pointer: joinPointer("", ...tokens) }, message });

/** What was planned, or only seen, is in the contract. */
function documentPart(facts: Facts, part: FoundShape, draft: Draft): Edited {
  const keyword = (["x-seen", "x-planned"] as const).find((each) => part.shape[each] !== undefined);
  if (!keyword || !isDocumented(facts)) {
    const message =
      "The source has it, and the spec has it aside: see what it is part of, and `x-seen` and `x-planned` there.";
    return { draft, decisions: [decide(facts, part, "edit", message)] };
  }
  const undated =
    "The source has it, and names no release: it is proposed as of old. Since when is it there?";
  return {
    draft: changeFile(draft, part.file, (text) => removePart(text, [...part.tokens, keyword])),
    decisions: [
      decide(
        facts,
        part,
        "confirm",
        "It was written down before it was documented: hold its description and its type against the source.",
      ),
      ...(facts.since.length > 0 ? [] : [decide(facts, part, "confirm", undated)]),
    ],
  };
}

/** Keys behind which a date stands. */
const beforeDates = ["title", "description", "type", "$ref", "anyOf", "format", "enum"];

function datePart(facts: Facts, part: FoundShape, draft: Draft): Edited {
  const since = findLatest(facts);
  const { side, path } = facts.subject;
  const said = `The source gives it to v${formatRelease(since ?? (0 as Release))}`;
  const ownFile = findRootFile(side as Direction, toNames(path)[0] ?? "");
  if (since === undefined || part.shape["x-added-in"] !== undefined || part.file !== ownFile) {
    const message = `${said}; in the spec it is described together with other parts, in ${part.file}: decide which of them came then.`;
    return { draft, decisions: [decide(facts, part, "edit", message)] };
  }
  if (since < findDate(part)) {
    const message = `${said}; what holds it came later in the spec: one of the two is wrong.`;
    return { draft, decisions: [decide(facts, part, "edit", message)] };
  }
  const dated = changeFile(draft, part.file, (text) =>
    setPart(text, [...part.tokens, "x-added-in"], formatRelease(since), beforeDates),
  );
  const message = `${said}, and the spec had it without a release: shops of older ones lose it. See that it is not only said to be there again.`;
  const wasThere = !facts.about.has("existence");
  return { draft: dated, decisions: wasThere ? [decide(facts, part, "confirm", message)] : [] };
}

const unlisted =
  "The source has values that the spec does not list, and they may be secrets: look at the recording, and list those that are none.";

function addValues(facts: Facts, part: FoundShape, draft: Draft): Edited {
  const found = listStandIns(part, shapesIn(draft)).find(({ shape }) => shape.enum);
  const names = facts.values.map(({ value }) => quote(value)).join(", ");
  if (!found) {
    const message = `The source lists values (${names}), and the spec takes any: decide whether there are others, and write \`enum\`.`;
    return { draft, decisions: [decide(facts, part, "edit", message)] };
  }
  const { enum: known = [], "x-enum-seen": seen = {} } = found.shape;
  const added = facts.values.filter(({ value }) => !known.includes(value));
  if (!isDocumented(facts)) {
    const more = added.map(({ value }) => [value, ownEntry(seen, value) ?? facts.seenAs] as const);
    const decisions = facts.hasUnlisted ? [decide(facts, found, "edit", unlisted)] : [];
    if (more.length === 0) return { draft, decisions };
    return setKeyword(found, "x-enum-seen", { ...seen, ...Object.fromEntries(more) }, { draft, decisions });
  }
  const undated = added.filter((each) => each.since === undefined).map(({ value }) => quote(value));
  const withValues = setKeyword(found, "enum", [...known, ...added.map(({ value }) => value)], {
    draft,
    decisions: [
      ...(added.length > 0
        ? [
            decide(
              facts,
              found,
              "write",
              `Say what ${names} means, if it needs saying (\`x-enum-descriptions\`).`,
            ),
          ]
        : []),
      ...(undated.length > 0
        ? [
            decide(
              facts,
              found,
              "confirm",
              `The source names no release for ${undated.join(", ")}: proposed as of old.`,
            ),
          ]
        : []),
    ],
  });
  const unseen = Object.fromEntries(
    Object.entries(seen).filter(([value]) => !added.some((each) => each.value === value)),
  );
  const withSeen =
    Object.keys(unseen).length === Object.keys(seen).length
      ? withValues
      : setKeyword(found, "x-enum-seen", unseen, withValues);
  return dateValues(found, facts, withSeen);
}

/** Says since when values are there that came later than their part. */
function dateValues(found: FoundShape, facts: Facts, { draft, decisions }: Edited): Edited {
  const known = found.shape["x-enum-added-in"] ?? {};
  const dates = facts.values.flatMap(({ value, since }) =>
    since !== undefined && since > findDate(found) && !Object.hasOwn(known, value)
      ? [[value, formatRelease(since)] as const]
      : [],
  );
  if (dates.length === 0) return { draft, decisions };
  return setKeyword(
    found,
    "x-enum-added-in",
    { ...known, ...Object.fromEntries(dates) },
    { draft, decisions },
  );
}

/** Sets a keyword of a shape, or takes it away if nothing is left in it. */
function setKeyword(
  { file, tokens }: FoundShape,
  keyword: string,
  value: object,
  { draft, decisions }: Edited,
): Edited {
  const way = [...tokens, keyword];
  const isEmpty = Object.keys(value).length === 0;
  return {
    draft: changeFile(draft, file, (text) =>
      isEmpty ? removePart(text, way) : setPart(text, way, value, beforeDates),
    ),
    decisions,
  };
}

/** Further events have what stands at the top of a body. */
function addEvents(facts: Facts, part: FoundShape, draft: Draft): Edited {
  const { side, path } = facts.subject;
  const [name = "", ...rest] = toNames(path);
  const lists = facts.events.map(eventPath).filter((list) => draft.has(list));
  if (rest.length > 0 || lists.length < facts.events.length) {
    const message = `The source names events whose bodies have it (${facts.events.join(", ")}): hold them against \`x-only-for\`, and against the lists of the events.`;
    return { draft, decisions: [decide(facts, part, "edit", message)] };
  }
  const role = toRole(side);
  return {
    draft: lists.reduce(
      (sofar, list) => changeFile(sofar, list, (text) => listObject(text, role, name)),
      draft,
    ),
    decisions: [],
  };
}
