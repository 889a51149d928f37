load ../helpers

files=$BATS_TEST_DIRNAME/../../files

@test "every file is on the image, owned by root and not writable by others" {
    while IFS= read -r -d '' file; do
        cmp "$files/$file" "/$file"
        [ "$(stat --format %U:%G "/$file")" = root:root ]
        [[ $(stat --format %a "/$file") =~ ^(644|755)$ ]]
    done < <(find "$files" -type f -printf '%P\0')
}

@test "what runs is executable and what is read is not" {
    [ "$(stat --format %a /usr/lib/atelier/step)" = 755 ]
    [ "$(stat --format %a /usr/lib/systemd/system/atelier.target)" = 644 ]
}

@test "the target waits for customData to enable it" {
    [ "$(systemctl is-enabled atelier.target)" = disabled ]
    [ "$(systemctl is-enabled atelier-apply.path)" = enabled ]
}

@test "systemd understands every unit" {
    run systemd-analyze verify /usr/lib/systemd/system/atelier.target
    [ "$status" -eq 0 ]
    [ -z "$output" ]
}

@test "security updates leave kernel and driver alone and do not restart the machine" {
    settings=$(apt-config dump)
    grep -qF 'APT::Periodic::Unattended-Upgrade "1";' <<<"$settings"
    grep -qF 'Unattended-Upgrade::Package-Blacklist:: "linux-";' <<<"$settings"
    grep -qF 'Unattended-Upgrade::Package-Blacklist:: "nvidia-";' <<<"$settings"
    grep -qF 'Unattended-Upgrade::Automatic-Reboot "false";' <<<"$settings"
}

@test "the user's own containers start by themselves and their left-overs are removed" {
    [ "$(systemctl --global is-enabled docker.service)" = enabled ]
    [ "$(systemctl --global is-enabled docker-tidy.timer)" = enabled ]
}

@test "a package of the list passes all checks, and apt accepts how it is asked" {
    run /usr/lib/atelier/install-packages <<<tree
    [ "$status" -eq 0 ]
    [ "${lines[-1]}" = "installed: tree" ]
}
