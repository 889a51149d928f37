import { isList, isValues, unknown, unknownsIn, Value } from "./value";

/** A place in a resource's inputs, where there may be a value, nothing, or something not known before the update. */
export class Property {
    private constructor(
        /** From the inputs' root, as in `networkRuleSet.ipRules[0].value`. */
        readonly path: string,
        private readonly stored: Value | undefined,
        private readonly looked: (path: string) => void,
        /** Whether this stands for something below a value that is unknown, of which even the presence is not known. */
        readonly isBelowUnknown = false,
    ) {}

    /** The root of a resource's inputs. `looked` is told every place whose content somebody looks at. */
    static root(inputs: Value, looked: (path: string) => void): Property {
        return new Property("", inputs, looked);
    }

    private get content(): Value | undefined {
        this.looked(this.path);
        return this.stored;
    }

    /** The place below this one. What lies below nothing is nothing; what lies below an unknown value is unknown at that value. */
    at(path: string): Property {
        return path.split(".").reduce((place: Property, key) => place.child(key), this);
    }

    /** The place below this one under exactly this key, dots and all. */
    child(key: string): Property {
        if (this.stored === unknown) {
            return new Property(this.path, unknown, this.looked, true);
        }
        const path = this.path === "" ? key : `${this.path}.${key}`;
        const inside = isValues(this.stored) && Object.hasOwn(this.stored, key) ? this.stored[key] : undefined;
        return new Property(path, inside, this.looked);
    }

    /** Whether nothing is there; null is nothing. */
    get isAbsent(): boolean {
        return this.value === undefined;
    }

    /** Whether the value itself is not known; parts of it may be even when it is. */
    get isUnknown(): boolean {
        return this.content === unknown;
    }

    /** The paths at which something here is unknown; empty when all of it is known. */
    get unknowns(): readonly string[] {
        return unknownsIn(this.content, this.path);
    }

    /** The value, with `unknown` where it is not known; undefined when nothing is there. */
    get value(): Value | undefined {
        return this.content ?? undefined;
    }

    /** The text that is there; undefined for anything else. */
    get text(): string | undefined {
        const content = this.content;
        return typeof content === "string" ? content : undefined;
    }

    /** The items of a known list; none for anything else. */
    get items(): readonly Property[] {
        const content = this.content;
        return isList(content) ? content.map((item, index) => new Property(`${this.path}[${index}]`, item, this.looked)) : [];
    }

    /** The keys of a known map; none for anything else. */
    get keys(): readonly string[] {
        const content = this.content;
        return isValues(content) ? Object.keys(content) : [];
    }

    /** As it is shown in a message: never longer than 80 characters. */
    get shown(): string {
        const text = this.isUnknown ? "unknown" : (JSON.stringify(this.value) ?? "not set");
        return text.length > 80 ? `${text.slice(0, 77)}...` : text;
    }
}
