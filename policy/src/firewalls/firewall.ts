import { mayOnlyBe, mustBe } from "../conditions";
import { Property } from "../plan/property";
import { Parameter } from "../rule";
import { all, some, Verdict } from "../verdict";
import { mustBeNarrow } from "./addresses";

/** What stands between a service's public face and the Internet. */
export interface Firewall {
    readonly publicNetworkAccess: Property;
    readonly defaultAction: Property;
    /** Lists of exceptions, each with the key at which an exception has its address. */
    readonly exceptions: readonly { readonly rules: Property; readonly key: string }[];
}

/** The parameters of every rule that judges such a firewall. */
export const firewallParameters: { readonly selectedNetworks: Parameter<boolean> } = {
    selectedNetworks: {
        schema: {
            type: "boolean",
            description:
                "Whether the public network may be on behind a firewall that denies all but narrow ranges and named subnets",
        },
        default: false,
    },
};

/** Nobody reaches the service from the Internet, or, with `selectedNetworks`, only few known addresses do. */
export function mustBeClosed(firewall: Firewall, selectedNetworks: boolean): Verdict {
    const exceptions = firewall.exceptions.map(({ rules, key }) => mustBeNarrow(rules, key));
    return all(selectedNetworks ? offOrFiltered(firewall) : off(firewall), ...exceptions);
}

/**
 * While the public network is off, Azure does not ask the firewall, so none is needed. One that is written down must still deny:
 * else everybody is let in as soon as somebody turns the public network on.
 */
function off({ publicNetworkAccess, defaultAction }: Firewall): Verdict {
    return all(mustBe(publicNetworkAccess, "Disabled"), mayOnlyBe(defaultAction, "Deny"));
}

function offOrFiltered(firewall: Firewall): Verdict {
    const { publicNetworkAccess, defaultAction } = firewall;
    return some(
        [off(firewall), mustBe(defaultAction, "Deny")],
        `${publicNetworkAccess.path} is ${publicNetworkAccess.shown} and ${defaultAction.path} is ${defaultAction.shown}; ` +
            "one must be Disabled or the other Deny",
    );
}
