/** The parts of a request's body that the coherences compare. Validators check types, so all may be missing. */
export interface Body {
  readonly event?: Partial<{
    eventBlocking: boolean;
    eventPolling: boolean;
    eventTimestamp: string;
  }>;
  readonly sender?: Partial<{
    instanceId: string;
    paymentStarted: boolean;
    productName: string;
    deviceType: string;
    platformFamily: string;
  }>;
  readonly session?: Session;
  readonly scanCode?: Partial<{ scannedCode: string; codeType: string }>;
  readonly addSessionLine?: OneLine;
  readonly updateSessionLine?: OneLine;
  readonly removeSessionLine?: OneLine;
  readonly mergeSession?: { readonly mergeWithSessionId?: string };
  readonly completeSession?: { readonly payments?: readonly Payment[] };
  readonly printBill?: { readonly payments?: readonly Payment[] };
  readonly selectRelation?: { readonly relation?: Relation | null } | null;
  readonly customAction?: Partial<{
    customActionId: string;
    buttonCaption: string;
    onStartup: boolean;
    longClick: boolean;
    numpadValue: number;
  }>;
  readonly externalPayment?: Partial<{
    externalPaymentId: string;
    amount: number;
    method: string;
    callbackUrl: string;
  }>;
  readonly openUrl?: { readonly redirectUrl?: string };
  readonly course?: { readonly actualPreparationTime?: number };
  readonly order?: object;
  readonly tableOrder?: Order;
  readonly cafeteriaOrder?: Order;
  readonly table?: Table;
}

export interface Session {
  readonly sessionId?: string;
  readonly table?: Table;
  readonly lines?: readonly Line[];
  readonly payments?: readonly Payment[];
  readonly relation?: Relation | null;
  readonly openAmount?: number;
  readonly totalInclAmount?: number;
}

export interface Line {
  readonly lineId?: string;
  readonly articleNumber?: number;
  readonly priceIncl?: number;
  readonly quantity?: number;
  readonly discountPercentage?: number;
  readonly discountAmount?: number;
  readonly externalDiscount?: Discount;
}

export interface Discount {
  readonly discountId?: string;
  readonly discountPercentage?: number;
  readonly discountAmount?: number;
}

export interface Payment {
  readonly amount?: number;
  readonly description?: string;
  readonly method?: string;
}

interface OneLine {
  readonly line?: Line;
}

interface Relation {
  readonly relationNumber?: number;
  readonly name?: string;
}

interface Table {
  readonly number?: number;
  readonly subNumber?: number;
}

interface Order {
  readonly orderId?: string;
  readonly year?: number;
  readonly number?: number;
  readonly ticketNumber?: number;
}

/** Every value in a body with its path, such as `session.lines[].text`; the parts of an object follow it. */
export function listValues(value: unknown, path = ""): readonly { path: string; value: unknown }[] {
  if (Array.isArray(value)) return value.flatMap((item) => listValues(item, `${path}[]`));
  const own = path === "" ? [] : [{ path, value }];
  if (typeof value !== "object" || value === null) return own;
  const parts = Object.entries(value).flatMap(([name, part]) =>
    Array.isArray(part)
      ? [{ path: join(path, name), value: part }, ...listValues(part, join(path, name))]
      : listValues(part, join(path, name)),
  );
  return [...own, ...parts];
}

const join = (path: string, name: string): string => (path === "" ? name : `${path}.${name}`);
