<?php

declare(strict_types=1);

namespace Mplus\Contract;

/** A problem of a value. Never quotes the value itself. */
final readonly class Problem
{
    /**
     * @param string $path JSON Pointer to the value; for a missing property, to its place
     * @param string $code stable name for the kind of problem, such as `missing-property`
     * @param ?string $addedIn the release that added the property, value or event, if the shop's release is older
     */
    public function __construct(
        public string $path,
        public string $code,
        public string $message,
        public ?string $addedIn = null,
    ) {
    }
}
