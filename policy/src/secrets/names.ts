const alone = [
    "password",
    "passwd",
    "passphrase",
    "passcode",
    "pwd",
    "pass",
    "pw",
    "psk",
    "secret",
    "token",
    "credential",
    "apikey",
];

/** What a name ends with when its words are written together, as in `dbpassword`. */
const endings = [
    "password",
    "passwd",
    "passphrase",
    "secret",
    "token",
    "apikey",
    "accesskey",
    "accountkey",
    "secretkey",
    "sharedkey",
    "storagekey",
    "privatekey",
    "credential",
    "connectionstring",
];

/** What makes a key a secret one; a `public key`, a `primary key` of a table or a plain `key` is none. */
const secretKeys = [
    "api",
    "access",
    "account",
    "shared",
    "secret",
    "private",
    "encryption",
    "signing",
    "storage",
    "master",
    "auth",
    "admin",
    "function",
];

/** Words at the end that leave the meaning as it is. */
const neutral = ["value", "text", "plain", "plaintext", "data", "default", "new", "old", "current", "b64", "base64"];

/** Names that people also give to the name of a secret, or to where it is. */
const vague = ["secret", "token", "credential"];

/** Whether a value with this name is a secret: `DB_PASSWORD`, `clientSecret`, `aws-secret-access-key`; not `passwordFile`, `secret_name`. */
export function isSecretName(name: string): boolean {
    const words = wordsOf(name);
    const [last, before] = [words.at(-1) ?? "", words.at(-2) ?? ""];
    return (
        alone.includes(last) ||
        endings.some((ending) => last.endsWith(ending)) ||
        (last === "key" && secretKeys.includes(before)) ||
        (last === "string" && before === "connection")
    );
}

/** Whether the name may stand for a name of a secret, too. */
export function isVagueName(name: string): boolean {
    const words = wordsOf(name);
    return words.length === 1 && vague.includes(words[0]);
}

/** In lower case, singular, without numbers and neutral words at the end. */
function wordsOf(name: string): readonly string[] {
    const words = name
        .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
        .toLowerCase()
        .split(/[^a-z]+/)
        .filter((word) => word !== "")
        .map((word) => word.replace(/(token|secret|credential|password|key)s$/, "$1"));
    const kept = words.length - [...words].reverse().findIndex((word) => !neutral.includes(word));
    return kept > words.length ? [] : words.slice(0, kept);
}
