key=$(printf %s "$MPLUS_SECRET" | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \n')
printf %s 'test' | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | openssl base64 -A
