<?php

declare(strict_types=1);

namespace Mplus;

use RuntimeException;

/**
 * A memory in files, for all processes of one machine: `memory.00` to `memory.ff` for the path `memory`, so that each
 * is small. Each text is a line; a later line of the same key replaces it. A full file loses what has expired, and then
 * its older half.
 */
final readonly class LockedFile implements Memory
{
    /**
     * @param string $path in a folder that the web server does not serve and that only you can write to. It is
     *     created if it does not exist.
     * @param int $limit of one file, in bytes
     */
    public function __construct(private string $path, private int $limit = 256 * 1024)
    {
    }

    public function add(string $key, string $text, int $seconds): ?string
    {
        return $this->locked($key, function ($file) use ($key, $text, $seconds): ?string {
            $content = (string) stream_get_contents($file);
            $start = strrpos($content, "\n$key ");
            if ($start !== false) {
                $line = substr($content, $start + 1, strcspn($content, "\n", $start + 1));
                [, $until, $found] = explode(' ', "$line  ", 3);
                $found = substr($found, 0, -2);
                if ((int) $until > time()) {
                    return $found;
                }
            }
            $this->append($file, $content, $key, $text, $seconds);
            return null;
        });
    }

    public function set(string $key, string $text, int $seconds): void
    {
        $this->locked($key, fn ($file) =>
            $this->append($file, (string) stream_get_contents($file), $key, $text, $seconds));
    }

    public function delete(string $key): void
    {
        $this->set($key, '', 0);
    }

    /** @param resource $file */
    private function append($file, string $content, string $key, string $text, int $seconds): void
    {
        $line = "$key " . (time() + $seconds) . " $text\n";
        if (str_contains($key . $text, "\n") || strlen($line) > $this->limit / 4) {
            throw new RuntimeException('a text is too long, or has a line break');
        }
        $isFull = strlen($content) + strlen($line) > $this->limit;
        if ($isFull) {
            $line = "\n" . self::shorten($content, intdiv($this->limit, 2)) . $line;
            rewind($file);
        } elseif (!str_ends_with($content, "\n")) {
            // Nothing, or a line that a killed process has left unfinished.
            $line = "\n$line";
        }
        if (fwrite($file, $line) !== strlen($line)) {
            throw new RuntimeException("a file of $this->path cannot be written");
        }
        // Not earlier: if a process is killed before this, the latest lines are still the last ones.
        if ($isFull) {
            ftruncate($file, strlen($line));
        }
    }

    /** Keeps the latest line of each key that has not expired, and of those the last ones. */
    private static function shorten(string $content, int $most): string
    {
        $latest = [];
        foreach (explode("\n", $content) as $line) {
            [$key, $until] = explode(' ', "$line  ", 3);
            // Its place is that of its latest line.
            unset($latest[$key]);
            if ((int) $until > time()) {
                $latest[$key] = "$line\n";
            }
        }
        while (array_sum(array_map(strlen(...), $latest)) > $most) {
            // A single line goes, too: it may be of a time when the limit was larger.
            $latest = array_slice($latest, intdiv(count($latest) + 1, 2), null, true);
        }
        return implode('', $latest);
    }

    private function locked(string $key, callable $call): mixed
    {
        $path = "$this->path." . substr(hash('crc32b', $key), 0, 2);
        // Only the owner may read it: it has first answers.
        $mask = umask(0077);
        is_dir(dirname($path)) || @mkdir(dirname($path), recursive: true);
        $file = @fopen($path, 'c+b');
        umask($mask);
        if ($file === false || !flock($file, LOCK_EX)) {
            throw new RuntimeException("$path cannot be opened");
        }
        try {
            rewind($file);
            return $call($file);
        } finally {
            fclose($file);
        }
    }
}
