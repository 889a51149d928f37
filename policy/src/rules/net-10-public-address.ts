import { each, mustNotBeSet } from "../conditions";
import { Position } from "../network/attachments";
import { Card, eachCard, machineType, memberType, scaleSetType } from "../network/cards";
import { fromInternet, nothing, passages } from "../network/exposure";
import { judgeCard } from "../network/guarded-card";
import { https, ssh } from "../network/judged-ports";
import { everyPort } from "../network/ports";
import { interfaceType } from "../network/resources";
import { hasPorts, Protocol, protocols } from "../network/traffic";
import { onlyNarrow, Width, widthOf, widthParameters } from "../network/width";
import { Metadata, planRule, resourceRule } from "../rule";
import { all, pass, passes, undecided, Verdict } from "../verdict";

const common = {
    id: "NET-10",
    severity: "critical",
    level: "mandatory",
    url: "https://learn.microsoft.com/azure/virtual-network/ip-services/public-ip-addresses",
    references: {
        azurePolicy: ["83a86a26-fd1f-447c-b59d-e51f44264114"],
        mcsb: [],
        cis: [],
        checkov: ["CKV_AZURE_119"],
        trivy: ["AZU-0076"],
        psRule: ["AZR-000450"],
        kics: [],
    },
} satisfies Partial<Metadata>;

/** For scale sets: no public address at all. */
export const net10 = resourceRule({
    ...common,
    slug: "no-public-address-in-scale-set",
    title: "The machines of a scale set have no public addresses",
    why: "Every machine that the scale set makes would be on the Internet, however many there are.",
    remediation: "Remove publicIPAddressConfiguration; let people in through Bastion or a network of their own.",
    subjects: [scaleSetType, memberType],
    judge: (owner) =>
        eachCard(owner, (card) => each(card.at("ipConfigurations"), (ip) => mustNotBeSet(ip.at("publicIPAddressConfiguration")))),
});

/** For single machines: behind a public address there is a security group that lets in little. */
export const net10Guarded = planRule({
    ...common,
    slug: "guarded-public-address",
    title: "At a public address, the Internet reaches only 443, and SSH from narrow ranges",
    why: "A public address makes a hole of every mistake in the security groups.",
    remediation: "Give the interface a security group that allows 443, and 22 from narrow ranges; or remove the address.",
    parameters: widthParameters(24, 64),
    subjects: [interfaceType, machineType],
    judge: (owner, plan, { settings }) =>
        eachCard(owner, (card) =>
            ifPublic(card, () =>
                judgeCard(card, plan, "guards its public address", (position) => littleOpen(position, widthOf(settings))),
            ),
        ),
});

/** An interface names a public address; a configuration in a machine's profile describes one. */
function ifPublic(card: Card, judge: () => Verdict): Verdict {
    const list = card.at("ipConfigurations");
    const addresses = list.items.flatMap((ip) => [ip.at("publicIPAddress"), ip.at("publicIPAddressConfiguration")]);
    const unknowns = [list, ...addresses].filter((place) => place.isUnknown).map(({ path }) => path);
    if (addresses.some((address) => !address.isAbsent && !address.isUnknown)) {
        return judge();
    }
    return unknowns.length === 0 || passes(judge()) ? pass : undecided(...unknowns);
}

function littleOpen(position: Position, width: Width): Verdict {
    const narrow = passages(position, fromInternet(["Tcp"], ssh)).map((passage) => onlyNarrow(passage, width, "SSH"));
    const closed = protocols.map((protocol) =>
        nothing(position, fromInternet([protocol], othersOf(protocol)), "at a public address only 443 may be open"),
    );
    return all(...narrow, ...closed);
}

function othersOf(protocol: Protocol) {
    const others = protocol === "Tcp" ? everyPort.minus(ssh) : everyPort;
    return hasPorts(protocol) ? others.minus(https) : everyPort;
}
