import { ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import * as path from "node:path";
import { createInterface } from "node:readline";
import { credentials, ServiceError } from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import {
    AnalyzeDiagnostic,
    AnalyzeRequest,
    AnalyzerInfo,
    AnalyzerPropertyDependencies,
    AnalyzeResponse,
    AnalyzerResource,
    AnalyzerResourceOptions,
    AnalyzeStackRequest,
    ConfigureAnalyzerRequest,
    PolicyConfig,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { ResourceFacts } from "../../src/plan/resource";
import { Parameters, policyName, Rule, Settings } from "../../src/rule";
import { levelOnTheWire } from "./expected";
import { asStruct, Wire } from "./wire";

/** The folder of the pack. */
export const packFolder = path.resolve(__dirname, "../../..");

/** The pack with the clock of the tests. */
export const packOfTests = path.join(packFolder, "tests/pack");

/** How the language host starts a pack. */
const starter = [path.join(packFolder, "node_modules/@pulumi/pulumi/cmd/run-policy-pack"), "127.0.0.1:0", "."];

/** How the sandbox starts a pack that needs no compiler. */
export const byItself = ["."];

/** A pack in a process of its own, started and asked as the Pulumi engine does. */
export class Analyzer {
    private constructor(
        private readonly process: ChildProcess,
        private readonly client: AnalyzerClient,
    ) {}

    static async start(folder: string, command: readonly string[] = starter): Promise<Analyzer> {
        const child = spawn(process.execPath, command, {
            cwd: folder,
            stdio: ["ignore", "pipe", "inherit"],
        });
        const [port] = await Promise.race([
            once(createInterface({ input: child.stdout }), "line"),
            once(child, "exit").then(([code]) => Promise.reject(new Error(`the pack in ${folder} ended with ${code}`))),
        ]);
        return new Analyzer(child, new AnalyzerClient(`127.0.0.1:${port}`, credentials.createInsecure()));
    }

    async stop(): Promise<void> {
        this.client.close();
        const ended = once(this.process, "exit");
        this.process.kill();
        await ended;
    }

    async info(): Promise<AnalyzerInfo.AsObject> {
        return (await answer<AnalyzerInfo>((done) => this.client.getAnalyzerInfo(new Empty(), done))).toObject();
    }

    /** Sets the parameters of one policy and leaves the others with what they had at the start, as the engine does. */
    async configure(rule: Rule, settings: Partial<Settings<Parameters>>): Promise<void> {
        const config = new PolicyConfig();
        config.setEnforcementlevel(levelOnTheWire[rule.level]);
        config.setProperties(asStruct(settings as Wire));
        const request = new ConfigureAnalyzerRequest();
        request.getPolicyconfigMap().set(policyName(rule), config);
        await answer<unknown>((done) => this.client.configure(request, done));
    }

    /** What the pack wants to change in a resource. */
    async remediate(): Promise<unknown> {
        return answer<unknown>((done) => this.client.remediate(new AnalyzeRequest(), done));
    }

    /** What the pack says of a resource before it is created or changed. */
    async analyze(facts: ResourceFacts, inputs: Wire): Promise<readonly AnalyzeDiagnostic.AsObject[]> {
        const request = new AnalyzeRequest();
        request.setType(facts.type);
        request.setUrn(facts.urn);
        request.setName(facts.name);
        request.setProperties(asStruct(inputs));
        request.setOptions(options(facts));
        return diagnostics((done) => this.client.analyze(request, done));
    }

    /** What the pack says of the stack at the end of a preview, given each resource's outputs. */
    async analyzeStack(resources: readonly (readonly [ResourceFacts, Wire])[]): Promise<readonly AnalyzeDiagnostic.AsObject[]> {
        const request = new AnalyzeStackRequest();
        request.setResourcesList(resources.map(([facts, outputs]) => analyzerResource(facts, outputs)));
        return diagnostics((done) => this.client.analyzeStack(request, done));
    }
}

function analyzerResource(facts: ResourceFacts, outputs: Wire): AnalyzerResource {
    const resource = new AnalyzerResource();
    resource.setType(facts.type);
    resource.setUrn(facts.urn);
    resource.setName(facts.name);
    resource.setProperties(asStruct(outputs));
    resource.setOptions(options(facts));
    resource.setParent(facts.parent ?? "");
    resource.setDependenciesList([...facts.dependencies]);
    for (const [key, urns] of Object.entries(facts.propertyDependencies)) {
        const dependencies = new AnalyzerPropertyDependencies();
        dependencies.setUrnsList([...urns]);
        resource.getPropertydependenciesMap().set(key, dependencies);
    }
    return resource;
}

function options(facts: ResourceFacts): AnalyzerResourceOptions {
    const told = new AnalyzerResourceOptions();
    told.setProtect(facts.options.protect);
    told.setIgnorechangesList([...facts.options.ignoreChanges]);
    told.setAliasesList([...facts.options.aliases]);
    told.setParent(facts.parent ?? "");
    return told;
}

type Callback<T> = (error: ServiceError | null, response: T) => void;

function answer<T>(call: (done: Callback<T>) => unknown): Promise<T> {
    return new Promise((resolve, reject) => call((error, response) => (error === null ? resolve(response) : reject(error))));
}

async function diagnostics(call: (done: Callback<AnalyzeResponse>) => unknown): Promise<readonly AnalyzeDiagnostic.AsObject[]> {
    return (await answer(call)).getDiagnosticsList().map((diagnostic) => diagnostic.toObject());
}
