"""Prints what azure-identity and MSAL get: one line for each way to ask, the token or the kind of error."""
import sys

import msal
import requests
from azure.core.exceptions import ClientAuthenticationError
from azure.identity import DefaultAzureCredential, ManagedIdentityCredential

notebook, other = sys.argv[1:]


def show(name, ask):
    try:
        print(name, ask())
    except ClientAuthenticationError as refused:
        print(name, type(refused).__name__, "Identity not found" in str(refused), "No token for" in str(refused))


def managed(audience, **identity):
    return ManagedIdentityCredential(**identity).get_token(audience + "/.default").token


def with_msal(audience):
    client = msal.ManagedIdentityClient(msal.SystemAssignedManagedIdentity(), http_client=requests.Session())
    return client.acquire_token_for_client(resource=audience).get("access_token")


show("any", lambda: managed("https://management.azure.com"))
show("notebook", lambda: managed("https://storage.azure.com", client_id=notebook))
show("other", lambda: managed("https://storage.azure.com", client_id=other))
show("vault", lambda: managed("https://vault.azure.net"))
show("default", lambda: DefaultAzureCredential().get_token("https://ml.azure.com/.default").token)
show("msal", lambda: with_msal("https://containerregistry.azure.net"))
