import { any, mustBe, mustBeSet } from "../conditions";
import { Plan } from "../plan/plan";
import { Property } from "../plan/property";
import { Resource } from "../plan/resource";
import { azure } from "../plan/selector";
import { all, fail, pass, some, Verdict } from "../verdict";
import { judgeJoined } from "./joined";
import { names, namesOnly } from "./targets";

const privateEndpoint = azure("network", "PrivateEndpoint");

/** Connections that Azure approves by itself. A manual one leads nowhere until somebody approves it, which no plan shows. */
const connections = "privateLinkServiceConnections";

/**
 * Some private endpoint leads to this part of the target: `blob`, `file`, `vault`, `registry`, `amlworkspace`.
 * https://learn.microsoft.com/azure/private-link/private-endpoint-overview#private-link-resource
 */
export function hasPrivateEndpoint(target: Resource, plan: Plan, group: string, failure: string): Verdict {
    const literal = plan
        .select(privateEndpoint)
        .filter((endpoint) => endpoint.at(connections).items.some((connection) => isLiteral(connection, target)));
    const endpoints = new Set([...plan.referrers(target, connections, privateEndpoint), ...literal]);
    return some(
        [...endpoints].map((endpoint) => judgeJoined(endpoint, (seen) => leadsTo(target, plan, seen, group))),
        failure,
    );
}

/** The whole id is written out, so that nothing depends on the target. */
function isLiteral(connection: Property, target: Resource): boolean {
    const id = connection.at("privateLinkServiceId");
    return id.text !== undefined && target.facts.id !== undefined && names(id, target);
}

function leadsTo(target: Resource, plan: Plan, endpoint: Resource, group: string): Verdict {
    return any(endpoint.at(connections), `it does not lead to ${group}`, (connection) => {
        const id = connection.at("privateLinkServiceId");
        return all(
            mustBeSet(id),
            names(id, target) ? pass : fail("it leads elsewhere"),
            namesOnly(target, plan, endpoint, connections, id),
            any(connection.at("groupIds"), `it does not lead to ${group}`, (item) => mustBe(item, group)),
        );
    });
}
