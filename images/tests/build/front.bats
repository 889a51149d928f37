load ../helpers

# Everything is on the image here: this test has no script and runs in the last round.
@test "nginx accepts what is rendered for a workstation" {
    run unshare --mount bash -euo pipefail -c '
        mount -t tmpfs tmpfs /run
        systemd-tmpfiles --create /usr/lib/tmpfiles.d/atelier.conf /usr/lib/tmpfiles.d/atelier-front.conf
        mkdir -p /run/atelier/tls /run/atelier-nginx
        openssl req -x509 -newkey rsa:2048 -noenc -days 1 -subj /CN=test \
            -keyout /run/atelier/tls/key.pem -out /run/atelier/tls/cert.pem 2>/dev/null
        printf "%s" "{\"host\":\"ada.example.com\",\"access\":{
            \"tenantId\":\"8f3a1c52-6d0e-4b7a-9a41-5e2c7d90b613\",
            \"signInClientId\":\"4b1d7e90-2c35-4f68-8a17-d3f96b20c5ae\"}}" >/run/atelier/machine.json
        /usr/lib/atelier/render-front
        nginx -q -t -c /etc/atelier/nginx/nginx.conf'
    [ "$status" -eq 0 ]
    [ "$output" = $'atelier-nginx.service\natelier-oauth2-proxy.service' ]
}
