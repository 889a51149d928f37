/** Numbers that look random and are the same in every run. */
export class Random {
    constructor(private state: number) {}

    /** From 0 to `limit` - 1. Mulberry32, which is enough for test data: https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
    below(limit: number): number {
        this.state = (this.state + 0x6d2b79f5) | 0;
        let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
    }

    bytes(length: number): Buffer {
        return Buffer.from(Array.from({ length }, () => this.below(256)));
    }

    text(length: number, characters: string): string {
        return Array.from({ length }, () => characters[this.below(characters.length)]).join("");
    }

    one<T>(items: readonly T[]): T {
        return items[this.below(items.length)];
    }
}

export const small = "abcdefghijklmnopqrstuvwxyz";
export const digits = "0123456789";
export const hex = "0123456789abcdef";
export const letters = small + small.toUpperCase();
export const alphanumeric = letters + digits;
