import type { StandingModel } from "../../model/model.js";
import { groupStandings } from "../../explain/group-standings.js";
import { listTexts, nameText, strong, text, type Text } from "../blocks/text.js";
import { bullets } from "../blocks/write.js";
import type { Block } from "../blocks/block.js";

/** What a cell says of a standing. What is documented stands out. */
export function standingMark(known: StandingModel): Text {
  if (known.standing === "documented") return strong("yes");
  if (known.standing === "seen") return text`seen`;
  return known.standing === "unknown" ? text`?` : text`no`;
}

/** What some standings rest on: a list entry for all that rest on the same. */
export const listBases = (standings: readonly StandingModel[]): Block[] =>
  bullets(
    groupStandings(standings).map(
      ({ names, basis }) => text`${listTexts(names.map(nameText), "and")}: ${basis}`,
    ),
  );
