<?php

declare(strict_types=1);

namespace Mplus\Protocol;

use Closure;
use InvalidArgumentException;
use Mplus\Contract\Contract;
use Mplus\Contract\Release;
use Mplus\Contract\Text;
use Mplus\Subscription;
use SensitiveParameter;
use Throwable;

/** Finds the subscriptions that may have sent a request. */
final class Senders
{
    /** In bytes. Shorter keys can be guessed. */
    private const LEAST_KEY = 16;
    /** Length of the vendor's keys. */
    private const ADVISED_KEY = 24;

    /** By id, with the fault of those that cannot be used yet. @var array<string, list<Sender>|MissingSecret> */
    private array $known = [];

    /**
     * Missing secrets, as in a build, are only reported when an event arrives.
     *
     * @param array<string, Subscription|list<Subscription>>|Closure(string): (Subscription|list<Subscription>|null)
     *     $subscriptions
     *
     * @throws InvalidArgumentException that names any other invalid part of a subscription
     */
    public function __construct(
        #[SensitiveParameter]
        private readonly array|Closure $subscriptions,
        private readonly Contract $contract,
        private readonly Notebook $notebook,
        private readonly Log $log,
    ) {
        foreach (is_array($subscriptions) ? $subscriptions : [] as $id => $entry) {
            try {
                $this->known[$id] = $this->check((string) $id, $entry);
            } catch (MissingSecret $fault) {
                $this->known[$id] = $fault;
            }
        }
        $this->warnOfKeys();
    }

    /** @return list<Sender> @throws Refusal */
    public function find(string $id): array
    {
        if ($id === '') {
            throw Refusal::of('noSubscriptionId');
        }
        try {
            $found = is_array($this->subscriptions) ? $this->known[$id] ?? null : $this->lookUp($id);
            if ($found instanceof MissingSecret) {
                throw $found;
            }
        } catch (Throwable $fault) {
            $isMissing = $fault instanceof MissingSecret;
            // A sender with swapped settings may send its secret as the id.
            $fields = ($isMissing ? ['subscriptionId' => $id] : []) + ['exception' => $fault];
            if (!$isMissing || $this->notebook->isFirst(60, 'missing secret', $id)) {
                $this->log->error('subscription unavailable: ' . Text::cut($fault->getMessage()), $fields);
            }
            throw Refusal::of('handlerFailed');
        }
        return $found ?? throw Refusal::of('unknownSubscription');
    }

    /** Known ids that differ only in case, spaces or quotes. @return list<string> */
    public function findNear(string $id): array
    {
        $normalize = static fn (string $text): string =>
            strtolower((string) preg_replace('/[\s\p{Z}\x{FEFF}"\'`´“”„‘’‚«»‹›]/u', '', $text));
        $isNear = static fn (int|string $known): bool => $normalize((string) $known) === $normalize($id);
        $near = strlen($id) > 200 ? [] : array_filter(array_keys($this->known), $isNear);
        return array_map(strval(...), array_slice($near, 0, 3));
    }

    /** @return ?list<Sender> */
    private function lookUp(string $id): ?array
    {
        // A look-up may accept several spellings of an id, and the sender's spelling gets into the log.
        $found = Text::printable($id, 101) === $id ? ($this->subscriptions)($id) : null;
        return $found === null ? null : $this->check($id, $found);
    }

    /** @return list<Sender> */
    private function check(string $id, #[SensitiveParameter] Subscription|array $entry): array
    {
        try {
            $senders = [];
            foreach (is_array($entry) ? $entry : [$entry] as $each) {
                $each instanceof Subscription || throw new InvalidArgumentException('it is not a Subscription');
                $version = $each->version;
                if ($version !== null && Release::parse($version) === null) {
                    $text = Text::json($version);
                    throw new InvalidArgumentException(
                        "the version $text is not a release such as \"59.3\" or \"v59.3.2\"",
                    );
                }
                $this->contract->toRelease($version);
                $senders[] = new Sender($id, $each->name, $version, self::decode($each->secret));
            }
            $senders === [] && throw new InvalidArgumentException('the list is empty');
            $keys = array_merge(...array_map(static fn (Sender $each) => array_unique($each->keys), $senders));
            count(array_unique($keys)) === count($keys)
                || throw new InvalidArgumentException('two subscriptions in the list have the same secret');
            return $senders;
        } catch (Throwable $fault) {
            $message = 'Subscription ' . Text::json(Text::printable($id, 101)) . ": {$fault->getMessage()}.";
            throw $fault instanceof MissingSecret ? new MissingSecret($message)
                : new InvalidArgumentException($message);
        }
    }

    /** @return non-empty-list<string> */
    private static function decode(#[SensitiveParameter] string|array|false|null $secret): array
    {
        $secrets = is_array($secret) ? array_values($secret) : [$secret];
        $keys = [];
        foreach ($secrets as $index => $each) {
            $name = count($secrets) === 1 ? 'the secret' : 'secret ' . $index + 1 . ' of ' . count($secrets);
            $keys[] = self::decodeOne($each, $name);
        }
        return $keys === [] ? throw new MissingSecret('the list of secrets is empty') : $keys;
    }

    private static function decodeOne(#[SensitiveParameter] mixed $secret, string $name): string
    {
        $key = is_string($secret) ? (string) base64_decode($secret, true) : '';
        $length = strlen($key);
        $fault = match (true) {
            $secret === null, $secret === false => throw new MissingSecret("$name is missing: it must be a string"),
            $secret === '' => throw new MissingSecret("$name is empty; set its environment variable"),
            !is_string($secret) => 'must be a string',
            preg_match('/\s/', $secret) === 1 => 'has white space in or around it',
            base64_encode($key) !== $secret =>
                'is not canonical base64 (A-Z a-z 0-9 + / and = at the end)',
            $length < self::LEAST_KEY => "decodes to $length bytes; at least " . self::LEAST_KEY . ' are needed',
            default => null,
        };
        return $fault === null ? $key : throw new InvalidArgumentException("$name $fault");
    }

    /** The id is not signed, so if two ids share a key, a request for one is also valid for the other. */
    private function warnOfKeys(): void
    {
        $owners = [];
        foreach (array_merge(...array_values(array_filter($this->known, is_array(...)))) as $sender) {
            $id = $sender->id;
            if (min(array_map(strlen(...), $sender->keys)) < self::ADVISED_KEY) {
                $advice = 'a secret has fewer than ' . self::ADVISED_KEY . ' bytes; create a longer one in the POS';
                $this->warnOnce($id, $advice);
            }
            foreach ($sender->keys as $key) {
                $owner = $owners[$key] ??= $id;
                if ($owner !== $id) {
                    [$first, $second] = [Text::json($id), Text::json($owner)];
                    $this->warnOnce($id, "subscription $first has the same secret as $second, so a request for one "
                        . 'is also valid for the other; give each its own secret');
                }
            }
        }
    }

    private function warnOnce(string $id, string $message): void
    {
        if ($this->notebook->isFirst(Notebook::DAY, 'key', $id, $message)) {
            $this->log->warning($message, ['subscriptionId' => $id]);
        }
    }
}
