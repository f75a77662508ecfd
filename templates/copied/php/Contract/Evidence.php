<?php

declare(strict_types=1);

namespace Mplus\Contract;

use Closure;
use stdClass;

/** What a request proves of the shop's release, and what the contract does not know of it. */
final readonly class Evidence
{
    private const MOST = 100;
    public const NOT_IN_SPEC = 'not in the spec: see docs/newer-release.md';

    public function __construct(private Rules $rules)
    {
    }

    /**
     * Infers the oldest releases that the shop can run, the latest first. Paths are JSON Pointers; '' is the event
     * itself.
     *
     * @return list<array{path: string, release: string}>
     */
    public function infer(string $event, mixed $request): array
    {
        $found = [];
        $prove = static function (string $path, ?string $release) use (&$found): void {
            if ($release !== null) {
                $found[] = ['path' => $path, 'release' => $release];
            }
        };
        $prove('', $this->rules->event($event)['proves'] ?? null);
        $this->walk($event, $request, static function (string $path, mixed $part, ?array $row) use ($prove): bool {
            // Older shops may also send null.
            if ($row === null || $part === null) {
                return false;
            }
            $prove($path, $row['proves'] ?? null);
            foreach (is_array($part) ? $part : [$part] as $index => $value) {
                $proved = is_string($value) ? $row['valuesProve'][$value] ?? null : null;
                $prove(is_array($part) ? "$path/$index" : $path, $proved);
            }
            return !isset($row['guessed']);
        });
        usort($found, static fn (array $a, array $b): int =>
            Release::start($b['release']) <=> Release::start($a['release']));
        return $found;
    }

    /**
     * Lists the parts of a request that no release of the fleet has: the first hundred.
     *
     * @return list<array{path: string, addedIn: ?string, message: string}>
     */
    public function unknown(string $event, mixed $request): array
    {
        $found = [];
        $this->walk($event, $request, function (string $path, mixed $part, ?array $row) use (&$found): bool {
            if (count($found) === self::MOST) {
                return false;
            }
            $outside = $row['outside'] ?? null;
            if ($row !== null && $outside === null) {
                return !($this->rules->holds($row)->isOpen ?? false);
            }
            $found[] = [
                // For all items of a list.
                'path' => strtr((string) preg_replace('#/\d+(?=/|$)#D', '[]', substr($path, 1)), [
                    '/' => '.', '~1' => '/', '~0' => '~',
                ]),
                'addedIn' => $outside['since'] ?? null,
                'message' => self::explain($outside ?? []),
            ];
            return false;
        });
        return $found;
    }

    private static function explain(array $outside): string
    {
        return match (true) {
            isset($outside['since']) => "added in v{$outside['since']}, newer than your shops",
            isset($outside['until']) => "removed in v{$outside['until']}, before your oldest shop",
            isset($outside['planned']) => 'announced, but not in any release yet',
            isset($outside['seen']) => "seen in {$outside['seen']}, but not documented for the till",
            default => self::NOT_IN_SPEC,
        };
    }

    /** @param Closure(string, mixed, ?array): bool $visit returns whether to visit the contents */
    private function walk(string $event, mixed $request, Closure $visit): void
    {
        $this->walkIn($this->rules->request($event), $request, '', $visit);
    }

    private function walkIn(ObjectRule $object, mixed $value, string $path, Closure $visit): void
    {
        foreach (is_array($value) ? $value : [] as $index => $item) {
            $this->walkIn($object, $item, "$path/$index", $visit);
        }
        foreach ($value instanceof stdClass ? Text::names($value) : [] as $name) {
            $row = $object->properties[$name] ?? null;
            $at = Text::pointer($path, Text::cut($name, 200));
            $inner = $visit($at, $value->$name, $row) && $row !== null ? $this->rules->holds($row) : null;
            if ($inner !== null) {
                $this->walkIn($inner, $value->$name, $at, $visit);
            }
        }
    }
}
