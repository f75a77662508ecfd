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
LIMIT = 1024 * 1024  # The largest body that is taken, in bytes.

MEMBERS = {"2900004815168": 20517}  # The relation numbers of customers, by their cards: use your database.
polls: dict[str, int] = {}  # How often the till has asked for a payment, by its id: use your database.
PAID, CANCELLED = 3, -1
PAYMENTS = ("startExternalPayment", "pollExternalPayment", "requestCancelExternalPayment", "cancelExternalPayment")
lock = threading.Lock()


def refuse_stranger(method: str, subscription: str, signature: str, body: bytes) -> Optional[tuple[int, dict]]:
    """Refuses whatever has not been signed with the secret of the subscription."""
    if method != "POST":
        return refuse("METHOD_NOT_ALLOWED", "Events come with POST.", 405)
    if len(body) > LIMIT:
        return refuse("BODY_TOO_LARGE", "The body is too large.", 413)
    if subscription not in SECRETS:
        return refuse("INVALID_SUBSCRIPTION_ID", "The subscription is not known.")
    if not signature:
        return refuse("NO_SIGNATURE", "The header X-Mplus-Signature is missing.")
    # As bytes: compare_digest takes no text beyond ASCII, and a header can hold some.
    if not hmac.compare_digest(sign(body, SECRETS[subscription]).encode(), signature.encode()):
        return refuse("INVALID_SIGNATURE", "The signature does not fit the body.")
    return None


def answer(event: str, body: bytes) -> tuple[int, dict]:
    """Answers the till. Never let an answer have `event` or `original`: these make a request."""
    try:
        # NaN is no JSON: Python takes it all the same, and int refuses it.
        request = json.loads(body.decode(), parse_constant=int)
    except (ValueError, RecursionError):
        return refuse("INVALID_JSON", "The body is not JSON.")
    if not isinstance(request, dict):
        return refuse("INVALID_DATA", "The body is no JSON object.")
    if "error" in request and "original" in request:
        error = json.dumps(request["error"])
        print(f"The till could not use an answer to {event!r}: {error}", file=sys.stderr)
        return 200, {}
    # Signed, but no request: an answer of ours that somebody posts back.
    if not isinstance(request.get("event"), dict):
        return refuse("INVALID_DATA", "The body has no object `event`.")
    try:
        return 200, handle(event, request)
    except (AttributeError, KeyError, TypeError, UnicodeError) as fault:
        print(f"The body is no {event!r}: {fault!r}", file=sys.stderr)
        return refuse("INVALID_DATA", "The body is no request of this event.")


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
    return {}  # To all other events: nothing to do.


def check_text(value: object) -> str:
    """Half a character, such as \\ud800, is no text either: UTF-8 cannot hold it."""
    if not isinstance(value, str):
        raise TypeError("an id or a code is no text")
    value.encode()
    return value


def scan_code(code: str, lines: list) -> dict:
    number = MEMBERS.get(code)
    if number is None:
        return {"scanCode": {"recognized": False}}  # The till goes on looking, among its articles for instance.
    scanned = {"scanCode": {"recognized": True, "relationNumber": number}}
    return {**scanned, **discount({"relationNumber": number}, lines)}


def discount(relation: Optional[dict], lines: list) -> dict:
    """Members get 5%: no text, no return, and no line that has a discount."""
    if (relation or {}).get("relationNumber") not in MEMBERS.values():
        return {}
    changes = []
    for line in lines:
        has_one = line.get("discountPercentage") or line.get("discountAmount") or line.get("externalDiscount")
        quantity = line.get("quantity")
        if quantity is None:  # A null counts as absent, everywhere.
            quantity = 1
        if type(quantity) not in (int, float):
            raise TypeError("a quantity is no number")
        if line.get("articleNumber") is None or quantity <= 0 or has_one:
            continue
        line_id = check_text(line["lineId"])
        # The same id for the same line: what comes twice is answered with the same bytes.
        discount_id = str(uuid.uuid5(uuid.NAMESPACE_URL, line_id))
        given = {"discountId": discount_id, "discountDescription": "Members' discount", "discountPercentage": 5}
        changes.append({"lineId": line_id, "externalDiscount": given})
    return {"lineChanges": changes} if changes else {}


def pay(event: str, payment_id: str) -> dict:
    """How a payment stands. Start it, and stop it, at your payment provider here."""
    answer = {"externalPaymentId": payment_id}
    with lock:
        if event == "pollExternalPayment" and payment_id not in polls:
            return {**answer, "message": "Not known here: cancel, and see if it was paid"}
        state = polls.setdefault(payment_id, 0)
        if event == "startExternalPayment":
            return {**answer, "started": True}
        # The first outcome counts. The customer of this toy has paid when the till asks for the third time.
        if state not in (PAID, CANCELLED):
            state = polls[payment_id] = state + 1 if event == "pollExternalPayment" else CANCELLED
    told = {PAID: {"confirmed": True}, CANCELLED: {"cancelled": True}}
    return {**answer, **told.get(state, {"message": "Waiting for the customer"})}


def refuse(code: str, message: str, status: int = 400) -> tuple[int, dict]:
    """Its texts are fixed: a refusal repeats nothing of the request."""
    return status, {"error": {"code": code, "message": message}}


def sign(body: bytes, secret: bytes) -> str:
    return base64.b64encode(hmac.digest(secret, body, "sha256")).decode()


class Receiver(BaseHTTPRequestHandler):
    timeout = 10  # Seconds, for a client that stops sending.

    def receive(self) -> None:
        length = self.headers.get("Content-Length", "0")
        # http.server reads no body without a length, and would wait for ever for one of length -1.
        if "Transfer-Encoding" in self.headers or not re.fullmatch("[0-9]{1,9}", length):
            return self.send_error(411)
        body = self.rfile.read(min(int(length), LIMIT + 1))
        subscription = self.headers.get("X-Mplus-Subscription-Id", "")
        refusal = refuse_stranger(self.command, subscription, self.headers.get("X-Mplus-Signature", ""), body)
        event = self.path.split("?")[0].split("/")[-1]
        # One secret signs both ways: what we sign for a stranger could be posted back to us as the till's.
        self.send(*(refusal or answer(event, body)), secret=None if refusal else SECRETS[subscription])

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
        # For requests that are no good HTTP either. Left to itself, http.server would quote them.
        self.send(*refuse("BAD_REQUEST", "Events come with POST and a Content-Length.", code))


if __name__ == "__main__":
    print(f"Listening on http://localhost:{PORT}", flush=True)
    ThreadingHTTPServer(("localhost", PORT), Receiver).serve_forever()
