import type { StandingModel } from "../../model/model.js";
import { groupStandings } from "../../explain/explain.js";
import { listTexts, nameText, strong, text, toText, type Text } from "../blocks/text.js";
import { bullets } from "../blocks/write.js";
import type { Block } from "../blocks/block.js";

/** What a cell says of a standing. What is documented stands out. */
export function standingMark(known: StandingModel): Text {
  if (known.standing === "documented") return strong("yes");
  if (known.standing === "seen") return text`seen`;
  return known.standing === "unknown" ? text`?` : text`no`;
}

/** What some standings rest on: a list entry for all that rest on the same. */
export const listBases = (
  standings: readonly StandingModel[],
  toNames: (names: readonly string[]) => Text = (names) => listTexts(names.map(nameText), "and"),
): Block[] => bullets(groupStandings(standings).map(({ names, basis }) => text`${toNames(names)}: ${basis}`));

/** Some of all names; where that is shorter, by those that are not among them: `every event but scanCode`. */
export function mostText(
  names: readonly string[],
  all: readonly string[],
  every: string,
  toName: (name: string) => Text = nameText,
): Text {
  const list = (some: readonly string[]) => listTexts(some.map(toName), "and");
  const others = all.filter((name) => !names.includes(name));
  if (others.length === 0) return toText(every);
  return others.length <= names.length / 2 ? text`${every} but ${list(others)}` : list(names);
}
