# shellcheck shell=bash
# A certificate authority for one rehearsal and the certificate of the simulated Azure's names. Nobody outside trusts them.

# make_certificates DIRECTORY NAME...: ca.pem, ca.key; server.pem, server.key, and both in server.p12 (password "sandbox").
make_certificates() {
    local directory=$1
    shift
    (
        umask 077
        mkdir -p "$directory"
        cd "$directory"
        openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -noenc -days 30 -subj "/CN=Atelier rehearsal" \
            -addext "basicConstraints=critical,CA:TRUE,pathlen:0" -addext "keyUsage=critical,keyCertSign,cRLSign" \
            -keyout ca.key -out ca.pem
        openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -noenc -subj "/CN=$1" -keyout server.key -out server.csr
        printf 'subjectAltName=%s\nextendedKeyUsage=serverAuth\nbasicConstraints=critical,CA:FALSE\n' \
            "$(printf 'DNS:%s\n' "$@" | paste -s -d ,)" >server.ext
        openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 30 -extfile server.ext -out server.pem
        openssl pkcs12 -export -in server.pem -inkey server.key -certfile ca.pem -name server -passout pass:sandbox -out server.p12
    ) 2>"$directory.log" || fail "openssl could not make certificates: $(tail -n 3 "$directory.log")"
}

# public_key_pin CERTIFICATE: as browsers take it, base64 of the SHA-256 of the public key.
public_key_pin() {
    openssl x509 -in "$1" -noout -pubkey | openssl pkey -pubin -outform der | openssl dgst -sha256 -binary | base64
}
