#!/bin/sh
set -eu

event=${1:-startSession}
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT

key=$(printf %s "${MPLUS_SECRET:?}" | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \n')
sign() {
  openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | openssl base64 -A
}

status=$(curl --silent --show-error "http://localhost:${PORT:-3000}/$event" \
  --header 'Content-Type: application/json' \
  --header 'Accept: application/json' \
  --header 'X-Mplus-Subscription-Id: shop-12' \
  --header "X-Mplus-Signature: $(sign <"$event.json")" \
  --data-binary "@$event.json" \
  --dump-header "$folder/headers" --output "$folder/answer" \
  --write-out '%{http_code}')

cat "$folder/headers" "$folder/answer"
echo

signature=$(grep -i '^x-mplus-signature:' "$folder/headers" | cut -d: -f2 | tr -d ' \r')
if [ "$status" != 200 ] && [ -z "$signature" ]; then
  echo "The rejection is unsigned: the receiver does not trust the request."
elif [ "$signature" != "$(sign <"$folder/answer")" ]; then
  echo 'The signature of the answer is missing or wrong.' >&2
  exit 1
fi
