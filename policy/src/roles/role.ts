import { Plan } from "../plan/plan";
import { Property } from "../plan/property";
import { Resource } from "../plan/resource";
import { azure } from "../plan/selector";
import { remembered } from "../remembered";
import { builtInRole } from "./built-in-roles";
import { Permission, permissionsOf } from "./permission";

export const roleDefinition = azure("authorization", "RoleDefinition");

/** What an assignment gives. */
export interface Role {
    /** As people know it: Azure's name, or that of the resource that defines it. */
    readonly name: string;
    readonly permissions: readonly Permission[];
    /** The path of the permissions, when nothing of them is known. */
    readonly unknowns: readonly string[];
}

/** The roles that an assignment may name, as far as the plan and Azure's documentation tell. */
export type Named =
    | { readonly kind: "role"; readonly roles: readonly Role[] }
    /** Neither built in nor defined here. */
    | { readonly kind: "foreign" }
    | { readonly kind: "unknown" };

export function namedRole(assignment: Resource, plan: Plan): Named {
    const id = assignment.at("roleDefinitionId");
    if (id.isAbsent) {
        return { kind: "role", roles: [] };
    }
    const builtIn = builtInRole(guidIn(id.text) ?? "");
    const roles = builtIn === undefined ? definitions(assignment, plan).map(definedRole) : [builtIn];
    if (roles.length > 0) {
        return { kind: "role", roles };
    }
    return { kind: id.isUnknown ? "unknown" : "foreign" };
}

/** The same text for every way to name the same role; undefined when that is not known yet. */
export function roleKey(assignment: Resource, plan: Plan): string | undefined {
    const [only, ...others] = definitions(assignment, plan);
    return others.length === 0 && only !== undefined ? only.urn : guidIn(assignment.at("roleDefinitionId").text);
}

/** A known id names one role, whatever outputs the program looked at to make it; before that these tell which it may be. */
function definitions(assignment: Resource, plan: Plan): readonly Resource[] {
    const id = assignment.at("roleDefinitionId");
    return id.isUnknown
        ? plan.referents(assignment, "roleDefinitionId", roleDefinition)
        : plan.select(roleDefinition).filter((definition) => isNamed(definition, id));
}

function isNamed(definition: Resource, id: Property): boolean {
    const guid = guidIn(id.text);
    return (
        guid !== undefined && [definition.at("roleDefinitionId").text, definition.facts.id].some((text) => guidIn(text) === guid)
    );
}

const definedRole = remembered((definition: Resource): Role => {
    const permissions = definition.at("permissions");
    return {
        name: definition.name,
        permissions: permissionsOf(permissions),
        unknowns: permissions.isUnknown ? [permissions.path] : [],
    };
});

/** Azure tells roles apart by the last part of their ids; the scope before it may be spelled in many ways. */
function guidIn(text = ""): string | undefined {
    return /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(?=\/*\s*$)/i.exec(text)?.[0].toLowerCase();
}
