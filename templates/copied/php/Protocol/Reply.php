<?php

declare(strict_types=1);

namespace Mplus\Protocol;

/** An answer before it is signed. */
final readonly class Reply
{
    /** @param array<string, string> $headers besides those of every answer */
    public function __construct(
        public int $status,
        public string $text,
        public array $headers = [],
    ) {
    }
}
