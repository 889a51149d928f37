load ../helpers

@test "the tools people expect are on the path" {
    for tool in git git-lfs tmux htop jq vim gcc g++ make cmake curl wget unzip rsync; do
        command -v "$tool"
    done
}

@test "git stores large files in every repository" {
    [ "$(git config --system filter.lfs.process)" = "git-lfs filter-process" ]
}

@test "the bill of materials has the installed version of git" {
    [ "$(recorded git)" = "$(apt_version git)" ]
}
