import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { pattern } from "../../src/waivers/pattern";

const account = "azure-native:storage:StorageAccount";
const files = urn(`atelier:components:UserFiles$${account}`, "files-storage");

describe("a waiver's pattern", () => {
    const matching = [
        `${account}::files-storage`,
        `${account}::files-*`,
        `${account}::*-storage`,
        `${account}::f*s-st*e`,
        files,
        files.replace("dev", "*").replace("::atelier::", "::*::"),
        files.replace("files-storage", "files*"),
    ];
    for (const text of matching) {
        it(`${text} means the account`, () => assert.equal(pattern(text)?.matches(files), true));
    }

    const others = [
        `${account}::files`,
        `${account}::storage-*`,
        "azure-native:storage:FileShare::files-storage",
        "storage:index:StorageAccount::files-storage",
        files.replace("dev", "prod"),
        files.replace("UserFiles", "Others"),
        urn(account, "files-storage"),
    ];
    for (const text of others) {
        it(`${text} means another`, () => assert.equal(pattern(text)?.matches(files), false));
    }

    const versions = ["azure-native:storage/v20230101:StorageAccount", "azure-native_storage_v20230101:storage:StorageAccount"];
    for (const type of versions) {
        it(`means the account as ${type}, too`, () =>
            assert.equal(pattern(`${account}::files`)?.matches(urn(type, "files")), true));
        it(`in ${type} means the account in any version`, () =>
            assert.equal(pattern(`${type}::files`)?.matches(urn(account, "files")), true));
    }

    it("takes a name's dots for dots", () => assert.equal(pattern(`${account}::a.b.c`)?.matches(urn(account, "a-b-c")), false));

    it("has stars that stay in their part", () =>
        assert.equal(pattern("urn:pulumi:*::atelier::a:b:C::name")?.matches("urn:pulumi:x::y::atelier::a:b:C::name"), false));

    const refused = [
        "",
        "*",
        "*::*",
        "files-storage",
        `${account}::*`,
        `${account}::a*`,
        `${account}::*ab*`,
        `${account}::`,
        "azure-native:storage:*::files-storage",
        "azure-native:*:StorageAccount::files-storage",
        "urn:pulumi:*",
        files.replace(account, "*"),
        files.replace("files-storage", "*"),
        `a:b:C$${account}::files-storage`,
    ];
    for (const text of refused) {
        it(`${JSON.stringify(text)} is malformed or too broad`, () => assert.equal(pattern(text), undefined));
    }
});

function urn(types: string, name: string): string {
    return `urn:pulumi:dev::atelier::${types}::${name}`;
}
