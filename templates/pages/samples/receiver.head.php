<?php

declare(strict_types=1);

/** The largest body that is taken, in bytes. */
const LIMIT = 1024 * 1024;

/** Refuses whatever has not been signed with our secret. */
function refuseStranger(string $method, string $signature, string $body, string $secret): ?array
{
    if ($method !== 'POST') {
        return refuse('METHOD_NOT_ALLOWED', 'Events come with POST.', 405);
    }
    if (strlen($body) > LIMIT) {
        return refuse('BODY_TOO_LARGE', 'The body is too large.', 413);
    }
    if ($signature === '') {
        return refuse('NO_SIGNATURE', 'The header X-Mplus-Signature is missing.');
    }
    if (!hash_equals(sign($body, $secret), $signature)) {
        return refuse('INVALID_SIGNATURE', 'The signature does not fit the body.');
    }
    return null;
}
