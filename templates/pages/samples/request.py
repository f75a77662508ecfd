import base64
import hmac
import os
import sys
from http.client import HTTPConnection
from pathlib import Path

SECRET = base64.b64decode(os.environ.get("MPLUS_SECRET", ""), validate=True)
if not SECRET:
    raise SystemExit("MPLUS_SECRET is not set")
PORT = int(os.environ.get("PORT", "3000"))


def sign(body: bytes) -> str:
    return base64.b64encode(hmac.digest(SECRET, body, "sha256")).decode()


def is_genuine(body: bytes, signature: str) -> bool:
    # As bytes: compare_digest takes no text beyond ASCII, and a header can hold some.
    return hmac.compare_digest(sign(body).encode(), signature.encode())


def main(event: str = "startSession") -> None:
    body = Path(f"{event}.json").read_bytes()
    headers = {
        "Content-Type": "application/json",
        "Accept": "application/json",
        "X-Mplus-Subscription-Id": "shop-12",
        "X-Mplus-Signature": sign(body),
    }
    connection = HTTPConnection("localhost", PORT)
    connection.request("POST", f"/{event}", body, headers)
    response = connection.getresponse()
    answer = response.read()
    print(response.status, answer.decode())

    signature = response.getheader("X-Mplus-Signature", "")
    if response.status != 200 and not signature:
        print("The refusal is not signed: the receiver does not believe that the request comes from the till.")
    elif not is_genuine(answer, signature):
        raise SystemExit("The signature of the answer is missing or wrong.")


if __name__ == "__main__":
    main(*sys.argv[1:])
