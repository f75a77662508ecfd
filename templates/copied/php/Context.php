<?php

declare(strict_types=1);

namespace Mplus;

use stdClass;

/** What a handler knows of an event besides its request. */
final readonly class Context
{
    /**
     * @param ?string $version the shop's release, if the subscription says it
     * @param stdClass $body the request as JSON, with properties that the spec does not know
     */
    public function __construct(
        public string $eventName,
        public string $subscriptionId,
        public ?string $subscriptionName,
        public ?string $version,
        public stdClass $body,
    ) {
    }
}
