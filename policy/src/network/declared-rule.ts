import { Property } from "../plan/property";
import { remembered } from "../remembered";
import { addressesOf, everyone, groupMembers, union } from "./addresses";
import { Intervals } from "./intervals";
import { everyPort, portsOf } from "./ports";
import { Access, Direction, Group, Named, SecurityRule, Side } from "./security-rule";
import { Protocol, protocols } from "./traffic";

/** Before every rule with a priority, because one that is not known may be any; and after them all. */
const first = 0;
const last = Infinity;

/** Where a rule is written. */
export interface Declaration {
    /** A rule within a security group, or a resource that is one. */
    readonly place: { at(path: string): Property };
    /** As it is shown to people, as in `securityRules[2]`. */
    readonly label: string;
    /** A path in it, as it is shown to people. */
    readonly shown: (path: string) => string;
    /** The application security group that a place names by its id. */
    readonly group: (id: Property) => Group;
}

/** A text or a list as it is written: what is known of it, and paths of what is not. */
interface Written<T> {
    readonly known: T;
    readonly unknowns: readonly string[];
}

/**
 * The rule as the evaluator takes it. What is known of a rule is one that matches for sure; with anything unknown there is
 * another that may match all that the unknown may stand for.
 *
 * What Azure would refuse (a missing part, a text that means nothing) counts as wide as can be in a rule that allows and as
 * nothing in one that denies.
 */
export const rulesOf = remembered((declaration: Declaration): readonly SecurityRule[] => {
    const access = accessOf(declaration.place.at("access"));
    const directions = directionsOf(declaration.place.at("direction"), access.known);
    return access.known.flatMap((kind) =>
        directions.known.flatMap((direction) =>
            inOne(declaration, kind, direction, [...access.unknowns, ...directions.unknowns]),
        ),
    );
});

function inOne(
    declaration: Declaration,
    access: Access,
    direction: Direction,
    unknowns: readonly string[],
): readonly SecurityRule[] {
    const { place, label, shown } = declaration;
    const priority = priorityOf(place.at("priority"), access);
    const written = {
        protocols: protocolsOf(place.at("protocol"), access),
        source: sideOf(declaration, "source", direction, access),
        destination: sideOf(declaration, "destination", direction, access),
    };
    const { source, destination } = written;
    const known = { label, direction, access, priority: priority.known, protocols: written.protocols.known };
    const always = [...unknowns, ...priority.unknowns, ...written.protocols.unknowns];
    const doubts = [...new Set([...always, ...source.unknowns, ...destination.unknowns])].map(shown);
    const sure: SecurityRule = { ...known, source: source.known, destination: destination.known, doubts: [] };
    const possible = { ...known, source: widest(source), destination: widest(destination), doubts };
    return [...(always.length === 0 ? [sure] : []), ...(doubts.length > 0 ? [possible] : [])];
}

function accessOf(place: Property): Written<readonly Access[]> {
    if (place.isUnknown) {
        return { known: ["Allow", "Deny"], unknowns: [place.path] };
    }
    return { known: [place.text?.toLowerCase() === "deny" ? "Deny" : "Allow"], unknowns: [] };
}

function directionsOf(place: Property, access: readonly Access[]): Written<readonly Direction[]> {
    if (place.isUnknown) {
        return { known: ["Inbound", "Outbound"], unknowns: [place.path] };
    }
    const named = (["Inbound", "Outbound"] as const).filter((direction) => direction.toLowerCase() === place.text?.toLowerCase());
    return { known: named.length === 0 && access.includes("Allow") ? ["Inbound", "Outbound"] : named, unknowns: [] };
}

function priorityOf(place: Property, access: Access): Written<number> {
    const { value } = place;
    const missing = access === "Allow" || place.isUnknown ? first : last;
    return { known: typeof value === "number" ? value : missing, unknowns: unknownsOf(place) };
}

function protocolsOf(place: Property, access: Access): Written<readonly Protocol[]> {
    const { text } = place;
    if (place.isUnknown || text === "*") {
        return { known: protocols, unknowns: unknownsOf(place) };
    }
    const named = protocols.filter((protocol) => protocol.toLowerCase() === text?.toLowerCase());
    return { known: named.length === 0 && access === "Allow" ? protocols : named, unknowns: [] };
}

function unknownsOf(place: Property): readonly string[] {
    return place.isUnknown ? [place.path] : [];
}

interface WrittenSide extends Written<Side> {
    readonly addressesUnknown: boolean;
    readonly portsUnknown: boolean;
}

function sideOf(declaration: Declaration, side: "source" | "destination", direction: Direction, access: Access): WrittenSide {
    const { place } = declaration;
    const prefixes = textsOf(place.at(`${side}AddressPrefix`), place.at(`${side}AddressPrefixes`));
    const list = place.at(`${side}ApplicationSecurityGroups`);
    // What may be groups or anything else may be everyone.
    const groups = list.isUnknown && prefixes.unknowns.length > 0 ? [] : groupsOf(declaration, list);
    const ranges = textsOf(place.at(`${side}PortRange`), place.at(`${side}PortRanges`));
    const isRemote = (side === "source") === (direction === "Inbound");
    const named = groups.length > 0 ? members(groups, isRemote) : namedBy(prefixes, access);
    const ports = portsBy(ranges, access);
    return {
        known: { named, addresses: union(named.map(({ addresses }) => addresses)), groups, ports },
        unknowns: [...(groups.length > 0 ? [] : prefixes.unknowns), ...ranges.unknowns],
        addressesUnknown: groups.length === 0 && prefixes.unknowns.length > 0,
        portsUnknown: ranges.unknowns.length > 0,
    };
}

/** On the machine's own side a group is not about addresses; on the other side its members come from the virtual network. */
function members(groups: readonly Group[], isRemote: boolean): readonly Named[] {
    const text = "an application security group";
    return isRemote ? groups.map(({ key }) => ({ text, addresses: groupMembers(key) })) : [{ text, addresses: everyone }];
}

function groupsOf({ group }: Declaration, list: Property): readonly Group[] {
    return list.isUnknown ? [group(list)] : list.items.map((item) => group(item.at("id")));
}

/** What a property for one text and its sibling for a list hold together. A list in one text is told apart by its commas. */
function textsOf(one: Property, list: Property): Written<readonly string[]> {
    const places = [one, ...(list.isUnknown ? [list] : list.items)];
    const texts = places.flatMap((place) => {
        const value = place.value;
        return typeof value === "string" || typeof value === "number" ? String(value).split(",") : [];
    });
    return { known: texts.map((text) => text.trim()).filter((text) => text !== ""), unknowns: places.flatMap(unknownsOf) };
}

function namedBy({ known, unknowns }: Written<readonly string[]>, access: Access): readonly Named[] {
    const widest: readonly Named[] = access === "Allow" ? [{ text: "*", addresses: everyone }] : [];
    if (known.length === 0 && unknowns.length === 0) {
        return widest;
    }
    return known.flatMap((text) => {
        const addresses = addressesOf(text);
        return addresses === undefined ? widest.map((all) => ({ ...all, text })) : [{ text, addresses }];
    });
}

function portsBy({ known, unknowns }: Written<readonly string[]>, access: Access): Intervals {
    const widest = access === "Allow" ? everyPort : Intervals.none;
    if (known.length === 0) {
        return unknowns.length === 0 ? widest : Intervals.none;
    }
    return Intervals.union(known.map((text) => portsOf(text) ?? widest));
}

function widest({ known, addressesUnknown, portsUnknown }: WrittenSide): Side {
    const named = addressesUnknown ? [{ text: "unknown", addresses: everyone }] : known.named;
    return {
        named,
        addresses: addressesUnknown ? everyone : known.addresses,
        groups: known.groups,
        ports: portsUnknown ? everyPort : known.ports,
    };
}
