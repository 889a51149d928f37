"""Uses the simulated Azure as Azure's own clients do, from workstation ada, and prints what they make of its answers.

METADATA is the address of the metadata service, ARM_PORT the port of loopback at which management.azure.com is served.
"""
import base64
import json
import os
import socket
import urllib.request

METADATA = os.environ["METADATA"]
os.environ["AZURE_POD_IDENTITY_AUTHORITY_HOST"] = METADATA

from azure.core.exceptions import HttpResponseError
from azure.identity import ManagedIdentityCredential
from azure.mgmt.authorization import AuthorizationManagementClient
from azure.mgmt.compute import ComputeManagementClient

resolve = socket.getaddrinfo


def resolve_locally(host, port, *more, **named):
    if host == "management.azure.com":
        return resolve("127.0.0.1", int(os.environ["ARM_PORT"]), *more, **named)
    return resolve(host, port, *more, **named)


def document():
    path = "/metadata/instance/compute/userData?api-version=2021-01-01&format=text"
    request = urllib.request.Request(METADATA + path, headers={"Metadata": "true"})
    return json.loads(base64.b64decode(urllib.request.urlopen(request).read()))


def refusal(call):
    try:
        call()
        return "accepted"
    except HttpResponseError as error:
        return f"{error.status_code} {error.error.code}"


def main():
    socket.getaddrinfo = resolve_locally
    told = document()
    machine, workspace = told["machine"], told["access"]["workspaceId"]
    subscription, group = machine["subscriptionId"], machine["resourceGroup"]

    agent = ManagedIdentityCredential(client_id=told["identities"]["agent"])
    machines = ComputeManagementClient(agent, subscription).virtual_machines
    machines.begin_deallocate(group, "vision-ada").result()
    print("state:", machines.instance_view(group, "vision-ada").statuses[1].code)
    vm = machines.get(group, "vision-ada", expand="instanceView")
    print("machine:", vm.name, vm.hardware_profile.vm_size, vm.instance_view.statuses[1].display_status)
    print("start:", refusal(lambda: machines.begin_start(group, "vision-ada").result()))
    print("grace:", refusal(lambda: machines.begin_deallocate(group, "vision-grace").result()))

    authorization = AuthorizationManagementClient(agent, subscription)
    held = f"atScope() and assignedTo('{told['access']['owner']}')"
    for assignment in authorization.role_assignments.list_for_scope(workspace, filter=held):
        role = authorization.role_definitions.get(workspace, assignment.role_definition_id.rsplit("/", 1)[1])
        print("role:", role.role_type, len(role.permissions[0].actions))

    notebook = ManagedIdentityCredential(client_id=told["identities"]["notebook"])
    assignments = AuthorizationManagementClient(notebook, subscription).role_assignments
    print("notebook:", refusal(lambda: list(assignments.list_for_scope(workspace))))


main()
