import base64
import hmac
import json
import os
import re
import sys
import threading
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Optional

SECRETS = {"shop-12": base64.b64decode(os.environ.get("MPLUS_SECRET", ""), validate=True)}  # By subscription.
if any(len(secret) < 16 for secret in SECRETS.values()):
    raise SystemExit("MPLUS_SECRET must be set, to 16 bytes or more in base64")
PORT = int(os.environ.get("PORT", "3000"))
LIMIT = 1024 * 1024  # Maximum size of a body, in bytes.

MEMBERS = {"2900004815168": 20517}  # Customers' relation numbers by card. Use your database.
polls: dict[str, int] = {}  # Number of polls by payment id. Use your database.
PAID, CANCELLED = 3, -1
PAYMENTS = ("startExternalPayment", "pollExternalPayment", "requestCancelExternalPayment", "cancelExternalPayment")
# The object of its own that an event must have.
DETAILS = {
    **{name: name for name in ("addSessionLine", "customAction", "mergeSession", "removeSessionLine", "scanCode")},
    "selectRelation": "selectRelation",
    **dict.fromkeys(("kitchenStartCourse", "kitchenCompleteCourse", "kitchenServeCourse"), "course"),
    **dict.fromkeys(PAYMENTS, "externalPayment"),
}
events: dict[str, str] = {}  # The event of each of the last bodies, by signature. Use your database.
KEPT = 10_000
lock = threading.Lock()


def refuse_stranger(method: str, subscription: str, signature: str, body: bytes) -> Optional[tuple[int, dict]]:
    """Rejects requests that are not signed with the subscription's secret."""
    if method != "POST":
        return refuse("METHOD_NOT_ALLOWED", "Events need POST.", 405)
    if len(body) > LIMIT:
        return refuse("BODY_TOO_LARGE", "The body is too large.", 413)
    if subscription not in SECRETS:
        return refuse("INVALID_SUBSCRIPTION_ID", "The subscription is unknown.")
    if not signature:
        return refuse("NO_SIGNATURE", "The header X-Mplus-Signature is missing.")
    # As bytes: compare_digest rejects text beyond ASCII, which a header may contain.
    if not hmac.compare_digest(sign(body, SECRETS[subscription]).encode(), signature.encode()):
        return refuse("INVALID_SIGNATURE", "The signature does not match the body.")
    return None


def refuse_replay(event: str, signature: str) -> Optional[tuple[int, dict]]:
    """The URL is not signed, so a body belongs to the event for which it came first."""
    with lock:
        first = events.setdefault(signature, event)
        if len(events) > KEPT:
            del events[next(iter(events))]
    return None if first == event else refuse("INVALID_DATA", "The body came for another event before.")


def answer(event: str, body: bytes) -> tuple[int, dict]:
    """Answers the POS. An answer must never have `event` or `original`: it could be sent back as a request."""
    try:
        # NaN is not JSON, but Python accepts it; int rejects it.
        request = json.loads(body.decode(), parse_constant=int)
    except (ValueError, RecursionError):
        return refuse("INVALID_JSON", "The body is not JSON.")
    if not isinstance(request, dict):
        return refuse("INVALID_DATA", "The body is not a JSON object.")
    if "error" in request and "original" in request:
        error = json.dumps(request["error"])
        print(f"The POS could not use an answer to {event!r}: {error}", file=sys.stderr)
        return 200, {}
    # Signed, but not a request: somebody may have posted our own answer back.
    if not isinstance(request.get("event"), dict):
        return refuse("INVALID_DATA", "The body has no object `event`.")
    if DETAILS.get(event, "event") not in request:
        return refuse("NO_EVENT_DETAILS", "The body has no object of its event.")
    try:
        content = handle(event, request)
        return (400 if "error" in content else 200), content  # An answer with `error` rejects the request.
    except (AttributeError, KeyError, TypeError, UnicodeError) as fault:
        print(f"The body is not a valid {event!r}: {fault!r}", file=sys.stderr)
        return refuse("INVALID_DATA", "The body is not a request of this event.")


def handle(event: str, request: dict) -> dict:
    session = request.get("session") or {}
    lines = session.get("lines") or []
    if event == "scanCode":
        return scan_code(check_text(request["scanCode"]["scannedCode"]), lines)
    if event == "selectRelation":
        selected = request.get("selectRelation") or {}
        return discount(selected.get("relation", selected), lines)  # Some sources show the relation directly in it.
    if event == "addSessionLine":
        added = request["addSessionLine"]
        return discount(session.get("relation"), [added.get("line") or added])  # A sample has the line directly in it.
    if event == "completeSession":
        return {"receiptFooter": {"textBefore": "Thank you, and until next time"}}
    if event in PAYMENTS:
        return {"externalPayment": pay(event, check_text(request["externalPayment"]["externalPaymentId"]))}
    return {}  # Other events: nothing to do.


def check_text(value: object) -> str:
    """Also rejects lone surrogates such as \\ud800, which UTF-8 cannot represent."""
    if not isinstance(value, str):
        raise TypeError("an id or code is not a string")
    value.encode()
    return value


def scan_code(code: str, lines: list) -> dict:
    number = MEMBERS.get(code)
    if number is None:
        return {"scanCode": {"recognized": False}}  # The POS searches on, for example among its articles.
    scanned = {"scanCode": {"recognized": True, "relationNumber": number}}
    return {**scanned, **discount({"relationNumber": number}, lines)}


def discount(relation: Optional[dict], lines: list) -> dict:
    """Gives members 5%, except on text lines, returns and discounted lines."""
    if (relation or {}).get("relationNumber") not in MEMBERS.values():
        return {}
    changes = []
    for line in lines:
        has_one = line.get("discountPercentage") or line.get("discountAmount") or line.get("externalDiscount")
        quantity = line.get("quantity")
        if quantity is None:  # Treats null as missing, everywhere.
            quantity = 1
        if type(quantity) not in (int, float):
            raise TypeError("a quantity is not a number")
        if line.get("articleNumber") is None or quantity <= 0 or has_one:
            continue
        line_id = check_text(line["lineId"])
        # The same line gets the same id, so a repeated request gets the same answer.
        discount_id = str(uuid.uuid5(uuid.NAMESPACE_URL, line_id))
        given = {"discountId": discount_id, "discountDescription": "Members' discount", "discountPercentage": 5}
        changes.append({"lineId": line_id, "externalDiscount": given})
    return {"lineChanges": changes} if changes else {}


def pay(event: str, payment_id: str) -> dict:
    """Returns the state of a payment. Start and stop it at your payment provider here."""
    answer = {"externalPaymentId": payment_id}
    with lock:
        if event == "pollExternalPayment" and payment_id not in polls:
            return {**answer, "message": "Not known here: cancel, and see if it was paid"}
        state = polls.setdefault(payment_id, 0)
        if event == "startExternalPayment":
            return {**answer, "started": True}
        # The first outcome counts. In this example, the customer has paid at the third poll.
        if state not in (PAID, CANCELLED):
            state = polls[payment_id] = state + 1 if event == "pollExternalPayment" else CANCELLED
    told = {PAID: {"confirmed": True}, CANCELLED: {"cancelled": True}}
    return {**answer, **told.get(state, {"message": "Waiting for the customer"})}


def refuse(code: str, message: str, status: int = 400) -> tuple[int, dict]:
    """Rejections have fixed texts and repeat nothing from the request."""
    return status, {"error": {"code": code, "message": message}}


def sign(body: bytes, secret: bytes) -> str:
    return base64.b64encode(hmac.digest(secret, body, "sha256")).decode()


class Receiver(BaseHTTPRequestHandler):
    timeout = 10  # Seconds, for a client that stops sending.

    def receive(self) -> None:
        length = self.headers.get("Content-Length", "0")
        # http.server cannot read a body without a length, and waits forever for one of length -1.
        if "Transfer-Encoding" in self.headers or not re.fullmatch("[0-9]{1,9}", length):
            return self.send_error(411)
        body = self.rfile.read(min(int(length), LIMIT + 1))
        subscription = self.headers.get("X-Mplus-Subscription-Id", "")
        signature = self.headers.get("X-Mplus-Signature", "")
        refusal = refuse_stranger(self.command, subscription, signature, body)
        event = self.path.split("?")[0].split("/")[-1]
        # Never sign for a stranger: with one secret for both directions, they could post it back to us.
        content = refusal or refuse_replay(event, signature) or answer(event, body)
        self.send(*content, secret=None if refusal else SECRETS[subscription])

    do_GET = do_POST = receive

    def send(self, status: int, content: dict, secret: Optional[bytes] = None) -> None:
        text = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Allow", "POST")
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        if secret:
            self.send_header("X-Mplus-Signature", sign(text, secret))
        self.end_headers()
        self.wfile.write(text)

    def send_error(self, code, message=None, explain=None) -> None:
        # Invalid HTTP gets here too. By default, http.server would quote the request.
        self.send(*refuse("BAD_REQUEST", "Events need POST and a Content-Length.", code))


if __name__ == "__main__":
    print(f"Listening on http://localhost:{PORT}", flush=True)
    ThreadingHTTPServer(("localhost", PORT), Receiver).serve_forever()
