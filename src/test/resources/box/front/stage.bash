# shellcheck shell=bash
# In a box: the front with the real programs, and what stands in for Entra and for the agent. Wants OAUTH2_PROXY, CODE_SERVER and
# JUPYTER; leaves the checks' findings on standard output, one a line.
set -euo pipefail

readonly HERE=/checkout/src/test/resources/box/front
readonly NAME=ada.ml.example.com ENTRA=login.microsoftonline.com TENANT=8f3a1c52-6d0e-4b7a-9a41-5e2c7d90b613
readonly CA=/work/ca.pem LOG=/work/log

as() {
    local account=$1
    shift
    setsid runuser --user "$account" -- "$@" >>"$LOG" 2>&1 </dev/null &
}

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "$@"
    tail -n 30 "$LOG" >&2
    exit 1
}
# shellcheck source=SCRIPTDIR/../../../../../sandbox/lib/machine/wait.bash
. /checkout/sandbox/lib/machine/wait.bash

make_accounts() {
    useradd --system --user-group --no-create-home atelier-signin
    useradd --system --user-group --no-create-home atelier-authorize
    groupadd --system atelier-apps
    usermod --append --groups atelier-apps www-data
    systemd-tmpfiles --create /usr/lib/tmpfiles.d/atelier.conf /usr/lib/tmpfiles.d/atelier-front.conf
    install -d -o azureuser -g azureuser /home/azureuser /files /files/Users /files/Users/ada
    chmod 0755 /usr/lib/atelier/*
}

certify() {
    openssl req -newkey rsa:2048 -noenc -subj /CN=test -keyout "/work/$1.key" -out /work/request 2>>"$LOG"
    openssl x509 -req -in /work/request -CA "$CA" -CAkey /work/ca.key -CAcreateserial -days 1 \
        -extfile <(echo "subjectAltName=DNS:$1") -out "/work/$1.pem" 2>>"$LOG"
}

make_certificates() {
    openssl req -x509 -newkey rsa:2048 -noenc -days 1 -subj /CN=ca -keyout /work/ca.key -out "$CA" 2>>"$LOG"
    certify "$NAME"
    certify "$ENTRA"
    install -d -m 0700 /run/atelier/tls
    install -m 0600 "/work/$NAME.pem" /run/atelier/tls/cert.pem
    install -m 0600 "/work/$NAME.key" /run/atelier/tls/key.pem
}

start_entra() {
    printf '127.0.0.1 localhost %s\n127.0.0.2 %s\n' "$NAME" "$ENTRA" >/etc/hosts
    as root /checkout/sandbox/toolchain/identity-provider/start 18090
    cat >/work/entra.conf <<ENTRA_CONF
pid /work/entra.pid;
daemon off;
error_log stderr;
events {}
http {
    access_log off;
    server {
        listen 127.0.0.2:443 ssl;
        ssl_certificate /work/$ENTRA.pem;
        ssl_certificate_key /work/$ENTRA.key;
        location / {
            proxy_pass http://127.0.0.1:18090;
            proxy_set_header Host \$host;
            proxy_set_header X-Forwarded-Proto https;
            proxy_set_header X-Forwarded-Port 443;
        }
    }
}
ENTRA_CONF
    as root nginx -c /work/entra.conf
    wait_for 60 Entra curl --silent --output /dev/null --fail --cacert "$CA" "https://$ENTRA/$TENANT/v2.0/.well-known/openid-configuration"
}

# The form of an assertion; that the real one's signature and subject are judged is the simulated Azure's test.
write_assertion() {
    local claims
    claims=$(jq -c '{sub: .access.signInClientId, iss: .access.signInClientId, aud: "api://AzureADTokenExchange", exp: 4000000000}' \
        /run/atelier/machine.json)
    install -m 0600 -o atelier-signin /dev/null /run/atelier/signin/federated-token
    printf '%s.%s.eA' "$(printf '{"alg":"RS256"}' | base64 --wrap 0 | tr -d =)" "$(printf %s "$claims" | base64 --wrap 0 | tr -d =)" \
        >/run/atelier/signin/federated-token
}

start_front() {
    cp /checkout/src/test/resources/boot/user-data-shared.json /run/atelier/machine.json
    /usr/lib/atelier/render-front >/dev/null
    write_assertion
    runuser --user atelier-signin -- /usr/lib/atelier/make-cookie-secret
    install "$OAUTH2_PROXY" /usr/local/bin/oauth2-proxy
    as atelier-signin env SSL_CERT_FILE="$CA" AZURE_FEDERATED_TOKEN_FILE=/run/atelier/signin/federated-token \
        oauth2-proxy --config=/run/atelier/oauth2-proxy/oauth2-proxy.cfg
    as atelier-authorize python3 "$HERE/agent.py"
    mkdir /run/atelier-nginx
    # The other address is Entra's here.
    sed -i 's/listen 443 /listen 127.0.0.1:443 /' /etc/atelier/nginx/nginx.conf
    as root nginx -c /etc/atelier/nginx/nginx.conf
    wait_for 60 oauth2-proxy curl --silent --output /dev/null --fail http://127.0.0.1:4180/ping
}

start_applications() {
    mkdir -p /opt/atelier/jupyter /opt/atelier/code-server
    mount --bind "$JUPYTER" /opt/atelier/jupyter
    mount --bind "$CODE_SERVER" /opt/atelier/code-server
    cd /home/azureuser
    export HOME=/home/azureuser JUPYTER_RUNTIME_DIR=/home/azureuser/jupyter
    as azureuser /opt/atelier/jupyter/bin/python /opt/atelier/jupyter/bin/jupyter-lab \
        --config=/etc/atelier/jupyter/jupyter_server_config.py
    as azureuser /opt/atelier/code-server/bin/code-server --config=/etc/atelier/code-server/config.yaml
    as azureuser python3 "$HERE/echo.py" /run/atelier/apps/rstudio/rstudio.sock
    export HOME=/root
    for application in jupyter code rstudio; do
        wait_for 60 "$application" test -S "/run/atelier/apps/$application/$application.sock"
    done
}

chmod 0755 /work
make_accounts
make_certificates
start_entra
start_front
start_applications
/opt/atelier/jupyter/bin/python "$HERE/checks.py"
