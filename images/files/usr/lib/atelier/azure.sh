# shellcheck shell=bash
# Calls to Azure with the machine's identity `agent`: sourced after lib.sh. No token or answer gets onto a command line.

readonly METADATA=${ATELIER_METADATA_URL:-http://169.254.169.254}
# shellcheck disable=SC2034 # for those that source this
readonly RESOURCE_MANAGER=${ATELIER_RESOURCE_MANAGER_URL:-https://management.azure.com}

# https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token
agent_token() {
    local identity
    identity=$(document .identities.agent)
    curl --fail --silent --show-error --noproxy '*' --max-time 20 --get --header 'Metadata: true' \
        --data 'api-version=2018-02-01' --data-urlencode "resource=$1" --data-urlencode "client_id=$identity" \
        "$METADATA/metadata/identity/oauth2/token" |
        jq --exit-status --raw-output .access_token ||
        fail "no token for $1: the identity 'agent' ($identity) must be attached to this machine"
}

# call METHOD URL RESOURCE: the answer's body; a refusal fails with Azure's own reason.
call() {
    local token answer status
    token=$(agent_token "$3")
    answer=$(curl --silent --show-error --proto '=https' --max-time 30 --request "$1" --write-out '\n%{http_code}' \
        --config - "$2" <<<"header = \"Authorization: Bearer $token\"
header = \"Content-Length: 0\"") || fail "$2 cannot be reached; look at the network rules and private endpoints"
    status=${answer##*$'\n'}
    answer=${answer%$'\n'*}
    [[ $status == 2?? ]] ||
        fail "$2 answered $status: $(jq --raw-output '.error.code // "no code"' <<<"$answer" 2>/dev/null || printf 'no JSON')"
    printf '%s\n' "$answer"
}
