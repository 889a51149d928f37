import type { AnalyzeRequest, AnalyzeStackRequest } from "@pulumi/pulumi/proto/analyzer_pb";
import { Ledger } from "./ledger";

/** How the SDK's server turns the bytes of a call into a request. */
interface Call<Request> {
    requestDeserialize(bytes: Buffer): Request;
}

/**
 * Notes what the engine shows before the SDK hands it to the policies, and leaves nothing of it in the request but whom it is about.
 *
 * The SDK reads a request anew for every policy, because a policy may change what it is given; those of this pack read only. For as
 * many as it has, that takes longer than all judging: https://github.com/pulumi/pulumi-policy/blob/v1.21.0/sdk/nodejs/policy/server.ts
 *
 * Before each judgement the engine also asks how a resource is to be changed. It takes a pack that does not know the question for
 * one without an answer: https://github.com/pulumi/pulumi/blob/v3.259.0/sdk/go/common/resource/plugin/analyzer_plugin.go
 */
export function readOnce(ledger: Ledger): void {
    const { AnalyzerService: service } = require("@pulumi/pulumi/proto/analyzer_grpc_pb");
    intercept(service.analyze, (request: AnalyzeRequest) => {
        ledger.noteResource(request);
        request.getProperties()?.getFieldsMap().clear();
        request.clearProvider();
    });
    intercept(service.analyzeStack, (request: AnalyzeStackRequest) => {
        ledger.notePlan(request.getResourcesList());
        request.clearResourcesList();
    });
    delete service.remediate;
}

function intercept<Request>(call: Call<Request>, take: (request: Request) => void): void {
    const read = call.requestDeserialize;
    call.requestDeserialize = (bytes) => {
        const request = read(bytes);
        take(request);
        return request;
    };
}
