<?php

declare(strict_types=1);

namespace Mplus\Contract;

/** How an object of a request is read differently from how it was sent. */
final class Note
{
    /** Properties to leave out, each with its fault; null for a null. @var array<string, ?Fault> */
    public array $leftOut = [];
    /** The newest names, by older spelling. @var array<string, string> */
    public array $renamed = [];
    public ?Taken $taken = null;
}
