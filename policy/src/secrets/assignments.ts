import { isSecretName, isVagueName } from "./names";
import { withoutPublicMaterial } from "./public";
import { looksRandom } from "./entropy";

const value = String.raw`(?:(?<quote>\\?["'])(?<quoted>(?:(?!\k<quote>)[^\r\n]){1,400})\k<quote>|(?<bare>[^\s"'\x60,;&|<>)}\]]{1,400}))`;
const end = String.raw`(?=[ \t]{0,9}(?:[#,;&|}\])"'\\]|$))`;

/** The ways in which texts give a name a value. Bounded repetition keeps all of them linear. */
const forms = [
    // NAME=value, name: "value", "name" => 'value'. A bare word after a colon is prose unless the line ends with it.
    String.raw`(?<![A-Za-z0-9_.-])(?<name>[A-Za-z_][A-Za-z0-9_.-]{0,100})(?:\\?["'])?[ \t]{0,9}(?:=>?|:=|:(?=\S))[ \t]{0,9}${value}`,
    String.raw`(?<![A-Za-z0-9_.-])(?<name>[A-Za-z_][A-Za-z0-9_.-]{0,100})(?:\\?["'])?[ \t]{0,9}:[ \t]{1,9}${value}${end}`,
    // --name value, -Name:value
    String.raw`(?<![A-Za-z0-9_.-])--?(?<name>[A-Za-z][A-Za-z0-9-]{0,60})(?:[ \t]{1,3}|[=:])${value}`,
    // <name>value</name>
    String.raw`<(?<name>[A-Za-z][A-Za-z0-9_.:-]{0,60})>\s{0,9}${value}\s{0,9}<\/`,
].map((form) => new RegExp(form, "gm"));

/** Commands and files that take a password without a name. */
const places = [
    String.raw`\blogin[ \t]{1,3}\S{1,100}\s{1,9}password[ \t]{1,3}${value}`,
    String.raw`\becho[ \t]{1,3}["']?[A-Za-z0-9_.-]{1,32}:(?<bare>[^\s"'|]{4,200})["']?[ \t]{0,3}\|[ \t]{0,3}(?:sudo[ \t]{1,3})?chpasswd`,
    String.raw`\bConvertTo-SecureString[ \t]{1,3}(?:-String[ \t]{1,3})?${value}`,
    String.raw`\bsshpass[ \t]{1,3}-p[ \t]{0,3}${value}`,
    String.raw`\b(?:curl|wget)\b[^\r\n]{0,200}[ \t](?:-u|--user)[ \t=]{1,3}["']?[A-Za-z0-9_.@-]{1,64}:(?<bare>[^\s"']{4,200})`,
    String.raw`\bmysql(?:dump|admin)?\b[^\r\n]{0,200}[ \t]-p(?<bare>[^\s"']{4,200})`,
].map((place) => new RegExp(place, "g"));

/** Where in a text a name or a command is given a secret, in characters from its beginning. */
export function assignedSecrets(text: string): readonly number[] {
    const named = forms.flatMap((form) => [...text.matchAll(form)]).filter(({ groups }) => isAssigned(groups ?? {}));
    const unnamed = places.flatMap((place) => [...text.matchAll(place)]).filter(({ groups }) => isGiven(groups ?? {}));
    return [...named, ...unnamed].map(({ index }) => index);
}

/** Whether a name that a document gives a value makes that value a secret. */
export function isSecretPair(name: string, given: string): boolean {
    const text = withoutPublicMaterial(given.trim());
    return !/[\r\n]/.test(text) && isSecretName(name) && isLiteral(text) && isLongEnough(name, text);
}

/** Lines of `user:password`, as `chpasswd` reads them. */
export function holdsUsersPasswords(text: string): boolean {
    const given = withoutPublicMaterial(text).matchAll(/^[ \t]{0,9}[A-Za-z_][A-Za-z0-9_.-]{0,31}:([^\s]{1,200})[ \t]{0,9}$/gm);
    return [...given].some(([, password]) => password !== "R" && isLiteral(password));
}

type Groups = Readonly<Record<string, string | undefined>>;

function isAssigned({ name = "", quoted, bare }: Groups): boolean {
    const given = quoted ?? bare ?? "";
    return isSecretName(name) && isLongEnough(name, given) && isLiteral(given) && (quoted !== undefined || !isCode(given, name));
}

function isGiven({ quoted, bare }: Groups): boolean {
    const given = quoted ?? bare ?? "";
    return isLiteral(given) && given.length >= 4;
}

/** Vague names are often given the name of a secret, in words. */
function isLongEnough(name: string, given: string): boolean {
    return isVagueName(name) ? given.length >= 8 && !/^[a-z]+(?:[-_./][a-z]+)+$/.test(given) : given.length >= 4;
}

/** What stands for a value that is elsewhere. */
const references = [
    /^\\?\$[A-Za-z_][A-Za-z0-9_]*$/,
    /\$[({]|\{\{|\{%|<%/,
    /^%[A-Za-z_][A-Za-z0-9_]*%$/,
    /^\$env:/i,
    /^(?:<.*>|\[.*\]|\{.*\}?)$/,
    /^[*x.•#_-]+$/i,
    /^(?:[|>][+-]?|[&*][A-Za-z]+)$/,
    /\*{8}/,
    /^(?:ref\+|vault|file|env|secretref|keyvault|kv|arn|op|ssm)[:+]/i,
    /^[a-z][a-z0-9+.-]*:\/\//i,
    /^(?:true|false|yes|no|on|off|null|none|nil|undefined|required|optional|never|always|prompt|ask|enabled|disabled|string|str|bytes|random|redacted)$/i,
    /^(?:your|my|the|some|example|insert|enter)[-_ ]/i,
];

function isLiteral(given: string): boolean {
    return !references.some((reference) => reference.test(given)) && !isPath(given);
}

/** A path in a file system; base64 may look like one and is random. */
function isPath(given: string): boolean {
    const path = /^(?:[A-Za-z]:\\|[.~]{0,2}\/)[^\s+=]*$/.test(given);
    return path && !given.split(/[\\/]/).some(looksRandom) && !(given.length >= 40 && looksRandom(given));
}

/** Calls, subscripts, members and variables: `getpass(`, `environ[`, `args.password`, `password=password`. */
function isCode(given: string, name: string): boolean {
    return given === name || /[([]/.test(given) || /^(?:[A-Za-z_]+\.)+[A-Za-z_]+$/.test(given);
}
