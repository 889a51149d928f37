load ../helpers

listening() {
    ss --no-header --listening --numeric --"$1" | awk '{print $4 == "" ? $5 : $4}' | sed 's/%[^:]*//' |
        grep -Ev '^(127\.|\[::1\]|\[::ffff:127\.)' | sed 's/.*://' | sort -un | paste -s -d ,
}

expected_ports() {
    if [ "$(jq -r .ssh.enabled /run/atelier/machine.json)" = true ]; then
        echo 22,443
    else
        echo 443
    fi
}

@test "every step is done" {
    [ "$(jq -r .state /run/atelier/boot.json)" = ready ]
    [ "$(jq -r '[.steps[].state] | unique | join(",")' /run/atelier/boot.json)" = "done" ]
}

@test "no unit has failed" {
    [ -z "$(systemctl list-units --failed --plain --no-legend)" ]
}

@test "only the proxy listens beyond the machine, and sshd where it was asked for" {
    [ "$(listening tcp)" = "$(expected_ports)" ]
}

@test "sshd is masked unless the document opens it" {
    [ "$(jq -r .ssh.enabled /run/atelier/machine.json)" = true ] || [ "$(systemctl is-enabled ssh.service)" = masked ]
}

@test "the home directory is on the data disk and nobody else's business" {
    [ "$(findmnt --noheadings --output LABEL --target /home/azureuser)" = atelier-data ]
    [[ $(findmnt --noheadings --output OPTIONS --target /home/azureuser) == *nosuid*nodev* ]]
    [ "$(stat --format %U:%a /home/azureuser)" = azureuser:700 ]
    [ -d /home/azureuser/envs ]
    [ "$(readlink /home/azureuser/files)" = /files ]
}

@test "temporary files and caches are on local scratch" {
    [ "$(stat --format %U:%a /scratch)" = azureuser:700 ]
    [[ $(findmnt --noheadings --output OPTIONS --target /scratch) == *nosuid*nodev* ]]
    [ "$(runuser --login azureuser --command 'echo $TMPDIR')" = /scratch/tmp ]
}

@test "the user files are there, with the workstation's own directory and the samples" {
    [ "$(jq -r .state /run/atelier/files.json)" = mounted ]
    [[ $(findmnt --noheadings --types noautofs --output OPTIONS /files) == *nosuid*nodev* ]]
    runuser --user azureuser -- test -d "/files/Users/$(jq -r .workstation /run/atelier/machine.json)"
    runuser --user azureuser -- test -e "/files/Users/$(jq -r .workstation /run/atelier/machine.json)/.atelier-samples"
}

@test "azureuser can read no key and no credential" {
    for file in /run/atelier/tls/key.pem /var/lib/atelier/tls/key.pem /run/atelier/signin/federated-token; do
        run runuser --user azureuser -- cat "$file"
        [ "$status" -ne 0 ]
    done
    [ -z "$(find /run/atelier -name 'credentials.*')" ]
}

@test "azureuser gets nothing installed that is not on the list" {
    for hostile in openssh-server tree=1 ./evil.deb --reinstall 'tree;id' '$(id)' 'tree/testing' 'tree-' 'tree+'; do
        run runuser --user azureuser -- atelier-install "$hostile"
        [ "$status" -ne 0 ]
        [[ $output == *refused:* ]]
    done
}

@test "programs that crash leave no memory behind" {
    [ "$(runuser --login azureuser --command 'ulimit -H -c')" = 0 ]
}
