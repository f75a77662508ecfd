<?php

declare(strict_types=1);

namespace Mplus\Contract;

/** What is wrong with a value, before it is put into words. */
final class Fault
{
    public string $path = '';
    /** The spans in which the property has the shape that the value does not fit. Null if its shape never changed. */
    public ?array $era = null;

    /**
     * @param string $name the name of the property, or the value of the enum
     * @param ?ObjectRule $object the object that has no such property
     * @param ?array{reason: string, addedIn?: string} $forbidden
     * @param list<array{?string, ?string}> $spans the releases in which the property or value exists or is required
     */
    public function __construct(
        public readonly string $kind,
        public readonly string $name = '',
        public readonly string $expected = '',
        public readonly ?ObjectRule $object = null,
        public readonly ?array $forbidden = null,
        public readonly array $spans = [],
    ) {
    }

    /** @param list<Fault> $faults @return list<Fault> */
    public static function at(string $path, array $faults): array
    {
        foreach ($faults as $fault) {
            $fault->path = $path . $fault->path;
        }
        return $faults;
    }
}
