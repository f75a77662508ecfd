import { refusal } from "../answers.js";
import { alike } from "../case.js";
import { sentBy, withheld } from "../requests.js";

export const closingCases = alike(
  refusal.closing,
  {
    "rejects an event and ends its connection, once it closes": {},
    "rejects an unknown sender like any other, once it closes": sentBy("shop-99"),
    "reads no body, once it closes": withheld(100),
    "rejects a wrong method like any other, once it closes": { method: "GET", body: "" },
  },
  "closed",
);
