import table from "./built-in-roles.json";
import { Listed, Permission } from "./permission";
import { remembered } from "../remembered";
import { Role } from "./role";

interface Row {
    readonly name: string;
    readonly permissions: readonly { readonly [plane in keyof Permission]?: readonly string[] }[];
}

const rows = new Map(Object.entries(table.roles as Readonly<Record<string, Row>>));

/** The role that Azure has under this GUID, with those of its actions that a rule may ask about; the data file says which. */
export function builtInRole(guid: string): Role | undefined {
    const row = rows.get(guid.toLowerCase());
    return row === undefined ? undefined : role(row);
}

const role = remembered((row: Row): Role => ({ name: row.name, permissions: row.permissions.map(permission), unknowns: [] }));

function permission(row: Row["permissions"][number]): Permission {
    return {
        actions: listed(row.actions),
        notActions: listed(row.notActions),
        dataActions: listed(row.dataActions),
        notDataActions: listed(row.notDataActions),
    };
}

function listed(patterns: readonly string[] = []): Listed {
    return { actions: patterns.map((pattern) => ({ path: "", pattern })), unknowns: [] };
}
