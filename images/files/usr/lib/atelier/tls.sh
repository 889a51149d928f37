# shellcheck shell=bash
# Judges a certificate: sourced by those who get one.

# valid DIRECTORY HOST SECONDS: whether it holds a certificate for the host, with its key, that lasts so long.
valid() {
    [[ -s $1/cert.pem && -s $1/key.pem ]] &&
        openssl x509 -in "$1/cert.pem" -noout -checkend "$3" >/dev/null &&
        openssl x509 -in "$1/cert.pem" -noout -checkhost "$2" | grep --quiet 'does match' &&
        [[ $(openssl x509 -in "$1/cert.pem" -noout -pubkey) == "$(openssl pkey -in "$1/key.pem" -pubout)" ]]
}
