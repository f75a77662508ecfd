import { readFileSync } from "node:fs";
import { join } from "node:path";
import { it } from "vitest";
import { needs, withReason } from "../../workbench/tools.js";
import { tryGuide } from "./guide.js";

/** The version of Debian, which has the same router, container and requests as later ones. */
const laravel = "/usr/share/php/Illuminate/autoload.php";
const missing = needs("php", laravel);
const app = readFileSync(join(import.meta.dirname, "laravel.php"), "utf8");

it.skipIf(missing)(
  withReason("the guide of the target php has a provider for Laravel that passes doctor", missing),
  () =>
    tryGuide(
      (code) => {
        const provider = code.find((text) => text.includes("extends ServiceProvider")) ?? "";
        return [
          ["app/Providers/MplusServiceProvider.php", provider],
          ["public/index.php", app.replace("AUTOLOAD", laravel)],
          ["bootstrap/cache/.keep", ""],
        ];
      },
      { base: "/mplus" },
    ),
);
