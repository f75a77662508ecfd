import type { Problem } from "../../../../problem/problem.js";
import { dropArrays } from "../../../body-path.js";
import type { ReviewedSpec } from "../../../drift-files.js";
import { joinPointer } from "../../../pointer.js";
import { reportAstray } from "../../report-unknown.js";
import { listPaths } from "./list-paths.js";

/** What prose calls something leads to parts of bodies that there are. */
export function namesLead(spec: ReviewedSpec): Problem[] {
  const paths = listPaths(spec);
  return spec.names.names.flatMap(({ parts }, index) =>
    parts.flatMap((part, at) => {
      const [word, path = ""] = part.split(" ");
      const side = word === "request" ? "request" : "response";
      return reportAstray(`part of a ${side}`, dropArrays(path), paths[side], {
        file: "drift/names.json",
        pointer: joinPointer("", "names", index, "parts", at),
      });
    }),
  );
}
