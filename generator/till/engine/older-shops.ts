import type { Json } from "../../base/json.js";
import { formatRelease, parseRelease, type Release } from "../../base/time/release.js";
import { existsAt } from "../../base/time/spans.js";
import type { TillContract } from "./till-set-up.js";
import type { LeftOut } from "./till-types.js";

/** Notes what older shops do not know in an answer, unless the shop runs at least `proved` and that release accepts it. */
export function noteOlderShops(
  event: string,
  answer: Json,
  { model, validators }: TillContract,
  proved?: string,
): readonly LeftOut[] {
  const check = (release: Release) =>
    validators.validateResponse(event, answer, { version: formatRelease(release) });
  const exists = model.events.find(({ name }) => name === event)?.exists ?? [];
  const releases = model.releases.flatMap(({ release }) => (existsAt(exists, release) ? release : []));
  const first = releases.findIndex((release) => check(release).ok);
  const [oldest, last] = [releases[first], releases[first - 1]];
  if (oldest === undefined || last === undefined || oldest <= (parseRelease(proved) ?? 0)) return [];
  const refused = check(last);
  const path = refused.ok ? "" : (refused.problems[0]?.path ?? "");
  return [{ path, message: `Shops before v${formatRelease(oldest)} do not know \`${path}\`.` }];
}
