<?php

declare(strict_types=1);

namespace Mplus;

/** An answer to the POS. Send it unchanged: the signature is over the body's bytes. */
final readonly class Response
{
    /** @param array<string, string> $headers */
    public function __construct(
        public int $status,
        public array $headers,
        public string $body,
    ) {
    }
}
