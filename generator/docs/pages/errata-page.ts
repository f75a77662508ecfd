import { bullets } from "../blocks/write.js";
import { pagePaths, type Page } from "../page.js";
import { collectErrata } from "../prose/errata.js";
import type { Survey } from "../survey/survey.js";
import type { Words } from "../words/words.js";

/** The page of the errata: where the vendor's text contradicts itself or what was seen on the wire. */
export function errataPage(survey: Survey, words: Words): Page {
  const all = collectErrata(survey);
  const ids = [...new Set(all.map(({ id }) => id))];
  const errata = ids.flatMap((id) => {
    const entries = all.filter((entry) => entry.id === id);
    const readings = entries.flatMap(({ says, reading, subjects }) =>
      words.part("errata", "reading", { says, reading, subjects: bullets(subjects) }),
    );
    return words.part("errata", "erratum", { id, readings });
  });
  return { path: pagePaths.errata, group: "reference", ...words.page("errata", { errata }) };
}
