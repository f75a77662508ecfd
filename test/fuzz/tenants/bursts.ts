import { happens, listOf, oneOf, type Draw } from "../../workbench/draw.js";
import { toForm } from "../bodies/large-events.js";
import { strangersSecret } from "../deliveries.js";
import { eventNames, findExamples, reports } from "../examples.js";
import type { Burst, Tenancy, Tenant, Turn } from "./tenants.js";

/** Draws simultaneous events of several shops that differ only in what identifies the shop. */
export function drawBursts(draw: Draw, tenancy: Tenancy, turns: number): readonly Burst[] {
  const bursts: Burst[] = [];
  for (let left = turns; left > 0; left = turns - bursts.flat().length)
    bursts.push(...drawNextBursts(draw, tenancy));
  return bursts;
}

function drawNextBursts(draw: Draw, tenancy: Tenancy): readonly Burst[] {
  const tenant = oneOf(draw, tenancy.shops);
  const turnOf = (whose: Tenant | undefined, change: Change): Turn => drawTurn(draw, tenancy, whose, change);
  const anyTurn = (): Turn =>
    turnOf(happens(draw, 4) ? undefined : oneOf(draw, tenancy.shops), { eventCounter: draw.below(6) });
  // One shop sends far more at once than the stores have room for.
  if (happens(draw, 3)) {
    return [listOf(draw, 10, 30, () => turnOf(tenant, { eventCounter: draw.below(1_000_000) }))];
  }
  // One shop's handler asks questions, with other events between the rounds.
  if (happens(draw, 10)) {
    const event = oneOf(draw, ["scanCode", "customAction"]);
    const [sender, eventCounter] = [oneOf(draw, tills), draw.below(1_000_000)];
    return [{}, ...conversation].flatMap((reply, index) => {
      const round = turnOf(tenant, { event, sender, reply, eventCounter: eventCounter + index });
      return happens(draw, 30) ? [[round], [anyTurn()]] : [[round]];
    });
  }
  return [listOf(draw, 1, happens(draw, 10) ? 6 : 1, anyTurn)];
}

interface Change {
  readonly event?: string;
  readonly sender?: object;
  readonly reply?: object;
  readonly eventCounter: number;
}

/** A stranger sends the id of a shop, but signs with another secret. */
function drawTurn(
  draw: Draw,
  { shops, receivers }: Tenancy,
  tenant: Tenant | undefined,
  change: Change,
): Turn {
  const shop = tenant ?? { ...oneOf(draw, shops), secret: strangersSecret };
  const { event = oneOf(draw, [...busy, ...busy, oneOf(draw, eventNames)]) } = change;
  const body = happens(draw, 3) ? oneOf(draw, reports) : drawBody(draw, event, change);
  return { tenant, receiver: draw.below(receivers), delivery: { event, body, shop } };
}

const busy = ["scanCode", "scanCode", "customAction", "addSessionLine", "startSession"];

function drawBody(draw: Draw, event: string, { sender, reply, eventCounter }: Change): object {
  const [request] = findExamples(event).requests as { readonly event: object }[];
  return {
    ...request,
    event: {
      ...request?.event,
      eventCounter,
      eventTimestamp: oneOf(draw, ["2026-11-20T10:15:00.000+01:00", "2026-11-20T10:15:01.000+01:00"]),
      eventBlocking: reply !== undefined || happens(draw, 85),
    },
    sender: sender ?? oneOf(draw, tills),
    ...(reply ?? (happens(draw, 50) ? oneOf(draw, replies) : {})),
    ...(happens(draw, 20) && { [oneOf(draw, ["colour", "size", `x${eventCounter}`])]: eventCounter }),
  };
}

const tills = [1, 2].map((workplaceNumber) => ({
  branchNumber: 2,
  workplaceNumber,
  instanceId: "057d75c5-a2d4-4295-9965-6b42767e5527",
  paymentStarted: false,
  productName: "MplusQ",
}));

const selected = (id: number): object => ({ dialog: { selectedDialogOptionIds: [id] } });

const filled = (value: string): object => ({ form: toForm(value) });

const replies = [...[1, 2, 3, 4].map(selected), ...["Joris", "Anna"].map(filled)];

/** Replies to the handlers' questions. */
const conversation = [selected(2), filled("Joris"), selected(1)];
