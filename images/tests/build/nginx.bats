load ../helpers

@test "nginx has the parts that the front is made of" {
    built=$(nginx -V 2>&1)
    for part in http_ssl_module http_v2_module http_auth_request_module http_sub_module http_gunzip_module; do
        [[ $built == *"--with-$part"* ]]
    done
}

@test "the distribution's own service stays off" {
    [ "$(systemctl is-enabled nginx.service)" = masked ]
    run systemctl is-active --quiet nginx.service
    [ "$status" -ne 0 ]
}

@test "the bill of materials has the installed version of nginx" {
    [ "$(recorded nginx)" = "$(apt_version nginx-light)" ]
}
