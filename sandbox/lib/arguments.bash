# shellcheck shell=bash
# What the launcher must know about the command line. Everything is handed on to the CLI as it came.

arguments=()        # as given
command=""          # under its first name, like "up" or "stack new"; empty if there is none or only help is asked for
own_flags=0         # where in the arguments the command's own flags begin
stack_flag=""       # the values of flags that matter here, empty if not given
config_file_flag=""
working_dir=.       # what -C says

read_arguments() {
    arguments=("$@")
    local index=0 argument next
    while [ $index -lt $# ]; do
        argument=${arguments[$index]}
        index=$((index + 1))
        next=${arguments[$index]-}
        case $argument in
            --) break ;;
            -h | --help | --version) command="" && return ;;
            -C | --cwd) working_dir=$next ;;
            -C?* | --cwd=*) working_dir=$(flag_value "$argument") ;;
            -s | --stack) stack_flag=$next ;;
            -s?* | --stack=*) stack_flag=$(flag_value "$argument") ;;
            --config-file) config_file_flag=$next ;;
            --config-file=*) config_file_flag=$(flag_value "$argument") ;;
            -*) ;;
            *) name_command "$argument" && own_flags=$index ;;
        esac
        if takes_value "$argument"; then
            index=$((index + 1))
        fi
    done
}

flag_value() {
    case $1 in
        --*) echo "${1#*=}" ;;
        *) echo "${1#-?}" ;;
    esac
}

# Succeeds as long as the words still name the command; later words are its arguments.
name_command() {
    case $command in
        "") command=$(first_name "$1") ;;
        stack) command="stack $(first_name_below_stack "$1")" ;;
        *) false ;;
    esac
}

first_name() {
    case $1 in
        pre) echo preview ;;
        update) echo up ;;
        down | dn) echo destroy ;;
        *) echo "$1" ;;
    esac
}

first_name_below_stack() {
    case $1 in
        init | create | setup) echo new ;;
        rm | delete) echo remove ;;
        *) echo "$1" ;;
    esac
}

# Before the command has a name, a flag's value must not be taken for it.
takes_value() {
    case $1 in
        -C | -s | -v | --cwd | --stack | --config-file) true ;;
        --color | --verbose | --tracing | --profiling | --otel-traces | --memprofilerate) true ;;
        *) false ;;
    esac
}
