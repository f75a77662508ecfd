import { toLiteral } from "../../base/text/code.js";
import { createTable } from "../../contract/table/table.js";
import type { View } from "../../contract/view/view.js";
import { codeFile, copyCode } from "../code-file.js";
import type { OutputFile, Target, TargetContext } from "../target.js";

/**
 * A table and a small interpreter instead of ajv's standalone code. Ajv cannot express properties that only some
 * releases accept, and cannot explain why something cannot be sent. Ajv still checks specs in lint and verifies the
 * interpreter in tests.
 */
export const validators: Target<"validators"> = {
  name: "validators",
  summary: "functions that validate requests and responses, without dependencies",
  needs: ["types"],
  emit: emitValidators,
};

function emitValidators(view: View, context: TargetContext): readonly OutputFile[] {
  const isGated = view.responseMode === "gated";
  const isNeeded = ({ path }: OutputFile): boolean => isGated || !path.endsWith("/omit.ts");
  const index = context.layout("validators/index.hbs")({ isGated });
  return [
    ...copyCode("validators", context).filter(isNeeded),
    codeFile("validators/contract.ts", printContract(view, context), context),
    codeFile("validators/index.ts", index, context),
  ];
}

const printContract = (view: View, { snapshots }: TargetContext): string =>
  `import type { Contract } from "./table.js";\n\nexport const contract: Contract = ${toLiteral(createTable(view, snapshots)).text};\n`;
