<?php

declare(strict_types=1);

namespace Mplus;

/** A part of a request that no release of your shops has. */
final readonly class UnknownPart
{
    /**
     * @param string $path such as `session.lines[].mood`
     * @param ?string $addedIn the release that added it, if the spec names it
     * @param string $message for example "added in v59.3.4, newer than your shops", or that it is not in the spec
     */
    public function __construct(
        public string $path,
        public ?string $addedIn,
        public string $message,
        public string $subscriptionId,
        public string $eventName,
    ) {
    }
}
