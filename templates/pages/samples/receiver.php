<?php

declare(strict_types=1);

function answer(string $method, string $signature, string $body, string $secret): array
{
    if ($method !== 'POST') {
        return refuse('METHOD_NOT_ALLOWED', 'Events come with POST.', 405);
    }
    if ($signature === '') {
        return refuse('NO_SIGNATURE', 'The header X-Mplus-Signature is missing.');
    }
    if (!hash_equals(sign($body, $secret), $signature)) {
        return refuse('INVALID_SIGNATURE', 'The signature does not fit the body.');
    }
    // Only here is the body to be trusted: parse it, and answer what the till should do.
    // An empty answer is an object, since an empty array would become [] in JSON.
    return [200, new stdClass()];
}

function refuse(string $code, string $message, int $status = 400): array
{
    return [$status, ['error' => ['code' => $code, 'message' => $message]]];
}

function sign(string $body, string $secret): string
{
    return base64_encode(hash_hmac('sha256', $body, $secret, true));
}

$secret = base64_decode((string) getenv('MPLUS_SECRET'), true);
if ($secret === false || $secret === '') {
    throw new RuntimeException('MPLUS_SECRET is not set, or not base64.');
}

[$status, $content] = answer(
    $_SERVER['REQUEST_METHOD'],
    $_SERVER['HTTP_X_MPLUS_SIGNATURE'] ?? '',
    (string) file_get_contents('php://input'),
    $secret,
);
$text = json_encode($content, JSON_THROW_ON_ERROR);

http_response_code($status);
header('Allow: POST');
header('Content-Type: application/json');
header('X-Mplus-Signature: ' . sign($text, $secret));
echo $text;
