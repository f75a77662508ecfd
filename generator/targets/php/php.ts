import { banner, withPageBanner } from "../../base/text/source-file.js";
import { createTable } from "../../contract/table/table.js";
import type { View } from "../../contract/view/view.js";
import { toPhpHandlers, toPhpTypes } from "../php-types.js";
import type { OutputFile, Target, TargetContext } from "../target.js";
import { toPhpLiteral } from "./literal.js";

/** The table and an interpreter of it, as `validators`; the protocol as `receiver`; and the types as `models`. */
export const php: Target<"php"> = {
  name: "php",
  summary: "a receiver in PHP 8.2: typed handlers, checks, the protocol; for PSR-15 or an index.php",
  emit: emitPhp,
};

function emitPhp(view: View, context: TargetContext): readonly OutputFile[] {
  const { codeIn, layout, snapshots, template } = context;
  const file = (path: string, code: string): OutputFile => ({
    path: `php/${path}`,
    content: code.replace("<?php\n", `<?php\n\n// ${banner}\n`),
    isFormatted: true,
  });
  const [model, handlers] = [layout("php/model.hbs"), layout("php/Handlers.hbs")];
  const table = toPhpLiteral(createTable(view, snapshots));
  return [
    ...codeIn("php", ".php").map((path) => file(path, template(`php/${path}`))),
    ...toPhpTypes(view, { isChecked: true }).map((type) => file(`Models/${type.name}.php`, model(type))),
    file("Handlers.php", handlers({ events: toPhpHandlers(view) })),
    file("contract.php", `<?php\n\ndeclare(strict_types=1);\n\nreturn ${table};\n`),
    { path: "php/README.md", content: withPageBanner(template("php/README.md")) },
  ];
}
