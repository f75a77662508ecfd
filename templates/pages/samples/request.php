<?php

declare(strict_types=1);

function sign(string $body, string $secret): string
{
    return base64_encode(hash_hmac('sha256', $body, $secret, true));
}

/** The value of a header, or an empty text where it is missing. */
function findHeader(array $lines, string $name): string
{
    foreach ($lines as $line) {
        [$key, $value] = explode(':', $line, 2) + ['', ''];
        if (strcasecmp($key, $name) === 0) {
            return trim($value);
        }
    }
    return '';
}

$secret = base64_decode((string) getenv('MPLUS_SECRET'), true);
if ($secret === false || $secret === '') {
    throw new RuntimeException('MPLUS_SECRET is not set, or not base64.');
}
$port = getenv('PORT') ?: '3000';
$event = $argv[1] ?? 'startSession';

$body = file_get_contents("$event.json");
if ($body === false) {
    exit(1);
}
$context = stream_context_create(['http' => [
    'method' => 'POST',
    'header' => [
        'Content-Type: application/json',
        'Accept: application/json',
        'X-Mplus-Subscription-Id: shop-12',
        'X-Mplus-Signature: ' . sign($body, $secret),
    ],
    'content' => $body,
    'ignore_errors' => true, // A refusal has a body too.
]]);
$stream = fopen("http://localhost:$port/$event", 'rb', false, $context);
if ($stream === false) {
    exit(1);
}
$headers = stream_get_meta_data($stream)['wrapper_data'];
$answer = (string) stream_get_contents($stream);
$status = explode(' ', $headers[0])[1];
echo $status, ' ', $answer, PHP_EOL;

$signature = findHeader($headers, 'X-Mplus-Signature');
if ($status !== '200' && $signature === '') {
    echo "The refusal is not signed: the receiver does not believe that the request comes from the till.", PHP_EOL;
} elseif (!hash_equals(sign($answer, $secret), $signature)) {
    fwrite(STDERR, 'The signature of the answer is missing or wrong.' . PHP_EOL);
    exit(1);
}
