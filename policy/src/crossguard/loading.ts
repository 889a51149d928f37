import { Module } from "node:module";

/*
 * The SDK for policies asks for all of @pulumi/pulumi, of which it needs two names and by the way loads the automation API and a
 * package manager: more than 500 files, and a third of the time that this pack takes to start. Here it gets those names alone,
 * and everything else once it asks for that: https://github.com/pulumi/pulumi-policy/blob/v1.21.0/sdk/nodejs/policy/deserialize.ts
 */
const policySdk = require.resolve("@pulumi/policy");
const pulumiSdk = require.resolve("@pulumi/pulumi", { paths: [policySdk] });

const needed = new Map<unknown, () => unknown>([
    ["asset", () => require("@pulumi/pulumi/asset")],
    ["Output", () => require("@pulumi/pulumi/output").Output],
]);

/** What stands for all of it. */
export function standIn(): NodeModule {
    const module = new Module(pulumiSdk);
    const anyOther = (name: string | symbol) => {
        takeAway(module);
        return require(pulumiSdk)[name];
    };
    module.exports = new Proxy({}, { get: (_, name) => (needed.get(name) ?? (() => anyOther(name)))() });
    return module;
}

function takeAway(module: NodeModule): void {
    if (require.cache[pulumiSdk] === module) {
        delete require.cache[pulumiSdk];
    }
}

/** Loads the SDK for policies. Whoever else asks for @pulumi/pulumi gets all of it. */
function loadPolicySdk(): void {
    if (require.cache[pulumiSdk] !== undefined) {
        return;
    }
    const module = standIn();
    require.cache[pulumiSdk] = module;
    try {
        require(policySdk);
    } finally {
        takeAway(module);
    }
}

loadPolicySdk();
